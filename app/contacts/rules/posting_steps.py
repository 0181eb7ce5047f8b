"""The steps of a posting, from agrément to farewell, and which of them is due.

Life of a head of mission after the circular note of the FPS Foreign Affairs of 15 April 2011:
agrément, first arrival, letters of credence, final departure. Heads of consular posts: arrival,
exequatur, departure (Vienna Convention on Consular Relations, art. 12; provisional admission in
art. 13).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.contacts.rules import codes
from app.contacts.rules.succession import is_acting
from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

_WEEKS_TOLD = 26  # beyond half a year months are easier to read


class State(StrEnum):
    """Where a step stands."""

    DONE = "done"
    DUE = "due"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Moments:
    """The days of a posting."""

    function: str
    agrement_on: dt.date | None = None
    arrived_on: dt.date | None = None
    starts_on: dt.date | None = None
    credentials_on: dt.date | None = None
    exequatur_on: dt.date | None = None
    farewell_on: dt.date | None = None
    ends_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step with its word, its day where known, and where it stands."""

    label: Sentence
    day: dt.date | None
    state: State


@dataclass(frozen=True, slots=True)
class Steps:
    """The strip of a posting, and what is due in words, None where nothing is."""

    steps: tuple[Step, ...]
    due: Sentence | None = None


def steps_of(posting: Moments, today: dt.date) -> Steps | None:
    """The steps of a head of a post; None for a function that knows none."""
    known = _days(posting)
    if not known:
        return None
    over = posting.ends_on is not None and posting.ends_on < today
    passed = [at for at, (_label, day) in enumerate(known) if day and day <= today]
    reached = max(passed, default=-1)
    made = []
    for at, (label, day) in enumerate(known):
        last = at == len(known) - 1  # nobody owes a farewell
        due = at == reached + 1 and not last
        state = _state(day, today, before_reached=at <= reached, next_one=due)
        if over and state is State.DUE:
            state = State.UNKNOWN
        made.append(Step(say(label), day, state))
    return Steps(tuple(made), None if over else _due(posting, today))


def _days(posting: Moments) -> list[tuple[str, dt.date | None]]:
    arrived = posting.arrived_on or posting.starts_on
    leaves = (N_("Farewell"), posting.farewell_on or posting.ends_on)
    if is_acting(posting.function):
        return [(N_("In charge"), posting.starts_on or posting.arrived_on), leaves]
    if codes.is_head_of_mission(posting.function):
        return [
            (N_("Agrément"), posting.agrement_on),
            (N_("Arrival"), arrived),
            (N_("Credentials"), posting.credentials_on),
            leaves,
        ]
    if codes.consular_class(posting.function) is not None:
        return [(N_("Arrival"), arrived), (N_("Exequatur"), posting.exequatur_on), leaves]
    return []


def _state(day: dt.date | None, today: dt.date, *, before_reached: bool, next_one: bool) -> State:
    if day is not None:
        return State.DONE if day <= today else State.AHEAD
    if before_reached:
        return State.UNKNOWN
    return State.DUE if next_one else State.AHEAD


def _due(posting: Moments, today: dt.date) -> Sentence | None:
    if posting.farewell_on is not None and posting.farewell_on >= today:
        return say(N_("Farewell on {day}"), day=posting.farewell_on)
    if posting.ends_on is not None or is_acting(posting.function):
        return None
    if codes.is_head_of_mission(posting.function):
        return _credentials_due(posting, today)
    return _exequatur_due(posting, today)


def _credentials_due(posting: Moments, today: dt.date) -> Sentence | None:
    day, arrived = posting.credentials_on, posting.arrived_on or posting.starts_on
    if day is not None:
        return say(N_("Presents credentials on {day}"), day=day) if day > today else None
    if arrived is not None and arrived <= today:
        since = _ago(arrived, today)
        return say(N_("Credentials not presented yet, arrived {since}"), since=since)
    if arrived is not None:
        return say(N_("Expected to arrive on {day}"), day=arrived)
    if posting.agrement_on is not None:
        told = N_("Not arrived yet, agrément given {since}")
        return say(told, since=_ago(posting.agrement_on, today))
    return say(N_("No dates known yet: ask the embassy"))


def _exequatur_due(posting: Moments, today: dt.date) -> Sentence | None:
    if posting.exequatur_on is not None:
        coming = posting.exequatur_on > today
        return say(N_("Exequatur on {day}"), day=posting.exequatur_on) if coming else None
    arrived = posting.arrived_on or posting.starts_on
    if arrived is not None and arrived <= today:
        return say(N_("Exequatur not known yet, arrived {since}"), since=_ago(arrived, today))
    return say(N_("Exequatur date not known: ask the post"))


def _ago(day: dt.date, today: dt.date) -> Sentence:
    """How long since, in the unit people count with."""
    days = max((today - day).days, 0)
    if days == 0:
        return say(N_("today"))
    counted: tuple[tuple[int, int, Callable[[int], Sentence]], ...] = (
        (14, 1, lambda n: say(N_("{n} day ago"), N_("{n} days ago"), n=n)),
        (7 * _WEEKS_TOLD, 7, lambda n: say(N_("{n} week ago"), N_("{n} weeks ago"), n=n)),
        (730, 30, lambda n: say(N_("{n} month ago"), N_("{n} months ago"), n=n)),
        (10**9, 365, lambda n: say(N_("{n} year ago"), N_("{n} years ago"), n=n)),
    )
    unit, tell = next((unit, tell) for most, unit, tell in counted if days < most)
    return tell(days // unit)
