"""One way in, one way out: steps, labels, news, conflicts, undo between desks."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from app.contacts import queries
from app.contacts.commands import (
    change_person,
    remove_organisation,
    remove_person,
    remove_posting,
    set_override,
    set_photo,
)
from app.contacts.draft import ContactDraft
from app.contacts.model import Person
from app.core import history, search
from app.core.bulk import bulk_door
from app.core.command import Changes, command, naming
from app.core.errors import (
    BelfryError,
    ConflictError,
    InUseError,
    InvalidError,
    NotFoundError,
)
from app.core.office import open_office
from app.core.text import N_, Language
from app.interchange.adding import UPDATE, import_contacts
from app.receptions.commands import change_reception, invite, remove_reception
from app.schema import TRADE
from tests.app.core.dump import assert_directory_whole, dump
from tests.builders import (
    make_ambassador,
    make_guest,
    make_organisation,
    make_person,
    make_posting,
    make_reception,
    organisation_draft,
    person_draft,
    posting_draft,
    reception_draft,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

    Colleague = Callable[[Workspace], Workspace]


def steps(workspace: Workspace) -> list[str]:
    """The audit trail in English, the oldest first."""
    return [str(row.label) for row in reversed(workspace.ask(history.rows))]


# --- one step each ---


def test_a_command_is_one_step_with_its_label(office: Workspace) -> None:
    make_person(office, family_name="Tanaka", given_name="Aoi")
    assert steps(office) == ["Added Aoi Tanaka"]
    assert str(office.undo_label) == "Added Aoi Tanaka"
    assert office.redo_label is None


def test_a_label_reads_in_the_language_of_the_reader(workspace: Workspace) -> None:
    make_person(workspace)
    label = workspace.undo_label
    assert label is not None
    assert all("Aoi Tanaka" in label.to(language) for language in Language)


def test_a_label_that_counts_keeps_its_number(office: Workspace) -> None:
    reception = make_reception(office)
    people = [make_person(office, family_name=name) for name in ("Abe", "Mori")]
    office.run(invite, reception, people)
    assert str(office.undo_label) == "Put 2 guests on the list"


def test_a_command_that_changes_nothing_is_no_step(office: Workspace) -> None:
    person = make_person(office)
    heard: list[Changes] = []
    office.on_change(heard.append)
    office.run(change_person, person, None, person_draft())
    assert steps(office) == ["Added Aoi Tanaka"]
    assert heard == []


def test_changes_name_the_tables_and_rows(office: Workspace) -> None:
    person, post = make_person(office), make_organisation(office)
    heard: list[Changes] = []
    office.on_change(heard.append)
    posting = make_posting(office, person, post)
    assert heard[0].tables == {"posting"}
    assert heard[0].ids == {posting}


def test_undo_and_redo_are_told_like_any_change(office: Workspace) -> None:
    person = make_person(office)
    heard: list[Changes] = []
    office.on_change(heard.append)
    undone, redone = office.undo(), office.redo()
    assert heard == [undone, redone]
    assert {person} == undone.ids == redone.ids


def test_who_stopped_listening_hears_nothing(workspace: Workspace) -> None:
    heard: list[Changes] = []
    stop = workspace.on_change(heard.append)
    stop()
    stop()
    make_person(workspace)
    assert heard == []


def test_a_new_step_ends_redoing(office: Workspace) -> None:
    make_person(office)
    office.undo()
    make_person(office, family_name="Mori")
    assert office.redo_label is None
    with pytest.raises(ConflictError, match="nothing to redo"):
        office.redo()


def test_nothing_to_undo_is_one_sentence(office: Workspace) -> None:
    with pytest.raises(ConflictError, match="nothing to take back"):
        office.undo()


# --- failing leaves no trace ---


@command(N_("Wrote and failed"))
def write_and_fail(session: Session) -> None:
    """Write a row, then fail."""
    session.add(Person(family_name="Lost"))
    session.flush()
    message = "after the flush"
    raise ValueError(message)


@command(N_("Changed everybody at once"))
def bulk_update(session: Session) -> None:
    """What the journal cannot see."""
    session.execute(update(Person).values(note="all"))


@command(N_("Imported and failed"))
def import_and_fail(session: Session) -> None:
    """Write through the bulk door, then fail."""
    drafts = [ContactDraft(person_draft(), organisation_draft(), posting_draft())]
    import_contacts(session, drafts, "list.csv")
    message = "after the bulk"
    raise ValueError(message)


@pytest.mark.parametrize("failing", [write_and_fail, import_and_fail])
def test_a_failing_command_leaves_no_trace(office: Workspace, failing: object) -> None:
    make_person(office)
    before, heard = dump(office), list[Changes]()
    office.on_change(heard.append)
    with pytest.raises(ValueError, match="after the"):
        office.run(failing)  # type: ignore[arg-type]  # one of the two above
    assert dump(office) == before
    assert heard == []
    assert steps(office) == ["Added Aoi Tanaka"]
    make_person(office, family_name="Mori")


def test_a_write_the_journal_cannot_see_is_refused(office: Workspace) -> None:
    make_person(office)
    before = dump(office)
    with pytest.raises(RuntimeError, match="not journalled"):
        office.run(bulk_update)
    assert dump(office) == before


def test_a_draft_with_problems_changes_nothing(office: Workspace) -> None:
    with pytest.raises(InvalidError) as refused:
        make_person(office, family_name="", given_name=" ", emails=("no mail",))
    assert {problem.field for problem in refused.value.problems} == {"family_name", "emails"}
    assert steps(office) == []


def test_a_record_that_is_gone_is_said_so(office: Workspace) -> None:
    with pytest.raises(NotFoundError):
        office.run(remove_person, uuid4())


# --- still used ---


def test_an_organisation_with_postings_stays(office: Workspace) -> None:
    post = make_organisation(office)
    posting = make_posting(office, organisation_id=post)
    before = dump(office)
    with pytest.raises(InUseError, match="remove it there first"):
        office.run(remove_organisation, post)
    assert dump(office) == before
    office.run(remove_posting, posting)
    office.run(remove_organisation, post)


def test_a_guest_stays_in_the_office(office: Workspace) -> None:
    person = make_person(office)
    make_guest(office, person_id=person)
    before = dump(office)
    with pytest.raises(InUseError):
        office.run(remove_person, person)
    assert dump(office) == before


def test_removing_takes_everything_along_and_undo_brings_it_back(office: Workspace) -> None:
    person = make_ambassador(office, "JP")
    office.run(set_photo, person, b"\xff\xd8\x00portrait")
    office.run(set_override, person, "nl", "envelope", "Aan Mevrouw Tanaka")
    reception = make_reception(office, goals=(11, 17))
    make_guest(office, reception, make_person(office))
    before = dump(office)
    office.run(remove_person, person)
    office.run(remove_reception, reception)
    assert not any("Tanaka, Aoi" in row for row in dump(office)["person"])
    office.undo()
    office.undo()
    assert dump(office) == before
    assert office.ask(queries.photo, person) == b"\xff\xd8\x00portrait"


# --- two desks ---


def _sheet(office: Workspace, person: UUID) -> queries.PersonSheet:
    return office.ask(queries.person_sheet, person)


def test_a_stale_form_is_refused_and_nothing_is_lost(
    office: Workspace, colleague: Colleague
) -> None:
    person = make_person(office)
    seen = _sheet(office, person)
    other = colleague(office)
    other.run(change_person, person, seen.revision, person_draft(note="by the colleague"))
    mine = dataclasses.replace(seen.draft, note="mine")
    with pytest.raises(ConflictError, match="look at it again"):
        office.run(change_person, person, seen.revision, mine)
    assert _sheet(office, person).draft.note == "by the colleague"
    office.run(change_person, person, _sheet(office, person).revision, mine)
    assert _sheet(other, person).draft.note == "mine"


def test_a_change_of_the_reception_alone_makes_a_form_stale(office: Workspace) -> None:
    reception = make_reception(office)
    revision = office.ask(_revision, reception)
    office.run(change_reception, reception, revision, reception_draft(capacity=40))
    with pytest.raises(ConflictError):
        office.run(change_reception, reception, revision, reception_draft(capacity=50))


def _revision(session: Session, reception: UUID) -> UUID:
    from app.receptions.model import Reception

    return session.get_one(Reception, reception).revision


def test_undo_is_refused_over_a_colleagues_change_and_works_after_theirs(
    office: Workspace, colleague: Colleague
) -> None:
    person = make_person(office)
    office.run(change_person, person, None, person_draft(note="mine"))
    other = colleague(office)
    other.run(change_person, person, None, person_draft(note="theirs"))
    with pytest.raises(ConflictError, match="cannot be taken back"):
        office.undo()
    assert _sheet(office, person).draft.note == "theirs"
    other.undo()
    office.undo()
    assert _sheet(office, person).draft.note == ""


def test_undo_is_refused_where_a_colleague_uses_the_record(
    office: Workspace, colleague: Colleague
) -> None:
    person = make_person(office)
    other = colleague(office)
    make_guest(other, person_id=person)
    before = dump(office)
    with pytest.raises(InUseError):
        office.undo()
    assert dump(office) == before
    make_person(office, family_name="Mori")


def test_nobody_undoes_the_steps_of_a_colleague(office: Workspace, colleague: Colleague) -> None:
    make_person(office)
    other = colleague(office)
    assert other.undo_label is None
    with pytest.raises(ConflictError):
        other.undo()


# --- after closing ---


def test_steps_can_be_taken_back_after_reopening(office: Workspace) -> None:
    start = dump(office)
    make_ambassador(office, "JP")
    drafts = [ContactDraft(person_draft(family_name="Mori"), organisation_draft(), line=1)]
    office.run(import_contacts, drafts, "list.csv")
    office.run(change_person, make_person(office), None, person_draft(note="changed"))
    office.undo()
    office.close()
    reopened = open_office(office.place.location, TRADE)
    assert str(reopened.undo_label) == "Added Aoi Tanaka"
    while reopened.undo_label is not None:
        reopened.undo()
        assert_directory_whole(reopened)
    assert dump(reopened) == start
    reopened.close()


def test_an_undone_step_is_not_offered_again_after_reopening(office: Workspace) -> None:
    make_person(office)
    make_person(office, family_name="Mori")
    office.undo()
    office.redo()
    office.undo()
    office.close()
    reopened = open_office(office.place.location, TRADE)
    assert str(reopened.undo_label) == "Added Aoi Tanaka"
    reopened.undo()
    assert reopened.undo_label is None
    reopened.close()


# --- the bulk door ---


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
    assert _sheet(office, person).revision == step


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
