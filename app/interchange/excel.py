"""Excel workbooks (.xlsx): the first sheet that holds anything."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from zipfile import BadZipFile

from app.core.errors import UnreadableError
from app.core.text import N_, say
from app.interchange.reading import Format, RawRow, Table, with_header


def read_excel(data: bytes, name: str) -> Table:
    """Read a workbook.

    Raises:
        UnreadableError: it is no workbook, is damaged, or all its sheets are empty.
    """
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                rows = [
                    RawRow(line, tuple(_written(value) for value in values))
                    for line, values in enumerate(sheet.iter_rows(values_only=True), start=1)
                ]
                filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
                if filled:
                    width = max(len(row.cells) for row in filled)
                    return with_header(Format("xlsx"), filled, [], width)
    except (BadZipFile, KeyError, ValueError, OSError, TypeError) as error:
        sentence = N_("{name} is no Excel list: save it as .xlsx or CSV and try again.")
        raise UnreadableError(say(sentence, name=name)) from error
    raise UnreadableError(say(N_("{name} is empty: choose another file."), name=name))


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
