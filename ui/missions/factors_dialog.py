"""The rows emissions are counted with: their sources, which of them the office uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.briefings.travel_words import factor_value, factor_words
from app.core.text import N_
from app.missions.commands import choose_sources, set_train_limit
from app.missions.queries import FactorRow, counting, factor_rows
from app.missions.rules.travel_words import factor_title
from ui.core import language, theme
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Card, Hairline, column, row
from ui.core.columns import Cell, Column, Kind
from ui.core.flow import Flow
from ui.core.labels import Text
from ui.core.language import tr
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.missions.fields import HoursField

if TYPE_CHECKING:
    from app.missions.queries import Counting
    from ui.core.page import Desk


def _used(one: FactorRow) -> Cell:
    if not one.place:
        return Cell(language.tr("not used"))
    return Cell(language.tr("place {n}", n=one.place), tone="good" if one.place == 1 else "accent")


def _checked(one: FactorRow) -> Cell:
    if one.factor.verified:
        return Cell(language.tr("verified"), tone="good")
    return Cell(language.tr("not verified"), tone="attention")


_COLUMNS = (
    Column("used", N_("Office"), 96, Kind.PILL, value=_used),
    Column(
        "source", N_("Source"), 210, Kind.NAME, stretch=2,
        value=lambda one: factor_title(one.factor.source, one.factor.edition),
    ),
    Column(
        "what", N_("For"), 250, stretch=2,
        value=lambda one: factor_words(one.factor, language.current()),
    ),
    Column(
        "value", N_("Value"), 200,
        value=lambda one: factor_value(one.factor.value, one.factor, language.current()),
    ),
    Column("checked", N_("Checked"), 128, Kind.PILL, value=_checked),
    Column("legs", N_("Legs"), 72, Kind.NUMBER, value=lambda one: one.legs or ""),
)  # fmt: skip


class FactorsDialog(QDialog):
    """All rows; `picked(id)` where somebody chooses one for a leg (with `pick`)."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None, desk: Desk, *, pick: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sources: tuple[str, ...] = ()
        self.setWindowTitle(tr("Emission factors"))
        self.model = ListModel(_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Emission factors"), desk.state)
        self._note = Text("", "small", ink="text2", wrap=True, selectable=True)
        self.first = Button(tr("Use this source first"))
        self.next = Button(tr("Use it where the others have no row"))
        self.never = Button(tr("Do not use it"))
        self.take = Button(tr("Count the leg with this row"), PRIMARY)
        self.leave = Button(tr("Close"))
        self.limit = HoursField("limit", tr("The train comes first within"))
        self.keep = Button(tr("Keep"))
        self._lay_out(pick=pick)
        self.table.chosen.connect(self._show_note)
        self.first.clicked.connect(lambda: self._put(0))
        self.next.clicked.connect(lambda: self._put(len(self._sources)))
        self.never.clicked.connect(lambda: self._put(-1))
        self.keep.clicked.connect(self._keep_limit)
        self.take.clicked.connect(self._pick)
        self.leave.clicked.connect(self.reject)
        desk.jobs.changed.connect(self._changed)
        self._ask()

    def _lay_out(self, *, pick: bool) -> None:
        said = tr(
            "New legs are counted with the first source that has a row for them. A leg that was"
            " counted keeps its row and its value. Further rows come in as a list of records."
        )
        intro = Text(said, ink="text2", wrap=True)
        notes = Card(margin=12).add(self._note)
        notes.body.addStretch(1)
        notes.setMinimumHeight(theme.px(92))
        uses = QWidget()
        flow = Flow(uses)
        for one in (self.first, self.next, self.never):
            flow.addWidget(one)
        for part in (self.first, self.next, self.never):
            part.setVisible(not pick)
            part.setEnabled(False)  # until it is known what the office uses
        self.limit.setMaximumWidth(theme.px(190))
        body = column(
            Text(tr("Emission factors"), "title"), intro, TableCard(self.table), notes, uses,
            margin=16, gap=12,
        )  # fmt: skip
        body.setStretch(2, 1)
        foot = row(self.limit, self.keep, None, self.leave, self.take, margin=12, gap=8)
        self.limit.setVisible(not pick)
        self.keep.setVisible(not pick)
        self.take.setVisible(pick)
        whole = column(body, Hairline(), foot, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.resize(theme.px(1040), theme.px(680))

    def _changed(self, changes: object) -> None:
        del changes
        self._ask()

    def _ask(self) -> None:
        jobs = self._desk.jobs
        jobs.ask(factor_rows, then=self._show, owner=self, channel="factors")
        jobs.ask(counting, then=self._show_choice, owner=self, channel="counting")

    def _show(self, rows: list[FactorRow]) -> None:
        self.model.show(rows)
        if self.table.current_row() is None and rows:
            self.table.select_id(rows[0].id)

    def _show_choice(self, chosen: Counting) -> None:
        self._sources = chosen.sources
        for part in (self.first, self.next, self.never):
            part.setEnabled(True)
        if not self.limit.editor.hasFocus():
            self.limit.set_value(chosen.train_limit)

    def _show_note(self, one: FactorRow | None) -> None:
        self._note.say(one.factor.note if one is not None else "")

    def _put(self, place: int) -> None:
        """Put the source of the current row at a place; -1 takes it out."""
        one: FactorRow | None = self.table.current_row()
        if one is None:
            return
        others = [source for source in self._sources if source != one.factor.source]
        if place >= 0:
            others.insert(min(place, len(others)), one.factor.source)
        self._desk.jobs.run(choose_sources, others)

    def _keep_limit(self) -> None:
        minutes = self.limit.value()
        if isinstance(minutes, int):
            self._desk.jobs.run(set_train_limit, minutes)

    def _pick(self) -> None:
        one: FactorRow | None = self.table.current_row()
        if one is not None:
            self.picked.emit(one.id)
            self.accept()
