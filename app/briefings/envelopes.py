"""Envelopes: the sizes an office uses, and where the address stands on them.

DL and C5 are sizes of ISO 269. The address stands in the lower right half with 20 mm of air at the
right and 22 mm below, where sorting machines look for it; the sender small at the upper left.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from app.briefings import blocks as b
from app.briefings import theme
from app.briefings.flow import Strip
from app.briefings.runs import Role
from app.briefings.setting import Place, strips_of
from app.briefings.sheets import PAGE, Sheet, fit
from app.briefings.text.layout import Type

if TYPE_CHECKING:
    from app.briefings.pen import Pen


class EnvelopeSize(StrEnum):
    """The envelopes an office has."""

    DL = "DL"
    C5 = "C5"


SIZES = {EnvelopeSize.DL: (220.0, 110.0), EnvelopeSize.C5: (229.0, 162.0)}
"""Width and height in mm."""
_LEFT = 0.45  # of the width
_RIGHT, _BELOW, _ABOVE = 20.0, 22.0, 30.0  # mm
_EDGE = 12.0
_WORDS = Sheet(1, 1, *PAGE, 0, 0, sizes=(12.0, 12.0, 12.0), floor=8.0)
"""How the address is set: its sizes alone count here."""
_SENDER = Type(8.5, 11.5, role=Role.MUTED)


@strips_of.register
def _envelope(block: b.Envelope, place: Place) -> list[Strip]:
    # the place is that of a page: its width, with the margin at both sides
    width, height = _size_of(place)
    left = width * _LEFT
    room = (width - _RIGHT - left, height - _BELOW - _ABOVE)
    lines = tuple(b.CardLine(line, "detail") for line in block.lines)
    fitted = fit(b.Card(lines, where=block.where), room[0] * theme.MM, room[1] * theme.MM, _WORDS)
    if fitted.over > 0.01:
        place.report.overflow(block.where, fitted.over / theme.MM)
    for laid in fitted.lines:
        place.report.missing(laid.missing)
    sender = place.lay("\n".join(block.sender), _SENDER, left * theme.MM) if block.sender else None
    to, by = place.element.child("P"), place.element.child("P")

    def draw(pen: Pen, _y: float) -> None:
        if sender is not None:
            with pen.marked(by):
                pen.words(sender, _EDGE * theme.MM, _EDGE * theme.MM)
        y = (height - _BELOW) * theme.MM - fitted.height
        with pen.marked(to):
            for laid in fitted.lines:
                pen.words(laid, left * theme.MM, y, room[0] * theme.MM)
                y += laid.height

    return [Strip(0.0, draw, bare=True)]


def _size_of(place: Place) -> tuple[float, float]:
    """The envelope a place lies on, by its width."""
    wide = (place.width + 2 * theme.MARGIN) / theme.MM
    return min(SIZES.values(), key=lambda size: abs(size[0] - wide))
