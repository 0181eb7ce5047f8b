"""Whom to invite: the facts of a candidate and the office's weights give a score and reasons.

A pure rule: the query gathers the facts, nothing is asked here. Each reason is a sentence with the
points it brought, so that a place in the list can always be explained.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.contacts.rules.days import spoken_day
from app.contacts.rules.months import add_months
from app.contacts.rules.tenure import length_words
from app.core.text import N_, Sentence, plain, say
from app.receptions.rules import weights as w
from app.receptions.rules.reception import Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

_WEEK, _MONTH = 7, 30.44
_WEEKS_SAID = 10 * _WEEK


class Corps(StrEnum):
    """To which corps a post belongs, for the balance of a list."""

    BILATERAL = "bilateral"
    CONSULAR = "consular"
    MULTILATERAL = "multilateral"


class Decision(StrEnum):
    """What was decided on a proposal."""

    ACCEPTED = "accepted"
    LATER = "later"
    NO = "no"


_LABELS: dict[StrEnum, str] = {
    Corps.BILATERAL: N_("Bilateral"),
    Corps.CONSULAR: N_("Consular"),
    Corps.MULTILATERAL: N_("EU and NATO"),
    Decision.ACCEPTED: N_("On the list"),
    Decision.LATER: N_("Later"),
    Decision.NO: N_("No"),
}


def choice_label(code: Corps | Decision) -> Sentence:
    """The word for a corps or a decision."""
    return say(_LABELS[code])


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is weighed for: the day of the reception (today while it is open), and today."""

    day: dt.date
    today: dt.date


@dataclass(frozen=True, slots=True)
class Facts:
    """What the office knows of a candidate, with names in the reader's language.

    `met_on` is a visit or meeting outside receptions; `replies` are the statuses of earlier
    invitations, the newest first; `interests` match the reception, `shared` and `opens` are
    (tag, partner). `country_times` counts receptions of the country in the year of the reception,
    before it; `country_last` is the last one of any year.
    """

    country: str = ""
    head: bool = False
    wished_by: tuple[str, ...] = ()
    requested: bool = False
    interests: tuple[str, ...] = ()
    shared: tuple[tuple[str, str], ...] = ()
    opens: tuple[tuple[str, str], ...] = ()
    same_country: bool = False
    received_on: dt.date | None = None
    met_on: dt.date | None = None
    replies: tuple[str, ...] = ()
    credentials_on: dt.date | None = None
    leaves_on: dt.date | None = None
    leaving_is_guess: bool = True
    national_day: dt.date | None = None
    country_times: int = 0
    country_last: dt.date | None = None
    corps_is_thin: bool = False
    corps_is_meant: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody stands where they stand, and the points it brought."""

    weight: str
    points: int
    words: Sentence


QUIET = frozenset({"head"})
"""What counts but would stand beside almost everybody: told only where all is told."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate's score, with what speaks for them first, then what speaks against."""

    score: int
    reasons: tuple[Reason, ...]


def weigh(facts: Facts, occasion: Occasion, weights: w.Weights) -> Weighed:
    """The score of a candidate and every reason that counts."""
    found = [
        Reason(name, points, words)
        for name, words in _told(facts, occasion)
        if (points := getattr(weights, name))
    ]
    found.sort(key=lambda one: -one.points)
    return Weighed(sum(one.points for one in found), tuple(found))


def _told(facts: Facts, occasion: Occasion) -> Iterator[tuple[str, Sentence]]:
    yield from _asked_for(facts)
    yield from _matching(facts)
    yield from _received(facts, occasion)
    yield from _coming_and_going(facts, occasion)
    yield from _near_the_day(facts, occasion)
    yield from _answered(facts)
    yield from _balanced(facts, occasion)


def _asked_for(facts: Facts) -> Iterator[tuple[str, Sentence]]:
    if facts.wished_by:
        yield "wish", say(N_("asked for by {partner}"), partner=", ".join(facts.wished_by))
    if facts.requested:
        yield "requested", say(N_("their post asked for this reception"))
    if facts.same_country:
        yield "same_country", say(N_("the country of a guest of honour"))


def _matching(facts: Facts) -> Iterator[tuple[str, Sentence]]:
    for tag, partner in facts.opens[: w.MATCHES]:
        yield "opens", say(N_("opens {tag} for {partner}"), tag=_tag(tag), partner=partner)
    for tag in facts.interests[: w.MATCHES]:
        yield "priority", say(N_("{tag} matches"), tag=_tag(tag))
    told = {*facts.interests[: w.MATCHES], *(tag for tag, _ in facts.opens[: w.MATCHES])}
    shared = [pair for pair in facts.shared if pair[0] not in told]
    for tag, partner in shared[: w.MATCHES]:
        yield "partner", say(N_("{tag} matches {partner}"), tag=_tag(tag), partner=partner)


def _tag(name: str) -> Sentence:
    """A tag as it is read: a goal in the reader's language, any other as the office wrote it."""
    goal = re.fullmatch(r"SDG (\d+)", name)
    return say(N_("SDG\u00a0{n}"), n=int(goal[1])) if goal else plain(name)


def _received(facts: Facts, occasion: Occasion) -> Iterator[tuple[str, Sentence]]:
    last = facts.received_on
    if last is None:
        yield "never", _never(facts, occasion)
        return
    ago = span_words((occasion.today - last).days)
    if last <= add_months(occasion.day, -w.LONG_MONTHS):
        yield "long", say(N_("received {length} ago"), length=ago)
    elif (occasion.day - last).days <= w.RECENT_DAYS:
        yield "recent", say(N_("received {length} ago"), length=ago)


