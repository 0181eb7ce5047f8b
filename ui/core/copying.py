"""Rows on the clipboard, as text parted by tabs and as a table, so that they paste into Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.core.columns import Column


def put_on_clipboard(rows: Sequence[Any], columns: Sequence[Column]) -> None:
    """Put titles and rows on the clipboard."""
    titles = [column.name() for column in columns]
    lines = [titles, *([column.plain(row) for column in columns] for row in rows)]
    data = QMimeData()
    data.setText("\n".join("\t".join(_flat(cell) for cell in line) for line in lines))
    data.setHtml(_html(lines))
    QGuiApplication.clipboard().setMimeData(data)


def _flat(cell: str) -> str:
    """One line; a cell that a spreadsheet would run as a formula is made plain."""
    flat = " ".join(cell.replace("\t", " ").splitlines())
    return f"'{flat}" if flat[:1] in ("=", "@") else flat


def _html(lines: list[list[str]]) -> str:
    from html import escape

    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_flat(cell))}</td>" for cell in line) + "</tr>"
        for line in lines
    )
    return f'<meta charset="utf-8"><table>{body}</table>'
