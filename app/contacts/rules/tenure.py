"""When the holder of a posting may be expected to leave: always a guess, and never without why.

A day the office was told goes first. Else the sending State's habit counts: the median of the
finished postings of its heads of mission that this office knows, where it knows three or more, or
the months the office noted for the country. Else four years, as usual (DOMAIN S36a:
ifthenisnow.nl, "usually four years").
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.contacts.rules import codes
from app.contacts.rules.months import add_months, months_between
from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

USUAL_MONTHS = 48
LEAST_KNOWN = 3  # finished postings that make a habit
_MOVING_CLASS = 3  # ambassadors, envoys, chargés en pied; who stands in for one moves otherwise
_CAREER_HEADS = frozenset(
    {codes.Function.CONSUL_GENERAL, codes.Function.CONSUL, codes.Function.VICE_CONSUL}
)


@dataclass(frozen=True, slots=True)
class Tenure:
    """The facts of a posting that tell how long it may last."""

    function: str
    began_on: dt.date | None = None
    ends_on: dt.date | None = None
    farewell_on: dt.date | None = None
    expected_end_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Habit:
    """How long a State leaves its heads of mission at their post, in months.

    `known` is how many finished postings it was counted from, 0 where the office noted it; the
    usual length has no country.
    """

    months: int = USUAL_MONTHS
    country: str = ""
    known: int = 0


USUAL = Habit()


@dataclass(frozen=True, slots=True)
class Expected:
    """A day somebody is expected to leave, with the reason; `guess` until it was announced."""

    day: dt.date
    reason: Sentence
    guess: bool = True


def moves_on(function: str) -> bool:
    """Whether somebody in this function is sent for some years and then recalled."""
    rank = codes.diplomatic_class(function)
    return (rank is not None and rank <= _MOVING_CLASS) or function in _CAREER_HEADS


def habit_of(country: str, finished: Iterable[tuple[dt.date, dt.date]], noted: int | None) -> Habit:
    """A State's habit of its finished postings (begin and end), else what the office noted."""
    months = sorted(months_between(*one) for one in finished if one[0] < one[1])
    if len(months) >= LEAST_KNOWN:
        return Habit(max(1, round(statistics.median(months))), country, len(months))
    return Habit(noted, country) if noted else USUAL


def expected_end(posting: Tenure, habit: Habit = USUAL) -> Expected | None:
    """When the holder is expected to leave; None where nothing can be said."""
    if posting.ends_on is not None:
        return Expected(posting.ends_on, say(N_("The end is noted")), guess=False)
    if posting.farewell_on is not None:
        return Expected(posting.farewell_on, say(N_("The farewell is announced")), guess=False)
    if posting.expected_end_on is not None:
        return Expected(posting.expected_end_on, say(N_("as the office was told; guess")))
    if posting.began_on is None or not moves_on(posting.function):
        return None
    return Expected(add_months(posting.began_on, habit.months), _why(habit))


def _why(habit: Habit) -> Sentence:
    length = length_words(habit.months)
    if not habit.country:
        return say(N_("usually about {length}; guess"), length=length)
    if not habit.known:
        return say(N_("this country usually stays about {length}; guess"), length=length)
    counted = say(N_("{n} posting before"), N_("{n} postings before"), n=habit.known)
    told = N_("this country stayed about {length} ({counted}); guess")
    return say(told, length=length, counted=counted)


def length_words(months: int) -> Sentence:
    """ "4 years", "3½ years", "18 months": halves of years, months under two years."""
    halves = round(months / 6)
    if halves < 4:
        return say(N_("{n} month"), N_("{n} months"), n=months)
    if halves % 2:
        return say(N_("{whole}½ years"), whole=halves // 2)
    return say(N_("{n} year"), N_("{n} years"), n=halves // 2)
