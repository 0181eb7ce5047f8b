"""The table of travel papers: looked at, never copied as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.core.language import tr
from ui.core.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.core.row_models import TableModel


class PapersTable(Table):
    """Its rows do not go to the clipboard, which other programs read and keep."""

    def __init__(self, model: TableModel, say: Callable[..., None]) -> None:
        """`say` tells why nothing was copied."""
        super().__init__(model, tr("Travel papers"))
        self._say = say

    def copy_selection(self) -> None:
        """Say what to do instead."""
        self._say(tr("Travel papers are not copied: open one to read it."))
