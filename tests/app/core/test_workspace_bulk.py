"""The bulk door and the history of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.contacts.commands import (
    change_person,
)
from app.contacts.draft import ContactDraft
from app.contacts.model import Person
from app.core import history, search
from app.core.bulk import bulk_door
from app.core.command import command, naming
from app.core.errors import (
    BelfryError,
    ConflictError,
)
from app.core.text import N_
from app.interchange.adding import UPDATE, import_contacts
from tests.app.core.dump import assert_directory_whole, dump
from tests.app.core.test_workspace import sheet_of
from tests.builders import (
    make_ambassador,
    make_person,
    organisation_draft,
    person_draft,
    posting_draft,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

    Colleague = Callable[[Workspace], Workspace]


def _imported(office: Workspace, count: int = 300, on_duplicate: str = "skip") -> None:
    post = organisation_draft(country="PT", city="Brussels")
    drafts = [
        ContactDraft(
            person_draft(family_name=f"Silva{number:04d}", phones=("+351 21 555",)),
            post,
            posting_draft(function="attache"),
            line=number,
        )
        for number in range(count)
    ]
    office.run(import_contacts, drafts, "list.csv", on_duplicate)


def test_an_import_is_one_undo_with_its_lines(office: Workspace) -> None:
    make_ambassador(office, "JP", family_name="Silva0150b")
    before = dump(office)
    _imported(office)
    after = dump(office)
    assert len(after["person"]) == len(before["person"]) + 300
    assert str(office.undo_label) == "Imported 301 records from list.csv"
    for _turn in range(2):
        office.undo()
        assert dump(office) == before
        assert_directory_whole(office)
        assert office.ask(search.find, "silva0042") == []
        office.redo()
        assert dump(office) == after
        assert_directory_whole(office)
        assert len(office.ask(search.find, "silva0042")) == 1


def test_undoing_an_import_frees_the_lines_of_people_it_gave_a_function(
    office: Workspace,
) -> None:
    make_person(office)
    before = dump(office)
    row = ContactDraft(person_draft(), organisation_draft(), posting_draft(), line=1)
    office.run(import_contacts, [row], "list.csv", UPDATE)
    after = dump(office)
    assert_directory_whole(office)
    office.undo()
    assert_directory_whole(office)
    assert dump(office) == before
    office.redo()
    assert_directory_whole(office)
    assert dump(office) == after


def test_undoing_an_import_is_refused_over_a_colleagues_change(
    office: Workspace, colleague: Colleague
) -> None:
    _imported(office, 3)
    other = colleague(office)
    found = other.ask(search.find, "silva0001")[0]
    other.run(change_person, found.id, None, person_draft(note="kept"))
    before = dump(office)
    with pytest.raises(ConflictError, match="stays as it is"):
        office.undo()
    assert dump(office) == before
    other.undo()
    office.undo()
    assert_directory_whole(office)


def test_redoing_an_import_finds_its_place_among_a_colleagues_names(
    office: Workspace, colleague: Colleague
) -> None:
    _imported(office, 20)
    office.undo()
    other = colleague(office)
    for number in (10, 4, 15, 7, 12):
        make_person(other, family_name=f"Silva{number:04d}", given_name="Zoe")
    office.redo()
    assert_directory_whole(office)


@command(N_("Nothing through the bulk door"))
def open_and_close(session: Session) -> None:
    """Open the door and add nothing."""
    bulk_door(session).insert(Person.__table__, ["id"], [])  # type: ignore[arg-type]  # a Table


def test_an_empty_import_is_no_step(office: Workspace) -> None:
    office.run(open_and_close)
    assert office.undo_label is None


# --- history ---


def test_the_history_of_a_record_names_each_step_and_who(
    office: Workspace, colleague: Colleague
) -> None:
    person = make_person(office)
    make_person(office, family_name="Mori")
    colleague(office).run(change_person, person, None, person_draft(note="new"))
    rows = office.ask(history.rows, person)
    assert [(str(row.label), row.who) for row in rows] == [
        ("Changed Aoi Tanaka", "colleague"),
        ("Added Aoi Tanaka", "desk"),
    ]
    assert all(row.at.tzinfo is not None for row in rows)


def test_the_history_of_a_record_tells_what_was_taken_back(office: Workspace) -> None:
    person = make_person(office)
    office.run(change_person, person, None, person_draft(note="new"))
    office.undo()
    office.redo()
    acts = [row.act for row in office.ask(history.rows, person)]
    assert acts == [history.REDONE, history.UNDONE, history.DONE, history.DONE]


def test_the_history_of_an_imported_record_begins_with_the_import(office: Workspace) -> None:
    make_person(office)
    _imported(office, 3)
    person = office.ask(search.find, "silva0002")[0].id
    office.run(change_person, person, None, person_draft(family_name="Silva0002", note="x"))
    labels = [str(row.label) for row in office.ask(history.rows, person)]
    assert labels == ["Changed Aoi Silva0002", "Imported 4 records from list.csv"]


def test_rows_carry_the_step_that_wrote_them(office: Workspace) -> None:
    person = make_person(office)
    step = office.ask(history.rows)[0].step
    assert office.ask(lambda session: session.scalar(select(Person.revision))) == step
    assert sheet_of(office, person).revision == step


@command(N_("{words}"))
def say_so(session: Session, words: str) -> None:
    """Leave a label with anything in it."""
    naming(session, words=words)
    session.add(Person(family_name="Somebody"))


@pytest.mark.parametrize("words", ["{not a field}", "Jürgen “X” \U0001f382", "100 %s", "\\n"])
def test_any_name_may_stand_in_a_label(office: Workspace, words: str) -> None:
    office.run(say_so, words)
    assert str(office.undo_label) == words


def test_a_name_the_database_cannot_hold_is_one_sentence(office: Workspace) -> None:
    before = dump(office)
    for name in ("Tana\x00ka", "Tana\ud800ka"):
        try:
            make_person(office, family_name=name)
        except BelfryError:
            assert dump(office) == before
        else:
            office.undo()
            assert dump(office) == before
