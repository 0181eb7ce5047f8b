"""What is still open before a mission is at its next stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say
from app.dossiers.rules import Stage
from app.dossiers.rules.stages import still_open, tasks_open

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class MissionFacts:
    """What the stages look at.

    `registered` counts who has a place that nobody confirmed, `waiting` the waiting list, `warned`
    those whose travel papers ask for something, `unmeasured` objectives of which nothing is told.
    """

    day: dt.date | None = None
    destinations: int = 0
    objectives: int = 0
    decided: bool = False
    register_by: dt.date | None = None
    participants: int = 0
    registered: int = 0
    waiting: int = 0
    warned: int = 0
    lines: int = 0
    unmeasured: int = 0
    outcome: str = ""


def open_before(
    facts: MissionFacts, dues: Sequence[dt.date | None], stage: Stage, today: dt.date
) -> list[Sentence]:
    """What is still open before a mission can truly be at a stage."""
    return still_open(_open(facts), stage, tasks_open(dues, facts.day, stage, today))


def papers_words(warned: int) -> Sentence:
    """How many participants have travel papers to see to; never what they say."""
    return say(N_("travel papers of {n} participant to see to"),
               N_("travel papers of {n} participants to see to"), n=warned)  # fmt: skip


def _open(facts: MissionFacts) -> dict[Stage, tuple[tuple[bool, Sentence], ...]]:
    """Per stage the conditions under which something is open, and the words for it."""
    unsure = say(N_("{n} participant not confirmed yet"), N_("{n} participants not confirmed yet"),
                 n=facts.registered)  # fmt: skip
    waiting = say(N_("{n} on the waiting list"), N_("{n} on the waiting list"), n=facts.waiting)
    open_aims = say(N_("{n} objective without a result"), N_("{n} objectives without a result"),
                    n=facts.unmeasured)  # fmt: skip
    return {
        Stage.CLEARED: (
            (facts.day is None, say(N_("no date yet"))),
            (not facts.destinations, say(N_("no destination yet"))),
            (not facts.objectives, say(N_("no measurable objective yet"))),
            (not facts.decided, say(N_("no decision of the college yet"))),
        ),
        Stage.INVITED: (
            (facts.register_by is None, say(N_("no day to register by"))),
            (not facts.participants, say(N_("nobody on the list yet"))),
        ),
        Stage.CONFIRMED: (
            (bool(facts.registered), unsure),
            (bool(facts.waiting), waiting),
        ),
        Stage.HELD: (
            (not facts.lines, say(N_("no programme yet"))),
            (bool(facts.warned), papers_words(facts.warned)),
        ),
        Stage.CLOSED: (
            (bool(facts.unmeasured), open_aims),
            (not facts.outcome.strip(), say(N_("no outcome written"))),
        ),
    }
