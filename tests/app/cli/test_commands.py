"""The command line keeps its contract: the shapes of its answers, its exit codes, its languages."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING
from uuid import UUID

import pypdfium2
import pytest

from app.core import settings
from tests.app.briefings.reading import text
from tests.app.cli.console import is_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.cli.console import Console

LIST = (
    "Family name;Given name;E-mail;Company;Function\n"
    "Aalto;Bo;bo@example.org;Harbour Works;Director\n"
    "Cruz;Dé;none yet;;\n"
)
GUESTS = "Family name;Given name\nAalto;Bo\nDuval;Élodie\n"


@pytest.fixture
def people(console: Console) -> list[dict[str, str]]:
    """Two people in the office."""
    console.json("import", console.file("list.csv", LIST))
    rows: list[dict[str, str]] = console.json("list", "people")
    return rows


@pytest.fixture
def evening(console: Console) -> str:
    """The id of a reception, made as the window makes it."""
    from app.core.office import open_office
    from app.schema import TRADE
    from tests.builders import make_reception

    workspace = open_office(console.options[1], TRADE)
    made = make_reception(workspace, title="Evening of the corps", note="SECRET NOTE")
    workspace.close()
    return made.hex


# --- import and export ---


def test_import_answers_as_promised(console: Console) -> None:
    answer = console.json("import", console.file("list.csv", LIST))
    assert set(answer) == {
        "read", "added", "updated", "skipped", "problems", "format", "mapping",
    }  # fmt: skip
    assert (answer["read"], answer["added"], answer["updated"], answer["skipped"]) == (2, 3, 0, 0)
    assert answer["problems"] == [
        {"line": 3, "field": "emails", "message": "“none yet” is no mail address: check it."}
    ]
    assert set(answer["format"]) >= {"encoding", "delimiter", "header"}
    assert answer["format"]["delimiter"] == ";"
    assert answer["mapping"]["Family name"] == "family_name"


def test_a_dry_run_changes_nothing_and_foretells(console: Console) -> None:
    path = console.file("list.csv", LIST)
    foretold = console.json("import", path, "--dry-run")
    assert console.json("list", "people") == []
    assert console.json("import", path) == foretold


def test_duplicates_are_skipped_updated_or_added(console: Console) -> None:
    path = console.file("list.csv", LIST)
    console.json("import", path)
    for way, added in (("skip", 0), ("update", 0), ("add", 3)):
        assert console.json("import", path, "--on-duplicate", way)["added"] == added
    assert "choose skip" in console.refused("import", path, "--on-duplicate", "merge")


def test_a_mapping_is_taken(console: Console) -> None:
    path = console.file("list.csv", "Wer;Wo\nAalto;Gent\n")
    answer = console.json("import", path, "--map", "Wer=family_name", "--map", "Wo=city")
    assert answer["mapping"] == {"Wer": "family_name", "Wo": "city"}
    console.refused("import", path, "--map", "Wer:family_name")
    console.refused("import", path, "--as", "gifts")


def test_fields_are_listed(console: Console) -> None:
    rows = console.json("import", "--fields")
    assert {"field", "meaning"} == set(rows[0])
    assert "family_name" in {row["field"] for row in rows}


def test_guests_come_onto_a_list(console: Console, evening: str) -> None:
    path = console.file("guests.csv", GUESTS)
    foretold = console.json("import", path, "--as", "guests", "--into", evening, "--dry-run")
    answer = console.json("import", path, "--as", "guests", "--into", "Evening of the corps")
    assert answer["added"] == foretold["added"] == 2
    assert console.json("import", path, "--as", "guests", "--into", evening[:12])["added"] == 0
    assert console("import", path, "--as", "guests").code == 2
    console.refused("import", path, "--as", "guests", "--into", "Nothing of the kind")


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx", "out.vcf"])
def test_an_export_imports_again_and_adds_nobody(
    console: Console, people: list[dict[str, str]], tmp_path: Path, name: str
) -> None:
    assert console.json("export", tmp_path / name) == {"written": len(people)}
    again = console.json("import", tmp_path / name)
    assert (again["read"], again["added"]) == (2, 0)


@pytest.mark.usefixtures("people")
def test_organisations_are_exported_with_a_mark(console: Console, tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    assert console.json("export", path, "--what", "organisations", "--bom") == {"written": 1}
    with path.open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file, delimiter=";")
    assert row["organisation_name"] == "Harbour Works"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    console.refused("export", tmp_path / "x.pdf")
    console.refused("export", path, "--what", "dragons")
    console.refused("export", tmp_path / "nowhere" / "x.csv")


# --- search, lists, invitations ---


@pytest.mark.usefixtures("people")
def test_search_finds_what_the_box_finds(console: Console) -> None:
    [row] = console.json("search", "aalto")
    assert set(row) == {"kind", "id", "title", "subtitle"}
    assert (row["kind"], row["title"]) == ("person", "Aalto, Bo")
    assert UUID(row["id"])
    assert len(console.json("search", "harbour", "--limit", "1")) == 1
    assert console.json("search", "nobody at all") == []


def test_lists_hold_every_row(console: Console, people: list[dict[str, str]], evening: str) -> None:
    assert [row["name"] for row in people] == ["Aalto, Bo", "Cruz, Dé"]
    assert [row["name"] for row in console.json("list", "organisations")] == ["Harbour Works"]
    [reception] = console.json("list", "receptions")
    assert (reception["id"], reception["day"]) == (evening, "2027-04-21")
    console.refused("list", "elephants")


def test_people_are_invited_by_id_or_name(
    console: Console, people: list[dict[str, str]], evening: str
) -> None:
    first = people[0]["id"]
    answer = console.json("invite", "Evening of the corps", first, "Cruz, Dé")
    assert answer["added"] == 2
    assert console.json("invite", evening, first)["added"] == 0
    assert "Nobody Here" in console.refused("invite", evening, "Nobody Here")
    console.refused("invite", "No such evening", first)
    console.refused("invite", first, first)


def test_what_could_be_several_is_asked_by_id(console: Console, evening: str) -> None:
    console.json("import", console.file("two.csv", LIST), "--on-duplicate", "add")
    console.json("import", console.file("two.csv", LIST), "--on-duplicate", "add")
    assert "use the id" in console.refused("invite", evening, "Aalto, Bo")


# --- paper ---


@pytest.mark.usefixtures("people")
def test_a_document_is_printed(console: Console, evening: str, tmp_path: Path) -> None:
    console.json("invite", evening, "Aalto, Bo", "Cruz, Dé")
    out = tmp_path / "b.pdf"
    answer = console.json("brief", "reception-briefing", evening, "--out", out)
    assert set(answer) == {"file", "pages", "warnings"}
    document = pypdfium2.PdfDocument(out)
    assert (answer["file"], answer["pages"], answer["warnings"]) == (str(out), len(document), [])
    document.close()
    assert "Bo Aalto" in text(out.read_bytes())
    assert "SECRET NOTE" in text(out.read_bytes())
    console.json("brief", "reception-briefing", evening, "--out", out, "--audience", "external")
    assert "SECRET NOTE" not in text(out.read_bytes())


@pytest.mark.parametrize(
    ("language", "word"), [("nl", "Contactlijst"), ("fr", "Liste des contacts"), ("en", "Contact")]
)
@pytest.mark.usefixtures("people")
def test_paper_speaks_the_language_asked(
    console: Console, tmp_path: Path, language: str, word: str
) -> None:
    out = tmp_path / "list.pdf"
    console.json("brief", "contact-list", "--out", out, "--language", language)
    assert word.lower() in text(out.read_bytes()).lower()


def test_documents_are_listed(console: Console) -> None:
    rows = console.json("brief", "--list")
    assert {"reception-briefing", "guest-list", "place-cards", "contact-list"} <= {
        row["kind"] for row in rows
    }
    french = console.json("brief", "--list", "--language", "fr")
    assert [row["title"] for row in french] != [row["title"] for row in rows]


def test_paper_that_cannot_be_made_is_said(console: Console, evening: str, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    console.refused("brief", "elephants", evening, "--out", out)
    console.refused("brief", "guest-list", "No such evening", "--out", out)
    console.refused("brief", "guest-list", evening, "--out", tmp_path / "nowhere" / "x.pdf")
    console.refused("brief", "guest-list", evening, "--out", out, "--audience", "everybody")
    assert console("brief", "guest-list", "--out", out).code == 2
    assert console("brief").code == 2
    assert not out.exists()


# --- the office ---


def test_a_plain_office_is_made_once(console: Console, tmp_path: Path) -> None:
    place = tmp_path / "fresh.belfry"
    answer = console.json("new", place, "--plain")
    assert (answer["office"], answer["encrypted"]) == (str(place), False)
    assert place.read_bytes().startswith(b"SQLite format 3")
    assert settings.load().last_office == str(place)
    console.refused("new", place, "--plain")
    console.refused("new", tmp_path / "nowhere" / "x.belfry", "--plain")


def test_an_encrypted_office_opens_with_its_passphrase(console: Console, tmp_path: Path) -> None:
    right = console.file("right.txt", "a long way to the belfry\n")
    wrong = console.file("wrong.txt", "another way")
    place = tmp_path / "closed.belfry"
    console.options.clear()
    made = console.json("new", place, "--passphrase-file", right)
    assert made["encrypted"] is True
    assert not place.read_bytes().startswith(b"SQLite")
    at = ("--office", place)
    path = console.file("list.csv", LIST)
    assert console.json("import", path, *at, "--passphrase-file", right)["added"] == 3
    assert len(console.json("list", "people", *at, "--passphrase-file", right)) == 2
    code = made["recovery_code"]
    assert len(console.json("list", "people", *at, "--recovery-code", code)) == 2
    console.refused("list", "people", *at)
    console.refused("list", "people", *at, "--passphrase-file", wrong)
    console.refused("list", "people", *at, "--passphrase-file", tmp_path / "nowhere.txt")
    console.refused("list", "people", *at, "--recovery-code", "no code")


def test_a_new_office_keeps_its_key_in_the_keyring(console: Console, tmp_path: Path) -> None:
    console.options.clear()
    said = console("new", tmp_path / "mine.belfry")
    assert said.code == 0
    assert "recovery code" in said.out
    assert console.json("list", "people") == []  # the office opened last


def test_without_a_keyring_a_passphrase_is_asked(console: Console, tmp_path: Path) -> None:
    import keyring
    from keyring.backends.fail import Keyring

    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]  # keyring leaves it untyped
    assert "passphrase" in console.refused("new", tmp_path / "mine.belfry")
    assert not (tmp_path / "mine.belfry").exists()


@pytest.mark.usefixtures("people")
def test_an_office_is_checked(console: Console) -> None:
    assert console.json("check") == {"ok": True, "findings": []}


@pytest.mark.usefixtures("people")
def test_a_backup_goes_back(console: Console, tmp_path: Path) -> None:
    copy = tmp_path / "copy.belfry"
    assert console.json("backup", copy) == {"file": str(copy)}
    console.json("undo")
    assert console.json("list", "people") == []
    assert console.json("restore", copy) == {"file": console.options[1]}
    assert len(console.json("list", "people")) == 2
    console.refused("backup", tmp_path / "nowhere" / "copy.belfry")
    console.refused("restore", tmp_path / "nowhere.belfry")
    console.refused("restore", console.file("no.belfry", "no office at all"))
    assert len(console.json("list", "people")) == 2


@pytest.mark.usefixtures("people")
def test_a_backup_onto_itself_is_refused(console: Console) -> None:
    assert "another name" in console.refused("backup", console.options[1])
    assert len(console.json("list", "people")) == 2
    assert console.json("check")["ok"]


@pytest.mark.usefixtures("people")
def test_history_tells_who_did_what_and_undo_takes_it_back(console: Console) -> None:
    rows = console.json("history")
    assert set(rows[0]) == {"when", "who", "label"}
    assert (rows[0]["who"], rows[0]["label"]) == ("desk", "Imported 3 records from list.csv")
    assert "Imported 3 records from list.csv" in console.json("undo").values()
    assert console.json("list", "people") == []
    assert console.json("history")[0]["label"] == "Undone: Imported 3 records from list.csv"
    assert "nothing to take back" in console.refused("undo")


def test_history_of_one_record(
    console: Console, people: list[dict[str, str]], evening: str
) -> None:
    console.json("invite", evening, people[0]["id"])
    labels = [row["label"] for row in console.json("history", evening)]
    assert labels == ["Put 1 guest on the list", "Added the reception Evening of the corps"]


# --- usage and errors ---


@pytest.mark.parametrize(
    "arguments",
    [
        ["elephants"],
        ["import"],
        ["search"],
        ["list"],
        ["export"],
        ["search", "x", "--limit", "many"],
        ["list", "people", "--language", "de"],
        ["list", "people", "--colour", "red"],
    ],
)
def test_wrong_usage_is_two(console: Console, arguments: list[str]) -> None:
    said = console(*arguments)
    assert (said.code, said.out) == (2, "")
    assert "Traceback" not in said.err


def test_help_is_no_error(console: Console) -> None:
    assert console("--help").code == 0
    assert console("import", "--help").code == 0


@pytest.mark.parametrize("command", [["list", "people"], ["check"], ["undo"], ["history"]])
def test_an_office_that_cannot_be_opened_is_said(
    console: Console, tmp_path: Path, command: list[str]
) -> None:
    console.options.clear()
    console.refused(*command)
    for place in (tmp_path / "nowhere.belfry", tmp_path, console.file("no.belfry", "x" * 5000)):
        console.refused(*command, "--office", place)


def test_errors_speak_the_language_asked(console: Console) -> None:
    said = {one: console.refused("undo", "--language", one) for one in ("nl", "fr", "en")}
    assert len(set(said.values())) == 3


def test_debug_shows_where_it_went_wrong(console: Console) -> None:
    said = console("undo", "--debug")
    assert said.code == 1
    assert "Traceback" in said.err


def test_the_office_may_come_from_the_environment(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BELFRY_OFFICE", console.options[1])
    console.options.clear()
    assert console.json("list", "people") == []


@pytest.mark.usefixtures("people")
def test_words_for_people_without_json(console: Console) -> None:
    said = console("list", "people")
    assert said.out.splitlines()[0].endswith("Aalto, Bo  director  Harbour Works")
    with pytest.raises(json.JSONDecodeError):
        _ = said.json
    assert is_sentence(console("check").out)
