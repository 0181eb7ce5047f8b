"""The rail of pages: icon, word and perhaps a count; only icons in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.core import icons, theme
from ui.core.cards import Hairline, column
from ui.core.language import number

WIDE, NARROW = 196, 56


class RailButton(QAbstractButton):
    """One page."""

    def __init__(self, key: str, words: str, icon: str, keys: str) -> None:
        super().__init__()
        self.key = key
        self._words = words
        self._icon = icon
        self._keys = keys
        self._count: int | None = None
        self._narrow = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.show_count(None)

    def restyle(self) -> None:
        """Take the present text size."""
        self.updateGeometry()
        self.update()

    def fold(self, *, narrow: bool) -> None:
        """Show only the icon, or the word too."""
        self._narrow = narrow
        self.setToolTip(f"{self._words} ({self._keys})" if narrow else self._keys)
        self.restyle()

    def show_count(self, count: int | None) -> None:
        """Show how many there are."""
        self._count = count
        words = self._words if count is None else f"{self._words}, {number(count)}"
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A row of the rail."""
        return QSize(theme.px(NARROW if self._narrow else WIDE) - theme.px(16), theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw icon, word and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if chosen else "line"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(6), theme.px(6))
        ink = theme.colour("accent" if chosen else "text")
        side = theme.px(18)
        left = (self.width() - side) // 2 if self._narrow else theme.px(10)
        icons.paint(painter, self._icon, QRect(left, (self.height() - side) // 2, side, side), ink)
        if not self._narrow:
            self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        middle = Qt.AlignmentFlag.AlignVCenter
        area = self.rect().adjusted(theme.px(37), 0, -theme.px(10), 0)
        painter.setPen(theme.colour("accent" if chosen else "text"))
        painter.setFont(theme.font("strong" if chosen else "medium"))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, self._words)
        if self._count is not None:
            painter.setPen(theme.colour("text2"))
            painter.setFont(theme.font("small"))
            painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, number(self._count))


class _Brand(QWidget):
    """The house's sign and name."""

    def __init__(self) -> None:
        super().__init__()
        self.narrow = False
        self.setAccessibleName("Belfry")
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.setFixedHeight(theme.px(46))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(20)
        left = (self.width() - side) // 2 if self.narrow else theme.px(8)
        box = QRect(left, (self.height() - side) // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setBrush(theme.colour("on_accent"))
        third = side / 3.2
        centre = QRectF(box).center()
        spire = [centre.x() - third / 1.3, centre.y() + third, centre.x() + third / 1.3]
        painter.drawPolygon(_triangle(spire[0], spire[2], centre.x(), spire[1], centre.y() - third))
        if not self.narrow:
            painter.setPen(theme.colour("text"))
            painter.setFont(theme.font("heading"))
            area = self.rect().adjusted(theme.px(36), 0, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, "Belfry")
        painter.end()


def _triangle(left: float, right: float, middle: float, low: float, high: float) -> QPolygonF:
    return QPolygonF([QPointF(left, low), QPointF(right, low), QPointF(middle, high)])


class Rail(QFrame):
    """All pages; `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, pages: list[tuple[str, str, str, int]], name: str) -> None:
        """`pages` are (key, words, icon, group)."""
        super().__init__()
        self.setObjectName("Rail")
        self.setAccessibleName(name)
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._brand = _Brand()
        box: QVBoxLayout = column(self._brand, 10, gap=0)
        box.setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(8))
        before = pages[0][3] if pages else 0
        for place, (key, words, icon, group) in enumerate(pages):
            if group != before:
                box.addSpacing(theme.px(8))
                box.addWidget(Hairline())
                box.addSpacing(theme.px(8))
                before = group
            button = RailButton(key, words, icon, f"Alt+{place + 1}")
            self.buttons[key] = button
            self._group.addButton(button)
            box.addWidget(button)
        box.addStretch(1)
        self.setLayout(box)
        self.fold(narrow=False)

    def fold(self, *, narrow: bool) -> None:
        """Show only icons, or words too."""
        self.setFixedWidth(theme.px(NARROW if narrow else WIDE))
        self._brand.narrow = narrow
        self._brand.update()
        for button in self.buttons.values():
            button.fold(narrow=narrow)

    def choose(self, key: str) -> None:
        """Mark the page that is shown."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def _clicked(self, button: RailButton) -> None:
        self.chosen.emit(button.key)
