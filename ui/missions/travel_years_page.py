"""Travel and CO2 by year: years beside each other, one of them by mode, mission, unit, person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import NAMESPACE_OID, UUID, uuid5

from PySide6.QtWidgets import QFileDialog, QWidget

from app.briefings.bar_chart import Bar, bar_chart
from app.briefings.travel_words import factor_value, factor_words, year_chart_of
from app.briefings.years_chart import years_told
from app.core import clock
from app.core.text import N_
from app.interchange.travel_list import export_travel_year
from app.missions.queries import travel_years
from app.missions.rules.figures import decimal, hours, kilograms
from app.missions.rules.travel_words import factor_title, mode_label, place_name
from app.missions.rules.years import contradiction, year_id, year_words
from ui.briefings.drawing_view import DrawingView
from ui.core import language, theme
from ui.core.buttons import Button, ChipBar
from ui.core.cards import Card, Empty, Figure, Scroll, column, row
from ui.core.columns import Cell, Column, Kind
from ui.core.labels import Link, Text
from ui.core.language import read, tr, trn
from ui.core.page import ListPage
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.missions.rules.years import BySource, CountedWith, Flown, TravelYears, YearPart
    from ui.core.page import Desk
    from ui.core.window_state import Json

MODE, MISSION, UNIT, PERSON = "mode", "mission", "unit", "person"
_BARS = 8
_NAMES = {MODE: 94.0, MISSION: 170.0, UNIT: 160.0, PERSON: 150.0}


@dataclass(frozen=True, slots=True)
class Listed:
    """Something of a year as a row of a list; `by` says what kind of sum it is of."""

    id: UUID
    one: Any
    by: str = ""


def _listed(things: Sequence[Any], by: str = "") -> list[Listed]:
    return [
        Listed(uuid5(NAMESPACE_OID, f"{by} {place} {one}"), one, by)
        for place, one in enumerate(things)
    ]


def name_of(one: YearPart, by: str) -> str:
    """What a sum is called."""
    if by == MODE:
        return read(mode_label(one.name))
    return one.name or tr("No organisation")


def _whole(value: float) -> str:
    return decimal(value, language.current())


def _kg(value: float) -> str:
    return kilograms(value, language.current()).split("\u00a0")[0]


def _told(one: YearPart) -> str:
    """The kilograms with their unit; where no row counts, that."""
    if one.uncounted == one.journeys:
        return tr("not counted")
    return kilograms(one.kg, language.current())


def _part_kg(row: Listed) -> str:
    part: YearPart = row.one
    return "" if part.uncounted == part.journeys else _kg(part.kg)


def _uncounted(row: Listed) -> Cell:
    part: YearPart = row.one
    if not part.uncounted:
        return Cell("")
    return Cell(tr("{n} not counted", n=part.uncounted), tone="attention")


PART_COLUMNS = (
    Column("name", N_("Name"), 240, Kind.NAME, value=lambda r: name_of(r.one, r.by), stretch=3),
    Column("people", N_("Travellers"), 90, Kind.NUMBER, value=lambda r: r.one.people),
    Column("journeys", N_("Journeys"), 84, Kind.NUMBER, value=lambda r: r.one.journeys),
    Column("km", N_("Km"), 92, Kind.NUMBER, value=lambda r: _whole(r.one.km)),
    Column("kg", N_("kg CO2e"), 92, Kind.NUMBER, value=_part_kg),
    Column("uncounted", "", 130, Kind.PILL, value=_uncounted),
)


def _motive(row: Listed) -> Cell:
    flight: Flown = row.one
    return Cell(flight.motive) if flight.motive else Cell(tr("no motive"), tone="wrong")


def _way(row: Listed) -> str:
    flight: Flown = row.one
    return f"{place_name(flight.start)} – {place_name(flight.end)}"


FLOWN_COLUMNS = (
    Column("flight", N_("Flight"), 110, Kind.NAME, value=_way, stretch=1),
    Column("mission", N_("Mission"), 170, value=lambda r: r.one.title, stretch=2),
    Column("people", N_("Pers."), 52, Kind.NUMBER, value=lambda r: r.one.travellers),
    Column("train", N_("By train"), 92, Kind.NUMBER, value=lambda r: hours(r.one.train_minutes)),
    Column("motive", N_("Why one flies"), 200, value=_motive, stretch=3),
)


def _value(row: Listed) -> str:
    used: CountedWith = row.one
    return factor_value(used.value, used.factor, language.current())


def _checked(row: Listed) -> Cell:
    used: CountedWith = row.one
    if used.changed:
        return Cell(tr("changed since"), tone="attention")
    if not used.factor.verified:
        return Cell(tr("not verified"), tone="attention")
    return Cell(tr("verified"), tone="good")


ROW_COLUMNS = (
    Column(
        "source", N_("Source"), 190, Kind.NAME, stretch=2,
        value=lambda r: factor_title(r.one.factor.source, r.one.factor.edition),
    ),
    Column(
        "for", N_("For"), 210, stretch=2,
        value=lambda r: factor_words(r.one.factor, language.current()),
    ),
    Column("value", N_("Value"), 170, value=_value),
    Column("journeys", N_("Journeys"), 80, Kind.NUMBER, value=lambda r: r.one.journeys),
    Column("kg", N_("kg CO2e"), 80, Kind.NUMBER, value=lambda r: _kg(r.one.kg)),
    Column("checked", N_("Checked"), 118, Kind.PILL, value=_checked),
    Column("note", N_("Remark"), 220, Kind.QUIET, value=lambda r: r.one.factor.note, stretch=2),
)  # fmt: skip


def _lacking(row: Listed) -> str:
    source: BySource = row.one
    return _whole(source.lacking) if source.lacking else ""


def _chosen(row: Listed) -> Cell:
    source: BySource = row.one
    return Cell(tr("used"), tone="accent") if source.chosen else Cell("")


SOURCE_COLUMNS = (
    Column("source", N_("Source"), 190, Kind.NAME, value=lambda r: r.one.source, stretch=1),
    Column("kg", N_("kg CO2e"), 86, Kind.NUMBER, value=lambda r: _kg(r.one.kg)),
    Column("lacking", N_("No row for"), 90, Kind.NUMBER, value=_lacking),
    Column("chosen", "", 84, Kind.PILL, value=_chosen),
)


class TravelYearsPage(ListPage):
    """What all missions travelled and emitted, year by year, and one year in its parts."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"leg", "leg_traveller", "participant", "person", "mission", "dossier", "organisation",
         "emission_factor", "setting"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Travel and CO2 by year"))
        self.found: TravelYears | None = None
        self._year: int | None = None
        self._build_head()
        self.figures = {
            "kg": Figure(tr("Emission")),
            "plane": Figure(tr("Of which by plane")),
            "train": Figure(tr("By train, of train and plane")),
            "flown": Figure(tr("Flown although a train arrives in time")),
        }
        views = [(MODE, tr("By mode")), (MISSION, tr("By mission")), (UNIT, tr("By organisation")),
                 (PERSON, tr("By traveller"))]  # fmt: skip
        self.years = ChipBar([], name=tr("Year"))
        self.views = ChipBar(views, MODE, name=tr("View"))
        self.model = ListModel(PART_COLUMNS, parent=self)
        self.flown = ListModel(FLOWN_COLUMNS, parent=self)
        self.rows = ListModel(ROW_COLUMNS, parent=self)
        self.sources = ListModel(SOURCE_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Travel of the year"), desk.state)
        self.flights = Table(self.flown, tr("Flown although a train arrives in time"))
        self.over = DrawingView(bar_chart([]), "")
        self.chart = DrawingView(bar_chart([]), "")
        self._said = Text("", "strong", wrap=True)
        self._rule = Text("", "small", ink="text2", wrap=True)
        self._apart = Text("", "small", ink="attention_ink", wrap=True)
        self._empty = Empty(
            "missions", tr("No journey yet"),
            tr("Legs of missions are added up here by year as soon as somebody travels on them."),
        )  # fmt: skip
        self._inner = QWidget()
        self._lay_out()
        self.years.chosen.connect(self._choose)
        self.views.chosen.connect(lambda _key: self._show_parts())
        self.table.opened.connect(self._open)
        self.flights.opened.connect(lambda line: desk.go("mission", line.one.mission))
        self.on("travel_years.print", self.print)
        self.on("travel_years.export", self.export)

    def _build_head(self) -> None:
        back = Link(f"‹ {tr('Missions')}", role="small_medium", ink="text2")
        back.setAccessibleName(tr("Missions"))
        back.clicked.connect(lambda: self.desk.go("missions"))
        self.body.insertWidget(0, back)
        rows = Button(tr("List (CSV)…"), icon="export")
        rows.clicked.connect(self.export)
        paper = Button(tr("Paper"), icon="print")
        paper.clicked.connect(self.print)
        for one in (rows, paper):
            self.buttons.addWidget(one)

    def _lay_out(self) -> None:
        over = Card(tr("kg CO2e by year: planes in colour, all else grey")).add(
            self.over, self._said
        )
        by = Card(tr("The heaviest, in kg CO2e")).add(self.chart, column(None))
        charts = row(over, by, gap=12)
        charts.setStretch(0, 1)
        charts.setStretch(1, 1)
        tools = row(self.years, self.views, gap=12)
        tools.setStretch(0, 1)
        parts = TableCard(self.table)
        parts.setMinimumHeight(theme.px(236))
        flights = self._part(tr("Flown although a train arrives in time"), self.flights, 150)
        flights.add(self._rule)
        used = Table(self.rows, tr("Counted with"))
        sources = self._part(
            tr("The same flights by each source"),
            Table(self.sources, tr("The same flights by each source")), 150,
        )  # fmt: skip
        sources.add(self._apart)
        lower = row(flights, sources, gap=12)
        lower.setStretch(0, 3)
        lower.setStretch(1, 2)
        whole = column(
            row(*self.figures.values(), gap=12), charts, tools, parts, lower,
            self._part(tr("Counted with"), used, 220), gap=12,
        )  # fmt: skip
        self._inner.setLayout(whole)
        self._scroll = Scroll(self._inner)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._empty, 1)
        self._empty.hide()

    @staticmethod
    def _part(title: str, table: Table, height: int) -> Card:
        table.setMinimumHeight(theme.px(height))
        return Card(title).add(table)

    # --- showing ---

    def refresh(self) -> None:
        """Ask for the years."""
        self.desk.jobs.ask(
            travel_years, self._year, then=self._answered, owner=self, channel="travel years"
        )

    def _answered(self, found: TravelYears) -> None:
        self.found = found
        spoken = language.current()
        there = bool(found.years)
        self._scroll.setVisible(there)
        self._empty.setVisible(not there)
        self.remark.say(trn("{n} year", "{n} years", len(found.years)) if there else "")
        self.years.offer(
            [(str(one.year), str(one.year)) for one in reversed(found.years)], str(found.year)
        )
        before = next((one for one in found.years if one.year == found.year - 1), None)
        self._said.say(f"{found.year}: {read(year_words(found.of_year, before))}")
        self.over.show_drawing(year_chart_of(found, spoken, 400.0), years_told(found.years, spoken))
        self._show_figures(found)
        self._show_parts()
        self.flown.show(_listed(found.flown, "flown"))
        self.rows.show(_listed(found.counted_with, "row"))
        self.sources.show(_listed(found.by_source, "source"))
        self._rule.say(self._rule_words(found))
        apart = contradiction(found.by_source)
        self._apart.say(read(apart) if apart is not None else "")
        self._apart.setVisible(apart is not None)

    def _show_figures(self, found: TravelYears) -> None:
        spoken, of_year = language.current(), found.of_year
        lacking = tr("{n} not counted", n=of_year.uncounted) if of_year.uncounted else "CO2e"
        self.figures["kg"].show_figure(kilograms(of_year.kg, spoken), lacking)
        share = round(100 * of_year.plane_kg / of_year.kg) if of_year.kg else 0
        self.figures["plane"].show_figure(f"{share} %", kilograms(of_year.plane_kg, spoken))
        train = of_year.train_share
        journeys = trn("{n} journey", "{n} journeys", of_year.by_train + of_year.by_plane)
        self.figures["train"].show_figure("—" if train is None else f"{train} %", journeys)
        lacking = ""
        if found.without_motive:
            lacking = tr("{n} without a motive", n=found.without_motive)
        self.figures["flown"].show_figure(language.number(len(found.flown)), lacking)

    @staticmethod
    def _rule_words(found: TravelYears) -> str:
        told = [tr("The train comes first wherever it arrives within {hours}.",
                   hours=hours(found.train_limit))]  # fmt: skip
        if found.unasked:
            told.append(
                trn("Of {n} flight nobody looked up how long the train takes.",
                    "Of {n} flights nobody looked up how long the train takes.", found.unasked)
            )  # fmt: skip
        if found.undated:
            told.append(
                trn("{n} journey has no day and is in no year.",
                    "{n} journeys have no day and are in no year.", found.undated)
            )  # fmt: skip
        return " ".join(told)

    def _show_parts(self) -> None:
        found, by = self.found, self.views.current()
        if found is None:
            return
        parts = {MODE: found.modes, MISSION: found.missions, UNIT: found.units,
                 PERSON: found.people}.get(by, found.modes)  # fmt: skip
        self.model.show(_listed(parts, by))
        bars = [
            Bar(name_of(one, by), one.kg, _told(one), place == 0)
            for place, one in enumerate(parts[:_BARS])
        ]
        told = "; ".join(f"{one.name} {one.figure}" for one in bars)
        self.chart.show_drawing(bar_chart(bars, 400.0, _NAMES[by]), told)

    def _choose(self, year: str) -> None:
        self._year = int(year)
        self.refresh()

    # --- doing ---

    def _open(self, line: Listed) -> None:
        """Go to the mission, or to the traveller."""
        if line.by == MISSION:
            self.desk.go("mission", line.one.id)
        elif line.by == PERSON:
            self.desk.go("contacts", line.one.id)

    def print(self) -> None:
        """Show the year on paper."""
        from ui.briefings.one_paper import OnePaper

        if self.found is not None:
            year = self.found.year
            OnePaper(self, self.desk, "travel-year", year_id(year), str(year)).open()

    def export(self) -> None:
        """Ask where, and write the rows of the year there."""
        if self.found is None:
            return
        name = f"{tr('Travel and CO2')} {self.found.year}.csv"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Travel and CO2 by year"), str(Path.home() / name), tr("CSV files (*.csv)")
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the rows of the year to a file."""
        year = self.found.year if self.found is not None else clock.today().year

        def written(count: int) -> None:
            told = trn("{n} line in {name}", "{n} lines in {name}", count, name=path.name)
            self.desk.say(told)

        self.desk.jobs.ask(
            export_travel_year, year, path, language.current(),
            then=written, failed=self.desk.complain, owner=self,
        )  # fmt: skip

    def state(self) -> dict[str, Json]:
        """The year and what it is told by."""
        return {"year": self._year, "by": self.views.current()}

    def restore(self, kept: dict[str, Json]) -> None:
        """Take them again."""
        year = kept.get("year")
        if isinstance(year, int):
            self._year = year
        self.views.choose(str(kept.get("by", MODE)))
