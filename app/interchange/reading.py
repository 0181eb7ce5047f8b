"""Any list a person has: bytes in, numbered rows out. By content, never by the file's ending.

Nothing here raises for a bad row: it is told with its line, and the good rows are kept. Only a file
in which nothing can be read is refused, in one sentence.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.core.errors import Problem, UnreadableError
from app.core.text import N_, say
from app.interchange.encoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CELL_LIMIT = 16 * 1024 * 1024
DELIMITERS = (";", ",", "\t", "|")
SAMPLE = 60
_MAGIC = {
    b"\x89PNG": N_("a picture"),
    b"\xff\xd8\xff": N_("a picture"),
    b"GIF8": N_("a picture"),
    b"RIFF": N_("a picture or a sound"),
    b"%PDF": N_("a PDF"),
    b"\xd0\xcf\x11\xe0": N_("an old Excel or Word file"),
    b"{\\rtf": N_("a text document"),
    b"SQLite format 3": N_("a database"),
    b"\x1f\x8b": N_("a compressed file"),
    b"\x7fELF": N_("a program"),
    b"MZ\x90": N_("a program"),
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_MAIL = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+\.\w+")
_FIGURES = re.compile(r"^[\d\s./:+()-]{4,}$")
csv.field_size_limit(CELL_LIMIT)


@dataclass(frozen=True, slots=True)
class RawRow:
    """Cells as read, with the line they begin on (1 is the first)."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """What the file turned out to be. `header` is the line of the header, 0 where there is none."""

    kind: str = "csv"
    encoding: str = ""
    delimiter: str = ""
    header: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A list: its header (made up where the file has none), its rows, what was wrong."""

    format: Format
    header: tuple[str, ...]
    rows: tuple[RawRow, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Found:
    rows: list[RawRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, line: int, message: str, **values: str | int) -> None:
        self.problems.append(Problem("", say(message, **values), line))


def read_table(path: Path) -> Table:
    """Read a list.

    Raises:
        UnreadableError: there is no such file, or nothing in it can be read as a list.
    """
    return table_of(_bytes(path), path.name)


def _bytes(path: Path) -> bytes:
    name = path.name or str(path)
    if path.is_dir():
        raise UnreadableError(say(N_("{name} is a folder: choose a file in it."), name=name))
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(
            say(N_("There is no file {name}: check its path."), name=name)
        ) from error
    except OSError as error:
        raise UnreadableError(
            say(N_("{name} cannot be read: ask for the right to read it."), name=name)
        ) from error


def table_of(data: bytes, name: str) -> Table:
    """Read a list from bytes; `name` stands in the sentences.

    Raises:
        UnreadableError: nothing in it can be read as a list.
    """
    if not data.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise UnreadableError(say(N_("{name} is empty: choose another file."), name=name))
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            sentence = N_("{name} is {what}, not a list: save the list as CSV or Excel (.xlsx).")
            raise UnreadableError(say(sentence, name=name, what=say(what)))
    if data.startswith(b"PK\x03\x04"):
        from app.interchange.excel import read_excel

        return read_excel(data, name)
    decoded = decode(data)
    if decoded.text.lstrip("\ufeff \r\n\t")[:11].upper() == "BEGIN:VCARD":
        from app.interchange.vcard import read_vcards

        return read_vcards(decoded.text, decoded.encoding)
    return _read_csv(decoded.text, decoded.encoding, decoded.mended, name)


# --- CSV ---


def _read_csv(text: str, encoding: str, mended: tuple[tuple[int, str], ...], name: str) -> Table:
    found = _Found()
    for line, _codec in mended:
        found.tell(line, N_("This line was in another encoding than the file; it was mended."))
    text = _without_controls(text.removeprefix("\ufeff"), name, found)
    lines = list(io.StringIO(text, newline=""))
    delimiter, skipped = _announced(lines)
    delimiter = delimiter or find_delimiter(lines)
    width = _width(lines, delimiter)
    found.rows = list(_rows(lines, skipped, delimiter, width, found))
    if not found.rows:
        raise UnreadableError(say(N_("{name} is empty: choose another file."), name=name))
    return with_header(Format("csv", encoding, delimiter), found.rows, found.problems, width)


def _without_controls(text: str, name: str, found: _Found) -> str:
    """Take NUL and other control characters out; a file full of them is no text."""
    stray = _CONTROL.findall(text)
    if not stray:
        return text
    if len(stray) > max(8, len(text) // 10):
        sentence = N_("{name} is no list of text: save the list as CSV or Excel (.xlsx).")
        raise UnreadableError(say(sentence, name=name))
    first = text[: _CONTROL.search(text).start()].count("\n") + 1  # type: ignore[union-attr]  # there is one
    found.tell(
        first, N_("{n} unreadable characters were left out, the first on this line."), n=len(stray)
    )
    return _CONTROL.sub("", text)


def _announced(lines: list[str]) -> tuple[str, int]:
    """Excel's own first line: `sep=;`."""
    match = re.match(r'^"?sep=(.)"?\s*$', lines[0], re.IGNORECASE) if lines else None
    return (match.group(1), 1) if match else ("", 0)


def find_delimiter(lines: list[str]) -> str:
    """The character that parts most lines into the same number of cells."""
    best, best_score = ",", (0.0, 0)
    sample = [line for line in lines[: SAMPLE * 2] if line.strip()][:SAMPLE]
    for delimiter in DELIMITERS:
        counts = [
            len(cells)
            for cells in csv.reader(sample, delimiter=delimiter, skipinitialspace=True)
            if cells
        ]
        if not counts:
            continue
        width, often = Counter(counts).most_common(1)[0]
        if width > 1:
            score = (often / len(counts), width)
            best, best_score = max((best, best_score), (delimiter, score), key=lambda pair: pair[1])
    return best


def _width(lines: list[str], delimiter: str) -> int:
    """How many cells most rows have."""
    sample = csv.reader([line for line in lines[: SAMPLE * 4] if line.strip()], delimiter=delimiter)
    counts = Counter(len(cells) for cells in sample)
    return counts.most_common(1)[0][0] if counts else 1


def _rows(
    lines: list[str], first: int, delimiter: str, width: int, found: _Found
) -> Iterator[RawRow]:
    """Rows with their lines; a quote that never closes costs its own line only."""
    start = first
    while start < len(lines):
        reader = csv.reader(lines[start:], delimiter=delimiter, skipinitialspace=True)
        begun, broken = start, False
        for cells in reader:
            end = start + reader.line_num
            if end - begun > 1 and _swallowed(cells, delimiter, width, end == len(lines)):
                broken = True
                break
            begun, line = end, begun + 1
            if any(cell and not cell.isspace() for cell in cells):
                yield RawRow(line, tuple(cells))
        if not broken:
            return
        found.tell(
            begun + 1,
            N_("A quotation mark on this line is never closed; the line was read without it."),
        )
        bare = next(csv.reader([lines[begun].replace('"', "")], delimiter=delimiter), [])
        if any(cell.strip() for cell in bare):
            yield RawRow(begun + 1, tuple(bare))
        start = begun + 1


def _swallowed(cells: list[str], delimiter: str, width: int, at_end: bool) -> bool:  # noqa: FBT001 - where the row ended
    """Whether a cell over several lines holds whole rows: its quotation mark was never closed."""
    if width < 2:
        return at_end and len(cells) == 1 and cells[0].count("\n") > SAMPLE
    for cell in cells:
        inner = re.split(r"\r\n|\r|\n", cell)[1:]
        if any(line.count(delimiter) >= width - 1 for line in inner):
            return True
    return at_end and len(cells) < width and any("\n" in cell or "\r" in cell for cell in cells)


# --- header ---


def with_header(form: Format, rows: list[RawRow], problems: list[Problem], width: int) -> Table:
    """Find the header among the first rows, make one up where there is none, even out the rows."""
    at = _header_at(rows, width)
    if at < 0:
        columns = max(len(row.cells) for row in rows[:SAMPLE])
        header = tuple(_made_up(number, rows) for number in range(columns))
        body, line = rows, 0
    else:
        header = tuple(cell.strip() for cell in rows[at].cells)
        body, line = rows[at + 1 :], rows[at].line
    even, uneven = _evened(body, len(header))
    return Table(replace(form, header=line), header, tuple(even), (*problems, *uneven))


def _header_at(rows: list[RawRow], width: int) -> int:
    """The row that names the columns, -1 where the file begins with data."""
    from app.interchange.mapping import known_headers

    for at, row in enumerate(rows[:15]):
        filled = [cell.strip() for cell in row.cells if cell.strip()]
        if len(filled) * 2 < width or not filled:
            continue
        known = known_headers(row.cells)
        if known and (known * 4 >= len(filled) or at == 0):
            return at
        looks_like_data = any(_MAIL.search(cell) or _FIGURES.match(cell) for cell in filled)
        if looks_like_data:
            return -1
        return at
    return -1


def _made_up(number: int, rows: list[RawRow]) -> str:
    """A name for a column of a file without header, after what it holds."""
    cells = [row.cells[number] for row in rows[:SAMPLE] if number < len(row.cells)]
    filled = [cell for cell in cells if cell.strip()]
    if filled and all(_MAIL.search(cell) for cell in filled):
        return "E-mail"
    return f"Column {number + 1}"


def _evened(rows: list[RawRow], width: int) -> tuple[list[RawRow], list[Problem]]:
    even: list[RawRow] = []
    problems: list[Problem] = []
    for row in rows:
        size = len(row.cells)
        if size == width:
            even.append(row)
            continue
        if size > width and any(cell.strip() for cell in row.cells[width:]):
            told = say(
                N_("This line has {n} cells where the header has {width}."), n=size, width=width
            )
            problems.append(Problem("", told, row.line))
        cells = row.cells[:width] if size > width else row.cells + ("",) * (width - size)
        even.append(RawRow(row.line, cells))
    return even, problems
