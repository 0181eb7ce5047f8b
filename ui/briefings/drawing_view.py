"""Paints a drawing (a chart, a seating plan) on the screen, in the present theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.briefings import drawing as d
from app.briefings.runs import Role, plain_text
from ui.core import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_TOKENS = {
    Role.INK: "text",
    Role.MUTED: "text2",
    Role.FAINT: "handle",
    Role.ACCENT: "accent",
    Role.ACCENT_SOFT: "accent_soft",
    Role.ON_ACCENT: "on_accent",
    Role.ATTENTION: "attention",
    Role.ATTENTION_SOFT: "attention_soft",
    Role.WRONG: "wrong",
    Role.WRONG_SOFT: "wrong_soft",
    Role.GOOD: "good",
    Role.GOOD_SOFT: "good_soft",
    Role.PAPER: "surface",
    Role.SERIES_1: "accent",
    Role.SERIES_2: "attention",
    Role.SERIES_3: "good",
    Role.SERIES_4: "wrong",
    Role.SERIES_5: "text2",
    Role.SERIES_6: "strong_line",
}
_WEIGHT = QFont.Tag("wght")


def colour_of(role: Role) -> QColor:
    """What a role of paper looks like on the screen."""
    return theme.colour(_TOKENS[role])


class DrawingView(QWidget):
    """A drawing as wide as there is room, its sides in proportion; `name` tells what it shows."""

    def __init__(self, drawing: d.Drawing, name: str) -> None:
        super().__init__()
        self._drawing = drawing
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    def show_drawing(self, drawing: d.Drawing, name: str) -> None:
        """Show another one."""
        self._drawing = drawing
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A point is a pixel, at the present text size."""
        return QSize(theme.px(self._drawing.width), theme.px(self._drawing.height))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Wider is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height at a width, at most a quarter more than its own."""
        most = theme.px(self._drawing.height * 1.25)
        return min(round(width * self._drawing.height / self._drawing.width), most)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / self._drawing.width, self.height() / self._drawing.height)
        painter.translate((self.width() - scale * self._drawing.width) / 2, 0)
        painter.scale(scale, scale)
        for shape in self._drawing.shapes:
            if isinstance(shape, d.Text):
                _text(painter, shape)
            else:
                _shape(painter, shape)
        painter.end()


def _shape(painter: QPainter, shape: d.Rect | d.Line | d.Circle | d.Path) -> None:
    stroke = shape.stroke
    pen = QPen(colour_of(stroke), shape.line) if stroke is not None else QPen(Qt.PenStyle.NoPen)
    if isinstance(shape, d.Line):
        if shape.dash:
            pen.setDashPattern([part / shape.line for part in shape.dash])
        painter.setPen(pen)
        painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
        return
    painter.setPen(pen)
    filled = shape.fill is not None
    painter.setBrush(QBrush(colour_of(shape.fill)) if filled else Qt.BrushStyle.NoBrush)  # type: ignore[arg-type]  # a role where filled
    if isinstance(shape, d.Rect):
        area = QRectF(shape.x, shape.y, shape.width, shape.height)
        painter.drawRoundedRect(area, shape.radius, shape.radius)
    elif isinstance(shape, d.Circle):
        painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
    else:
        painter.setOpacity(shape.opacity)
        painter.drawPath(_path(shape))
        painter.setOpacity(1.0)


def _path(shape: d.Path) -> QPainterPath:
    made = QPainterPath()
    for step in shape.steps:
        if step[0] == "M":
            made.moveTo(step[1], step[2])
        elif step[0] == "L":
            made.lineTo(step[1], step[2])
        elif step[0] == "C":
            made.cubicTo(*step[1:])
        else:
            made.closeSubpath()
    return made


def _text(painter: QPainter, shape: d.Text) -> None:
    font = QFont(theme.font("body"))
    font.setPixelSize(max(1, round(shape.size)))
    font.setVariableAxis(_WEIGHT, shape.weight)
    painter.setFont(font)
    painter.setPen(colour_of(shape.role))
    words = plain_text(shape.words)
    metrics = painter.fontMetrics()
    if shape.width is not None:
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(shape.width))
    width = metrics.horizontalAdvance(words)
    left = {"start": 0.0, "middle": width / 2, "end": float(width)}[shape.anchor]
    painter.save()
    painter.translate(shape.x, shape.y)
    painter.rotate(shape.turn)
    painter.drawText(QPointF(-left, 0), words)
    painter.restore()
