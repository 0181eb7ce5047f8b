"""What should be settled before a mission is closed, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Iterable


class Settle(StrEnum):
    """Where one settles a finding."""

    OBJECTIVES = "objectives"
    ACTIONS = "actions"
    COSTS = "costs"
    OUTCOME = "outcome"
    EVALUATION = "evaluation"
    THANKS = "thanks"
    GIFTS = "gifts"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a mission stands at its end.

    `no_result` are objectives without a result, `no_owner` and `no_day` open actions by title,
    `unpaid` costs without an amount paid, `unthanked` and `ungiven` are numbers.
    """

    no_result: tuple[str, ...] = ()
    no_owner: tuple[str, ...] = ()
    no_day: tuple[str, ...] = ()
    unpaid: tuple[str, ...] = ()
    has_outcome: bool = True
    is_evaluated: bool = True
    unthanked: int = 0
    ungiven: int = 0


@dataclass(frozen=True, slots=True)
class ClosingFinding:
    """One thing to settle. A `heavy` one must be settled, or said to be left as it is."""

    about: Settle
    sentence: Sentence
    heavy: bool = True


def closing_findings(standing: Standing) -> tuple[ClosingFinding, ...]:
    """What is open, the heavy ones first."""
    return tuple(_heavy(standing)) + tuple(_light(standing))


def _heavy(standing: Standing) -> Iterable[ClosingFinding]:
    named = (
        (Settle.OBJECTIVES, standing.no_result, N_("Objective without a result: {name}")),
        (Settle.ACTIONS, standing.no_owner, N_("Action without an owner: {name}")),
        (Settle.COSTS, standing.unpaid, N_("Cost without an amount paid: {name}")),
    )
    for about, names, words in named:
        for one in names:
            yield ClosingFinding(about, say(words, name=one))


def _light(standing: Standing) -> Iterable[ClosingFinding]:
    for one in standing.no_day:
        told = say(N_("Action without a day: {name}"), name=one)
        yield ClosingFinding(Settle.ACTIONS, told, heavy=False)
    if not standing.has_outcome:
        told = say(N_("No outcome was written down yet."))
        yield ClosingFinding(Settle.OUTCOME, told, heavy=False)
    if not standing.is_evaluated:
        told = say(N_("The mission was not evaluated yet."))
        yield ClosingFinding(Settle.EVALUATION, told, heavy=False)
    if standing.unthanked:
        told = say(
            N_("{n} person or post was not thanked yet"),
            N_("{n} people or posts were not thanked yet"),
            n=standing.unthanked,
        )
        yield ClosingFinding(Settle.THANKS, told, heavy=False)
    if standing.ungiven:
        told = say(
            N_("{n} gift is still to be given"),
            N_("{n} gifts are still to be given"),
            n=standing.ungiven,
        )
        yield ClosingFinding(Settle.GIFTS, told, heavy=False)
