"""The columns of a file under each other: its title, what it is, a few of its cells.

A list from an address book has ninety columns and more. They are built bit by bit, a few at each
turn of the event loop, with two widgets each and one list of fields for all.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QStandardItem
from PySide6.QtGui import QStandardItemModel as Items
from PySide6.QtWidgets import QComboBox, QToolTip, QVBoxLayout, QWidget

from ui.core import theme
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent

_TURN = 0.006  # seconds of one turn of the event loop spent on building
_SHARES = (2, 3, 4)  # of the width: title, field, cells
_GAP = 16
_ELIDED = Qt.TextElideMode.ElideRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Choice(QComboBox):
    """The wheel scrolls the page; it never changes a column by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()


def _spans(width: int) -> list[tuple[int, int]]:
    """Left edge and width of the three parts."""
    gap = theme.px(_GAP)
    room = max(width - gap * (len(_SHARES) - 1), 0)
    found, left = [], 0
    for share in _SHARES:
        part = room * share // sum(_SHARES)
        found.append((left, part))
        left += part + gap
    return found


class _Line(QWidget):
    """Painted words left and right, and a widget or words between them."""

    def __init__(self, parts: Sequence[str], roles: Sequence[str], inks: Sequence[str]) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._roles = tuple(roles)
        self._inks = tuple(inks)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw the words, cut where there is no room."""
        painter = QPainter(self)
        for at, (left, width) in enumerate(_spans(self.width())):
            painter.setFont(theme.font(self._roles[at]))
            painter.setPen(theme.colour(self._inks[at]))
            words = theme.metrics(self._roles[at]).elidedText(self._parts[at], _ELIDED, width)
            painter.drawText(QRect(left, 0, width, self.height()), _MIDDLE, words)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The whole words where they are cut."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._cut_at(event.pos().x()), self)
            return True
        return super().event(event)

    def _cut_at(self, x: int) -> str:
        for at, (left, width) in enumerate(_spans(self.width())):
            needed = theme.metrics(self._roles[at]).horizontalAdvance(self._parts[at])
            if left <= x < left + width and needed > width:
                return self._parts[at]
        return ""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a line of words."""
        return QSize(theme.px(320), theme.px(20))


class _ColumnLine(_Line):
    """One column of the file with the choice of its field."""

    def __init__(self, header: str, samples: str, items: Items, chosen: int) -> None:
        super().__init__((header, "", samples or "—"), ("medium", "body", "body"),
                         ("text", "text", "text2"))  # fmt: skip
        self.combo = _Choice(self)
        self.combo.setMaxVisibleItems(18)
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMinimumContentsLength(16)
        self.combo.setAccessibleName(tr("What the column {header} is", header=header))
        self.combo.setAccessibleDescription(samples)
        self.combo.setModel(items)
        self.combo.setCurrentIndex(chosen)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the choice."""
        return QSize(theme.px(320), self.combo.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the choice in its place."""
        super().resizeEvent(event)
        left, width = _spans(self.width())[1]
        self.combo.setGeometry(left, 0, width, self.height())


class ColumnRows(QWidget):
    """Signal `built()` once every column has its line; before that `fields()` gives the guesses."""

    built = Signal()

    def __init__(
        self,
        headers: Sequence[str],
        guessed: Sequence[str],
        samples: Sequence[str],
        choices: Sequence[tuple[str, str, str]],
    ) -> None:
        """`choices` are the fields: key, words, meaning."""
        super().__init__()
        self.setObjectName("Clear")
        self.combos: list[QComboBox] = []
        self._waiting = list(zip(headers, guessed, samples, strict=False))
        self._guessed = tuple(guessed)[: len(self._waiting)]
        self._keys = ["", *(key for key, _words, _meaning in choices)]
        self._items = Items(self)
        self._items.appendRow(QStandardItem(tr("Leave out")))
        for _key, words, meaning in choices:
            item = QStandardItem(words)
            item.setToolTip(meaning)
            self._items.appendRow(item)
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(8))
        titles = (tr("In the file"), tr("Is"), tr("For example"))
        self._box.addWidget(_Line(titles, ("small_strong",) * 3, ("text2",) * 3))
        self.setLayout(self._box)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._build)
        self._next.start()

    def fields(self) -> tuple[str, ...]:
        """The key of the field each column is, "" where it is left out."""
        chosen = [self._keys[max(combo.currentIndex(), 0)] for combo in self.combos]
        return (*chosen, *self._guessed[len(chosen) :])

    def is_built(self) -> bool:
        """Whether every column has its line."""
        return not self._waiting

    def _build(self) -> None:
        until = time.perf_counter() + _TURN
        while self._waiting and time.perf_counter() < until:
            header, guessed, samples = self._waiting.pop(0)
            chosen = self._keys.index(guessed) if guessed in self._keys else 0
            line = _ColumnLine(header, samples, self._items, chosen)
            self._box.addWidget(line)
            self.combos.append(line.combo)
        if self._waiting:
            self._next.start()
        else:
            self.built.emit()
