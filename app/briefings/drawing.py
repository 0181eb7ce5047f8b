"""Drawings as values: charts and seating plans, painted by paper and by the window alike.

Points (1/72 inch), x to the right, y down, the origin at the top left. No Qt and no ReportLab
here: `paper` paints a drawing on a page, the window paints the same one with its own painter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from app.briefings.runs import Role, Words

Anchor: TypeAlias = Literal["start", "middle", "end"]
Step: TypeAlias = (
    "tuple[Literal['M', 'L'], float, float]"
    " | tuple[Literal['C'], float, float, float, float, float, float]"
    " | tuple[Literal['Z']]"
)
"""One step of a path: move, line, curve (two handles, then the end), close."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle from its top left corner; `radius` rounds the corners."""

    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    stroke: Role | None = None
    line: float = 0.75
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; `dash` is the length of dash and gap."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Role = Role.INK
    line: float = 0.75
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle about its middle."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    stroke: Role | None = None
    line: float = 0.75


@dataclass(frozen=True, slots=True)
class Path:
    """Lines and curves; filled, drawn or both."""

    steps: tuple[Step, ...]
    fill: Role | None = None
    stroke: Role | None = None
    line: float = 0.75
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words with its baseline at `y`.

    `width`, where given, is all the room there is: the type shrinks to `floor`, then the words
    are cut with an ellipsis. `turn` is in degrees, clockwise, about the anchor.
    """

    x: float
    y: float
    words: Words
    size: float = 9.0
    weight: int = 400
    role: Role = Role.INK
    anchor: Anchor = "start"
    width: float | None = None
    floor: float = 6.0
    turn: float = 0.0


Shape: TypeAlias = Rect | Line | Circle | Path | Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in painting order on a ground of `width` by `height` points."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
