"""The pane at the right of a list, telling of the chosen row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.core import theme
from ui.core.cards import Scroll, column
from ui.core.labels import Link

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_NO_LIMIT = 16_777_215


class Pane(QFrame):
    """A surface of fixed width beside the list, or filling the page; `left` asks for the list."""

    left = Signal()

    def __init__(self, inner: QWidget, *, back_to: str, name: str, width: int) -> None:
        super().__init__()
        self.setObjectName("Pane")
        self.setAccessibleName(name)
        self._width = width
        self._back = Link(f"‹ {back_to}", role="small_medium", ink="text2")
        self._back.setAccessibleName(back_to)
        self._back.clicked.connect(self.left)
        self._back.hide()
        self.setFocusProxy(self._back)
        box = column(self._back, Scroll(inner), gap=0)
        box.setStretch(1, 1)
        box.setContentsMargins(1, 0, 0, 0)
        self.setLayout(box)

    def wanted(self) -> int:
        """Its width beside the list, at the present text size."""
        return theme.px(self._width)

    def fill(self, *, whole: bool) -> None:
        """Take the whole page, or its place at the right."""
        self._back.setVisible(whole)
        self._back.setContentsMargins(theme.px(20), theme.px(8), 0, 0)
        self.setMinimumWidth(0 if whole else self.wanted())
        self.setMaximumWidth(_NO_LIMIT if whole else self.wanted())
        across = QSizePolicy.Policy.Expanding if whole else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Expanding)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc returns to the list."""
        if event.key() == Qt.Key.Key_Escape and self._back.isVisible():
            self.left.emit()
        else:
            super().keyPressEvent(event)
