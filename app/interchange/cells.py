"""Text into numbered rows, by Python's `csv`; a broken quotation mark costs its own row only.

The strict reader notices a quotation mark that is not closed: at the next one, or at the end. Then
the row is tried as a single line with the marks as letters, then as a few lines read leniently; if
neither is as wide as the header, what the line holds is kept and reading goes on with the next.
"""

from __future__ import annotations

import csv
import sys
from io import StringIO
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from app.core.text import N_, say
from app.interchange.table import Problems, RawRow

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from app.interchange.dialect import Dialect

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))

_LINES_OF_A_BROKEN_ROW = 12
_LONG_ROW = 50  # lines; one of another width than the header has swallowed its neighbours


class Lines:
    """The physical lines of a text, with a place to go back to."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._all: list[str] | None = None

    def from_first(self) -> Iterator[str]:
        """All lines, not kept in memory: enough where nothing is broken."""
        return iter(StringIO(self._text, newline=""))

    def after(self, count: int) -> list[str]:
        """The lines behind the first `count`."""
        if self._all is None:
            self._all = list(StringIO(self._text, newline=""))
        return self._all[count:]


def read_rows(
    text: str, dialect: Dialect, problems: Problems, width: int = 0, skip: int = 0
) -> Iterator[RawRow]:
    """Rows behind the first `skip` lines; blank ones are left out; `width` is the header's."""
    lines = Lines(text)
    source: Iterator[str] = islice(lines.from_first(), skip, None)
    done = skip
    while True:
        broken = yield from _until_broken(source, dialect, done, width)
        if broken is None:
            return
        rest = lines.after(broken)
        row, used = _mend(rest, dialect, width)
        if row is None:
            problems.add(
                broken + 1,
                say(N_("A quotation mark is not closed here: this line was left out.")),
            )
        else:
            problems.add(
                broken + 1,
                say(N_("A quotation mark stands in a wrong place here: check this row.")),
            )
            yield RawRow(broken + 1, row)
        done = broken + used
        source = iter(islice(rest, used, None))


def _until_broken(
    source: Iterator[str], dialect: Dialect, done: int, width: int
) -> Generator[RawRow, None, int | None]:
    """Rows up to the first that cannot be read; returns the lines before it, None at the end."""
    reader = csv.reader(source, **_options(dialect), strict=True)
    line = done
    try:
        for cells in reader:
            now = done + reader.line_num
            if now - line > _LONG_ROW and 0 < width != len(cells):
                return line
            if cells:
                yield RawRow(line + 1, cells)
            line = now
    except csv.Error:
        return line
    return None


def _mend(rest: list[str], dialect: Dialect, width: int) -> tuple[list[str] | None, int]:
    """The row that begins with the first of these lines, and how many lines it takes."""
    options = _options(dialect)
    bare: list[str] = []
    for count in range(1, _LINES_OF_A_BROKEN_ROW + 1):
        tried = rest[:count]
        rows = list(csv.reader(chain(tried, ["\0"]), **options))
        closed = len(rows) == 2 and rows[1] == ["\0"]
        if closed and (not width or len(rows[0]) == width):
            return rows[0], count
        if count == 1:
            bare = [_unquoted(cell) for cell in rest[0].strip("\r\n").split(dialect.delimiter)]
            if len(bare) == width or (width < 2 and not closed):
                return bare, 1
        if count >= len(rest):
            break
    return (bare if 1 < len(bare) < width else None), 1


def _unquoted(cell: str) -> str:
    """A cell whose marks do not pair, without those at its edges."""
    inner = cell.strip()
    if inner.startswith('"'):
        inner = inner[1:]
    if inner.endswith('"') and inner.count('"') % 2:
        inner = inner[:-1]
    return inner.replace('""', '"')


def _options(dialect: Dialect) -> dict[str, Any]:
    options: dict[str, Any] = {"delimiter": dialect.delimiter, "skipinitialspace": dialect.padded}
    if dialect.backslash:
        options |= {"escapechar": "\\"}
    return options
