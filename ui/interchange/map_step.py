"""The second step of an import: what was found, and which column is what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from ui.core import theme
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Banner, Card, Scroll, column, row
from ui.core.labels import Text
from ui.core.language import number, read, tr, trn
from ui.interchange.found import field_choices

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from app.interchange.importing import Plan
    from ui.interchange.found import FileRead

HOLDS = ("people", "organisations")


class _Choice(QComboBox):
    """The wheel scrolls the page; it never changes a column by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()


class MapStep(QWidget):
    """Signals `went_on(plan)` and `went_back()`."""

    went_on = Signal(object)
    went_back = Signal()

    def __init__(self, found: FileRead) -> None:
        super().__init__()
        self.found = found
        self._choices = field_choices()
        self.combos: list[QComboBox] = []
        self.banner = Banner()
        back, self.go_on = Button(tr("Another file")), Button(tr("Look at the rows"), PRIMARY)
        back.clicked.connect(self.went_back)
        self.go_on.clicked.connect(self._go_on)
        self.holds = ChipBar(
            [("people", tr("People")), ("organisations", tr("Posts and organisations"))],
            found.plan.holds,
            name=tr("What the list holds"),
        )
        inner = QWidget()
        held = row(Text(tr("The list holds"), "strong"), self.holds, gap=12)
        held.setStretch(1, 1)
        inner.setLayout(column(self._facts(), held, self._mapping(), None, gap=12))
        foot = row(back, None, self.go_on, gap=8)
        box = column(self.banner, Scroll(inner), foot, gap=12)
        box.setStretch(1, 1)
        self.setLayout(box)

    def plan(self) -> Plan:
        """The file with the columns as chosen."""
        columns = tuple(str(combo.currentData() or "") for combo in self.combos)
        return replace(self.found.plan, columns=columns, holds=self.holds.current())

    def _go_on(self) -> None:
        if not any(combo.currentData() for combo in self.combos):
            self.banner.say(tr("Say for at least one column what it holds."))
            return
        self.banner.say("")
        self.went_on.emit(self.plan())

    def _facts(self) -> Card:
        form = self.found.plan.table.format
        card = Card(self.found.path.name, margin=12, gap=4)
        kinds = {"csv": tr("Text with delimiters (CSV)"), "xlsx": tr("Excel workbook")}
        delimiters = {";": tr("semicolons"), ",": tr("commas"), "\t": tr("tabs"), "|": tr("bars")}
        parts = [kinds.get(form.kind, tr("Business cards (vCard)"))]
        if form.encoding:
            parts.append(tr("encoding {name}", name=form.encoding))
        if form.delimiter:
            told = delimiters.get(form.delimiter, form.delimiter)
            parts.append(tr("parted by {what}", what=told))
        header = (
            tr("header on line {n}", n=form.header_line) if form.header_line else tr("no header")
        )
        parts += [header, trn("{n} row", "{n} rows", self.found.rows)]
        card.add(Text(" · ".join(parts), ink="text2", wrap=True))
        if self.found.problems:
            problems = trn("{n} remark", "{n} remarks", len(self.found.problems))
            first = self.found.problems[0]
            where = tr("line {n}", n=number(first.line)) if first.line else ""
            words = ": ".join(part for part in (problems, where, read(first.sentence)) if part)
            card.add(Text(words, "small", ink="attention_ink", wrap=True))
        return card

    def _mapping(self) -> Card:
        card = Card(tr("Which column is what"), gap=12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 4)
        for at, title in enumerate((tr("In the file"), tr("Is"), tr("For example"))):
            grid.addWidget(Text(title, "small_strong", ink="text2"), 0, at)
        plan = self.found.plan
        for line, (header, guessed) in enumerate(
            zip(plan.table.header, plan.columns, strict=False), start=1
        ):
            combo = self._combo(header, guessed)
            self.combos.append(combo)
            middle = Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(Text(header, "medium", elide=True), line, 0, middle)
            grid.addWidget(combo, line, 1, middle)
            sample = self.found.samples[line - 1]
            grid.addWidget(Text(sample or "—", ink="text2", elide=True), line, 2, middle)
        card.body.addLayout(grid)
        return card

    def _combo(self, header: str, guessed: str) -> QComboBox:
        combo = _Choice()
        combo.setMaxVisibleItems(18)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(16)
        combo.setAccessibleName(tr("What the column {header} is", header=header))
        combo.addItem(tr("Leave out"), "")
        for key, words, meaning in self._choices:
            combo.addItem(words, key)
            combo.setItemData(combo.count() - 1, meaning, Qt.ItemDataRole.ToolTipRole)
        combo.setCurrentIndex(max(combo.findData(guessed), 0))
        return combo
