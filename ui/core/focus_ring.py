"""The ring round what has the keyboard, shown only when the keyboard brought it there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget

from ui.core import theme

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class FocusRing(QWidget):
    """One overlay per window; works over native, styled and painted widgets alike.

    It listens to the window and to what has the focus, no more: a filter over the whole
    application costs some microseconds an event, and a form that opens makes tens of thousands.
    What lost the focus says why, which is also why the next one got it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._target: QWidget | None = None
        self._reason = Qt.FocusReason.OtherFocusReason
        window.installEventFilter(self)
        application = QApplication.instance()
        application.focusChanged.connect(self._focus_went)  # type: ignore[union-attr]  # there is an application once there is a window

    def _focus_went(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and old is not self.window():
            old.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)
        reason, self._reason = self._reason, Qt.FocusReason.OtherFocusReason
        self._follow(now if reason in _BY_KEY else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the focused widget as it moves."""
        kind = event.type()
        if isinstance(event, QFocusEvent) and kind is QEvent.Type.FocusOut:
            self._reason = event.reason()
        elif isinstance(event, QKeyEvent) and event.key() in _TABS:
            self._reason = Qt.FocusReason.TabFocusReason  # where nothing had the focus before
        elif watched is self._target:
            if kind in (QEvent.Type.Move, QEvent.Type.Resize):
                self._place()
            elif kind in (QEvent.Type.Hide, QEvent.Type.DeferredDelete):
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
