"""Where the table begins: lines before the header, the header, or none at all."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from app.interchange.columns import field_of
from app.interchange.signs import column_sign, sign
from app.interchange.table import unique_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.interchange.table import RawRow

_DATA_SIGNS = frozenset({"mail", "url", "date", "phone"})
_GENERATED = {
    "mail": "E-mail", "url": "Website", "date": "Date", "phone": "Phone",
    "country": "Country", "name": "Name",
}  # fmt: skip


class Heading(NamedTuple):
    """Header names; `line` it stands on, 0 for none; `first_line` before which nothing is data."""

    names: tuple[str, ...]
    line: int
    first_line: int


def find_heading(rows: Sequence[RawRow]) -> Heading:
    """The header among the first rows of a file."""
    start = _start(rows)
    body = rows[start:]
    head = body[0]
    width = max(len(row.cells) for row in body)
    if _is_header(head.cells, [row.cells for row in body[1:]]):
        cells = [*head.cells]
        while cells and not cells[-1].strip() and not _column(body[1:], len(cells) - 1):
            cells.pop()
        return Heading(unique_names(cells), head.line, head.line + 1)
    return Heading(_generated(rows, width), 0, rows[0].line)


def _start(rows: Sequence[RawRow]) -> int:
    """Skip titles and remarks: rows with far fewer cells filled than the others have."""
    filled = [sum(1 for cell in row.cells if cell.strip()) for row in rows]
    typical = median(filled)
    for place, (row, count) in enumerate(zip(rows, filled, strict=True)):
        if count == 0 or row.cells[0].lstrip().startswith("#"):
            continue
        if count > 1 or typical <= 1:
            known = sum(bool(field_of(cell)) for cell in row.cells)
            if count >= typical / 2 or known > 1 or len(row.cells) == 1:
                return place
    return 0


def _is_header(cells: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    known = sum(bool(field_of(cell)) for cell in cells)
    data = sum(sign(cell) in _DATA_SIGNS for cell in cells)
    if known and known >= 2 * data:
        return True
    if data or not any(cell.strip() for cell in cells):
        return False
    return not any(_is_a_number_like_the_rest(place, cells, others) for place in range(len(cells)))


def _is_a_number_like_the_rest(
    place: int, cells: Sequence[str], others: Sequence[Sequence[str]]
) -> bool:
    """A number on top of a column of numbers, in the first column: a row, not a header."""
    if place or sign(cells[0]) != "number":
        return False
    below = [row[0] for row in others if row and row[0].strip()]
    return bool(below) and all(sign(cell) == "number" for cell in below)


def _column(rows: Sequence[RawRow], place: int) -> str:
    return "".join(row.cells[place] for row in rows if place < len(row.cells)).strip()


def _generated(rows: Sequence[RawRow], width: int) -> tuple[str, ...]:
    """Names for the columns of a list without a header, from what they hold."""
    names = []
    for place in range(width):
        held = column_sign(row.cells[place] for row in rows if place < len(row.cells))
        names.append(_GENERATED.get(held, ""))
    return unique_names(names)
