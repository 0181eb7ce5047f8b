"""Excel workbooks become the same rows."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from app.core.errors import UnreadableError
from app.interchange.reading import read_table

if TYPE_CHECKING:
    from pathlib import Path


def test_the_first_sheet_with_rows_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("Guests").append(["Name", "Since", "Postal code", None])
    book["Guests"].append(["Zoë Claes", dt.datetime(2024, 5, 6), 9000.0, None])  # noqa: DTZ001 - as Excel keeps it
    book.create_sheet("Other").append(["x"])
    path = tmp_path / "guests.csv"
    book.save(path)
    read = read_table(path)
    assert (read.format.kind, read.header) == ("xlsx", ("Name", "Since", "Postal code"))
    assert [tuple(row.cells) for row in read.rows] == [("Zoë Claes", "2024-05-06", "9000")]
    assert [row.line for row in read.rows] == [2]
    assert "Guests" in str(read.problems[0].sentence)


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "none.xlsx"
    Workbook().save(path)
    with pytest.raises(UnreadableError):
        read_table(path)
