"""The travel of a year and its CO2 on paper: the years as a chart, this one in its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import (
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
from app.briefings.travel_words import factor_value, factor_words, year_chart_of
from app.briefings.years_chart import years_told
from app.core.text import N_, Language, n, t
from app.missions.queries import travel_years
from app.missions.rules.figures import decimal, hours, kilograms
from app.missions.rules.travel_words import factor_title, mode_label
from app.missions.rules.years import TravelYears, contradiction, year_of, year_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document, Words
    from app.missions.rules.years import BySource, CountedWith, Flown, YearPart

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class TravelYearPaper:
    """A year of travel before it is laid out; names of travellers are for the house."""

    frame: Frame
    found: TravelYears


def compose(
    session: Session, reference: UUID | None, language: Language, audience: Audience
) -> TravelYearPaper:
    """The year a reference stands for, else the latest that was travelled in."""
    found = travel_years(session, year_of(reference))
    return TravelYearPaper(frame(session, language, audience), found)


def document(paper: TravelYearPaper) -> Document:
    """Lay it out."""
    language, found = paper.frame.language, paper.found
    before = next((one for one in found.years if one.year == found.year - 1), None)
    said = year_words(found.of_year, before).to(language)
    blocks: list[Block] = [Paragraph(said, "lead"), _facts(found, language)]
    blocks += [*_figure(found, language), *_parts(paper)]
    blocks += [*_flown(found, language), *_rows(found, language), *_sources(found, language)]
    title = t(N_("Travel and CO2 in {year}"), language, year=str(found.year))
    return paper.frame.document(title, tuple(blocks))


def _facts(found: TravelYears, language: Language) -> Facts:
    row = found.of_year
    share = "—" if row.train_share is None else f"{row.train_share} %"
    flown = str(len(found.flown))
    if found.without_motive:
        one, more = N_("{n} without a motive"), N_("{n} without a motive")
        flown = f"{flown}, {n(one, more, found.without_motive, language)}"
    lacking = str(row.uncounted) if row.uncounted else ""
    rows = (
        (N_("Emission"), f"{kilograms(row.kg, language)} CO2e"),
        (N_("Of which by plane"), kilograms(row.plane_kg, language)),
        (N_("Journeys"), decimal(row.journeys, language)),
        (N_("Passenger-kilometres"), decimal(row.km, language)),
        (N_("By train, of train and plane"), share),
        (N_("Flights where a train arrives in time"), flown),
        (N_("Not counted"), lacking),
        (N_("Journeys without a day, in no year"), str(found.undated) if found.undated else ""),
    )
    return Facts(tuple(Fact(t(label, language), value) for label, value in rows if value))


def _figure(found: TravelYears, language: Language) -> list[Block]:
    if not found.years:
        return []
    caption = t(N_("kg CO2e by year. Blue: planes. Grey: all other modes."), language)
    drawing = year_chart_of(found, language)
    return [Figure(drawing, years_told(found.years, language), caption)]


def _parts(paper: TravelYearPaper) -> list[Block]:
    language, found = paper.frame.language, paper.found
    parts: list[tuple[str, str, Sequence[YearPart], Callable[[YearPart], str]]] = [
        (N_("By mode"), N_("Mode"), found.modes, lambda one: mode_label(one.name).to(language)),
        (N_("By mission"), N_("Mission"), found.missions, lambda one: one.name),
        (
            N_("By organisation"),
            N_("Organisation"),
            found.units,
            lambda one: one.name or t(N_("No organisation"), language),
        ),
    ]
    if paper.frame.audience is Audience.INTERNAL:
        parts.append((N_("By traveller"), N_("Traveller"), found.people, lambda one: one.name))
    blocks: list[Block] = []
    for title, label, rows, name in parts:
        if not rows:
            continue
        blocks += [Heading(t(title, language), 2), _table(rows, label, name, language)]
        left = len(rows) - _SHOWN
        if left > 0:
            more = n(N_("and {n} more"), N_("and {n} more"), left, language)
            blocks.append(Paragraph(more, "note"))
    return blocks


def _table(
    parts: Sequence[YearPart], label: str, name: Callable[[YearPart], str], language: Language
) -> Table:
    columns = (
        Column(t(label, language), share=3, weight=600),
        Column(t(N_("Travellers"), language), width=24, kind="number"),
        Column(t(N_("Journeys"), language), width=24, kind="number"),
        Column(t(N_("Km"), language), width=26, kind="number"),
        Column("kg CO2e", width=26, kind="number"),
    )
    rows = tuple(
        Row(
            (
                name(one),
                str(one.people),
                str(one.journeys),
                decimal(one.km, language),
                "—" if one.uncounted == one.journeys else _plain(one.kg, language),
            ),
            name(one),
        )
        for one in parts[:_SHOWN]
    )
    return Table(columns, rows)


def _plain(kg: float, language: Language) -> str:
    return kilograms(kg, language).split("\u00a0")[0]


def _flown(found: TravelYears, language: Language) -> list[Block]:
    """Flights although the train arrives within a working day, with their motives."""
    heading = Heading(t(N_("Flown although the train arrives in time"), language), 2)
    rule = t(
        N_("The train comes first wherever it arrives within {hours}."),
        language,
        hours=hours(found.train_limit),
    )
    if found.unasked:
        one = N_("Of {n} flight nobody looked up how long the train takes.")
        more = N_("Of {n} flights nobody looked up how long the train takes.")
        rule = f"{rule} {n(one, more, found.unasked, language)}"
    if not found.flown:
        none = t(N_("No flight was taken where a train arrives in time."), language)
        return [heading, Paragraph(none), Paragraph(rule, "note")]
    columns = (
        Column(t(N_("Flight"), language), share=1.6, weight=600),
        Column(t(N_("Mission"), language), share=1.6),
        Column(t(N_("Pers."), language), width=12, kind="number"),
        Column(t(N_("By train"), language), width=18, kind="number"),
        Column(t(N_("Why one flies"), language), share=2),
    )
    rows = tuple(Row(_flight(one, language), f"{one.start} – {one.end}") for one in found.flown)
    return [heading, Table(columns, rows), Paragraph(rule, "note")]


def _flight(one: Flown, language: Language) -> tuple[Words, ...]:
    lacking = (muted(t(N_("no motive is noted"), language)),)
    return (
        f"{one.start} – {one.end}",
        one.title,
        str(one.travellers),
        hours(one.train_minutes),
        one.motive or lacking,
    )


def _rows(found: TravelYears, language: Language) -> list[Block]:
    """The factor rows of the year, each with what it said, its source and what contradicts it."""
    if not found.counted_with:
        return []
    columns = (
        Column(t(N_("Source"), language), share=1.3, weight=600),
        Column(t(N_("For"), language), share=1.4),
        Column(t(N_("Value"), language), width=33),
        Column(t(N_("Journeys"), language), width=19, kind="number"),
        Column("kg CO2e", width=22, kind="number"),
        Column(t(N_("Remark"), language), share=2.4, role=None),
    )
    rows = tuple(Row(_row(one, language)) for one in found.counted_with)
    said = t(N_("A leg keeps the value it was counted with; a later edition changes no year."),
             language)  # fmt: skip
    heading = Heading(t(N_("Counted with"), language), 2)
    return [heading, Table(columns, rows, size=8.0), Paragraph(said, "note")]


def _row(one: CountedWith, language: Language) -> tuple[Words, ...]:
    factor = one.factor
    told = [] if factor.verified else [t(N_("Not verified by the office."), language)]
    if one.changed:
        now = decimal(factor.value, language, 5)
        told.append(t(N_("The row now says {now}."), language, now=now))
    told += [factor.note] if factor.note else []
    return (
        factor_title(factor.source, factor.edition),
        factor_words(factor, language),
        factor_value(one.value, factor, language),
        str(one.journeys),
        _plain(one.kg, language),
        (muted(" ".join(told)),),
    )


def _sources(found: TravelYears, language: Language) -> list[Block]:
    """What each source says of the same flights: sources contradict each other."""
    if not found.by_source:
        return []
    columns = (
        Column(t(N_("Source"), language), share=2, weight=600),
        Column(t(N_("Flights counted"), language), width=34, kind="number"),
        Column("kg CO2e", width=26, kind="number"),
        Column(t(N_("Remark"), language), share=1.6),
    )
    rows = tuple(Row(_source(one, language), one.source) for one in found.by_source)
    blocks: list[Block] = [
        Heading(t(N_("The same flights by each source"), language), 2),
        Table(columns, rows),
    ]
    apart = contradiction(found.by_source)
    if apart is not None:
        title = t(N_("Sources contradict each other"), language)
        blocks.append(Callout(apart.to(language), "attention", title))
    return blocks


def _source(one: BySource, language: Language) -> tuple[Words, ...]:
    told = [t(N_("used by the office"), language)] if one.chosen else []
    if one.lacking:
        lacking = n(
            N_("no row for {n} journey"), N_("no row for {n} journeys"), one.lacking, language
        )
        told.append(lacking)
    counted = f"{one.journeys - one.lacking} / {one.journeys}"
    return one.source, counted, _plain(one.kg, language), ", ".join(told)
