"""The third step of an import: the first rows as they would be kept, and what of the known."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.contacts.rules.reasons import reasons_told
from app.core.text import N_
from app.interchange.adding import ADD, SKIP, UPDATE
from app.interchange.decisions import Decision
from ui.core import language
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import column, row
from ui.core.columns import Cell, Column, Kind
from ui.core.labels import Text
from ui.core.language import number, read, tr, trn
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.interchange.adding import Imported
    from ui.core.window_state import WindowState
    from ui.interchange.found import PreviewRow


def _name(one: PreviewRow) -> Cell:
    return Cell(one.name or "—", one.native)


def _told(one: PreviewRow) -> Cell:
    if one.twin is not None:
        return Cell(tr(_DECIDED[one.decision]), tone="accent")
    if not one.problems:
        return Cell(tr("Ready"), tone="good")
    return Cell(trn("{n} problem", "{n} problems", len(one.problems)), tone="attention")


def _why(one: PreviewRow) -> str:
    return " ".join(read(sentence) for sentence in one.problems)


def _twin(one: PreviewRow) -> Cell:
    if one.twin is None:
        return Cell("")
    percent = f"{min(99, round(one.twin.score * 100))} %"
    told = reasons_told(one.twin.reasons, language.current())
    return Cell(one.twin.name, f"{percent} · {told}")


_DECIDED = {SKIP: N_("Leave out"), UPDATE: N_("Fill in"), ADD: N_("Add")}


PREVIEW_COLUMNS = (
    Column("line", N_("Line"), 56, Kind.NUMBER),
    Column("name", N_("Name"), 200, Kind.NAME, value=_name, stretch=3),
    Column("organisation", N_("Organisation"), 180, stretch=3),
    Column("function", N_("Function or kind"), 140, stretch=2),
    Column("country", N_("Country"), 100, stretch=1),
    Column("reach", N_("Mail and telephone"), 170, stretch=2),
    Column("twin", N_("Looks like"), 220, Kind.NAME, value=_twin, stretch=3, empty=""),
    Column("state", N_("State"), 112, Kind.PILL, value=_told),
    Column("why", N_("What is wrong"), 200, Kind.QUIET, value=_why, stretch=3, empty=""),
)


class PreviewStep(QWidget):
    """Signals `went_on(on_duplicate)`, `went_back()`, `rehearse(on_duplicate)`.

    Rows that look like somebody known are added, unless people choose otherwise: for one row by
    its menu, for all by the chips.
    """

    went_on = Signal(str)
    went_back = Signal()
    rehearse = Signal(str)

    def __init__(self, total: int, state: WindowState | None = None) -> None:
        super().__init__()
        self.total = total
        self._rows: list[PreviewRow] = []
        self._words: list[str] = []
        self.model = ListModel(PREVIEW_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Rows to import"), state)
        self._told = Text("", ink="text2", wrap=True)
        self._outcome = Text(tr("Comparing with the office…"), ink="text2", wrap=True)
        self.duplicates = ChipBar(
            [
                (SKIP, tr("leave as they are")),
                (UPDATE, tr("fill in what the list has")),
                (ADD, tr("add them again")),
            ],
            SKIP,
            name=tr("Who is known already"),
        )
        self.duplicates.chosen.connect(self._choose)
        known = row(Text(tr("Who is known already"), "strong"), self.duplicates, gap=12)
        known.setStretch(1, 1)
        self.likely = ChipBar(
            [
                (ADD, tr("add them")),
                (UPDATE, tr("fill in who is known")),
                (SKIP, tr("leave them out")),
            ],
            ADD,
            name=tr("Who only looks known"),
        )
        self.likely.chosen.connect(self._decide_all)
        self._alike = QWidget()
        alike = row(Text(tr("Who only looks known"), "strong"), self.likely, gap=12)
        alike.setStretch(1, 1)
        self._alike.setLayout(alike)
        self._alike.hide()
        self.table.menu_maker = self._fill_menu
        back = Button(tr("Back to the columns"))
        self.start = Button(trn("Import {n} row", "Import {n} rows", total), PRIMARY, icon="import")
        back.clicked.connect(self.went_back)
        self.start.clicked.connect(self._start)
        self.start.setEnabled(False)
        foot = row(back, None, self.start, gap=8)
        box = column(
            self._told, TableCard(self.table), known, self._alike, self._outcome, foot, gap=12
        )
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show the first rows."""
        self.model.show(rows)
        wrong = sum(1 for one in rows if one.problems)
        parts = [
            tr("The first {n} of {total} rows.", n=number(len(rows)), total=number(self.total))
            if len(rows) < self.total
            else trn("{n} row.", "All {n} rows.", len(rows))
        ]
        if wrong:
            parts.append(trn("{n} has a problem.", "{n} have problems.", wrong))
        self._words = parts
        self._rows = list(rows)
        self._told.say(" ".join(parts))
        self.start.setEnabled(True)

    def show_twins(self, twins: Sequence[PreviewRow]) -> None:
        """Put who only looks known before the other rows."""
        if not twins:
            return
        lines = {one.line for one in twins}
        self._rows = [*twins, *(one for one in self._rows if one.line not in lines)]
        self.model.show(self._rows)
        told = trn("{n} looks like somebody known.", "{n} look like somebody known.", len(twins))
        self._told.say(" ".join((*self._words, told)))
        self._alike.show()

    def decisions(self) -> dict[int, Decision]:
        """By line, what was decided of rows that look known; those to add are not named."""
        return {
            one.line: Decision(one.decision, one.twin.id.hex)
            for one in self._rows
            if one.twin is not None and one.decision != ADD
        }

    def decide(self, lines: set[int], action: str) -> None:
        """Decide of rows that look known."""
        self._rows = [
            replace(one, decision=action) if one.line in lines and one.twin is not None else one
            for one in self._rows
        ]
        self.model.show(self._rows)

    def _decide_all(self) -> None:
        self.decide({one.line for one in self._rows}, self.likely.current())

    def _fill_menu(self, menu: QMenu) -> None:
        chosen = [self.model.row(place) for place in self.table.selected_places()]
        lines = {one.line for one in chosen if one.twin is not None}
        for action, words in (
            (ADD, tr("Add as somebody new")),
            (UPDATE, tr("Fill in who is known")),
            (SKIP, tr("Leave out")),
        ):
            entry = menu.addAction(words)
            entry.setEnabled(bool(lines))
            entry.triggered.connect(partial(self.decide, lines, action))

    def show_outcome(self, outcome: Imported | None) -> None:
        """Say what would come of it; None where nobody counted."""
        if outcome is None:
            self._outcome.say("")
            return
        parts = [
            trn("{n} would be added", "{n} would be added", outcome.added),
            trn("{n} updated", "{n} updated", outcome.updated),
            trn("{n} left as it is", "{n} left as they are", outcome.skipped),
        ]
        self._outcome.say(", ".join(parts) + ".")

    def _choose(self) -> None:
        self._outcome.say(tr("Comparing with the office…"))
        self.rehearse.emit(self.duplicates.current())

    def _start(self) -> None:
        self.start.setEnabled(False)
        self.went_on.emit(self.duplicates.current())
