"""The third step of an import: the first rows as they would be kept, and what of the known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.text import N_
from app.interchange.adding import ADD, SKIP, UPDATE
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
    if not one.problems:
        return Cell(tr("Ready"), tone="good")
    return Cell(trn("{n} problem", "{n} problems", len(one.problems)), tone="attention")


def _why(one: PreviewRow) -> str:
    return " ".join(read(sentence) for sentence in one.problems)


PREVIEW_COLUMNS = (
    Column("line", N_("Line"), 56, Kind.NUMBER),
    Column("name", N_("Name"), 200, Kind.NAME, value=_name, stretch=3),
    Column("organisation", N_("Organisation"), 180, stretch=3),
    Column("function", N_("Function or kind"), 140, stretch=2),
    Column("country", N_("Country"), 100, stretch=1),
    Column("reach", N_("Mail and telephone"), 170, stretch=2),
    Column("state", N_("State"), 112, Kind.PILL, value=_told),
    Column("why", N_("What is wrong"), 200, Kind.QUIET, value=_why, stretch=3, empty=""),
)


class PreviewStep(QWidget):
    """Signals `went_on(on_duplicate)`, `went_back()`, `rehearse(on_duplicate)`."""

    went_on = Signal(str)
    went_back = Signal()
    rehearse = Signal(str)

    def __init__(self, total: int, state: WindowState | None = None) -> None:
        super().__init__()
        self.total = total
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
        back = Button(tr("Back to the columns"))
        self.start = Button(trn("Import {n} row", "Import {n} rows", total), PRIMARY, icon="import")
        back.clicked.connect(self.went_back)
        self.start.clicked.connect(self._start)
        self.start.setEnabled(False)
        foot = row(back, None, self.start, gap=8)
        box = column(self._told, TableCard(self.table), known, self._outcome, foot, gap=12)
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
        self._told.say(" ".join(parts))
        self.start.setEnabled(True)

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
