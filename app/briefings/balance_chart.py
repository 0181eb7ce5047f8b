"""The balance of receptions by year: on the city's initiative, and on request; as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings.drawing import Drawing, Line, Rect, Text
from app.briefings.runs import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.briefings.drawing import Shape

WIDTH, HEIGHT = 320.0, 148.0
_FOOT, _TOP = 126.0, 20.0
_BAR = 19.0
_LEAST = 4
_SHARE = 14.0


def balance_chart(
    years: Sequence[tuple[int, int, int]], target: int | None = None, width: float = WIDTH
) -> Drawing:
    """Two bars a year, on request and on the city's initiative, each with its number.

    `years` are (year, on the city's initiative, on request), the oldest first. With a `target` in
    per cent the share stands under each year, and a dashed line where the target would be met.
    """
    most = max([_LEAST, *(max(own, asked) for _, own, asked in years)])
    step = width / max(len(years), 1)
    shapes: list[Shape] = []
    for place, (year, own, asked) in enumerate(years):
        middle = step * (place + 0.5)
        if own or asked:
            shapes += _bar(middle - _BAR - 1, asked, most, Role.FAINT, Role.MUTED)
            shapes += _bar(middle + 1, own, most, Role.ACCENT, Role.ACCENT)
        shapes.append(Text(middle, HEIGHT - 8, str(year), 9.5, 400, Role.MUTED, "middle"))
        if target is not None and own + asked:
            shapes += _share(middle, own, asked, most, target)
    shapes.append(Line(0, _FOOT, width, _FOOT, Role.FAINT))
    return Drawing(width, HEIGHT + (_SHARE if target is not None else 0), tuple(shapes))


def _share(middle: float, own: int, asked: int, most: int, target: int) -> list[Shape]:
    share = round(100 * own / (own + asked))
    role = Role.GOOD if share >= target else Role.ATTENTION
    told = Text(middle, HEIGHT + 6, f"{share} %", 9.5, 600, role, "middle")
    wanted = (own + asked) * target / 100
    if wanted > most:
        return [told]
    y = _FOOT - (_FOOT - _TOP) * wanted / most
    return [told, Line(middle - 2, y, middle + _BAR + 4, y, Role.INK, 1.0, (2.5, 2.0))]


def _bar(x: float, number: int, most: int, fill: Role, ink: Role) -> list[Shape]:
    height = (_FOOT - _TOP) * number / most
    shapes: list[Shape] = []
    if number:
        shapes.append(Rect(x, _FOOT - height, _BAR, height, fill=fill))
    weight = 600 if fill is Role.ACCENT else 400
    told = Text(x + _BAR / 2, _FOOT - height - 4, str(number), 9.5, weight, ink, "middle")
    return [*shapes, told]