def _never(facts: Facts, occasion: Occasion) -> Sentence:
    if facts.met_on is None or facts.met_on > occasion.today:
        return say(N_("never received"))
    ago = span_words((occasion.today - facts.met_on).days)
    return say(N_("never received, met {length} ago"), length=ago)


def _coming_and_going(facts: Facts, occasion: Occasion) -> Iterator[tuple[str, Sentence]]:
    new = facts.credentials_on
    if new and 0 <= (occasion.today - new).days <= w.FRESH_DAYS:
        ago = span_words((occasion.today - new).days)
        yield "credentials", say(N_("credentials {length} ago"), length=ago)
    leaves = facts.leaves_on
    if leaves is None or not facts.head:
        return
    days = (leaves - occasion.today).days
    if leaves < occasion.day:
        yield "gone", say(N_("may have left by then"))
    elif days <= w.LEAVING_DAYS:
        guess, known = N_("leaves in {length}, a guess"), N_("leaves in {length}")
        words = guess if facts.leaving_is_guess else known
        yield "leaving", say(words, length=span_words(days))


def _near_the_day(facts: Facts, occasion: Occasion) -> Iterator[tuple[str, Sentence]]:
    day = facts.national_day
    if day is None:
        return
    if day == occasion.day:
        yield "holiday", say(N_("national day on the day itself"))
    elif abs((day - occasion.day).days) <= w.NEAR_DAYS:
        yield "national_day", say(N_("national day on {day}"), day=spoken_day(day))


def _answered(facts: Facts) -> Iterator[tuple[str, Sentence]]:
    if len(facts.replies) > 1 and set(facts.replies[:2]) == {Status.REGRETS}:
        yield "declined", say(N_("declined the last two invitations"))
    elif facts.replies and facts.replies[0] == Status.ABSENT:
        yield "absent", say(N_("stayed away the last time"))


def _balanced(facts: Facts, occasion: Occasion) -> Iterator[tuple[str, Sentence]]:
    if facts.country_times >= w.OFTEN:
        told = N_("{country}: received {n} time this year")
        many = N_("{country}: received {n} times this year")
        yield "often", say(told, many, country=facts.country, n=facts.country_times)
    elif facts.country and _is_new(facts.country_last, occasion):
        if facts.country_last is None:
            words = say(N_("{country}: nobody received yet"), country=facts.country)
        else:
            year = str(facts.country_last.year)
            words = say(N_("{country}: last received in {year}"), country=facts.country, year=year)
        yield "country_new", words
    if facts.head:
        yield "head", say(N_("head of mission"))
    if facts.corps_is_meant:
        yield "meant_corps", say(N_("the list is of their corps"))
    if facts.corps_is_thin:
        yield "thin_corps", say(N_("few of their corps on the list"))


def _is_new(last: dt.date | None, occasion: Occasion) -> bool:
    return last is None or last < add_months(occasion.day, -12 * w.NEW_YEARS)


def span_words(days: int) -> Sentence:
    """How long in words people use: days up to two weeks, weeks up to ten, then months, years."""
    if days <= 2 * _WEEK - 1:
        return say(N_("{n} day"), N_("{n} days"), n=max(days, 0))
    if days <= _WEEKS_SAID:
        return say(N_("{n} week"), N_("{n} weeks"), n=round(days / _WEEK))
    return length_words(max(1, round(days / _MONTH)))


@dataclass(frozen=True, slots=True)
class Spread:
    """Who is on a list, or would be: heads and staff of posts by corps, and how many countries."""

    bilateral: int = 0
    consular: int = 0
    multilateral: int = 0
    countries: int = 0

    @property
    def posts(self) -> int:
        """How many belong to a corps."""
        return self.bilateral + self.consular + self.multilateral


def spread(places: Iterable[tuple[str, str]]) -> Spread:
    """Of the (corps, country) of each guest."""
    known = list(places)
    counts = {str(one): sum(1 for corps, _ in known if corps == one) for one in Corps}
    return Spread(**counts, countries=len({country for _, country in known if country}))


def spread_words(counted: Spread) -> Sentence:
    """The spread in a line."""
    if not counted.posts:
        return say(N_("Nobody of the corps is on the list yet."))
    parts = N_("On the list: {bilateral} bilateral, {consular} consular, {multilateral} EU and"
               " NATO; {countries}.")  # fmt: skip
    countries = say(N_("{n} country"), N_("{n} countries"), n=counted.countries)
    return say(
        parts,
        bilateral=counted.bilateral,
        consular=counted.consular,
        multilateral=counted.multilateral,
        countries=countries,
    )


_ENOUGH = 6
_THIN = 0.5
_MEANT = 0.8


def meant_corps(there: Spread) -> Corps | None:
    """The corps a list of some size is made for, where four in five are consuls or multilateral.

    A list of ambassadors is nothing out of the way, and means nothing.
    """
    if there.posts < _ENOUGH:
        return None
    special = (Corps.CONSULAR, Corps.MULTILATERAL)
    return next((one for one in special if getattr(there, one) >= _MEANT * there.posts), None)


def thin_corps(there: Spread, office: Spread) -> frozenset[Corps]:
    """The corps that have less than half of their share among all posts on a mixed list."""
    if there.posts < _ENOUGH or not office.posts or meant_corps(there):
        return frozenset()
    found = set()
    for one in Corps:
        share, whole = getattr(there, one) / there.posts, getattr(office, one) / office.posts
        if whole and share < _THIN * whole:
            found.add(one)
    return frozenset(found)
