"""The objectives with what came of them, typed in place; nothing being typed is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from app.missions.rules.mission import Reached, reached_label
from ui.core import theme
from ui.core.cards import Card, clear, column
from ui.core.labels import Text
from ui.core.language import read, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.missions.queries import ObjectiveRow


class ResultLine(QObject):
    """One objective: a choice how far it came, a cell for what it brought.

    Signal `written(id, revision, reached, result)` as it is left or chosen.
    """

    written = Signal(object, object, str, str)

    def __init__(self, parent: QWidget, row: ObjectiveRow) -> None:
        super().__init__(parent)
        self._row = row
        name = row.draft.what
        self.reached = QComboBox()
        self.reached.setAccessibleName(tr("Reached: {name}", name=name))
        for one in Reached:
            self.reached.addItem(read(reached_label(one)), str(one))
        self.result = QLineEdit()
        self.result.setAccessibleName(tr("Result of: {name}", name=name))
        self.result.setPlaceholderText(tr("What came of it"))
        self.show_row(row)
        self.reached.activated.connect(self._write)
        self.result.editingFinished.connect(self._write)

    def show_row(self, row: ObjectiveRow) -> None:
        """Show what is kept, unless somebody is typing something else."""
        typing = self.result.hasFocus() and self.result.text() != self._row.draft.result
        self._row = row
        if not typing:
            self.result.setText(row.draft.result)
        self.reached.setCurrentIndex(max(self.reached.findData(row.draft.reached), 0))

    def _write(self, *_: object) -> None:
        draft = self._row.draft
        reached, result = str(self.reached.currentData()), self.result.text().strip()
        if (reached, result) != (draft.reached, draft.result):
            self.written.emit(self._row.id, self._row.revision, reached, result)


class ObjectivesCard(Card):
    """A table of target, how far it came, and the result. Signal `written` as in its lines."""

    written = Signal(object, object, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Results against objectives"))
        self.lines: list[ResultLine] = []
        self._shown: tuple[object, ...] = ()
        self._box = column(gap=8)
        self.add(Text(tr("Results against objectives"), "strong"), self._box)

    def show_objectives(self, rows: Sequence[ObjectiveRow]) -> None:
        """Show them; the same objectives keep their cells and the cursor in them."""
        shown = tuple((one.id, one.draft.what, _target(one)) for one in rows)
        if shown == self._shown and rows:
            for line, row in zip(self.lines, rows, strict=True):
                line.show_row(row)
            return
        self._shown = shown
        self.lines = []
        clear(self._box)
        if not rows:
            told = tr("No objective was set. Add them on the overview, each with its target.")
            self._box.addWidget(Text(told, ink="text2", wrap=True))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        titles = (tr("Objective"), tr("Aimed at"), tr("Reached"), tr("Result"))
        for place, title in enumerate(titles):
            grid.addWidget(Text(title, "small_medium", ink="text2"), 0, place)
        for place, stretch in enumerate((5, 2, 0, 5)):
            grid.setColumnStretch(place, stretch)
        holder = QWidget()
        holder.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, row in enumerate(rows, 1):
            self._add(holder, grid, number, row)
        self._box.addWidget(holder)

    def _add(self, holder: QWidget, grid: QGridLayout, number: int, row: ObjectiveRow) -> None:
        line = ResultLine(holder, row)
        line.written.connect(self.written)
        grid.addWidget(Text(row.draft.what, wrap=True), number, 0)
        grid.addWidget(Text(_target(row), ink="text2", wrap=True), number, 1)
        grid.addWidget(line.reached, number, 2)
        grid.addWidget(line.result, number, 3)
        self.lines.append(line)


def _target(row: ObjectiveRow) -> str:
    return " ".join(part for part in (row.draft.target, row.draft.measure) if part) or "–"
