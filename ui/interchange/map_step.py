"""The second step of an import: what was found, and which column is what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Banner, Card, Scroll, column, row
from ui.core.labels import Text
from ui.core.language import number, read, tr, trn
from ui.interchange.column_rows import ColumnRows
from ui.interchange.found import field_choices

if TYPE_CHECKING:
    from app.interchange.importing import Plan
    from ui.interchange.found import FileRead

HOLDS = ("people", "organisations")


class MapStep(QWidget):
    """Signals `went_on(plan)` and `went_back()`."""

    went_on = Signal(object)
    went_back = Signal()

    def __init__(self, found: FileRead) -> None:
        super().__init__()
        self.found = found
        table, columns = found.plan.table, found.plan.columns
        self.columns = ColumnRows(table.header, columns, found.samples, field_choices())
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
        mapping = Card(tr("Which column is what"), gap=12).add(self.columns)
        inner.setLayout(column(self._facts(), held, mapping, None, gap=12))
        foot = row(back, None, self.go_on, gap=8)
        box = column(self.banner, Scroll(inner), foot, gap=12)
        box.setStretch(1, 1)
        self.setLayout(box)

    def plan(self) -> Plan:
        """The file with the columns as chosen."""
        return replace(self.found.plan, columns=self.columns.fields(), holds=self.holds.current())

    def _go_on(self) -> None:
        if not any(self.columns.fields()):
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
