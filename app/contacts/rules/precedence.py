"""Who goes before whom, and why: every place with its reason in words.

The order is data: bands of functions (`precedence_lists`), each ordered by credentials, exequatur,
the ladder of a mission, the day a function was taken up, or the name. Sources of the rules: Vienna
Convention on Diplomatic Relations (VCDR) art. 13, 14, 16, 17, 19; Vienna Convention on Consular
Relations (VCCR) art. 9 and 16; the European Union's vade-mecum of the corps for its own envoys
before others where the host is accredited to it. A guest may always be moved by hand with a reason.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.contacts.rules import codes
from app.contacts.rules.accreditation import canonical
from app.contacts.rules.countries import country_name
from app.contacts.rules.precedence_lists import Band, Order, OrderedBy, order_of, own_words, shipped
from app.contacts.rules.precedence_reasons import Grounds, reason_of
from app.core.fold import sort_key, words
from app.core.text import N_, Language, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

_LATE = dt.date.max
_LAST = 10**6
_END_OF_DAY = dt.time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class RankInput:
    """What decides somebody's place. `country` is the sending State, alpha-2.

    `since` is the day the function was taken up, which orders chargés a.i.; `substitute` marks
    somebody known only by name who comes for the person of this function. Function and credentials
    are those of the accreditation to `receiving_body`; "" and None count as the host's own corps
    (but see `accreditation.receiving_body`).
    """

    id: UUID
    function: str = "other"
    country: str = ""
    family: str = ""
    given: str = ""
    credentials_on: dt.date | None = None
    credentials_time: dt.time | None = None
    credentials_sequence: int | None = None
    exequatur_on: dt.date | None = None
    since: dt.date | None = None
    receiving_body: str = ""
    substitute: bool = False


@dataclass(frozen=True, slots=True)
class Manual:
    """A place given by hand, counted from 1, with the reason that is shown."""

    place: int
    reason: str


def _usual_bands() -> tuple[Band, ...]:
    return shipped().bands


@dataclass(frozen=True, slots=True)
class PrecedenceRules:
    """The bands of the list, before which body the host is accredited, places given by hand.

    `tie_language` is the one whose names of States break the last ties.
    """

    bands: tuple[Band, ...] = field(default_factory=_usual_bands)
    host_body: str = codes.ReceivingBody.KING_OF_THE_BELGIANS
    tie_language: Language = Language.EN
    manual: tuple[tuple[UUID, Manual], ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in the order, from 1, with its reason and its band."""

    position: int
    id: UUID
    reason: Sentence
    band: Sentence


Key = tuple[object, ...]


def rank(
    people: Sequence[RankInput],
    rules: PrecedenceRules | None = None,
    language: Language = Language.EN,
) -> list[Placed]:
    """Put people in order: total, stable, whatever the order they come in.

    Ties are broken by date, time, sequence, the name of the State in the list's tie language, the
    person's name, and at the very last the id. `language` is the reader's, for names of States in
    the reasons.
    """
    sorter = _Sorter(rules or PrecedenceRules())
    heads = sorter.heads(people)
    keys = {one.id: sorter.key(one, heads) for one in people}
    ordered = sorted(people, key=lambda one: keys[one.id])
    shared = _shared_days(ordered)
    by_rule = [(one, reason_of(sorter.grounds(one, shared), language)) for one in ordered]
    moved = _moved(by_rule, dict(sorter.rules.manual))
    return [
        Placed(position, one.id, reason, own_words(sorter.band(one).label))
        for position, (one, reason) in enumerate(moved, start=1)
    ]


