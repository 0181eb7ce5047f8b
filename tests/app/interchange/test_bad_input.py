"""Bad files through the command line: a sentence with the line, and the good rows kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from tests.app.cli.console import is_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.cli.console import Console

HEAD = "Family name;Given name;E-mail;Note\n"
WIDE = ";".join(["Family name", "Given name", *(f"Column {number}" for number in range(298))])


def imported(console: Console, path: Path, *options: str) -> dict[str, Any]:
    """Import a bad file that has good rows; every problem is a sentence."""
    answer: dict[str, Any] = console.json("import", path, *options)
    assert all(is_sentence(one["message"] + "\n") for one in answer["problems"])
    assert answer["read"] == answer["added"] + answer["skipped"]
    return answer


def names(console: Console) -> list[str]:
    return [row["name"] for row in console.json("list", "people")]


def lines(answer: dict[str, Any]) -> list[int | None]:
    return [one["line"] for one in answer["problems"]]


def picture(path: Path) -> Path:
    Image.new("RGB", (40, 40), "navy").save(path, "PNG")
    return path


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n\r\n",
        b"\xef\xbb\xbf",
        b"PK\x03\x04 no workbook",
        b"%PDF-1.7\n1 0 obj",
        b"SQLite format 3\x00",
        b"\x00" * 300,
        b"\xff\xfe",
        b"just one line of words",
    ],
)
def test_what_is_no_list_is_refused(console: Console, data: bytes) -> None:
    console.refused("import", console.file("list.csv", data))
    assert names(console) == []


def test_a_picture_called_csv_is_refused(console: Console, tmp_path: Path) -> None:
    console.refused("import", picture(tmp_path / "list.csv"))


def test_a_folder_and_a_missing_file_are_refused(console: Console, tmp_path: Path) -> None:
    console.refused("import", tmp_path)
    assert "nowhere.csv" in console.refused("import", tmp_path / "nowhere.csv")


def test_a_header_alone_brings_nobody(console: Console) -> None:
    said = console("import", console.file("list.csv", HEAD))
    assert said.code in (0, 1)
    assert "Traceback" not in said.err
    assert names(console) == []


def test_a_cell_of_four_megabytes_costs_its_row_only(console: Console) -> None:
    text = HEAD + f"Aalto;Bo;;\nHuge;Cell;;{'x' * 4_000_000}\nCruz;Dé;;\n"
    answer = imported(console, console.file("list.csv", text))
    assert (answer["read"], answer["added"], lines(answer)) == (3, 2, [3])
    assert names(console) == ["Aalto, Bo", "Cruz, Dé"]


def test_nul_bytes_cost_nothing(console: Console) -> None:
    path = console.file("list.csv", HEAD.encode() + b"Aal\x00to;Bo;;\nCruz;D\xc3\xa9;;\n")
    answer = imported(console, path)
    assert answer["added"] == 2
    assert 2 in lines(answer) or answer["problems"]
    assert names(console) == ["Aalto, Bo", "Cruz, Dé"]


def test_an_unclosed_quotation_mark_loses_nobody(console: Console) -> None:
    text = HEAD + 'Aalto;Bo;;"open\nCruz;Dé;;\nDuval;É;;fine\n'
    answer = imported(console, console.file("list.csv", text))
    assert answer["problems"]
    assert lines(answer)[0] == 2
    assert {"Cruz, Dé", "Duval, É"} <= set(names(console))


def test_three_hundred_columns(console: Console) -> None:
    text = WIDE + "\n" + ";".join(["Aalto", "Bo", *["x"] * 298]) + "\n"
    answer = imported(console, console.file("list.csv", text))
    assert (answer["added"], len(answer["format"]["header"])) == (1, 300)


def test_two_headers_alike_are_told_apart(console: Console) -> None:
    text = "Family name;Given name;Note;Note\nAalto;Bo;one;two\n"
    answer = imported(console, console.file("list.csv", text))
    assert answer["added"] == 1
    assert answer["format"]["header"][-2:] == ["Note", "Note (2)"]


def test_a_list_without_header_keeps_its_first_row(console: Console) -> None:
    text = "Aalto;Bo;bo@example.org;+32 9 555 00 01\nCruz;Dé;de@example.org;+32 9 555 00 02\n"
    path = console.file("list.csv", text)
    header = console.json("import", path, "--dry-run")["format"]["header"]
    assert header == ["Name", "Name (2)", "E-mail", "Phone"]
    answer = imported(console, path, "--map", "Name=family_name", "--map", "Name (2)=given_name")
    assert answer["added"] == 2
    assert names(console) == ["Aalto, Bo", "Cruz, Dé"]


def test_carriage_returns_end_lines(console: Console) -> None:
    text = (HEAD + "Aalto;Bo;;\nCruz;Dé;;\n").replace("\n", "\r")
    assert imported(console, console.file("list.csv", text))["added"] == 2


def test_a_card_cut_off_is_told(console: Console) -> None:
    text = "BEGIN:VCARD\nVERSION:3.0\nFN:Bo Aalto\nN:Aalto;Bo;;;\nEND:VCARD\nBEGIN:VCARD\nFN:Dé\n"
    answer = imported(console, console.file("list.vcf", text))
    assert answer["added"] >= 1
    assert 6 in lines(answer)


def test_mixed_encodings_lose_nobody(console: Console) -> None:
    data = HEAD.encode() + "Łukasz;Żaneta;;\n".encode() + "Élodie;Zoë;;\n".encode("cp1252")
    answer = imported(console, console.file("list.csv", data))
    assert answer["added"] == 2
    assert names(console) == ["Élodie, Zoë", "Łukasz, Żaneta"]


def test_rows_too_short_and_too_long_lose_nothing(console: Console) -> None:
    text = HEAD + "Aalto\nCruz;Dé;;note;beyond;more\n"
    assert imported(console, console.file("list.csv", text))["added"] == 2
    found = console.json("search", "beyond")
    assert [row["title"] for row in found] == ["Cruz, Dé"]


def test_a_report_names_every_line(console: Console, tmp_path: Path) -> None:
    path = console.file("list.csv", HEAD + "Aalto;Bo;none;\n;;x@example.org;\n")
    said = console("import", path, "--report", tmp_path / "report.csv")
    assert said.code == 0
    rows = (tmp_path / "report.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [row.split(";")[:2] for row in rows] == [
        ["line", "field"], ["2", "emails"], ["3", "family_name"],
    ]  # fmt: skip
    assert [line[:7] for line in said.err.splitlines()] == ["Line 2:", "Line 3:"]
