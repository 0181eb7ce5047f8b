"""The last step of an import: what became of the list, and what is left to mend."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.text import N_
from ui.core.buttons import PRIMARY, QUIET, Button
from ui.core.cards import Figure, column, row
from ui.core.columns import Column, Kind
from ui.core.copying import put_on_clipboard
from ui.core.labels import Text
from ui.core.language import number, read, tr, trn
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QVBoxLayout

    from app.core.errors import Problem
    from app.interchange.adding import Imported
    from ui.core.window_state import WindowState


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A problem in the list of problems."""

    id: UUID
    line: int | None
    field: str
    words: str


def problem_rows(problems: Sequence[Problem]) -> list[ProblemRow]:
    """The problems in words; there may be one a row of the list, so call it in a worker."""
    return [
        ProblemRow(UUID(int=at), one.line, one.field, read(one.sentence))
        for at, one in enumerate(problems)
    ]


PROBLEM_COLUMNS = (
    Column("line", N_("Line"), 64, Kind.NUMBER),
    Column("field", N_("Field"), 140),
    Column("words", N_("What is wrong"), 420, stretch=1),
)


class ResultStep(QWidget):
    """Signals: `undo()`, `again()`, `show_contacts()`, `save(path)`, `copied(n)`."""

    undo = Signal()
    again = Signal()
    show_contacts = Signal()
    save = Signal(object)
    copied = Signal(int)

    def __init__(
        self,
        result: Imported,
        problems: Sequence[Problem],
        rows: Sequence[ProblemRow],
        file: str,
        state: WindowState | None = None,
    ) -> None:
        super().__init__()
        self.problems = tuple(problems)
        figures = row(
            Figure(tr("Rows read"), number(result.read)),
            Figure(tr("Added"), number(result.added), tr("records")),
            Figure(tr("Updated"), number(result.updated), tr("records")),
            Figure(tr("Left as they were"), number(result.skipped), tr("rows")),
            gap=12,
        )
        self.words = Text(_sentence(result, file), "heading", wrap=True)
        self.back = Button(tr("Undo the import"), icon="undo")
        self.back.setVisible(bool(result.added or result.updated))
        more, done = Button(tr("Import another list")), Button(tr("Show the contacts"), PRIMARY)
        self.back.clicked.connect(self._undo)
        more.clicked.connect(self.again)
        done.clicked.connect(self.show_contacts)
        box = column(self.words, figures, gap=16)
        if rows:
            self._list(box, rows, state)
        else:
            box.addWidget(Text(tr("Nothing is left to mend."), ink="good"))
            box.addStretch(1)
        box.addLayout(row(self.back, None, more, done, gap=8))
        self.setLayout(box)

    def _list(
        self, box: QVBoxLayout, rows: Sequence[ProblemRow], state: WindowState | None
    ) -> None:
        self.model = ListModel(PROBLEM_COLUMNS, rows, parent=self)
        table = Table(self.model, tr("Problems of the import"), state)
        copy, save = (
            Button(tr("Copy the list"), QUIET, icon="copy"),
            Button(tr("Save as CSV…"), QUIET, icon="save"),
        )
        copy.clicked.connect(partial(self._copy, rows))
        save.clicked.connect(self._save)
        title = trn("{n} thing to mend", "{n} things to mend", len(rows))
        box.addLayout(row(Text(title, "strong"), None, copy, save, gap=4))
        box.addWidget(TableCard(table), 1)

    def _copy(self, rows: Sequence[ProblemRow]) -> None:
        put_on_clipboard(rows, PROBLEM_COLUMNS)
        self.copied.emit(len(rows))

    def _save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, tr("Save the list of problems"), f"{tr('problems')}.csv", "CSV (*.csv)"
        )
        if name:
            self.save.emit(Path(name))

    def _undo(self) -> None:
        self.back.setEnabled(False)
        self.undo.emit()


def _sentence(result: Imported, file: str) -> str:
    kept = result.added + result.updated
    if not kept:
        return tr("{file} brought nothing new.", file=file)
    return trn("{n} record came from {file}.", "{n} records came from {file}.", kept, file=file)
