"""The ring round what has the keyboard, shown only when the keyboard brought it there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget

from ui.core import theme

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QWidget):
    """One overlay per window; works over native, styled and painted widgets alike."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._target: QWidget | None = None
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is an application once there is a window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the focus, and the focused widget as it moves."""
        kind = event.type()
        if kind is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            by_key = isinstance(event, QFocusEvent) and event.reason() in _BY_KEY
            self._follow(watched if by_key else None)
        elif watched is self._target:
            if kind in (QEvent.Type.Move, QEvent.Type.Resize):
                self._place()
            elif kind in (QEvent.Type.Hide, QEvent.Type.FocusOut, QEvent.Type.DeferredDelete):
                self._follow(None)
        return False

    def _follow(self, target: QWidget | None) -> None:
        shown = target is not None and target.window() is self.window()
        if isinstance(target, QAbstractScrollArea | QLineEdit):
            shown = False  # views show their row, editors their own border
        self._target = target if shown else None
        self.setVisible(shown)
        self._place()

    def _place(self) -> None:
        if self._target is None:
            return
        corner = self._target.mapTo(self.window(), QPoint(0, 0))
        self.setGeometry(
            corner.x() - 3, corner.y() - 3, self._target.width() + 6, self._target.height() + 6
        )
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(theme.colour("accent"))
        pen.setWidthF(2)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
