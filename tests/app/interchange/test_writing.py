"""Lists out: nothing lost on the way round, no formula, never half a file."""

from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import select

from app.contacts.draft import ContactDraft, OrganisationDraft, PersonDraft, PostingDraft
from app.contacts.model import Organisation, Person
from app.contacts.queries import organisation_sheet, person_sheet
from app.contacts.rules.codes import Function, OrganisationKind
from app.core.errors import CannotWriteError, UnreadableError
from app.interchange.adding import UPDATE, Imported, import_contacts
from app.interchange.importing import plan
from app.interchange.writing import export, written
from tests.builders import make_organisation, make_person

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

NASTY = (
    '"', '""', ";", ",", "\t", "\n", "=1+1", "+32 9", "+x", "-1", "@SUM(A1)", "'", "''", "|",
    " | ", "שלום", "مرحبا", "\u200f", "🎻", "👩🏽\u200d✈️", "e\u0301", "é", "İ", "田中", "\u00a0",
    "NULL", "#REF!", "0012", "1e5", "TRUE", "2024-01-02", "<b>&", "\\", "\\n", "%", "ไทย",
    "हिन्दी", "o'", "a",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(NASTY), min_size=1, max_size=4).map("".join)


def kept(words: str) -> str:
    """As a form keeps words: without the blanks around them."""
    return words.strip()


NAMES = WORDS.map(kept).filter(lambda name: name and "\n" not in name and "\t" not in name)
NOTES = st.one_of(st.just(""), WORDS.map(kept))
DAYS = st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
MAILS = st.lists(
    st.sampled_from(["a@example.org", "o'b+c@example.org", "=x@example.org", "z.y@example.org"]),
    unique=True,
    max_size=3,
).map(tuple)
PHONES = st.lists(
    st.sampled_from(["+32 9 555 00 01", "09/555.00.02", "+32 (0)9 1", "-55", "00 32 9"]),
    unique=True,
    max_size=3,
).map(tuple)
PEOPLE = st.builds(
    PersonDraft,
    family_name=NAMES,
    given_name=NAMES,
    native_name=st.just("") | NAMES,
    name_order=st.sampled_from(["given_first", "family_first"]),
    gender=st.sampled_from(["", "f", "m", "x"]),
    language=st.sampled_from(["", "nl", "fr", "en"]),
    nationality=st.sampled_from(["", "BE", "JP", "VA", "XK", "GB"]),
    birth_date=DAYS,
    street=st.just("") | NAMES,
    city=st.just("") | NAMES,
    emails=MAILS,
    phones=PHONES,
    note=NOTES,
)
ORGANISATIONS = st.builds(
    OrganisationDraft,
    name=NAMES | st.sampled_from(["Embassy of Japan", "Consulat de France", "Ministry of Ports"]),
    kind=st.sampled_from(sorted(OrganisationKind)),
    country=st.sampled_from(["BE", "JP", "VA", "XK"]),
    host_country=st.sampled_from(["", "BE", "NL"]),
    city=st.just("") | NAMES,
    emails=MAILS,
    phones=PHONES,
    note=NOTES,
)
POSTINGS = st.builds(
    PostingDraft,
    function=st.sampled_from(sorted(Function)),
    title=st.just("") | NAMES,
    starts_on=DAYS,
    credentials_on=DAYS,
    exequatur_on=DAYS,
)
ROWS = st.lists(
    st.tuples(PEOPLE, st.none() | ORGANISATIONS, st.none() | POSTINGS).map(
        lambda one: ContactDraft(one[0], one[1] if one[2] else None, one[2])
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda one: (one.person.family_name, one.person.given_name) if one.person else (),
)


def people_kept(session: Session) -> list[tuple[PersonDraft, list[tuple[PostingDraft, str, str]]]]:
    """Everybody with their postings and where, in an order that hangs on nothing else."""
    found = []
    for row_id in session.scalars(select(Person.id)):
        sheet = person_sheet(session, row_id)
        held = [(one.draft, one.place.name, one.place.kind) for one in sheet.postings]
        found.append((sheet.draft, sorted(held, key=repr)))
    return sorted(found, key=repr)


def organisations_kept(session: Session) -> list[OrganisationDraft]:
    """Every organisation."""
    ids = session.scalars(select(Organisation.id))
    return sorted((organisation_sheet(session, one).draft for one in ids), key=repr)


def around(workspace: Workspace, path: Path, what: str) -> Imported:
    """Export a list and import it again into the same office."""
    workspace.ask(export, what, path)
    return workspace.run(import_contacts, plan(path, what).drafts(), path.name, UPDATE)


def moved(workspace: Workspace, path: Path, what: str) -> None:
    """Export, empty the office, import: the same as into a new one."""
    workspace.ask(export, what, path)
    workspace.undo()
    drafts = list(plan(path, what).drafts())
    workspace.run(import_contacts, drafts, path.name)


@given(rows=ROWS)
@settings(max_examples=60)
def test_people_go_round_without_loss(
    workspace: Workspace, tmp_path: Path, rows: list[ContactDraft]
) -> None:
    workspace.run(import_contacts, rows, "a list", "add")
    before = workspace.ask(people_kept)
    done = around(workspace, tmp_path / "p.csv", "people")
    assert (done.added, done.updated, done.problems) == (0, 0, ())
    moved(workspace, tmp_path / "p.csv", "people")
    after = workspace.ask(people_kept)
    workspace.undo()
    assert after == before


@given(rows=st.lists(ORGANISATIONS, min_size=1, max_size=3, unique_by=lambda one: one.name))
@settings(max_examples=60)
def test_organisations_go_round_without_loss(
    workspace: Workspace, tmp_path: Path, rows: list[OrganisationDraft]
) -> None:
    drafts = [ContactDraft(organisation=one) for one in rows]
    workspace.run(import_contacts, drafts, "a list", "add")
    before = workspace.ask(organisations_kept)
    done = around(workspace, tmp_path / "o.csv", "organisations")
    assert (done.added, done.updated, done.problems) == (0, 0, ())
    moved(workspace, tmp_path / "o.csv", "organisations")
    after = workspace.ask(organisations_kept)
    workspace.undo()
    assert after == before


@given(words=st.text(max_size=12) | WORDS)
def test_no_cell_is_a_formula(words: str) -> None:
    cell = written(words)
    digits = cell[1:].replace(" ", "").isdecimal()
    assert not cell.startswith(("=", "-", "@", "\t", "\r"))
    assert not cell.startswith("+") or digits


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".vcf"])
def test_names_mails_and_notes_go_through_every_format(
    workspace: Workspace, tmp_path: Path, ending: str
) -> None:
    make_person(
        workspace,
        family_name='d\'Ærø; "x"',
        given_name="Zoë,\\;",
        emails=("o'b@example.org", "z@example.org"),
        phones=("+32 9 555 00 01",),
        note="=1+1\nשלום | 🎻; a,b\\",
        birth_date=dt.date(1970, 2, 3),
    )
    before = workspace.ask(people_kept)
    path = tmp_path / f"p{ending}"
    assert workspace.ask(export, "people", path) == 1
    done = workspace.run(import_contacts, plan(path).drafts(), path.name, UPDATE)
    assert (done.added, done.problems) == (0, ())
    assert workspace.ask(people_kept) == before


