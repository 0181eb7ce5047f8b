"""Who pays which part of a mission's costs, also of one who withdrew, to the cent.

A line is split once by the weights of its shares (`costs.split`: the units left over go to the
largest remainders, then to the first). What somebody who withdrew no longer owes of their part, the
city pays. So the parts of a line add up to the line, and payers to the whole, in every currency. A
line in another currency is turned into euro once, by the last rate known on its day, rounded half
to even; its euro are then split by the same weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.errors import InvalidError
from app.core.text import N_, Sentence, say
from app.missions.rules.costs import Money, in_euro, rate_on, split
from app.missions.rules.withdrawal import FREE_UNTIL, free_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from app.missions.rules.costs import Rate


class Payer(StrEnum):
    """Who pays: the city, a partner by name, participants."""

    CITY = "city"
    PARTNER = "partner"
    PARTICIPANT = "participant"


class Owed(StrEnum):
    """What somebody who withdrew still owes of their shares."""

    NOTHING = "nothing"
    REPLACED = "replaced"
    DEPOSIT = "deposit"
    HALF = "half"
    ALL = "all"


_OTHER_WORDS = {"free": Owed.NOTHING, "full": Owed.ALL, "": Owed.ALL}
_LABELS = {
    Payer.CITY: N_("The city"),
    Payer.PARTNER: N_("Partner"),
    Payer.PARTICIPANT: N_("Participant"),
}


def payer_label(code: str) -> Sentence:
    """The word for a kind of payer."""
    return say(_LABELS[Payer(code)])


@dataclass(frozen=True, slots=True)
class Going:
    """A participant as costs see them: name, whether they withdrew, when, and by which rule."""

    name: str
    unit: str = ""
    withdrawn: bool = False
    withdrawn_on: dt.date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a line by weight; a participant's without `participant` is one of each of them."""

    payer: str = Payer.CITY
    weight: int = 1
    name: str = ""
    participant: UUID | None = None


@dataclass(frozen=True, slots=True)
class PayerKey:
    """Who pays: `id` of a participant, else a partner's `name`, else the city."""

    payer: str = Payer.CITY
    name: str = ""
    id: UUID | None = None


CITY = PayerKey()


@dataclass(frozen=True, slots=True)
class Part:
    """What a payer owes of an amount."""

    payer: PayerKey
    money: Money


def owed_rule(rule: str, withdrawn_on: dt.date | None) -> Owed:
    """The rule of a withdrawal, "free until a day" already decided.

    Without a rule everything is owed; so it is where the day of the withdrawal is not known.
    """
    if rule.startswith(FREE_UNTIL):
        last = free_day(rule)
        free = last is not None and withdrawn_on is not None and withdrawn_on <= last
        return Owed.NOTHING if free else Owed.ALL
    if rule in set(Owed):
        return Owed(rule)
    return _OTHER_WORDS.get(rule, Owed.ALL)


def shared(amount: Money, shares: Sequence[Share], people: Mapping[UUID, Going]) -> list[Part]:
    """The parts of an amount, each payer once, the city first; they add up to it.

    Args:
        amount: what a line costs; a refund is negative.
        shares: who pays by weight; the city where there are none, or none counts.
        people: the participants who have or had a place. Whoever withdrew pays by their rule.
    """
    return Sharing(people).parts(amount, tuple(shares))


class Sharing:
    """Splits amounts among the participants of one mission; each split is reckoned once."""

    def __init__(self, people: Mapping[UUID, Going]) -> None:
        """`people` are the participants who have or had a place."""
        self._people = people
        self._weighings: dict[tuple[Share, ...], _Weighing] = {}
        self._known: dict[tuple[int, Money], list[int]] = {}

    def parts(self, amount: Money, shares: tuple[Share, ...]) -> list[Part]:
        """As `shared`."""
        weighing = self.weighing(shares)
        return [
            Part(key, Money(units, amount.currency))
            for key, units in zip(weighing.keys, self.owed(amount, weighing), strict=True)
            if units or key != CITY or weighing.city_shares
        ]

    def weighing(self, shares: tuple[Share, ...]) -> _Weighing:
        """Shares made ready."""
        known = self._weighings.get(shares)
        if known is None:
            known = self._weighings[shares] = _weighed(shares, self._people)
        return known

    def owed(self, amount: Money, weighing: _Weighing) -> list[int]:
        """Minor units by payer, in the order of the weighing's keys; they add up to the amount."""
        key = (id(weighing), amount)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _owed(amount, weighing)
        return known


@dataclass(frozen=True, slots=True)
class _Weighing:
    """Shares made ready: each payer once, the city first; `entries` are a payer's place, a weight,
    who it is of (None where it is no participant) and whether the share is in their own name.
    """

    keys: tuple[PayerKey, ...]
    entries: tuple[tuple[int, int, Going | None, bool], ...]
    city_shares: bool


