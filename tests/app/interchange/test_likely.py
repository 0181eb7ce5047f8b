"""Rows of a list that only look like somebody known: told beforehand, decided row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.draft import ContactDraft
from app.contacts.queries import person_sheet
from app.contacts.queries.twins import find_twins, material
from app.core import search
from app.interchange.adding import SKIP, UPDATE, import_contacts
from app.interchange.decisions import Decision
from app.interchange.likely import likely
from app.interchange.rehearsing import rehearse
from tests.builders import make_person, person_draft

if TYPE_CHECKING:
    from app.core.workspace import Workspace

DRAFTS = [
    ContactDraft(person_draft(family_name="Müller", given_name="Jürgen"), line=2),
    ContactDraft(person_draft(family_name="Somebody", given_name="New"), line=3),
    ContactDraft(
        person_draft(family_name="Mueller", given_name="Juergen", phones=("+32 9 1",)), line=4
    ),
    ContactDraft(person_draft(family_name="Ivanova", given_name="Petya"), line=5),
]


def test_rows_that_look_known_are_told_with_reasons(office: Workspace) -> None:
    muller = make_person(office, family_name="Müller", given_name="Jürgen")
    petya = make_person(office, family_name="Иванова", given_name="Петя")
    found = likely(office.ask(material), DRAFTS)
    assert {line: one.id for line, one in found.items()} == {2: muller, 4: muller, 5: petya}
    assert all(one.score >= 0.8 and one.reasons for one in found.values())
    assert office.ask(rehearse, DRAFTS).fresh == (3, 4, 5)


def test_each_row_goes_as_decided(office: Workspace) -> None:
    muller = make_person(office, family_name="Müller", given_name="Jürgen")
    decisions = {4: Decision(UPDATE, muller.hex), 5: Decision(SKIP)}
    done = office.run(import_contacts, DRAFTS, "list.csv", SKIP, None, 0, decisions)
    assert (done.read, done.added, done.updated, done.skipped) == (4, 1, 1, 2)
    assert office.ask(person_sheet, muller).draft.phones == ("+32 9 1",)
    assert office.ask(search.kind_counts) == {"person": 2}


def test_what_was_imported_knows_its_line(office: Workspace) -> None:
    office.run(import_contacts, DRAFTS, "list.csv")
    (row,) = office.ask(find_twins)
    assert {row.a.line, row.b.line} == {2, 4}
