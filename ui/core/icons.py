"""Icons of one set, drawn at paint time in the colour of the text beside them.

`icon("add")` follows theme and pixel density by itself, since its engine asks for the colour when
it paints.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from ui.core import theme

ICONS = Path(__file__).parents[2] / "resources" / "icons"


def icon(name: str, ink: str = "text") -> QIcon:
    """An icon of `resources/icons` in a token's colour."""
    return QIcon(_Engine(name, ink))


def paint(painter: QPainter, name: str, rect: QRect | QRectF, ink: QColor) -> None:
    """Draw an icon into a rectangle."""
    area = QRectF(rect)
    density = painter.device().devicePixelRatioF()
    side = round(min(area.width(), area.height()) * density)
    corner = QPoint(
        round(area.center().x() - side / density / 2), round(area.center().y() - side / density / 2)
    )
    painter.drawPixmap(corner, _pixmap(name, ink.name(QColor.NameFormat.HexArgb), side, density))


def forget() -> None:
    """Drop the drawn pixmaps (they are keyed by colour; this only frees memory)."""
    _pixmap.cache_clear()


@lru_cache(maxsize=256)
def _pixmap(name: str, ink: str, side: int, density: float) -> QPixmap:
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    opaque = QColor(ink)
    source = drawing.replace("currentColor", opaque.name())
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(opaque.alphaF())
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    made.setDevicePixelRatio(density)
    return made


class _Engine(QIconEngine):
    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name = name
        self._ink = ink

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._ink)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002 - Qt's signature
        """Draw in the token's colour, greyed where disabled."""
        disabled = mode is QIcon.Mode.Disabled
        paint(painter, self._name, rect, theme.colour("strong_line" if disabled else self._ink))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """The icon for a pixel density; `size` is in device pixels."""
        made = self.pixmap(size, mode, state)
        made.setDevicePixelRatio(scale)
        return made


class IconView(QWidget):
    """An icon standing by itself; it grows with the text."""

    def __init__(self, name: str, *, size: int = 16, ink: str = "text2") -> None:
        super().__init__()
        self._name = name
        self._ink = ink
        self._size = size
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_icon(self, name: str, ink: str | None = None) -> None:
        """Show another icon."""
        self._name = name
        self._ink = ink or self._ink
        self.update()

    def restyle(self) -> None:
        """Take the present text size."""
        self.setFixedSize(theme.px(self._size), theme.px(self._size))
        self.update()

    def paintEvent(self, event: object) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        paint(painter, self._name, self.rect(), theme.colour(self._ink))
        painter.end()