def _weighed(shares: Sequence[Share], people: Mapping[UUID, Going]) -> _Weighing:
    """What weighs nothing is left out; where nothing is left the city pays."""
    found: list[tuple[PayerKey, int, bool]] = []
    for one in [one for one in shares if one.weight > 0]:
        if one.payer != Payer.PARTICIPANT:
            key = PayerKey(one.payer, one.name if one.payer == Payer.PARTNER else "")
            found.append((key, one.weight, True))
        elif one.participant is not None:
            found.append((_key(one.participant, people), one.weight, True))
        else:
            found += [(_key(person, people), one.weight, False) for person in people]
    found = found or [(CITY, 1, True)]
    places = {CITY: 0}
    for key, _weight, _own in found:
        places.setdefault(key, len(places))
    entries = tuple(
        (places[key], weight, people.get(key.id) if key.id else None, own)
        for key, weight, own in found
    )
    return _Weighing(tuple(places), entries, any(key == CITY for key, _weight, _own in found))


def _owed(amount: Money, weighing: _Weighing) -> list[int]:
    """Minor units by payer, in the order of the weighing's keys; they add up to the amount."""
    owed = [0] * len(weighing.keys)
    parts = split(amount, [weight for _place, weight, _who, _own in weighing.entries])
    for (place, _weight, who, own), money in zip(weighing.entries, parts, strict=True):
        due = _due(money, who, own=own).units
        owed[place] += due
        owed[0] += money.units - due
    return owed


def _key(person: UUID, people: Mapping[UUID, Going]) -> PayerKey:
    name = people[person].name if person in people else ""
    return PayerKey(Payer.PARTICIPANT, name, person)


def _due(part: Money, who: Going | None, *, own: bool) -> Money:
    """What is owed of a part: all of it, unless somebody withdrew by a milder rule."""
    if who is None or not who.withdrawn:
        return part
    rule = owed_rule(who.rule, who.withdrawn_on)
    if rule is Owed.ALL or (rule is Owed.DEPOSIT and own):
        return part
    if rule is Owed.HALF:
        return split(part, [1, 1])[0]
    return Money(0, part.currency)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of costs: what was planned and paid, the day of its rate, who pays."""

    planned: Money | None
    paid: Money | None
    day: dt.date
    shares: tuple[Share, ...] = ()

    @property
    def due(self) -> Money | None:
        """What counts: what was paid, else what was planned."""
        return self.paid if self.paid is not None else self.planned


def euro_of(amount: Money | None, day: dt.date, rates: Iterable[Rate]) -> Money | None:
    """An amount in euro by the rate of its day; None where there is no amount or no rate."""
    if amount is None:
        return None
    try:
        return in_euro(amount, rate_on(rates, amount.currency, day))
    except InvalidError:
        return None


@dataclass(frozen=True, slots=True)
class Sums:
    """What each payer owes by currency, and in euro as far as rates are known.

    `unrated` counts the lines of which no rate is known: they are in `by_currency` only.
    """

    by_currency: dict[PayerKey, dict[str, Money]]
    euro: dict[PayerKey, Money]
    unrated: int


def sums(
    amounts: Iterable[tuple[Money | None, Money | None, tuple[Share, ...]]],
    people: Mapping[UUID, Going] | Sharing,
) -> Sums:
    """Add up lines, each as amount, the same in euro (None without a rate), and its shares."""
    sharing = people if isinstance(people, Sharing) else Sharing(people)
    counted: dict[tuple[Share, ...], _Counted] = {}
    unrated = 0
    for amount, converted, shares in amounts:
        if amount is None:
            continue
        if shares not in counted:
            counted[shares] = _Counted(sharing, shares)
        counted[shares].add(amount, converted)
        unrated += converted is None
    by_currency: dict[PayerKey, dict[str, int]] = {}
    euro: dict[PayerKey, int] = {}
    for one in counted.values():
        one.tell(by_currency, euro)
    owed = {
        key: {currency: Money(units, currency) for currency, units in theirs.items()}
        for key, theirs in by_currency.items()
    }
    return Sums(owed, {key: Money(units) for key, units in euro.items()}, unrated)


class _Counted:
    """What lines with the same shares add up to, by place of the payer."""

    def __init__(self, sharing: Sharing, shares: tuple[Share, ...]) -> None:
        self._sharing = sharing
        self._weighing = sharing.weighing(shares)
        self._owed: dict[str, list[int]] = {}
        self._euro: list[int] | None = None

    def add(self, amount: Money, converted: Money | None) -> None:
        """Count a line."""
        owed = self._sharing.owed(amount, self._weighing)
        self._owed[amount.currency] = _plus(self._owed.get(amount.currency), owed)
        if converted is not None:
            same = self._sharing.owed(converted, self._weighing)
            self._euro = _plus(self._euro, same)

    def tell(self, by_currency: dict[PayerKey, dict[str, int]], euro: dict[PayerKey, int]) -> None:
        """Add what was counted to the sums of all."""
        skipped = CITY if not self._weighing.city_shares else None
        for currency, units in self._owed.items():
            for key, part in zip(self._weighing.keys, units, strict=True):
                if part or key != skipped:
                    theirs = by_currency.setdefault(key, {})
                    theirs[currency] = theirs.get(currency, 0) + part
        for key, part in zip(self._weighing.keys, self._euro or (), strict=False):
            if part or key != skipped:
                euro[key] = euro.get(key, 0) + part


def _plus(known: list[int] | None, more: list[int]) -> list[int]:
    return more if known is None else [one + two for one, two in zip(known, more, strict=True)]
