"""What a mission costs, who pays what, and the lines of the invoices."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core import clock
from app.core.text import N_, say
from app.dossiers.model import CostLine
from app.missions.draft.costs import CostDraft, RateDraft, ShareDraft
from app.missions.model import CostShare, ExchangeRate
from app.missions.queries.who import Party, party
from app.missions.rules.costs import Money, Rate, rate_on, totals
from app.missions.rules.shares import (
    Going,
    Part,
    PayerKey,
    Share,
    Sharing,
    Sums,
    euro_of,
    shared,
    sums,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Sentence

COST_FIELDS = tuple(name for name in CostDraft.__slots__ if name != "shares")
_LEAVES = frozenset({"withdrawn"})
_NEVER_PAYS = frozenset({"waiting"})


@dataclass(frozen=True, slots=True)
class CostRow:
    """A line: planned and paid in its currency and in euro (None where no rate is known).

    `rate` is the one that counts, of the last day known until `day`; `parts` share what was paid,
    else what was planned.
    """

    id: UUID
    revision: UUID
    draft: CostDraft
    day: dt.date
    rate: Rate | None
    planned: Money | None
    paid: Money | None
    planned_euro: Money | None
    paid_euro: Money | None
    parts: tuple[Part, ...]

    @property
    def due(self) -> Money | None:
        """What counts: what was paid, else what was planned."""
        return self.paid if self.paid is not None else self.planned


@dataclass(frozen=True, slots=True)
class RateRow:
    """A rate of exchange as kept."""

    id: UUID
    revision: UUID
    draft: RateDraft


@dataclass(frozen=True, slots=True)
class Costs:
    """The costs of a mission.

    `planned` counts lines as planned, `due` as paid, else as planned; `totals_*` are the same by
    currency over all payers, and `euro_*` in euro of the lines with a rate.
    """

    party: Party
    lines: tuple[CostRow, ...]
    rates: tuple[RateRow, ...]
    planned: Sums
    paid: Sums
    due: Sums
    findings: tuple[Sentence, ...]

    def totals(self, what: str) -> Mapping[str, Money]:
        """Lines added up by currency: "planned", "paid" or "due"."""
        found = (getattr(one, what) for one in self.lines)
        return totals(one for one in found if one is not None)

    def euro(self, what: str) -> Money:
        """Payers added up in euro: "planned", "paid" or "due"."""
        counted: Sums = getattr(self, what)
        return Money(sum(one.units for one in counted.euro.values()))


def costs(session: Session, mission_id: UUID) -> Costs:
    """What a mission costs.

    Raises:
        NotFoundError: there is no such mission (any more).
    """
    who = party(session, mission_id)
    people = payers(who)
    kept_rates = rates(session)
    known = tuple(_rate(one.draft) for one in kept_rates)
    shares = _shares(session, who)
    query = select(CostLine).where(CostLine.dossier_id == mission_id)
    query = query.order_by(CostLine.position, CostLine.id)
    usual = who.starts_on or clock.today()
    sharing = Sharing(people)
    lines = tuple(
        _line(one, tuple(shares[one.id]), usual, known, sharing) for one in session.scalars(query)
    )
    return Costs(
        who,
        lines,
        kept_rates,
        sums(_amounts(lines, "planned"), sharing),
        sums(_amounts(lines, "paid"), sharing),
        sums(_amounts(lines, "due"), sharing),
        tuple(_findings(lines, who)),
    )


def payers(who: Party) -> dict[UUID, Going]:
    """The participants as costs see them: whoever has or had a place."""
    return {
        one.id: Going(one.name, one.unit, one.status in _LEAVES, one.withdrawn_on, one.rule)
        for one in who.people
        if one.status not in _NEVER_PAYS
    }


def rates(session: Session) -> tuple[RateRow, ...]:
    """All rates of exchange, by currency, the latest first."""
    query = select(ExchangeRate).order_by(
        ExchangeRate.currency, ExchangeRate.day.desc(), ExchangeRate.id
    )
    return tuple(
        RateRow(one.id, one.revision, RateDraft(one.currency, one.day, one.euro, one.source))
        for one in session.scalars(query)
    )


def _rate(draft: RateDraft) -> Rate:
    """A kept rate; one that is no number (written by hand elsewhere) is worth nothing."""
    try:
        value = Decimal(draft.euro)
    except InvalidOperation:
        value = Decimal(0)
    return Rate(draft.currency, draft.day or clock.today(), value, draft.source)


def _shares(session: Session, who: Party) -> dict[UUID, list[ShareDraft]]:
    """The shares of each line: the city, partners by name, participants as they are listed."""
    query = (
        select(CostShare)
        .join(CostLine, CostLine.id == CostShare.line_id)
        .where(CostLine.dossier_id == who.mission)
    )
    kinds = {"city": 0, "partner": 1, "participant": 2}
    places = {one.id: at for at, one in enumerate(who.people)}

    def order(one: CostShare) -> tuple[int, str, int, str]:
        place = places.get(one.participant_id, -1) if one.participant_id else -1
        return (kinds.get(one.payer, 3), one.name, place, str(one.id))

    found: dict[UUID, list[ShareDraft]] = defaultdict(list)
    for one in sorted(session.scalars(query), key=order):
        draft = ShareDraft(one.payer, one.weight, one.name, one.participant_id)
        found[one.line_id].append(draft)
    return found


def _line(
    one: CostLine,
    drafts: tuple[ShareDraft, ...],
    usual: dt.date,
    known: tuple[Rate, ...],
    sharing: Sharing,
) -> CostRow:
    draft = CostDraft(**{name: getattr(one, name) for name in COST_FIELDS}, shares=drafts)
    day = one.spent_on or usual
    planned = None if one.planned is None else Money(one.planned, one.currency)
    paid = None if one.paid is None else Money(one.paid, one.currency)
    due = paid if paid is not None else planned
    return CostRow(
        one.id,
        one.revision,
        draft,
        day,
        rate_on(known, one.currency, day),
        planned,
        paid,
        euro_of(planned, day, known),
        euro_of(paid, day, known),
        tuple(sharing.parts(due, ruled_shares(draft))) if due is not None else (),
    )


def ruled_shares(draft: CostDraft) -> tuple[Share, ...]:
    """The shares of a line as rules read them."""
    return tuple(Share(one.payer, one.weight, one.name, one.participant) for one in draft.shares)


def _amounts(
    lines: Iterable[CostRow], what: str
) -> Iterable[tuple[Money | None, Money | None, tuple[Share, ...]]]:
    for one in lines:
        euro = {"planned": one.planned_euro, "paid": one.paid_euro}.get(what)
        if what == "due":
            euro = one.paid_euro if one.paid is not None else one.planned_euro
        yield getattr(one, what), euro, ruled_shares(one.draft)


def _findings(lines: tuple[CostRow, ...], who: Party) -> Iterable[Sentence]:
    lacking = sorted({one.draft.currency for one in lines if one.rate is None} - {"EUR"})
    for currency in lacking:
        told = N_("No rate of {currency} is known: the total in euro leaves these lines out.")
        yield say(told, currency=currency)
    for one in who.people:
        if one.status in _LEAVES and not one.rule:
            told = N_("{name} withdrew and no rule says what is owed: everything is counted.")
            yield say(told, name=one.name)


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """What somebody is invoiced for: one line's part of one payer, in its currency and in euro."""

    payer: PayerKey
    unit: str
    what: str
    day: dt.date
    money: Money
    euro: Money | None
    withdrawn: bool


def invoice_lines(session: Session, mission_id: UUID) -> list[InvoiceLine]:
    """Every part that partners and participants owe, by payer; nothing of the city's own."""
    found = costs(session, mission_id)
    people = payers(found.party)
    made = []
    for line in found.lines:
        euro = line.paid_euro if line.paid is not None else line.planned_euro
        shares = ruled_shares(line.draft)
        parts = shared(euro, shares, people) if euro is not None else []
        in_euro = {part.payer: part.money for part in parts}
        made += [_invoiced(line, part, in_euro.get(part.payer), people) for part in line.parts]
    owed = [one for one in made if one.payer.payer != "city" and one.money.units]
    return sorted(owed, key=lambda one: (one.payer.payer, one.unit, one.payer.name, one.day))


def _invoiced(
    line: CostRow, part: Part, euro: Money | None, people: Mapping[UUID, Going]
) -> InvoiceLine:
    who = people.get(part.payer.id) if part.payer.id else None
    return InvoiceLine(
        part.payer,
        who.unit if who else "",
        line.draft.what,
        line.day,
        part.money,
        euro,
        bool(who and who.withdrawn),
    )
