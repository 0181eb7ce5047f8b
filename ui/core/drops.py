"""Files dragged onto the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

READ = (".csv", ".tsv", ".txt", ".xlsx", ".vcf")


def files_of(data: QMimeData) -> list[Path]:
    """The local files in what is dragged that an import may read."""
    return [path for path in _paths(data) if path.suffix.lower() in READ]


def any_files_of(data: QMimeData) -> list[Path]:
    """The local files in what is dragged, whatever they are; folders fall away."""
    return [path for path in _paths(data) if path.is_file()]


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class FileDrop(QObject):
    """Lets files be dropped on a widget: `then(paths)`."""

    def __init__(self, widget: QWidget, then: Callable[[list[Path]], object]) -> None:
        super().__init__(widget)
        self._then = then
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what holds files; leave the rest to others."""
        del watched
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            paths = any_files_of(event.mimeData())
            if not paths:
                return False
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self._then(paths)
            return True
        return False
