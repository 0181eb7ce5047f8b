"""Paints a drawing on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings import drawing as d
from app.briefings.runs import Words, plain_text
from app.briefings.text.layout import Laid, Type, lay

if TYPE_CHECKING:
    from app.briefings.pen import Pen
    from app.briefings.report import Report

_HANDLE = 0.5523  # of the radius, for a quarter of a circle


def paint(  # the place, the scale, and whom to tell
    pen: Pen, drawing: d.Drawing, x: float, y: float, scale: float, report: Report
) -> None:
    """Paint with the drawing's top left corner at x, y."""
    painter = _Painter(pen, x, y, scale, report)
    for shape in drawing.shapes:
        painter.paint(shape)


def fitted(words: Words, style: Type, width: float | None, floor: float) -> Laid:
    """One line in `width`: smaller down to `floor`, then cut with an ellipsis."""
    laid = lay(words, style)
    if width is None or laid.width <= width:
        return laid
    size = max(floor, style.size * width / laid.width)
    laid = lay(words, style.at(size))
    text = plain_text(words)
    while laid.width > width + 0.01 and len(text) > 1:
        text = text[:-1].rstrip()
        laid = lay(text + "…", style.at(size))
    return laid


class _Painter:
    def __init__(self, pen: Pen, x: float, y: float, scale: float, report: Report) -> None:
        self._pen, self._x, self._y, self._scale = pen, x, y, scale
        self._report = report

    def paint(self, shape: d.Shape) -> None:
        if isinstance(shape, d.Text):
            self._text(shape)
        elif isinstance(shape, d.Line):
            (x1, y1), (x2, y2) = self._at(shape.x1, shape.y1), self._at(shape.x2, shape.y2)
            width = shape.line * self._scale
            self._pen.line(x1, y1, x2, y2, role=shape.stroke, thick=width, dash=shape.dash)
        else:
            opacity = shape.opacity if isinstance(shape, d.Path) else 1.0
            self._pen.path(
                self._operators(_steps(shape)),
                fill=shape.fill,
                stroke=shape.stroke,
                line=shape.line * self._scale,
                opacity=opacity,
            )

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._x + x * self._scale, self._y + y * self._scale

    def _operators(self, steps: tuple[d.Step, ...]) -> str:
        out = []
        for step in steps:
            kind, *numbers = step
            points = []
            for i in range(0, len(numbers), 2):
                x, y = self._at(float(numbers[i]), float(numbers[i + 1]))
                points.append(f"{x:.2f} {self._pen.height - y:.2f}")
            out.append(" ".join([*points, "h" if kind == "Z" else str(kind).lower()]))
        return " ".join(out)

    def _text(self, shape: d.Text) -> None:
        style = Type(shape.size, shape.size, shape.weight, shape.role)
        laid = fitted(shape.words, style, shape.width, min(shape.floor, shape.size))
        self._report.missing(laid.missing)
        if self._scale != 1:
            laid = lay(shape.words, style.at(laid.size * self._scale))
            if shape.width is not None:
                room = shape.width * self._scale
                laid = fitted(shape.words, style.at(laid.size), room, laid.size)
        x, y = self._at(shape.x, shape.y)
        line = laid.lines[0]
        start = x - {"start": 0.0, "middle": line.width / 2, "end": line.width}[shape.anchor]
        if shape.turn:
            with self._pen.turned(shape.turn, x, y):
                self._pen.baseline(line, start, y)
        else:
            self._pen.baseline(line, start, y)


def _steps(shape: d.Rect | d.Circle | d.Path) -> tuple[d.Step, ...]:
    if isinstance(shape, d.Path):
        return shape.steps
    if isinstance(shape, d.Circle):
        r = shape.radius
        return _rounded(shape.x - r, shape.y - r, 2 * r, 2 * r, r)
    if shape.radius:
        radius = min(shape.radius, shape.width / 2, shape.height / 2)
        return _rounded(shape.x, shape.y, shape.width, shape.height, radius)
    x, y, w, h = shape.x, shape.y, shape.width, shape.height
    return (("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",))


def _rounded(x: float, y: float, w: float, h: float, r: float) -> tuple[d.Step, ...]:
    """A rectangle with round corners, clockwise; a circle is one that is nothing but corners."""
    k = r * (1 - _HANDLE)
    right, foot = x + w, y + h
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, foot - r),
        ("C", right, foot - k, right - k, foot, right - r, foot),
        ("L", x + r, foot),
        ("C", x + k, foot, x, foot - k, x, foot - r),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
        ("Z",),
    )
