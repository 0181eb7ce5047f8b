"""Tasks under each other: a box that Space ticks, the title that opens it, when and for whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.core import clock
from app.dossiers.rules.memory import Due, due
from ui.core import theme
from ui.core.cards import column, row
from ui.core.labels import Link, Text
from ui.core.language import day, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.dossiers.queries import TaskRow

SHOWN = 12
_INKS = {Due.OVERDUE: "wrong", Due.TODAY: "attention_ink"}


class TaskList(QWidget):
    """Signals `ticked(row)`, `opened(row)`; `about` says whether to tell what a task is about."""

    ticked = Signal(object)
    opened = Signal(object)

    def __init__(self, rows: Sequence[TaskRow], *, about: bool = False, most: int = SHOWN) -> None:
        super().__init__()
        self._about = about
        self.boxes: list[QCheckBox] = []
        lines = [self._line(one) for one in rows[:most]]
        self.setLayout(column(*lines, gap=6))
        left = len(rows) - most
        box = self.layout()
        if left > 0 and box is not None:
            box.addWidget(Text(trn("and {n} more", "and {n} more", left), "small", ink="text2"))

    def _line(self, one: TaskRow) -> QWidget:
        box = QCheckBox()
        box.setFixedWidth(theme.px(20))
        box.setAccessibleName(tr("Done: {title}", title=one.draft.title))
        box.setToolTip(tr("Space ticks it: done"))
        box.clicked.connect(partial(self.ticked.emit, one))
        self.boxes.append(box)
        title = Link(one.draft.title, ink="text")
        title.setAccessibleName(tr("Show {name}", name=one.draft.title))
        title.clicked.connect(partial(self.opened.emit, one))
        when, ink = due_words(one)
        told = [Text(when, "small", ink=ink)] if when else []
        rest = self._rest(one)
        if rest:
            told.append(Text(rest, "small", ink="text2", elide=True))
        under = row(*told, gap=8)
        under.addStretch(1)
        words = column(title, under, gap=0) if told else column(title)
        line = row(box, words, gap=8)
        line.setStretch(1, 1)
        line.setAlignment(box, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _rest(self, one: TaskRow) -> str:
        parts = [one.draft.owner]
        if self._about:
            parts += [named.name for named in one.about]
        return " · ".join(part for part in parts if part)


def due_words(one: TaskRow) -> tuple[str, str]:
    """When a task is due in words, and the ink: late ones say so, in word and colour."""
    when = one.draft.due_on
    if when is None:
        return "", "text2"
    near = due(when, clock.today())
    named = day(when, "weekday")
    words = {
        Due.OVERDUE: tr("overdue since {day}", day=named),
        Due.TODAY: tr("today"),
    }.get(near, named)
    return words, _INKS.get(near, "text2")
