"""A line to search in: a glass at its left, typed words announced once they rest."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui.core import icons, theme


class SearchField(QLineEdit):
    """`searched` carries the words after `rest` ms without a key (0: at each key)."""

    searched = Signal(str)

    def __init__(self, placeholder: str, *, rest: int = 0) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(rest)
        self._timer.timeout.connect(self._tell)
        self.textEdited.connect(self._typed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Leave room for the glass."""
        self.setTextMargins(theme.px(24), 0, 0, 0)

    def _typed(self) -> None:
        if self._timer.interval():
            self._timer.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self.searched.emit(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc empties the line first; a second one goes to the window."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the glass over the line."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.px(14)
        box = QRect(theme.px(10), (self.height() - side) // 2, side, side)
        icons.paint(painter, "search", box, theme.colour("text2"))
        painter.end()
