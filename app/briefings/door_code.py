"""A code for the door as a drawing: for badges, and for invitations."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from app.briefings.drawing import Drawing, Rect
from app.briefings.runs import Role

if TYPE_CHECKING:
    from app.briefings.drawing import Shape

SIDE = 62.0
"""Points, 22 mm: a hand scanner reads it from a hand's breadth."""
_QUIET = 3
"""Modules left white around it."""


def qr_drawing(code: str, side: float = SIDE) -> Drawing:
    """The QR code of some words, dark on its own white ground, `side` points wide and high."""
    import segno

    rows = [list(row) for row in segno.make_qr(code, error="m").matrix]
    cell = side / (len(rows) + 2 * _QUIET)
    shapes: list[Shape] = [Rect(0, 0, side, side, fill=Role.PAPER)]
    for down, row in enumerate(rows):
        across = 0
        for dark, run in groupby(row):
            wide = len(list(run))
            if dark:
                x, y = (across + _QUIET) * cell, (down + _QUIET) * cell
                shapes.append(Rect(x, y, wide * cell, cell * 1.02, fill=Role.INK))
            across += wide
    return Drawing(side, side, tuple(shapes))