class _Sorter:
    """The keys people are sorted by, under one list."""

    def __init__(self, rules: PrecedenceRules) -> None:
        self.rules = rules
        self.host = canonical(rules.host_body)
        self.order: Order = order_of(rules.bands)
        self._states: dict[str, str] = {}

    def own_corps(self, one: RankInput) -> bool:
        """Whether somebody is accredited to the body the host is accredited to."""
        if one.receiving_body:
            return canonical(one.receiving_body) == self.host
        return one.function != codes.Function.PERMANENT_REPRESENTATIVE

    def place(self, one: RankInput) -> tuple[int, int]:
        """Band and place in it; a nuncio is dean only of the corps he is accredited to."""
        if one.substitute:
            return self.order.place(codes.Function.STAFF, "")
        function = one.function
        if function == codes.Function.NUNCIO and not self.own_corps(one):
            function = codes.Function.AMBASSADOR
        return self.order.place(function, one.country)

    def band(self, one: RankInput) -> Band:
        """The band somebody stands in."""
        return self.order.bands[self.place(one)[0]]

    def heads(self, people: Sequence[RankInput]) -> dict[str, int]:
        """The places of the heads of mission by their State: their staff follow in that order."""
        found = [
            one for one in people if codes.is_head_of_mission(one.function) and not one.substitute
        ]
        found.sort(key=lambda one: self.key(one, {}), reverse=True)
        return {one.country: len(found) - at for at, one in enumerate(found) if one.country}

    def key(self, one: RankInput, heads: Mapping[str, int]) -> Key:
        """What somebody is sorted by."""
        at, inside = self.place(one)
        by = self.order.bands[at].ordered_by
        if one.substitute:
            ordering: Key = ()
        elif by == OrderedBy.CREDENTIALS:
            ordering = self._by_credentials(one)
        elif by == OrderedBy.EXEQUATUR:
            ordering = _by_exequatur(one)
        elif by == OrderedBy.LADDER:
            ordering = _by_ladder(one, heads)
        elif by == OrderedBy.SINCE:
            ordering = (one.since or _LATE,)
        else:
            ordering = (inside,)
        numbers = [_sortable(value) for value in ordering]
        numbers += [0.0] * (6 - len(numbers))
        state, name = self._state(one.country), sort_key(one.family, one.given)
        return (at, *numbers, state, name, one.id.int)

    def _state(self, country: str) -> str:
        if not country:
            return "~"
        if country not in self._states:
            self._states[country] = words(country_name(country, self.rules.tie_language))
        return self._states[country]

    def _by_credentials(self, one: RankInput) -> Key:
        """Own corps before the others, then class, then the moment (VCDR art. 14 and 16)."""
        other_corps = int(not self.own_corps(one))
        rank_class = codes.diplomatic_class(one.function) or _LAST
        if one.function == codes.Function.NUNCIO and not other_corps:
            rank_class = 0
        charge = one.function == codes.Function.CHARGE_AI
        day = (one.since or one.credentials_on) if charge else one.credentials_on
        time = one.credentials_time or _END_OF_DAY
        return (other_corps, rank_class, day or _LATE, time, one.credentials_sequence or _LAST)

    def grounds(self, one: RankInput, shared: Mapping[UUID, int]) -> Grounds:
        """What the reason is made of."""
        return Grounds(
            one,
            self.band(one),
            own_corps=self.own_corps(one),
            named=one.substitute or self.order.ranks(one.function, one.country),
            that_day=shared.get(one.id),
        )


def _sortable(value: object) -> float:
    """Dates and times as numbers, so that keys of different bands compare."""
    if isinstance(value, dt.date):
        return float(value.toordinal())
    if isinstance(value, dt.time):
        return value.hour * 3600.0 + value.minute * 60 + value.second
    return float(value) if isinstance(value, int | float) else 0.0


def _by_ladder(one: RankInput, heads: Mapping[str, int]) -> Key:
    """The rung, then as the head of the own mission ranks, then the day of arrival (VCDR 17)."""
    rung = codes.staff_order(one.function) or _LAST
    return (rung, heads.get(one.country, _LAST), one.since or _LATE)


def _by_exequatur(one: RankInput) -> Key:
    """Class, career before honorary in each, then the exequatur; acting heads last (VCCR 16).

    Without an exequatur date: after those with one, by the day the function was taken up.
    """
    rank_class = codes.consular_class(one.function) or _LAST
    honorary = int(codes.is_honorary(one.function))
    return (rank_class, honorary, one.exequatur_on or _LATE, one.since or _LATE)


def _shared_days(ordered: Sequence[RankInput]) -> dict[UUID, int]:
    """For heads of mission received on one day: who was the how-manyth."""
    by_day: dict[tuple[str, dt.date], list[UUID]] = {}
    for one in ordered:
        if one.credentials_on and one.function != codes.Function.CHARGE_AI and not one.substitute:
            by_day.setdefault((one.receiving_body, one.credentials_on), []).append(one.id)
    many = [ids for ids in by_day.values() if len(ids) > 1]
    return {row_id: at for ids in many for at, row_id in enumerate(ids, start=1)}


def _moved(
    by_rule: list[tuple[RankInput, Sentence]], manual: Mapping[UUID, Manual]
) -> list[tuple[RankInput, Sentence]]:
    """Take those with a place of their own out, then put them in, the lowest place first."""
    stay = [entry for entry in by_rule if entry[0].id not in manual]
    chosen = [entry for entry in by_rule if entry[0].id in manual]
    for one, _rule in sorted(chosen, key=lambda entry: manual[entry[0].id].place):
        wish = manual[one.id]
        told = N_("Moved to {place}: {reason}")
        reason = say(told, place=wish.place, reason=wish.reason)
        stay.insert(min(wish.place - 1, len(stay)), (one, reason))
    return stay
