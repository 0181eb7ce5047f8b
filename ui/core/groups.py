"""Headings of groups in a table: each first row of a group is higher, its heading painted above.

The places come from the office with the ids, so that it costs the same at a million rows.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from ui.core import language, theme
from ui.core.table_paint import BAND, PAD, ROW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTableView

GROUPS_AT_MOST = 2_000


class Groups:
    """The groups of a table; `show` them anew after each change of its rows."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self._starts: list[int] = []
        self._words: list[tuple[str, int]] = []

    def show(self, groups: Sequence[tuple[str, int]]) -> None:
        """Groups from the first row on: heading, and how many rows it has."""
        self._size(theme.px(ROW))
        self._starts, self._words, place = [], [], 0
        for words, count in groups[:GROUPS_AT_MOST]:
            self._starts.append(place)
            self._words.append((words, count))
            place += count
        self.fit()

    def fit(self) -> None:
        """Make room for the headings at the present text size."""
        self._size(theme.px(ROW + BAND))

    def begins(self, place: int) -> bool:
        """Whether a row is the first of a group."""
        at = bisect_left(self._starts, place)
        return at < len(self._starts) and self._starts[at] == place

    def _size(self, height: int) -> None:
        if not self._starts:  # nor is there anything to paint anew
            return
        head = self._view.verticalHeader()
        head.blockSignals(True)  # noqa: FBT003 - Qt's signature
        for place in self._starts:
            if place < head.count():
                head.resizeSection(place, height)
        head.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._view.updateGeometries()
        self._view.viewport().update()

    def paint(self) -> None:
        """Draw the headings that are in sight."""
        if not self._starts:
            return
        view, port = self._view, self._view.viewport()
        first = view.rowAt(0)
        painter = QPainter(port)
        for at in range(bisect_left(self._starts, max(first, 0)), len(self._starts)):
            place = self._starts[at]
            top = view.rowViewportPosition(place)
            if top > port.height() or place >= view.verticalHeader().count():
                break
            self._band(painter, QRect(0, top, port.width(), theme.px(BAND)), at)
        painter.end()

    def _band(self, painter: QPainter, area: QRect, at: int) -> None:
        words, count = self._words[at]
        painter.fillRect(area, theme.colour("background"))
        line = QRect(area.left(), area.bottom(), area.width(), 1)
        painter.fillRect(line, theme.colour("line"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        room = area.adjusted(theme.px(PAD), 0, -theme.px(PAD), 0)
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour("text"))
        painter.drawText(room, left, words)
        width = theme.metrics("small_strong").horizontalAdvance(words)
        room.setLeft(round(room.left() + width + theme.px(8)))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text2"))
        painter.drawText(room, left, language.number(count))
