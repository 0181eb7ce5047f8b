"""One field of two records, side by side: which of the two values stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy

from ui.core import icons, theme
from ui.core.cards import row
from ui.core.fields import Field

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_HEIGHT, _CORNER, _SIGN = 34, 6, 16


class Side(QAbstractButton):
    """One of the two values: framed in the accent and ticked where it is chosen."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.setText(words)
        self.setCheckable(True)
        self.setAccessibleName(f"{name}: {words}")
        self.setToolTip(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line."""
        return QSize(theme.px(180), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw frame, tick and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isChecked()
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 1))
        painter.setBrush(theme.colour("accent_soft" if chosen else "surface"))
        painter.drawRoundedRect(area, theme.px(_CORNER), theme.px(_CORNER))
        inner = area.adjusted(theme.px(10), 0, -theme.px(8), 0)
        if chosen:
            side = theme.px(_SIGN)
            place = QRectF(inner.right() - side, area.center().y() - side / 2, side, side)
            icons.paint(painter, "check", place, theme.colour("accent"))
            inner.setRight(place.left() - theme.px(4))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text" if chosen else "text2"))
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(inner.width())
        )
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, align, words)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and right choose."""
        field = self.parent()
        if event.key() == Qt.Key.Key_Left and isinstance(field, SidesField):
            field.choose(right=False)
        elif event.key() == Qt.Key.Key_Right and isinstance(field, SidesField):
            field.choose(right=True)
        else:
            super().keyPressEvent(event)


class SidesField(Field):
    """`value()` is true where the value at the right stays."""

    def __init__(self, key: str, label: str, left: str, right: str) -> None:
        super().__init__(key, label)
        self.sides = (Side(left, label), Side(right, label))
        self._group = QButtonGroup(self)
        for side in self.sides:
            self._group.addButton(side)
            side.clicked.connect(self._edited)
        self.sides[0].setChecked(True)
        line = row(*self.sides, gap=8)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        self._box.addLayout(line)
        self._editors = []
        self.setFocusProxy(self.sides[0])

    def value(self) -> bool:
        """Whether the right one stays."""
        return self.sides[1].isChecked()

    def set_value(self, value: object) -> None:
        """Choose without telling."""
        self.sides[bool(value)].setChecked(True)

    def choose(self, *, right: bool) -> None:
        """Choose by key."""
        self.sides[right].setChecked(True)
        self.sides[right].setFocus()
        self._edited()
