"""The tiles above a guest list: how many come, are awaited, regret, and for the kitchen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.core import theme
from ui.core.cards import Figure, row
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOM = 480
"""Below so many pixels of height (at 100 %) the list needs the room more than the tiles do."""


class GuestFigures(QWidget):
    """One line of tiles; a low window goes without, the chips count the most of it too."""

    def __init__(self) -> None:
        super().__init__()
        self._figures = {
            "coming": Figure(tr("Coming")),
            "awaiting": Figure(tr("Awaiting reply")),
            "regrets": Figure(tr("Regrets")),
            "represented": Figure(tr("Represented")),
            "persons": Figure(tr("Persons expected")),
            "catering": Figure(tr("Catering notes")),
        }
        tiles = row(*self._figures.values(), gap=12)
        tiles.setContentsMargins(0, 0, 0, 0)
        self.setLayout(tiles)

    def show_figures(self, figures: Mapping[str, tuple[str, str]]) -> None:
        """Show other numbers, each with its remark."""
        for key, told in figures.items():
            self._figures[key].show_figure(*told)

    def fit(self, height: int) -> None:
        """Stand there only where a page of that height has room."""
        self.setVisible(height >= theme.px(ROOM))
