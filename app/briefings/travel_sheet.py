"""How a delegation travels and what that emits, each leg with the row it was counted with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import (
    Block,
    Callout,
    Column,
    Fact,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Row,
    Table,
    muted,
)
from app.briefings.house import Audience, Frame, frame
from app.briefings.travel_words import factor_value, factor_words, modes_chart, modes_told
from app.core.text import N_, Language, format_date, format_time, n, t
from app.missions.queries import LegRow, Sum, Travel, travel
from app.missions.rules.figures import hours, kilograms, kilometres
from app.missions.rules.travel import Mode
from app.missions.rules.travel_words import factor_title, how

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document, Words

    Key = tuple[UUID, float]
    """A factor row and what it said when a leg was counted."""

_SHARES_SHOWN = 2  # from so many units on a table of units says something


@dataclass(frozen=True, slots=True)
class TravelSheet:
    """The travel of a mission before it is laid out; names of travellers are for the house."""

    frame: Frame
    travel: Travel


def compose(
    session: Session, mission_id: UUID, language: Language, audience: Audience
) -> TravelSheet:
    """The legs of a mission with their emissions."""
    return TravelSheet(frame(session, language, audience), travel(session, mission_id))


def document(sheet: TravelSheet) -> Document:
    """Lay the sheet out."""
    language, found = sheet.frame.language, sheet.travel
    internal = sheet.frame.audience is Audience.INTERNAL
    blocks: list[Block] = [travel_facts(found, language)]
    if found.by_mode:
        caption = t(N_("kg CO2e by mode"), language)
        drawing = modes_chart(found.by_mode, language)
        blocks.append(Figure(drawing, modes_told(found.by_mode, language), caption))
    blocks += [Heading(t(N_("Legs"), language)), _legs(found.legs, language)]
    blocks += [*train_first(found, language, internal=internal), *_rows(found.legs, language)]
    if len(found.by_unit) >= _SHARES_SHOWN:
        title = t(N_("By organisation"), language)
        blocks += [Heading(title), _sums(found.by_unit, N_("Organisation"), language)]
    if internal and found.by_person:
        title = t(N_("By traveller"), language)
        blocks += [Heading(title), _sums(found.by_person, N_("Traveller"), language)]
    if internal:
        blocks += _looked_at(found.legs, language)
    title = t(N_("Travel and CO2"), language)
    return sheet.frame.document(title, tuple(blocks), found.party.title)


def travel_facts(found: Travel, language: Language) -> Facts:
    """What a mission emitted, per traveller, by which sources."""
    total, people = found.total, len(found.party.going())
    each = kilograms(total.kg / people, language) if people else ""
    lacking = ""
    if total.uncounted:
        one, more = N_("{n} journey is not counted"), N_("{n} journeys are not counted")
        lacking = n(one, more, total.uncounted, language)
    emission = ", ".join(part for part in (kilograms(total.kg, language), lacking) if part)
    rows: tuple[tuple[str, Words], ...] = (
        (N_("Emission"), emission),
        (N_("Per traveller"), each),
        (N_("Travellers"), str(people)),
        (N_("Passenger-kilometres"), kilometres(total.km, language)),
        (N_("Sources"), "; ".join(found.sources)),
    )
    return Facts(tuple(Fact(t(label, language), value) for label, value in rows if value))


def _legs(legs: Sequence[LegRow], language: Language) -> Table:
    columns = (
        Column(t(N_("When"), language), width=23),
        Column(t(N_("From – to"), language), share=2, weight=600),
        Column(t(N_("How"), language), share=1.4),
        Column(t(N_("Pers."), language), width=11, kind="number"),
        Column(t(N_("Km"), language), width=15, kind="number"),
        Column(t(N_("kg each"), language), width=17, kind="number"),
        Column(t(N_("kg all"), language), width=17, kind="number"),
        Column(t(N_("Row"), language), width=10, kind="number"),
    )
    numbers = _numbers(legs)
    rows = tuple(Row(_leg(one, numbers, language), one.route) for one in legs)
    return Table(columns, rows, t(N_("No leg is planned yet."), language))


def _leg(one: LegRow, numbers: Mapping[Key, int], language: Language) -> tuple[Words, ...]:
    draft = one.draft
    when = ""
    if draft.departs_at:
        day = format_date(draft.departs_at, language, "short")
        when = f"{day}\n{format_time(draft.departs_at, language)}"
    carrier = " ".join(part for part in (draft.operator, draft.number) if part)
    way: Words = how(draft.mode, draft.travel_class).to(language)
    if carrier:
        way = (f"{way}\n", muted(carrier))
    place = numbers.get(_key(one)) if one.factor else None
    return (
        when,
        one.route,
        way,
        str(one.going),
        kilometres(draft.distance_km, language).split("\u00a0")[0] if draft.distance_km else "—",
        _kg(one.kg_each, language),
        _kg(one.kg_all, language),
        str(place) if place else "—",
    )


def _kg(value: float | None, language: Language) -> str:
    return "—" if value is None else kilograms(value, language).split("\u00a0")[0]


def _key(one: LegRow) -> Key:
    """The row of a leg and what it said when the leg was counted."""
    if one.factor is None or one.factor.key is None:
        return (one.id, 0.0)
    return (one.factor.key, one.factor_value or 0.0)


def _numbers(legs: Sequence[LegRow]) -> dict[Key, int]:
    used = dict.fromkeys(_key(one) for one in legs if one.factor is not None)
    return {key: at for at, key in enumerate(used, 1)}


def _rows(legs: Sequence[LegRow], language: Language) -> list[Block]:
    """The factor rows used, with source, edition and whether the office verified them."""
    numbers = _numbers(legs)
    if not numbers:
        return []
    columns = (
        Column("#", width=8, kind="number"),
        Column(t(N_("Source"), language), share=1.3, weight=600),
        Column(t(N_("For"), language), share=1.4),
        Column(t(N_("Value"), language), width=33),
        Column(t(N_("Remark"), language), share=2.4, role=None),
    )
    rows, told = [], set()
    for one in legs:
        factor = one.factor
        if factor is None or _key(one) in told:
            continue
        told.add(_key(one))
        checked = "" if factor.verified else t(N_("Not verified by the office."), language) + " "
        rows.append(
            Row(
                (
                    str(numbers[_key(one)]),
                    factor_title(factor.source, factor.edition),
                    factor_words(factor, language),
                    factor_value(one.factor_value or 0.0, factor, language),
                    (muted(checked + factor.note),),
                )
            )
        )
    heading = Heading(t(N_("Counted with"), language))
    said = t(
        N_(
            "A leg keeps the value it was counted with. Planes go the great circle between their"
            " airports, trains and cars the kilometres of the route."
        ),
        language,
    )
    return [heading, Table(columns, tuple(rows), size=8.0), Paragraph(said, "note")]


def train_first(found: Travel, language: Language, *, internal: bool) -> list[Block]:
    """The flights: how long the train would take, and why one flies; the house is asked for what
    nobody said.
    """
    flights = [one for one in found.legs if one.draft.mode == Mode.PLANE]
    if not flights:
        return []
    columns = (
        Column(t(N_("Flight"), language), share=1.5, weight=600),
        Column(t(N_("By train"), language), width=20, kind="number"),
        Column(t(N_("Why one flies"), language), share=2),
    )
    rows = tuple(Row(_flight(one, language, internal=internal), one.route) for one in flights)
    rule = t(
        N_("The train comes first wherever it arrives within {hours}."),
        language,
        hours=hours(found.train_limit),
    )
    heading = Heading(t(N_("The train first"), language))
    return [heading, Table(columns, rows), Paragraph(rule, "note")]


def _flight(one: LegRow, language: Language, *, internal: bool) -> tuple[Words, ...]:
    draft = one.draft
    minutes = hours(draft.train_minutes) if draft.train_minutes else "—"
    why: Words = draft.motive
    if one.train is not None:
        why = (muted(one.train.to(language)),) if internal else ""
    elif not draft.motive:
        why = t(N_("The train does not arrive within a working day."), language)
    return one.route, minutes, why


def _sums(sums: Sequence[Sum], label: str, language: Language) -> Table:
    columns = (
        Column(t(label, language), share=2, weight=600),
        Column(t(N_("Legs"), language), width=18, kind="number"),
        Column(t(N_("Km"), language), width=26, kind="number"),
        Column("kg CO2e", width=26, kind="number"),
    )
    rows = tuple(
        Row(
            (
                one.name or t(N_("No organisation"), language),
                str(one.legs),
                kilometres(one.km, language).split("\u00a0")[0],
                _kg(one.kg, language),
            ),
            one.name,
        )
        for one in sums
    )
    return Table(columns, rows)


def _looked_at(legs: Sequence[LegRow], language: Language) -> list[Block]:
    told = [f"{one.route}: {finding.to(language)}" for one in legs for finding in one.remarks]
    title = t(N_("To look at"), language)
    return [Callout("\n".join(told), "attention", title)] if told else []
