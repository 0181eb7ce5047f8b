"""What the tabs of travel, rooms and costs share: a list with its keys, cards at its side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.missions.findings import side_width

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from ui.core.table import Table


class ListTab(QWidget):
    """A tab whose list is edited by F2, Delete and Ctrl+N; set `_side` to what stands beside it."""

    _side: QWidget | None = None

    def bind(
        self,
        table: Table,
        *,
        edit: Callable[[], object],
        remove: Callable[[], object],
        add: Callable[[], object],
    ) -> None:
        """Give the list its keys; Enter, F2 and a double click edit."""
        table.opened.connect(lambda _row: edit())
        table.f2_opens = True
        for keys, do in (("Delete", remove), ("Ctrl+N", add)):
            shortcut = QShortcut(QKeySequence(keys), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(do)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The cards at the side are narrower in a small window."""
        super().resizeEvent(event)
        if self._side is not None:
            self._side.setFixedWidth(side_width(self))
