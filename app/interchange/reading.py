"""A file to import, read by what it holds, not by what it is called: CSV, Excel or vCard."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from app.core.errors import Problem, UnreadableError
from app.core.text import N_, say
from app.interchange.cells import read_rows
from app.interchange.dialect import Dialect, find_dialect, line_end
from app.interchange.encoding import decode
from app.interchange.heading import Heading, find_heading
from app.interchange.table import Format, Problems, RawRow, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


SIZE_LIMIT = 1_000_000_000
_HEADING_ROWS = 60
_TOO_MANY_CONTROLS = 0.02

_EXCEL = N_(
    "“{file}” is an old or protected Excel file: save it as .xlsx without a password, or as CSV."
)
_NO_LIST = N_("“{file}” is a picture or document, not a list: choose a CSV, Excel or vCard file.")
_ARCHIVE = N_("“{file}” is an archive: unpack it and choose the list inside.")
_OTHER_DATA = N_("“{file}” holds data in another form: save it as CSV, Excel or vCard first.")

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _EXCEL),
    (b"\x89PNG", _NO_LIST),
    (b"\xff\xd8\xff", _NO_LIST),
    (b"GIF8", _NO_LIST),
    (b"%PDF", _NO_LIST),
    (b"RIFF", _NO_LIST),
    (b"II*\0", _NO_LIST),
    (b"MM\0*", _NO_LIST),
    (b"{\\rtf", _NO_LIST),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"SQLite format 3\0", _OTHER_DATA),
    (b"\x7fELF", _NO_LIST),
    (b"MZ\x90", _NO_LIST),
)
_TEXT_BEGINNINGS = ("<?xml", "<!doctype", "<html", "{", "[{", "dn:", "begin:vcalendar", "// <!--")
_JSON_LIST = re.compile(r"\[\s*[\[{\"]\D")


def read_table(path: Path) -> Table:
    """Open a list.

    Raises:
        UnreadableError: it cannot be read, is empty, or is no list.
    """
    data = _bytes(path)
    refuse_by_signature(path, data)
    if data.startswith(b"PK"):
        from app.interchange.sheets import read_workbook

        return read_workbook(path)
    decoded = decode(data)
    text, nuls = _without_nuls(decoded.text)
    _refuse_by_text(path, text)
    standing = [
        Problem("", say(N_("This line was in another encoding: check its letters.")), line)
        for line, _ in decoded.mended
    ]
    standing += nuls
    form = Format("csv", decoded.encoding, line_end=line_end(text), bom=decoded.bom)
    if is_vcard(text):
        from app.interchange.vcards import read_cards

        return read_cards(text, form, tuple(standing))
    return _csv_table(path, text, form, standing)


def _bytes(path: Path) -> bytes:
    """The whole file; UnreadableError where there is none or it is a folder."""
    name = path.name
    try:
        if path.is_dir():
            raise UnreadableError(say(N_("“{file}” is a folder: choose a file."), file=name))
        if path.stat().st_size > SIZE_LIMIT:
            raise UnreadableError(
                say(N_("“{file}” is larger than a gigabyte: divide it first."), file=name)
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(
            say(N_("There is no file “{file}”: check the name."), file=name)
        ) from error
    except OSError as error:
        raise UnreadableError(
            say(N_("“{file}” cannot be opened: close it elsewhere, then try again."), file=name)
        ) from error
    if not data.strip(b"\0\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise UnreadableError(say(N_("“{file}” is empty: choose another file."), file=name))
    return data


def refuse_by_signature(path: Path, data: bytes) -> None:
    """Refuse what its first bytes tell to be no list."""
    for signature, sentence in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(say(sentence, file=path.name))


def _refuse_by_text(path: Path, text: str) -> None:
    start = text[:200].lstrip().lower()
    if start.startswith(_TEXT_BEGINNINGS) or _JSON_LIST.match(start):
        raise UnreadableError(say(_OTHER_DATA, file=path.name))
    head = text[:20_000]
    controls = sum(letter < " " and letter not in "\t\r\n\v\f\x1a" for letter in head)
    if controls > _TOO_MANY_CONTROLS * len(head):
        raise UnreadableError(say(_NO_LIST, file=path.name))


def is_vcard(text: str) -> bool:
    """Whether the text is a file of vCards."""
    return "begin:vcard" in text[:2000].lower().replace(" ", "")


def _without_nuls(text: str) -> tuple[str, list[Problem]]:
    """NUL characters are damage: taken out, and each line told."""
    if "\0" not in text:
        return text, []
    problems: list[Problem] = []
    line, place = 1, 0
    while (found := text.find("\0", place)) >= 0:
        line += _line_ends(text, place, found)
        if not problems or problems[-1].line != line:
            problems.append(Problem("", say(N_("Damaged characters were taken out here.")), line))
        place = found + 1
        if len(problems) > 100:
            break
    return text.replace("\0", ""), problems


def _line_ends(text: str, start: int, end: int) -> int:
    part = text[start:end]
    return part.count("\n") + part.count("\r") - part.count("\r\n")


def _csv_table(path: Path, text: str, form: Format, standing: list[Problem]) -> Table:
    dialect = find_dialect(text)
    head = _first_rows(text, dialect)
    if not head:
        raise UnreadableError(say(N_("“{file}” is empty: choose another file."), file=path.name))
    heading = find_heading(head)
    return Table(
        Format(
            form.kind,
            form.encoding,
            dialect.delimiter,
            heading.names,
            heading.line,
            form.line_end,
            form.bom,
        ),
        heading.names,
        partial(_data_rows, text, dialect, heading),
        text.count("\n") or text.count("\r"),
        tuple(standing),
    )


def _first_rows(text: str, dialect: Dialect) -> list[RawRow]:
    rows = read_rows(text, dialect, Problems(), skip=dialect.skip_lines)
    return [row for row in islice(rows, _HEADING_ROWS) if any(cell.strip() for cell in row.cells)]


def _data_rows(
    text: str, dialect: Dialect, heading: Heading, problems: Problems
) -> Iterator[RawRow]:
    """Rows under the header, none blank; those of another width are told."""
    width = len(heading.names)
    skip = dialect.skip_lines
    first = heading.first_line
    for row in read_rows(text, dialect, problems, width, skip):
        line, cells = row
        if line < first or not any(cells):
            continue
        if len(cells) != width:
            tell_width(row, width, problems)
        yield row


def tell_width(row: RawRow, width: int, problems: Problems) -> None:
    """Tell of a row with too many or too few cells; blank cells too many do not count."""
    filled = max((place for place, cell in enumerate(row.cells, 1) if cell.strip()), default=0)
    if filled > width:
        sentence = N_("This row has {n} cell where the header has {width}: check it.")
        many = N_("This row has {n} cells where the header has {width}: check it.")
        problems.add(row.line, say(sentence, many, n=filled, width=width))
    elif len(row.cells) < width and filled:
        sentence = N_("This row has only {n} cell of {width}: check it.")
        many = N_("This row has only {n} cells of {width}: check it.")
        problems.add(row.line, say(sentence, many, n=len(row.cells), width=width))
