"""The flag of a country beside the title of a page, drawn from its SVG in its own colours."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from app.briefings import blocks as b
from app.briefings import theme
from app.briefings.flow import Strip
from app.briefings.setting import Place, strips_of

if TYPE_CHECKING:
    from app.briefings.pen import Pen

_NAMED = {"red": "#FF0000", "green": "#008000", "navy": "#000080", "black": "#000000"}
_TOP, _WIDE, _HIGH = 5.0, 36.0, 26.0  # the flag in its square of 36
_ABOVE = 50.0  # from the end of the title down to which it hangs up, points
_BLACK = "#000000"
_ROTATE = re.compile(r"^rotate\((-?[\d.]+) ([\d.]+) ([\d.]+)\)$")


@lru_cache(maxsize=64)
def areas(svg: str) -> tuple[tuple[str, str, bool], ...]:
    """The coloured areas of a flag: fill as #RRGGBB, PDF path operators, even-odd rule.

    In the measure of the drawing, y down. Shapes that only a stroke would show are left out.
    """
    found: list[tuple[str, str, bool]] = []
    _walk(ET.fromstring(svg), _BLACK, "", found)  # noqa: S314 - a file of a package we ship
    return tuple(found)


def _walk(node: ET.Element, fill: str, rule: str, found: list[tuple[str, str, bool]]) -> None:
    fill = node.get("fill", fill)
    rule = node.get("fill-rule", rule)
    path = _path(node)
    if path and fill != "none":
        found.append((_hex(fill), path, rule == "evenodd"))
    for child in node:
        _walk(child, fill, rule, found)


def _hex(fill: str) -> str:
    named = _NAMED.get(fill, fill)
    if re.fullmatch(r"#[0-9A-Fa-f]{3}", named):
        return "#" + "".join(2 * one for one in named[1:])
    return named


def _path(node: ET.Element) -> str:
    from fontTools.misc.transform import Transform
    from fontTools.svgLib.path import PathBuilder, parse_path

    turn = _ROTATE.match(node.get("transform", ""))
    if turn is not None:
        node.set("transform", _matrix(*(float(one) for one in turn.groups())))
    builder = PathBuilder()
    builder.add_path_from_element(node)
    if not builder.paths:
        return ""
    pen = _Operators()
    for path, transform in zip(builder.paths, builder.transforms, strict=True):
        pen.transform = Transform(*transform) if transform else None
        parse_path(path, pen)
    return " ".join(pen.out)


def _matrix(degrees: float, x: float, y: float) -> str:
    """A turn about a point, as fontTools reads it."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    right, down = x - cos * x + sin * y, y - sin * x - cos * y
    return f"matrix({cos} {sin} {-sin} {cos} {right} {down})"


class _Operators:
    """A fontTools pen that writes PDF operators."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.transform: Any = None

    def _at(self, *points: tuple[float, float]) -> str:
        moved = self.transform.transformPoints(points) if self.transform else points
        return " ".join(f"{x:.3f} {y:.3f}" for x, y in moved)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - fontTools' name
        self.out.append(f"{self._at(point)} m")

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - fontTools' name
        self.out.append(f"{self._at(point)} l")

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 - fontTools' name
        self.out.append(f"{self._at(*points)} c")

    def closePath(self) -> None:  # noqa: N802 - fontTools' name
        self.out.append("h")

    def endPath(self) -> None:  # noqa: N802 - fontTools' name
        """Left open; a fill closes it."""


@strips_of.register
def _flag(block: b.Flag, place: Place) -> list[Strip]:
    width = block.width * theme.MM
    scale = width / _WIDE
    drawn = areas(block.svg)
    element = place.element.child("Figure", alt=block.alt)

    def draw(pen: Pen, y: float) -> None:
        left, top = place.x + place.width - width, y - _ABOVE
        with pen.marked(element):
            pen.areas(drawn, left, top - _TOP * scale, scale)

    return [Strip(0.0, draw, keep=True)]
