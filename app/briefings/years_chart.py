"""Years beside each other: what planes emitted below, all else above, the train's share below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings.drawing import Drawing, Line, Rect, Text
from app.briefings.runs import Role
from app.core.text import N_, t
from app.missions.rules.figures import kilograms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.briefings.drawing import Shape
    from app.core.text import Language
    from app.missions.rules.years import YearRow

WIDTH, HEIGHT = 320.0, 164.0
_FOOT, _TOP, _BAR = 128.0, 20.0, 34.0
_SHOWN = 8


def years_chart(
    years: Sequence[YearRow], chosen: int, language: Language, width: float = WIDTH
) -> Drawing:
    """A bar a year, the oldest first and at most eight; the chosen year's words are heavier."""
    shown = years[-_SHOWN:]
    most = max([1e-9, *(one.kg for one in shown)])
    step = width / max(1, len(shown))
    shapes: list[Shape] = []
    for place, one in enumerate(shown):
        middle, weight = step * (place + 0.5), 600 if one.year == chosen else 400
        shapes += _bar(middle, one, most)
        top = _FOOT - (_FOOT - _TOP) * one.kg / most
        figure = kilograms(one.kg, language)
        shapes.append(Text(middle, top - 4, figure, 9.5, weight, Role.INK, "middle"))
        shapes.append(Text(middle, _FOOT + 14, str(one.year), 9.5, weight, Role.INK, "middle"))
        if one.train_share is not None:
            told = t(N_("train {share} %"), language, share=one.train_share)
            shapes.append(Text(middle, _FOOT + 28, told, 8.5, 400, Role.MUTED, "middle"))
    shapes.append(Line(0, _FOOT, width, _FOOT, Role.FAINT))
    return Drawing(width, HEIGHT, tuple(shapes))


def _bar(middle: float, one: YearRow, most: float) -> list[Shape]:
    room, left = _FOOT - _TOP, middle - _BAR / 2
    plane, whole = room * one.plane_kg / most, room * one.kg / most
    shapes: list[Shape] = []
    if whole > plane:
        shapes.append(Rect(left, _FOOT - whole, _BAR, whole - plane, fill=Role.FAINT))
    if plane:
        shapes.append(Rect(left, _FOOT - plane, _BAR, plane, fill=Role.ACCENT))
    return shapes


def years_told(years: Sequence[YearRow], language: Language) -> str:
    """The same in words, for who does not see it."""
    return "; ".join(f"{one.year}: {kilograms(one.kg, language)}" for one in years[-_SHOWN:])
