"""One way in, one way out: steps, labels, news, conflicts, undo between desks."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import update

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
from app.core import history
from app.core.command import Changes, command
from app.core.errors import (
    ConflictError,
    InUseError,
    InvalidError,
    NotFoundError,
)
from app.core.office import open_office
from app.core.text import N_, Language
from app.interchange.adding import import_contacts
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


def sheet_of(office: Workspace, person: UUID) -> queries.PersonSheet:
    return office.ask(queries.person_sheet, person)


def test_a_stale_form_is_refused_and_nothing_is_lost(
    office: Workspace, colleague: Colleague
) -> None:
    person = make_person(office)
    seen = sheet_of(office, person)
    other = colleague(office)
    other.run(change_person, person, seen.revision, person_draft(note="by the colleague"))
    mine = dataclasses.replace(seen.draft, note="mine")
    with pytest.raises(ConflictError, match="look at it again"):
        office.run(change_person, person, seen.revision, mine)
    assert sheet_of(office, person).draft.note == "by the colleague"
    office.run(change_person, person, sheet_of(office, person).revision, mine)
    assert sheet_of(other, person).draft.note == "mine"


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
    assert sheet_of(office, person).draft.note == "theirs"
    other.undo()
    office.undo()
    assert sheet_of(office, person).draft.note == ""


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
