"""Excel workbooks (.xlsx) into the same numbered rows: the first sheet that holds a table."""

from __future__ import annotations

import datetime as dt
import warnings
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from app.core.errors import Problem, UnreadableError
from app.core.text import N_, say
from app.interchange.heading import Heading, find_heading
from app.interchange.reading import tell_width
from app.interchange.table import Format, Problems, RawRow, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEADING_ROWS = 60


def read_workbook(path: Path) -> Table:
    """Read a workbook.

    Raises:
        UnreadableError: the archive is no workbook, or holds no table.
    """
    data = path.read_bytes()
    _refuse_other_archives(path, data)
    sheets = _sheets(path.name, data)
    for name, rows in sheets.items():
        if rows:
            heading = find_heading(rows[:_HEADING_ROWS])
            form = Format("xlsx", header=heading.names, header_line=heading.line)
            told = _others(sheets, name)
            return Table(form, heading.names, partial(_rows, rows, heading), len(rows), told)
    raise UnreadableError(say(N_("“{file}” is empty: choose another file."), file=path.name))


def _refuse_other_archives(path: Path, data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except BadZipFile as error:
        raise UnreadableError(
            say(N_("“{file}” is damaged: save it again as .xlsx or CSV."), file=path.name)
        ) from error
    if not any(name.startswith("xl/") for name in names):
        raise UnreadableError(
            say(N_("“{file}” is no Excel workbook: save it as .xlsx or CSV."), file=path.name)
        )


def _sheets(file: str, data: bytes) -> dict[str, list[RawRow]]:
    """Every sheet with its filled rows; openpyxl warns of styles left out: no matter."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), read_only=True, data_only=True)
            found = {sheet.title: _sheet_rows(sheet) for sheet in book.worksheets}
            book.close()
    except Exception as error:  # openpyxl raises many kinds for a damaged workbook
        raise UnreadableError(
            say(N_("“{file}” is damaged: save it again as .xlsx or CSV."), file=file)
        ) from error
    return found


def _others(sheets: dict[str, list[RawRow]], taken: str) -> tuple[Problem, ...]:
    if not any(rows for name, rows in sheets.items() if name != taken):
        return ()
    sentence = N_("Only the sheet “{sheet}” was read: save others as files of their own.")
    return (Problem("", say(sentence, sheet=taken)),)


def _sheet_rows(sheet: Any) -> list[RawRow]:
    found = []
    sheet.reset_dimensions()  # files written by programs often tell a wrong size
    for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [_text(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if any(cells):
            found.append(RawRow(line, cells))
    return found


def _text(value: object) -> str:
    """A cell as one would type it: whole numbers without “.0”, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)


def _rows(rows: list[RawRow], heading: Heading, problems: Problems) -> Iterator[RawRow]:
    width = len(heading.names)
    for row in rows:
        if row.line < heading.first_line:
            continue
        if len(row.cells) > width:
            tell_width(row, width, problems)
        yield row
