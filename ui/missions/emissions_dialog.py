"""What all missions emitted, year by year: by mission, by organisation, by mode."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, UUID, uuid5

from PySide6.QtWidgets import QDialog, QWidget

from app.briefings.bar_chart import Bar, bar_chart
from app.core.text import N_
from app.missions.queries import Emission, emissions
from app.missions.rules.figures import decimal, kilograms
from app.missions.rules.travel_words import mode_label
from ui.briefings.drawing_view import DrawingView
from ui.core import language, theme
from ui.core.buttons import Button, ChipBar
from ui.core.cards import Card, Hairline, column, row
from ui.core.columns import Cell, Column, Kind
from ui.core.labels import Text
from ui.core.language import read, tr
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.core.page import Desk

MISSION, UNIT, MODE = "mission", "unit", "mode"
_YEARS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Row:
    """A sum as a row of the list."""

    id: UUID
    sum: Emission
    by: str


def _name(one: _Row) -> str:
    if one.by == MODE:
        return read(mode_label(one.sum.name))
    return one.sum.name or tr("No organisation")


def _uncounted(one: _Row) -> Cell:
    if not one.sum.uncounted:
        return Cell("")
    return Cell(language.tr("{n} not counted", n=one.sum.uncounted), tone="attention")


_COLUMNS = (
    Column("year", N_("Year"), 60, value=lambda one: str(one.sum.year or "")),
    Column("name", N_("Name"), 300, Kind.NAME, value=_name, stretch=3),
    Column("journeys", N_("Journeys"), 84, Kind.NUMBER, value=lambda one: one.sum.journeys),
    Column(
        "km", N_("Km"), 100, Kind.NUMBER,
        value=lambda one: decimal(one.sum.km, language.current()),
    ),
    Column(
        "kg", N_("kg CO2e"), 100, Kind.NUMBER,
        value=lambda one: kilograms(one.sum.kg, language.current()).split("\u00a0")[0],
    ),
    Column("uncounted", "", 140, Kind.PILL, value=_uncounted),
)  # fmt: skip


class EmissionsDialog(QDialog):
    """The sums of every mission; each leg counts with the value it was counted with."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(tr("Emissions over the years"))
        choices = [
            (MISSION, tr("By mission")), (UNIT, tr("By organisation")), (MODE, tr("By mode"))
        ]  # fmt: skip
        self.views = ChipBar(choices, MISSION, name=tr("View"))
        self.model = ListModel(_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Emissions over the years"), desk.state)
        self.chart = DrawingView(bar_chart([]), "")
        leave = Button(tr("Close"))
        leave.clicked.connect(self.reject)
        self.views.chosen.connect(lambda _key: self._ask())
        said = tr("A leg counts in the year it departs, with the value it was counted with.")
        card = Card(tr("kg CO2e by year")).add(self.chart)
        card.setMaximumWidth(theme.px(520))
        body = column(
            Text(tr("Emissions over the years"), "title"), Text(said, ink="text2", wrap=True),
            card, self.views, TableCard(self.table), margin=16, gap=12,
        )  # fmt: skip
        body.setStretch(4, 1)
        whole = column(body, Hairline(), row(None, leave, margin=12), gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.resize(theme.px(900), theme.px(640))
        desk.jobs.changed.connect(self._changed)
        self._ask()

    def _changed(self, changes: object) -> None:
        del changes
        self._ask()

    def _ask(self) -> None:
        by = self.views.current()
        self._desk.jobs.ask(
            emissions, by, then=lambda rows: self._show(by, rows), owner=self, channel="emissions"
        )

    def _show(self, by: str, rows: Sequence[Emission]) -> None:
        self.model.show(
            [
                _Row(uuid5(NAMESPACE_OID, f"{one.year}|{one.name}|{one.mission}"), one, by)
                for one in rows
            ]
        )
        years: dict[int, float] = {}
        for one in rows:
            if one.year is not None:
                years[one.year] = years.get(one.year, 0.0) + one.kg
        spoken = language.current()
        latest = sorted(years)[-_YEARS_SHOWN:]
        bars = [
            Bar(str(year), years[year], kilograms(years[year], spoken), year == latest[-1])
            for year in latest
        ]
        told = "; ".join(f"{one.name}: {one.figure}" for one in bars)
        self.chart.show_drawing(bar_chart(bars), told)
