"""A list we wrote comes back as it was, and adds nobody to the office it came from."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from app.contacts.draft import ContactDraft, OrganisationDraft, PersonDraft, PostingDraft
from app.interchange.adding import import_contacts
from app.interchange.importing import plan
from app.interchange.writing import export

if TYPE_CHECKING:
    from pathlib import Path

    from app.core.workspace import Workspace

ZOE = PersonDraft(
    family_name="d'Ærøskøbing-Łódź",
    given_name='Zoë "Zo"',
    native_name="ゾエ",
    name_order="family_first",
    pronunciation="zo-ee",
    gender="f",
    language="nl",
    languages=("nl", "fr"),
    honorific="Dr.",
    nationality="BE",
    birth_date=dt.date(1970, 2, 3),
    street="Kaai 1; bus 2",
    postal_code="09000",
    city="Gent",
    country="BE",
    emails=("zoe@example.org", "z.o@example.org"),
    phones=("+32 9 555 00 01", "+32475000001"),
    website="https://example.org/?a=1;b",
    note='=HYPERLINK("x")\n-1+2\n@home, "quoted"',
    external_id="Q7",
)
HELD = PostingDraft(
    function="ambassador",
    starts_on=dt.date(2024, 1, 2),
    agrement_on=dt.date(2023, 11, 1),
    arrived_on=dt.date(2023, 12, 24),
    credentials_on=dt.date(2024, 1, 10),
    credentials_time=dt.time(11, 30),
    credentials_sequence=2,
    receiving_body="king_of_the_belgians",
)
POST = OrganisationDraft(
    kind="embassy",
    country="JP",
    host_country="BE",
    city="Brussels",
    jurisdictions=("BE", "LU"),
    emails=("post@example.org",),
    phones=("+32 2 555 00 02",),
    latitude=-50.5,
    longitude=4.25,
    note="'quoted",
)


def carried(workspace: Workspace, path: Path, what: str = "people") -> list[ContactDraft]:
    """What a fresh export reads as."""
    workspace.ask(export, what, path)
    return list(plan(path, what).drafts())


def test_every_field_of_a_person_comes_back(workspace: Workspace, tmp_path: Path) -> None:
    workspace.run(import_contacts, [ContactDraft(ZOE, POST, HELD, 2)], "a list")
    for name in ("people.csv", "people.xlsx"):
        back = carried(workspace, tmp_path / name)
        assert [one.person for one in back] == [ZOE]
        assert [one.posting for one in back] == [HELD]


def test_every_field_of_an_organisation_comes_back(workspace: Workspace, tmp_path: Path) -> None:
    workspace.run(import_contacts, [ContactDraft(organisation=POST)], "a list")
    back = carried(workspace, tmp_path / "posts.csv", "organisations")
    assert [one.organisation for one in back] == [POST]


def test_an_export_imported_again_adds_nobody(workspace: Workspace, tmp_path: Path) -> None:
    other = replace(ZOE, given_name="Bo", emails=(), external_id="")
    rows = [ContactDraft(ZOE, POST, HELD, 2), ContactDraft(other, None, None, 3)]
    workspace.run(import_contacts, rows, "a list")
    for name in ("people.csv", "people.vcf"):
        back = carried(workspace, tmp_path / name)
        done = workspace.run(import_contacts, back, name)
        assert (done.read, done.added, done.updated) == (2, 0, 0)


def test_no_cell_begins_like_a_formula(workspace: Workspace, tmp_path: Path) -> None:
    workspace.run(import_contacts, [ContactDraft(ZOE, POST, HELD, 2)], "a list")
    workspace.ask(export, "people", tmp_path / "people.csv", bom=True)
    raw = (tmp_path / "people.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in raw
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))
    risky = [cell for row in rows for cell in row if cell[:1] in "=-@\t\r" and cell]
    assert risky == []


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=9
)
NAMES = WORDS.filter(lambda word: word.strip() == word)
NOTES = st.lists(
    st.sampled_from(["=1+1", "'", "''x", '"', ";", "a b", "-", "+32", "@x", "\n", "|", "é", ","]),
    max_size=6,
).map("".join)


@given(family=NAMES, given_name=NAMES, note=NOTES)
@settings(max_examples=60)
def test_any_words_come_back(
    workspace: Workspace, tmp_path: Path, family: str, given_name: str, note: str
) -> None:
    draft = PersonDraft(family_name=family, given_name=given_name, note=note.strip())
    workspace.run(import_contacts, [ContactDraft(draft)], "a list", "add")
    back = carried(workspace, tmp_path / "people.csv")
    workspace.undo()
    assert [one.person.note for one in back if one.person] == [draft.note]
    assert [one.person.family_name for one in back if one.person] == [family]
    assert [one.person.given_name for one in back if one.person] == [given_name]
