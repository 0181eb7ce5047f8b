"""Files dragged onto the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

READ = (".csv", ".tsv", ".txt", ".xlsx", ".vcf")


def files_of(data: QMimeData) -> list[Path]:
    """The local files in what is dragged that an import may read."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in READ]
