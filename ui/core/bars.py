"""The bar above the pages and the bar below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from ui.core import icons, theme
from ui.core.buttons import IconButton
from ui.core.cards import row
from ui.core.icons import IconView
from ui.core.labels import Avatar, Text
from ui.core.language import read, tr
from ui.core.toast import Toast

if TYPE_CHECKING:
    from app.core.text import Sentence
    from ui.core.jobs import Changes


class SearchBox(QAbstractButton):
    """Looks like a line to type in, and opens the search over the window."""

    def __init__(self, words: str, keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.setMaximumWidth(theme.px(520))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable line."""
        return QSize(theme.px(520), theme.px(30))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It may become narrow."""
        return QSize(theme.px(120), theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw line, glass, words and the key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colour("accent" if self.underMouse() else "line"))
        painter.setBrush(theme.colour("background"))
        painter.drawRoundedRect(area, theme.px(6), theme.px(6))
        side = theme.px(16)
        glass = QRect(theme.px(10), (self.height() - side) // 2, side, side)
        icons.paint(painter, "search", glass, theme.colour("text2"))
        metrics = theme.metrics("small")
        width = round(metrics.horizontalAdvance(self._keys)) + theme.px(12)
        cap = QRectF(
            self.width() - width - theme.px(8), theme.px(6), width, self.height() - theme.px(12)
        )
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(cap, theme.px(4), theme.px(4))
        painter.setPen(theme.colour("text2"))
        painter.setFont(theme.font("small"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)
        room = self.rect().adjusted(theme.px(38), 0, -width - theme.px(16), 0)
        words = theme.metrics("body").elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(theme.font("body"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class TopBar(QFrame):
    """Search, undo and redo, settings, who is at the desk."""

    def __init__(self, keys: str, who: str) -> None:
        super().__init__()
        self.setObjectName("TopBar")
        self.search = SearchBox(tr("Search people, posts, receptions, missions, commands…"), keys)
        self.undo = IconButton("undo", tr("Undo"))
        self.redo = IconButton("redo", tr("Redo"))
        self.settings = IconButton("settings", tr("Settings"))
        self.who = Avatar(who, size=26, round_=True)
        self.who.setToolTip(who)
        self.who.setVisible(bool(who))
        self.setLayout(
            row(self.search, None, self.undo, self.redo, self.settings, 4, self.who, gap=4)
        )
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.setFixedHeight(theme.px(47))
        box = self.layout()
        if box is not None:
            box.setContentsMargins(theme.px(20), 0, theme.px(20), 0)

    def show_steps(self, undo: str, redo: str) -> None:
        """Say what undo and redo would do; "" where there is nothing."""
        for button, words, name in (
            (self.undo, undo, tr("Undo")),
            (self.redo, redo, tr("Redo")),
        ):
            button.setEnabled(bool(words))
            button.name(f"{name}: {words}" if words else name)


class StatusBar(QFrame):
    """The office, whether it is encrypted, when it was saved; what just happened."""

    def __init__(self, office: str, *, encrypted: bool) -> None:
        super().__init__()
        self.setObjectName("StatusBar")
        state = tr("encrypted") if encrypted else tr("not encrypted")
        sign = IconView("lock" if encrypted else "unlock", size=14)
        self._office = Text(f"{office} · {state}", "small", ink="text2")
        self.saved = Text("", "small", ink="text2")
        self.toast = Toast()
        box = row(sign, self._office, 8, self.saved, self.toast, gap=8)
        box.setStretch(4, 1)
        self.setLayout(box)
        theme.changed.connect(self.restyle)
        self.restyle()

    def hear(self, changes: Changes) -> None:
        """Tell what another desk did; what somebody may want to undo here stays readable."""
        if not self.toast.words():
            what = read(changes.label)
            known = changes.by != "?"
            self.toast.say(tr("{who}: {what}", who=changes.by, what=what) if known else what)

    def restyle(self) -> None:
        """Take the present text size."""
        self.setFixedHeight(theme.px(28))
        box = self.layout()
        if box is not None:
            box.setContentsMargins(theme.px(20), 0, theme.px(20), 0)


def words_of(label: Sentence | None) -> str:
    """The words of an undo label, "" where there is none."""
    return "" if label is None else read(label)
