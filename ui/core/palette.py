"""The search over the window (Ctrl+K): people, posts, receptions and commands, while one types.

It lies over a picture of the window taken as it opens, so that a key press repaints the list and
nothing below it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui.core import theme
from ui.core.hits import ROW, Hit, HitLine, Hits
from ui.core.labels import Text
from ui.core.language import tr
from ui.core.search_field import SearchField

Answer: TypeAlias = Callable[[Sequence[Hit]], None]
Provider: TypeAlias = Callable[[str, Answer], object]
SHOWN = 12
_PASSED_ON = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QWidget):
    """`provide(words, answer)` calls `answer(hits)`; answers to older words are dropped."""

    def __init__(self, window: QWidget, provide: Provider) -> None:
        super().__init__(window)
        self._provide = provide
        self._question = 0
        self._backdrop = QPixmap()
        self._panel = QRect()
        self._before: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.line = SearchField(tr("Search people, posts, receptions, missions, commands…"))
        self.line.setParent(self)
        self.line.textEdited.connect(self._typed)
        self.line.installEventFilter(self)
        self.list = _List(self)
        self._hits = Hits(self)
        self.list.setModel(self._hits)
        self.list.clicked.connect(self._open)
        self._none = Text("", "small", ink="text2")
        self._none.setParent(self)
        self.setAccessibleName(tr("Search"))
        self.hide()

    def open(self) -> None:
        """Come up over the window, with empty words."""
        window = self.parentWidget()
        if window is None or self.isVisible():
            return
        self._before = window.focusWidget()
        self._backdrop = window.grab()
        self.setGeometry(window.rect())
        self._arrange()
        self.line.clear()
        self._typed("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_over(self) -> None:
        """Go away; the keyboard returns where it was."""
        self.hide()
        self._backdrop = QPixmap()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None

    def hits(self) -> list[Hit]:
        """What is shown."""
        return self._hits.hits

    def _typed(self, words: str) -> None:
        self._question += 1
        question = self._question
        self._provide(words.strip(), lambda hits: self._show(question, hits))

    def _show(self, question: int, hits: Sequence[Hit]) -> None:
        if question != self._question or not shiboken6.isValid(self._hits):
            return
        self._hits.show(hits)
        if hits:
            self.list.setCurrentIndex(self._hits.index(0, 0))
        nothing = not hits and bool(self.line.text().strip())
        self._none.say(tr("Nothing found. Try another part of the name.") if nothing else "")
        self._none.adjustSize()

    def _open(self, index: QModelIndex) -> None:
        hit = self._hits.hits[index.row()]
        self.close_over()
        hit.open()

    def _arrange(self) -> None:
        width = min(theme.px(640), self.width() - theme.px(32))
        height = min(theme.px(64 + ROW * SHOWN), self.height() - theme.px(120))
        self._panel = QRect((self.width() - width) // 2, theme.px(64), width, height)
        inner = self._panel.adjusted(theme.px(12), theme.px(12), -theme.px(12), -theme.px(10))
        self.line.setGeometry(inner.left(), inner.top(), inner.width(), theme.px(30))
        below = inner.adjusted(0, theme.px(40), 0, 0)
        self.list.setGeometry(below)
        self._none.move(below.left() + theme.px(10), below.top() + theme.px(8))
        self._none.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the picture of the window, the veil, the panel with its soft edge."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, self._backdrop)
        painter.fillRect(event.rect(), theme.colour("scrim"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        corner = theme.px(8)
        shade = theme.colour("scrim")
        for spread in (10, 7, 4, 2):
            painter.setOpacity(0.10)
            painter.setBrush(shade)
            edge = QRectF(self._panel).adjusted(-spread, -spread + 3, spread, spread + 3)
            painter.drawRoundedRect(edge, corner + spread, corner + spread)
        painter.setOpacity(1)
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(self._panel, corner, corner)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The window changed under it."""
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click beside the panel closes it."""
        if not self._panel.contains(event.position().toPoint()):
            self.close_over()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The line keeps the keyboard; arrows go to the list."""
        if watched is not self.line or not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() is not QEvent.Type.KeyPress:
            return False
        return self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_over()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            pass  # there is nowhere else to go
        elif key in _PASSED_ON:
            self.list.keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.currentIndex().isValid():
                self._open(self.list.currentIndex())
        else:
            return False
        return True


class _List(QListView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(HitLine(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Found"))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entered.connect(self.setCurrentIndex)
