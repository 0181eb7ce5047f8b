"""Lists as people have them: broken, bannered, without header. All people are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UnreadableError
from app.interchange.cells import read_rows
from app.interchange.dialect import Dialect, find_dialect
from app.interchange.importing import plan
from app.interchange.reading import read_table
from app.interchange.table import Problems, Table

if TYPE_CHECKING:
    from pathlib import Path


def table(folder: Path, data: bytes | str, name: str = "list.csv") -> Table:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_table(path)


def cells(read: Table) -> list[list[str]]:
    return [list(row.cells) for row in read.rows]


def lines(read: Table) -> list[int | None]:
    list(read.rows)
    return [problem.line for problem in read.problems]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize(("end", "name"), [("\r\n", "CRLF"), ("\n", "LF"), ("\r", "CR")])
def test_delimiter_and_end_of_line_are_found(
    tmp_path: Path, mark: str, end: str, name: str
) -> None:
    rows = [["Name", "City"], ["An Peeters", "Gent"], ["Bo Claes", "Ieper"]]
    read = table(tmp_path, end.join(mark.join(row) for row in rows) + end)
    assert (read.format.delimiter, read.format.line_end) == (mark, name)
    assert read.header == ("Name", "City")
    assert cells(read) == rows[1:]
    assert [row.line for row in read.rows] == [2, 3]


def test_the_line_of_excel_decides_the_delimiter(tmp_path: Path) -> None:
    read = table(tmp_path, "sep=|\r\nName|Note\r\nAn|a;b;c\r\nBo|d;e;f\r\n")
    assert read.format.delimiter == "|"
    assert cells(read) == [["An", "a;b;c"], ["Bo", "d;e;f"]]
    assert [row.line for row in read.rows] == [3, 4]


def test_commas_in_cells_do_not_make_columns(tmp_path: Path) -> None:
    read = table(tmp_path, "Name;Address\nAn;Markt 1, 9000 Gent\nBo;Dam 2, 8900 Ieper\n")
    assert read.format.delimiter == ";"


def test_a_cell_of_several_lines_counts_physical_lines(tmp_path: Path) -> None:
    read = table(tmp_path, 'Name;Address\nAn;"Markt 1\n9000 Gent\nBelgium"\nBo;Dam 2\n')
    assert [(row.line, row.cells[0]) for row in read.rows] == [(2, "An"), (5, "Bo")]


def test_an_unclosed_quotation_mark_costs_its_row_only(tmp_path: Path) -> None:
    data = 'Name;City;Note\nAn;Gent;x\nBo;"Ieper\nCis;Brugge;y\nDirk;Aalst;"z"\nEls;Lier;w\n'
    read = table(tmp_path, data)
    assert [row.cells[0] for row in read.rows] == ["An", "Bo", "Cis", "Dirk", "Els"]
    assert set(lines(read)) == {3}


def test_an_unclosed_mark_in_a_row_of_the_right_width_keeps_the_row(tmp_path: Path) -> None:
    read = table(tmp_path, 'Name;City\nAn;"Gent\nBo;Ieper\n')
    assert cells(read) == [["An", "Gent"], ["Bo", "Ieper"]]
    assert lines(read) == [2]


def test_a_mark_inside_a_cell_keeps_the_row(tmp_path: Path) -> None:
    read = table(tmp_path, 'Name;City\n"An "Anneke" Peeters";Gent\nBo;Ieper\n')
    assert len(cells(read)) == 2
    assert "Anneke" in cells(read)[0][0]


def test_many_broken_rows_do_not_take_long(tmp_path: Path) -> None:
    body = "".join(f'P{n};"Gent {n}\nQ{n};Ieper\n' for n in range(400))
    assert len(cells(table(tmp_path, "Name;City\n" + body))) == 800


def test_a_cell_of_four_megabytes(tmp_path: Path) -> None:
    read = table(tmp_path, f'Name;Note\nAn;"{"é" * 2_000_000}"\nBo;short\n')
    assert [len(row.cells[1]) for row in read.rows] == [2_000_000, 5]


def test_three_hundred_columns(tmp_path: Path) -> None:
    head = ";".join(f"Column {n}" for n in range(300))
    read = table(tmp_path, f"{head}\n{';'.join('x' * 300)}\n")
    assert (len(read.header), len(cells(read)[0])) == (300, 300)


def test_nul_characters_are_taken_out_and_told(tmp_path: Path) -> None:
    read = table(tmp_path, "Name;City\nAn\0a;Gent\nBo;Ieper\n")
    assert cells(read)[0] == ["Ana", "Gent"]
    assert lines(read) == [2]


def test_header_only(tmp_path: Path) -> None:
    read = table(tmp_path, "Name;City\n")
    assert (read.header, cells(read)) == (("Name", "City"), [])


def test_two_headers_alike_are_told_apart(tmp_path: Path) -> None:
    read = table(tmp_path, "Titre;Nom;Titre\nM.;Petit;Directeur\n")
    assert read.header == ("Titre", "Nom", "Titre (2)")


def test_no_header_names_columns_by_what_they_hold(tmp_path: Path) -> None:
    data = "An Peeters,an@example.org,+32 9 555 01 02\nBo Claes,bo@example.org,+32 9 555 01 03\n"
    read = table(tmp_path, data)
    assert read.format.header_line == 0
    assert read.header == ("Name", "E-mail", "Phone")
    assert len(cells(read)) == 2


def test_titles_and_blank_rows_before_the_header(tmp_path: Path) -> None:
    data = "Guests of the evening;;\n;;\nFirst name;Last name;E-mail\nAn;Peeters;an@example.org\n"
    read = table(tmp_path, data)
    assert (read.format.header_line, read.header[0]) == (3, "First name")
    assert cells(read) == [["An", "Peeters", "an@example.org"]]


def test_rows_of_another_width_are_told_and_kept(tmp_path: Path) -> None:
    read = table(tmp_path, "Name;City;Note\nAn;Gent\nBo;Ieper;x;y\n\nCis;Brugge;z;;\n")
    assert len(cells(read)) == 3
    assert lines(read) == [2, 3]
    made = plan(tmp_path / "list.csv", "people")
    assert [one.person.note for one in made.drafts() if one.person][1] == "x\ny"


def test_rows_may_be_read_twice(tmp_path: Path) -> None:
    read = table(tmp_path, "Name;City\nAn\nBo;Ieper\n")
    assert list(read.rows) == list(read.rows)
    assert len(read.problems) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xef\xbb\xbf", b" \r\n\r\n", b"\x89PNG\r\n\x1a\n" + bytes(200), b"%PDF-1.7\n%x",
        b"\xff\xd8\xff\xe0" + bytes(99), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"PK\x03\x04broken", b'{"name": "An"}', b"<html><body>An</body></html>",
        b"dn: cn=An\nsn: Peeters\n", bytes(range(32)) * 40,
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        table(tmp_path, data)
    assert "list.csv" in str(refused.value)


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(UnreadableError):
            read_table(path)


@given(st.text(max_size=400), st.sampled_from(",;\t|"))
def test_any_text_is_read_without_error(text: str, mark: str) -> None:
    list(read_rows(text, Dialect(mark), Problems(), width=2))
    find_dialect(text)


@given(st.lists(st.lists(st.text(max_size=12), min_size=2, max_size=2), min_size=1, max_size=8))
def test_what_the_csv_module_writes_is_read_as_it_was(rows: list[list[str]]) -> None:
    import csv
    import io

    wanted = [row for row in rows if any(row)]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    got = [list(row.cells) for row in read_rows(out.getvalue(), Dialect(";"), Problems(), width=2)]
    assert [row for row in got if any(row)] == wanted