def test_cells_of_a_workbook_are_text(workspace: Workspace, tmp_path: Path) -> None:
    make_person(workspace, family_name="=1+1", postal_code="0900", note="-1")
    workspace.ask(export, "people", tmp_path / "p.xlsx")
    book = load_workbook(tmp_path / "p.xlsx", read_only=True)
    rows = list(book.active.iter_rows())
    book.close()
    assert {cell.data_type for row in rows for cell in row if cell.value is not None} == {"s"}


def test_a_text_too_long_for_a_workbook_is_refused_whole(
    workspace: Workspace, tmp_path: Path
) -> None:
    make_person(workspace, note="n" * 32_768)
    with pytest.raises(CannotWriteError, match="Line 2"):
        workspace.ask(export, "people", tmp_path / "p.xlsx")
    assert list(tmp_path.glob("*p.xlsx*")) == []
    assert workspace.ask(export, "people", tmp_path / "p.csv") == 1


def test_what_a_workbook_cannot_hold_does_not_stop_it(workspace: Workspace, tmp_path: Path) -> None:
    make_person(workspace, note="bell\x07 and\x0b tab")
    assert workspace.ask(export, "people", tmp_path / "p.xlsx") == 1
    [draft] = plan(tmp_path / "p.xlsx").drafts()
    assert draft.person is not None
    assert draft.person.note.startswith("bell")


def test_a_csv_opens_in_excel(workspace: Workspace, tmp_path: Path) -> None:
    make_person(workspace, family_name="Ærø", note="two\nlines")
    workspace.ask(export, "people", tmp_path / "p.csv", bom=True)
    assert (tmp_path / "p.csv").read_bytes().startswith(b"\xef\xbb\xbfid;family_name;")
    with (tmp_path / "p.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file, delimiter=";")
    assert (row["family_name"], row["note"]) == ("Ærø", "two\nlines")


def test_an_empty_office_writes_its_headers(office: Workspace, tmp_path: Path) -> None:
    for what in ("people", "organisations"):
        assert office.ask(export, what, tmp_path / f"{what}.csv") == 0
        assert (tmp_path / f"{what}.csv").read_text(encoding="utf-8").startswith("id;")


def test_organisations_as_a_workbook(office: Workspace, tmp_path: Path) -> None:
    make_organisation(office, jurisdictions=("BE", "LU"), latitude=50.85, longitude=-4.35)
    before = office.ask(organisations_kept)
    done = around(office, tmp_path / "o.xlsx", "organisations")
    assert (done.added, done.updated) == (0, 0)
    assert office.ask(organisations_kept) == before


@pytest.mark.parametrize(
    ("what", "name"),
    [("people", "p.pdf"), ("people", "p"), ("organisations", "o.vcf"), ("cats", "c.csv")],
)
def test_what_is_not_written_is_said(
    workspace: Workspace, tmp_path: Path, what: str, name: str
) -> None:
    with pytest.raises(UnreadableError):
        workspace.ask(export, what, tmp_path / name)
    assert list(tmp_path.glob(f"*{name}*")) == []


def test_a_failure_leaves_the_older_file(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError):
        workspace.ask(export, "people", tmp_path / "nowhere" / "p.csv")
    older = tmp_path / "p.csv"
    older.mkdir()
    with pytest.raises(CannotWriteError):
        workspace.ask(export, "people", older)
    assert older.is_dir()
    assert list(tmp_path.glob(".p.csv*")) == []
