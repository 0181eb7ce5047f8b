"""Bars beside each other's names, each with its figure: emissions by mode, costs by payer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.drawing import Drawing, Line, Rect, Text
from app.briefings.runs import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.briefings.drawing import Shape

WIDTH = 300.0
_STEP, _BAR = 22.0, 11.0
_NAMES, _FIGURES = 94.0, 72.0
_SIZE = 9.5


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, its length, the figure at its end; `ahead` in the accent."""

    name: str
    value: float
    figure: str
    ahead: bool = False


def bar_chart(bars: Sequence[Bar], width: float = WIDTH, names: float = _NAMES) -> Drawing:
    """Bars from the top down, as long as their value beside the longest; one at least.

    `names` is the room for their names.
    """
    most = max([1e-9, *(one.value for one in bars)])
    room = width - names - _FIGURES
    shapes: list[Shape] = []
    for place, one in enumerate(bars):
        top = _STEP * place + (_STEP - _BAR) / 2
        base = top + _BAR - 2
        shapes.append(Text(0, base, one.name, _SIZE, 400, Role.INK, width=names - 8))
        length = room * max(0.0, one.value) / most
        if length > 0:
            fill = Role.ACCENT if one.ahead else Role.FAINT
            shapes.append(Rect(names, top, max(1.0, length), _BAR, fill=fill, radius=1.5))
        shapes.append(Text(names + max(length, 0) + 6, base, one.figure, _SIZE, 600, Role.MUTED))
    height = _STEP * max(1, len(bars))
    shapes.append(Line(names, 2, names, height - 2, Role.FAINT))
    return Drawing(width, height, tuple(shapes))
