"""Who pays which part of a mission's costs, also of one who withdrew, to the cent.

A line is split once by the weights of its shares (`costs.split`: the units left over go to the
largest remainders, then to the first). What somebody who withdrew no longer owes of their part, the
city pays. So the parts of a line add up to the line, and payers to the whole, in every currency. A
line in another currency is turned into euro once, by the last rate known on its day, rounded half
to even; its euro are then split by the same weights.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.errors import InvalidError
from app.core.text import N_, Sentence, say
from app.missions.rules.costs import Money, in_euro, rate_on, split

if TYPE_CHECKING:
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
FREE_UNTIL = "free_until:"
"""Prefix of the rule "free until a day", with the day in ISO form behind it."""
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
        last = _iso(rule.removeprefix(FREE_UNTIL))
        free = last is not None and withdrawn_on is not None and withdrawn_on <= last
        return Owed.NOTHING if free else Owed.ALL
    if rule in set(Owed):
        return Owed(rule)
    return _OTHER_WORDS.get(rule, Owed.ALL)


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def shared(amount: Money, shares: Sequence[Share], people: Mapping[UUID, Going]) -> list[Part]:
    """The parts of an amount, each payer once, the city first; they add up to it.

    Args:
        amount: what a line costs; a refund is negative.
        shares: who pays by weight; the city where there are none, or none counts.
        people: the participants who have or had a place. Whoever withdrew pays by their rule.
    """
    weighed = _weighed(shares, people)
    if not weighed:
        return [Part(CITY, amount)]
    owed: dict[PayerKey, int] = {CITY: 0}
    parts = split(amount, [weight for _key, weight, _own in weighed])
    for (key, _weight, own), money in zip(weighed, parts, strict=True):
        due = _due(money, people.get(key.id) if key.id else None, own=own)
        owed[key] = owed.get(key, 0) + due.units
        owed[CITY] += money.units - due.units
    named = any(key == CITY for key, _weight, _own in weighed)
    return [
        Part(key, Money(units, amount.currency))
        for key, units in owed.items()
        if units or key != CITY or named
    ]


def _weighed(
    shares: Sequence[Share], people: Mapping[UUID, Going]
) -> list[tuple[PayerKey, int, bool]]:
    """Payer, weight, and whether the share is in their own name; nothing that weighs nothing."""
    found: list[tuple[PayerKey, int, bool]] = []
    for one in shares:
        if one.payer != Payer.PARTICIPANT:
            key = PayerKey(one.payer, one.name if one.payer == Payer.PARTNER else "")
            found.append((key, one.weight, True))
        elif one.participant is not None:
            found.append((_key(one.participant, people), one.weight, True))
        else:
            found += [(_key(person, people), one.weight, False) for person in people]
    return [one for one in found if one[1] > 0]


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
    people: Mapping[UUID, Going],
) -> Sums:
    """Add up lines, each as amount, the same in euro (None without a rate), and its shares."""
    by_currency: dict[PayerKey, dict[str, Money]] = {}
    euro: dict[PayerKey, Money] = {}
    unrated = 0
    for amount, converted, shares in amounts:
        if amount is None:
            continue
        for part in shared(amount, shares, people):
            known = by_currency.setdefault(part.payer, {})
            known[amount.currency] = _plus(known.get(amount.currency), part.money)
        unrated += converted is None
        for part in shared(converted, shares, people) if converted is not None else ():
            euro[part.payer] = _plus(euro.get(part.payer), part.money)
    return Sums(by_currency, euro, unrated)


def _plus(known: Money | None, more: Money) -> Money:
    return Money((known.units if known else 0) + more.units, more.currency)
