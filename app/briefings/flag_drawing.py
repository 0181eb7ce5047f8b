"""Masts with their flags as a drawing, for paper and screen: labelled fields, no heraldry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings.drawing import Circle, Drawing, Line, Rect, Text
from app.briefings.runs import Role
from app.core.text import N_, t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.briefings.drawing import Shape
    from app.core.text import Language
    from app.receptions.rules.flags import Mast

WIDTH, HEIGHT = 500.0, 192.0
_TOP, _FOOT = 30.0, 158.0
_WALL = 22.0
_MOST = 74.0
_FLAG = 0.58  # of the room of a mast, kept free of the next one
_FIGURES = 9.0


def flag_drawing(masts: Sequence[Mast], language: Language, *, from_street: bool = True) -> Drawing:
    """The masts from left to right as seen from one side.

    From the street the building stands behind them; the number of each mast stands at its foot.
    """
    step = WIDTH / max(len(masts), 1)
    wide = min(_MOST, step * _FLAG + 12) if len(masts) < 8 else step * 0.86
    shapes: list[Shape] = []
    if from_street:
        shapes += _building()
    for place, mast in enumerate(masts):
        shapes += _mast(step * (place + 0.5) - wide / 2, wide, mast, language)
    shapes.append(Line(0, _FOOT, WIDTH, _FOOT, Role.FAINT, 1.0))
    told = N_("seen from the street") if from_street else N_("with the back to the building")
    shapes.append(Text(WIDTH / 2, HEIGHT - 4, t(told, language), 8.5, 400, Role.MUTED, "middle"))
    return Drawing(WIDTH, HEIGHT, tuple(shapes))


def _building() -> list[Shape]:
    wall = Rect(30, _TOP - 24, WIDTH - 60, _FOOT - _TOP + 24, fill=Role.ACCENT_SOFT, radius=3)
    windows = [
        Rect(46 + number * 40.0, _TOP - 14, 14, 10, fill=Role.PAPER, radius=1)
        for number in range(11)
    ]
    return [wall, *windows]


def _mast(x: float, wide: float, mast: Mast, language: Language) -> list[Shape]:
    high = min(44.0, wide * 0.68)
    top = _TOP + 8
    shapes: list[Shape] = [
        Line(x, _TOP, x, _FOOT, Role.MUTED, 1.6),
        Circle(x, _TOP, 2.2, fill=Role.ATTENTION),
    ]
    if mast.flag is not None:
        first = mast.number == 1
        fill = Role.ATTENTION_SOFT if mast.flag.is_guest else Role.PAPER
        stroke = Role.ATTENTION if mast.flag.is_guest else Role.ACCENT
        shapes.append(Rect(x, top, wide, high, fill=fill, stroke=stroke, line=1.0))
        words = mast.flag.words(language)
        room = wide - 6
        middle = top + high / 2 + 3
        weight = 700 if first else 500
        shapes.append(
            Text(x + wide / 2, middle, words, _FIGURES, weight, Role.INK, "middle", room, 4.5)
        )
    role = Role.ACCENT if mast.number == 1 else Role.MUTED
    weight = 700 if mast.number == 1 else 400
    shapes.append(Text(x, _FOOT + 14, str(mast.number), _FIGURES, weight, role, "middle"))
    return shapes
