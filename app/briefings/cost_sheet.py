"""What a mission costs and who pays which part, to the cent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import (
    Block,
    Callout,
    Column,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Row,
    Table,
    muted,
)
from app.briefings.house import Audience, Frame, frame
from app.core.text import N_, Language, format_date, n, t
from app.missions.queries import CostRow, Costs, costs
from app.missions.rules.costs import Money
from app.missions.rules.figures import amount, decimal, plain_amount
from app.missions.rules.shares import Payer, PayerKey, payer_label

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document, Words

_PART_NAMES = 3  # so many payers are named beside a line


@dataclass(frozen=True, slots=True)
class CostSheet:
    """The costs of a mission before they are laid out; others see participants as one payer."""

    frame: Frame
    costs: Costs


def compose(
    session: Session, mission_id: UUID, language: Language, audience: Audience
) -> CostSheet:
    """The costs with who pays them."""
    return CostSheet(frame(session, language, audience), costs(session, mission_id))


def document(sheet: CostSheet) -> Document:
    """Lay the sheet out."""
    language, found = sheet.frame.language, sheet.costs
    internal = sheet.frame.audience is Audience.INTERNAL
    blocks: list[Block] = [_facts(found, language), Heading(t(N_("Costs"), language))]
    blocks.append(_lines(sheet))
    if found.lines:
        blocks += [Heading(t(N_("Who pays"), language)), _payers(sheet)]
        blocks.append(Paragraph(_rounding(language), "note"))
    blocks += _rates(found, language)
    if internal and found.findings:
        told = "\n".join(one.to(language) for one in found.findings)
        blocks.append(Callout(told, "attention", t(N_("To look at"), language)))
    title = t(N_("Costs"), language)
    return sheet.frame.document(title, tuple(blocks), found.party.title)


def _facts(found: Costs, language: Language) -> Facts:
    rows = [(N_("Planned"), _by_currency(found, "planned", language))]
    if found.totals("paid"):
        rows.append((N_("Paid"), _by_currency(found, "paid", language)))
    rows.append((N_("In euro"), amount(found.euro("due"), language)))
    return Facts(tuple(Fact(t(label, language), value) for label, value in rows if value))


def _by_currency(found: Costs, what: str, language: Language) -> str:
    return " + ".join(amount(one, language) for one in found.totals(what).values())


def _lines(sheet: CostSheet) -> Table:
    language = sheet.frame.language
    columns = (
        Column(t(N_("What for"), language), share=2, weight=600),
        Column(t(N_("Day"), language), width=22),
        Column(t(N_("Planned"), language), width=27, kind="number"),
        Column(t(N_("Paid"), language), width=27, kind="number"),
        Column(t(N_("In euro"), language), width=24, kind="number"),
        Column(t(N_("Who pays"), language), share=1.8),
    )
    rows = [Row(_line(one, sheet), one.draft.what) for one in sheet.costs.lines]
    if rows:
        total = sheet.costs.euro("due")
        cells = (t(N_("Total"), language), "", "", "", plain_amount(total, language), "")
        rows.append(Row(cells, strong=True))
    return Table(columns, tuple(rows), t(N_("No cost is noted yet."), language))


def _line(one: CostRow, sheet: CostSheet) -> tuple[Words, ...]:
    language = sheet.frame.language
    euro = one.paid_euro if one.paid is not None else one.planned_euro
    if one.due is None:
        euro_words: Words = ""
    elif euro is None:
        euro_words = (muted(t(N_("no rate"), language)),)
    else:
        euro_words = plain_amount(euro, language)
    return (
        one.draft.what,
        format_date(one.draft.spent_on, language, "short") if one.draft.spent_on else "",
        amount(one.planned, language) if one.planned else "",
        amount(one.paid, language) if one.paid else "",
        euro_words,
        parts_told(one, language, named=sheet.frame.audience is Audience.INTERNAL),
    )


def parts_told(one: CostRow, language: Language, *, named: bool = True) -> str:
    """Who pays a line: the city, partners by name, participants by name where they are few."""
    people = [part for part in one.parts if part.payer.payer == Payer.PARTICIPANT]
    told = [
        payer_name(part.payer, language)
        for part in one.parts
        if part.payer.payer != Payer.PARTICIPANT and part.money.units
    ]
    if named and len(people) <= _PART_NAMES:
        told += [part.payer.name for part in people]
    elif people:
        told.append(n(N_("{n} participant"), N_("{n} participants"), len(people), language))
    return ", ".join(told)


def payer_name(payer: PayerKey, language: Language) -> str:
    """How a payer is called on a list."""
    return payer.name or payer_label(payer.payer).to(language)


def _payers(sheet: CostSheet) -> Table:
    language, due = sheet.frame.language, sheet.costs.due
    entries = _entries(sheet)
    currencies = list(sheet.costs.totals("due"))
    columns = [Column(t(N_("Payer"), language), share=2, weight=600)]
    columns += [Column(one, width=28, kind="number") for one in currencies]
    if currencies != ["EUR"]:
        columns.append(Column(t(N_("In euro"), language), width=28, kind="number"))
    rows = []
    for label, keys in entries:
        cells = [label]
        for currency in currencies:
            units = sum(due.by_currency.get(key, {}).get(currency, Money(0)).units for key in keys)
            cells.append(plain_amount(Money(units, currency), language))
        if currencies != ["EUR"]:
            units = sum(due.euro.get(key, Money(0)).units for key in keys)
            cells.append(plain_amount(Money(units), language))
        rows.append(Row(tuple(cells), label))
    cells = [t(N_("Total"), language)]
    cells += [plain_amount(one, language) for one in sheet.costs.totals("due").values()]
    if currencies != ["EUR"]:
        cells.append(plain_amount(sheet.costs.euro("due"), language))
    rows.append(Row(tuple(cells), strong=True))
    return Table(tuple(columns), tuple(rows))


def _entries(sheet: CostSheet) -> list[tuple[str, list[PayerKey]]]:
    """Payers in the order city, partners, participants; outside, all participants as one."""
    language = sheet.frame.language
    order = list(Payer)
    keys = sorted(
        sheet.costs.due.by_currency, key=lambda one: (order.index(Payer(one.payer)), one.name)
    )
    people = [one for one in keys if one.payer == Payer.PARTICIPANT]
    if sheet.frame.audience is Audience.INTERNAL or not people:
        gone = {one.id for one in sheet.costs.party.people if one.status == "withdrawn"}
        return [(_told(one, language, gone=one.id in gone), [one]) for one in keys]
    others = [(payer_name(one, language), [one]) for one in keys if one not in people]
    label = n(N_("{n} participant"), N_("{n} participants"), len(people), language)
    return [*others, (label, people)]


def _told(payer: PayerKey, language: Language, *, gone: bool) -> str:
    name = payer_name(payer, language)
    return t(N_("{name} (withdrew)"), language, name=name) if gone else name


def _rounding(language: Language) -> str:
    return t(
        N_(
            "What was paid counts, else what is planned. A line in another currency becomes euro"
            " once, by the last rate known on its day, rounded half to even. Shares get their whole"
            " cents; the cents left over go to the largest remainders, so that the parts add up to"
            " the line."
        ),
        language,
    )


def _rates(found: Costs, language: Language) -> list[Block]:
    used = {(one.rate.currency, one.rate.day): one.rate for one in found.lines if one.rate}
    if not used:
        return []
    columns = (
        Column(t(N_("Currency"), language), width=24, weight=600),
        Column(t(N_("Day"), language), width=30),
        Column(t(N_("In euro"), language), width=30, kind="number"),
        Column(t(N_("Source"), language)),
    )
    rows = tuple(
        Row(
            (
                one.currency,
                format_date(one.day, language),
                decimal(one.euro, language, 8),
                one.source,
            )
        )
        for _key, one in sorted(used.items())
    )
    return [Heading(t(N_("Rates used"), language), 2), Table(columns, rows)]
