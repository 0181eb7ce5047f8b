"""The flag of a country, painted; a pennant with its two letters where nobody drew one."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from app.contacts.rules.flags import flag_svg
from ui.contacts.choices import country_words
from ui.core import theme

_DRAWN = QRectF(0, 5, 36, 26)
"""Where the flag stands in its drawing."""
RATIO = _DRAWN.height() / _DRAWN.width()


class FlagView(QWidget):
    """The flag of an alpha-2 code, `width` wide at 100 %; it grows with the text."""

    def __init__(self, code: str = "", *, width: int = 24) -> None:
        super().__init__()
        self._width = width
        self._code = ""
        theme.changed.connect(self.restyle)
        self.show_code(code)
        self.restyle()

    def show_code(self, code: str) -> None:
        """Show another flag."""
        self._code = code
        self.setAccessibleName(country_words(code))
        self.setToolTip(country_words(code))
        self.update()

    def restyle(self) -> None:
        """Take the present text size."""
        width = theme.px(self._width)
        self.setFixedSize(width, round(width * RATIO))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        paint_flag(painter, self._code, QRectF(self.rect()))
        painter.end()


def paint_flag(painter: QPainter, code: str, area: QRectF) -> None:
    """Draw the flag of a code into an area of its shape; nothing for no code."""
    if not code:
        return
    if flag_svg(code) is None:
        _paint_pennant(painter, code, area)
        return
    density = painter.device().devicePixelRatioF()
    made = _pixmap(code, round(area.width() * density), density)
    painter.drawPixmap(area.topLeft(), made)


@lru_cache(maxsize=512)
def _pixmap(code: str, width: int, density: float) -> QPixmap:
    made = QPixmap(width, round(width * RATIO))
    made.fill(Qt.GlobalColor.transparent)
    drawing = QSvgRenderer(QByteArray((flag_svg(code) or "").encode()))
    drawing.setViewBox(_DRAWN)
    painter = QPainter(made)
    drawing.render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(density)
    return made


def _paint_pennant(painter: QPainter, code: str, area: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tip = QPointF(area.right(), area.center().y())
    shape = QPainterPath()
    shape.addPolygon(QPolygonF([area.topLeft(), tip, area.bottomLeft(), area.topLeft()]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("line"))
    painter.drawPath(shape)
    font = theme.font("small_strong")
    painter.setFont(font)
    painter.setPen(theme.colour("text2"))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(area.adjusted(2, 0, 0, 0), flags, code)
