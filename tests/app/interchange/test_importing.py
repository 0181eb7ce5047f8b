"""A file as a plan: what it holds, which column is what, and the report of its problems."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from app.contacts.rules.codes import Function, OrganisationKind
from app.core.errors import CannotWriteError, Problem, UnreadableError
from app.core.text import N_, Language, say
from app.interchange.columns import fields
from app.interchange.importing import plan, wishes_of, write_report

if TYPE_CHECKING:
    from pathlib import Path

LIST = "Last Name;First Name;Shoe size\nAalto;Bo;42\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_mapping_is_guessed_and_what_is_unknown_left_out(file: Path) -> None:
    made = plan(file)
    assert made.mapping() == {"Last Name": "family_name", "First Name": "given_name"}
    assert made.holds == "people"


def test_a_wish_goes_before_the_guess(file: Path) -> None:
    made = plan(file, "", {"First Name": "native_name", "Shoe size": "note"})
    assert made.mapping()["First Name"] == "native_name"
    [draft] = made.drafts()
    assert draft.person is not None
    assert (draft.person.native_name, draft.person.note) == ("Bo", "42")


def test_columns_chosen_otherwise_make_other_drafts(file: Path) -> None:
    [draft] = plan(file).with_columns(("given_name", "family_name", "")).drafts()
    assert draft.person is not None
    assert (draft.person.family_name, draft.person.given_name) == ("Bo", "Aalto")


def test_drafts_are_made_anew_each_time(file: Path) -> None:
    made = plan(file)
    assert list(made.drafts()) == list(made.drafts())


@pytest.mark.parametrize(
    ("holds", "wishes", "part"),
    [
        ("elephants", {}, "elephants"),
        ("", {"Nowhere": "note"}, "Nowhere"),
        ("", {"Shoe size": "shoes"}, "shoes"),
    ],
)
def test_wishes_nobody_can_grant_are_said(
    file: Path, holds: str, wishes: dict[str, str], part: str
) -> None:
    with pytest.raises(UnreadableError, match=part):
        plan(file, holds, wishes)


def test_a_list_without_a_known_column_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "shoes.csv"
    path.write_text("Shoe;Lace\n42;7\n43;8\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="--map"):
        plan(path).refuse_unknown(path.name)


def test_wishes_as_typed() -> None:
    assert wishes_of(["A=b=family_name", "C = note"]) == {"A=b": "family_name", "C ": "note"}
    with pytest.raises(UnreadableError, match="Header=field"):
        wishes_of(["family_name"])


def test_guests_are_people(file: Path) -> None:
    assert plan(file, "guests").holds == "people"


def test_posts_are_recognised(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("Mission;Country;City\nEmbassy;Japan;Brussels\n", encoding="utf-8")
    made = plan(path, "organisations", {"Mission": "organisation_kind"})
    [draft] = made.drafts()
    assert draft.person is None
    assert draft.organisation is not None
    assert (draft.organisation.kind, draft.organisation.country) == ("embassy", "JP")


@pytest.mark.parametrize("kind", OrganisationKind)
def test_our_own_kinds_are_read_as_they_are_written(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "ours.csv"
    path.write_text(f"organisation_name;organisation_kind\nHouse;{kind}\n", encoding="utf-8")
    [draft] = plan(path, "organisations").drafts()
    assert draft.organisation is not None
    assert draft.organisation.kind == kind


@pytest.mark.parametrize("function", Function)
def test_our_own_functions_are_read_as_they_are_written(tmp_path: Path, function: str) -> None:
    path = tmp_path / "ours.csv"
    path.write_text(f"family_name;function\nAalto;{function}\n", encoding="utf-8")
    [draft] = plan(path, "people").drafts()
    assert draft.posting is not None
    assert (draft.posting.function, draft.posting.title) == (function, "")


def test_every_field_says_what_it_means() -> None:
    for language in Language:
        meanings = [one.meaning.to(language) for one in fields()]
        assert all(meanings)
    assert {"family_name", "credentials_on", "organisation_kind"} <= {one.name for one in fields()}


def test_the_report_opens_in_excel(tmp_path: Path) -> None:
    words = say(N_("“{mail}” is no mail address: check it."), mail='=1;"2"\n')
    write_report(tmp_path / "p.csv", [Problem("emails", words, 7)], Language.EN)
    raw = (tmp_path / "p.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    with (tmp_path / "p.csv").open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened, delimiter=";"))
    assert rows == [["line", "field", "message"], ["7", "emails", str(words)]]


def test_a_report_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError):
        write_report(tmp_path / "nowhere" / "p.csv", [], Language.EN)
