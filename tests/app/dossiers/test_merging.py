"""Two records become one: everything of both is kept, and one undo brings both back."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.contacts.commands import keep_apart, set_override, set_photo
from app.contacts.model import (
    NotSame,
    Organisation,
    Person,
    Photo,
    Posting,
    Relationship,
    Tag,
    Tagging,
)
from app.contacts.queries import person_sheet
from app.core.absorb import pointing_at
from app.core.command import command
from app.core.errors import BelfryError, InvalidError, NotFoundError
from app.core.office import open_office
from app.dossiers.merging import merge_organisations, merge_people
from app.dossiers.model import Document
from app.receptions.commands import represent, set_status
from app.receptions.model import Guest
from app.schema import TRADE, metadata
from tests.app.core.dump import assert_directory_whole, dump
from tests.app.core.test_undo_of_the_model import fill
from tests.builders import (
    make_guest,
    make_organisation,
    make_person,
    make_posting,
    make_reception,
    organisation_draft,
    person_draft,
)
from tests.conftest import ENGINES, Location

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace


def merge(office: Workspace, kept: UUID, other: UUID) -> None:
    """Merge two people, the first as they are."""
    office.run(merge_people, kept, other, office.ask(person_sheet, kept).draft)


def guests(session: Session, person: UUID) -> list[tuple[str, int, str, bool]]:
    found = session.scalars(select(Guest).where(Guest.person_id == person))
    return [(one.status, one.persons, one.note, one.guest_of_honour) for one in found]


def count(session: Session, entity: type[Person | Photo | Posting | Document | Tagging]) -> int:
    return len(session.scalars(select(entity)).all())


def test_both_histories_are_one(office: Workspace) -> None:
    kept, other = make_person(office), make_person(office, given_name="Aoï")
    embassy, consulate = make_organisation(office), make_organisation(office, kind="consulate")
    make_posting(office, kept, embassy)
    make_posting(office, other, consulate, function="consul")
    make_guest(office, person_id=other)
    merge(office, kept, other)
    sheet = office.ask(person_sheet, kept)
    assert {row.organisation_id for row in sheet.postings} == {embassy, consulate}
    assert len(office.ask(guests, kept)) == 1
    assert office.ask(count, Person) == 1
    assert_directory_whole(office)


def test_a_posting_held_by_both_is_one_with_the_dates_of_both(office: Workspace) -> None:
    kept, other, embassy = make_person(office), make_person(office), make_organisation(office)
    make_posting(office, kept, embassy, starts_on=None)
    make_posting(office, other, embassy, starts_on=dt.date(2024, 3, 1))
    make_posting(office, other, embassy, starts_on=dt.date(2019, 3, 1), ends_on=dt.date(2021, 1, 1))
    merge(office, kept, other)
    found = office.ask(person_sheet, kept).postings
    assert [row.draft.starts_on for row in found] == [dt.date(2024, 3, 1), dt.date(2019, 3, 1)]


def test_two_invitations_to_one_reception_are_one(office: Workspace) -> None:
    kept, other, reception = make_person(office), make_person(office), make_reception(office)
    make_guest(office, reception, kept, "invited")
    answered = make_guest(office, reception, other, "invited")
    office.run(set_status, [answered], "accepted")
    merge(office, kept, other)
    assert office.ask(guests, kept) == [("accepted", 1, "", False)]


def test_who_represented_their_own_twin_was_the_guest(office: Workspace) -> None:
    kept, other = make_person(office), make_person(office)
    guest = make_guest(office, person_id=kept)
    office.run(represent, guest, other)
    merge(office, kept, other)
    assert office.ask(guests, kept) == [("accepted", 1, "", False)]


def test_the_portrait_not_chosen_is_a_document(office: Workspace) -> None:
    kept, other = make_person(office), make_person(office)
    office.run(set_photo, kept, b"mine")
    office.run(set_photo, other, b"theirs")
    draft = office.ask(person_sheet, kept).draft
    office.run(merge_people, kept, other, draft, photo_of_other=True)
    assert office.ask(person_sheet, kept).photo == b"theirs"
    assert office.ask(count, Document) == 1
    assert office.ask(count, Photo) == 1


def test_the_only_portrait_is_kept(office: Workspace) -> None:
    kept, other = make_person(office), make_person(office)
    office.run(set_photo, other, b"theirs")
    merge(office, kept, other)
    assert office.ask(person_sheet, kept).photo == b"theirs"


@command("Tied")
def tie(session: Session, one: UUID, two: UUID, third: UUID) -> None:
    """What points at people in pairs: a spouse, a tag of both, a pair kept apart."""
    people = [session.get_one(Person, row_id) for row_id in (one, two, third)]
    tag = Tag(name="ports")
    for person in people[:2]:
        session.add(Tagging(tag=tag, person=person))
        session.add(Relationship(kind="spouse", person=person, other=people[2]))
    session.add(Relationship(kind="assistant", person=people[0], other=people[1]))


def pairs(session: Session) -> tuple[int, int, int]:
    counted = (
        len(session.scalars(select(kind)).all()) for kind in (Tagging, Relationship, NotSame)
    )
    return tuple(counted)  # type: ignore[return-value]  # three kinds


def test_ties_of_both_are_one_and_nobody_is_tied_to_themselves(office: Workspace) -> None:
    one, two, third = (make_person(office) for _ in range(3))
    office.run(tie, one, two, third)
    office.run(keep_apart, two, third)
    office.run(keep_apart, one, third)
    office.run(keep_apart, two, one)
    merge(office, one, two)
    assert office.ask(pairs) == (1, 1, 1)


def test_a_word_of_address_of_the_kept_one_stands(office: Workspace) -> None:
    kept, other = make_person(office), make_person(office)
    office.run(set_override, kept, "nl", "envelope", "Mijn beste")
    office.run(set_override, other, "nl", "envelope", "Uw beste")
    office.run(set_override, other, "fr", "envelope", "Cher")
    merge(office, kept, other)
    found = office.ask(person_sheet, kept).overrides
    assert {(one.language, one.words) for one in found} == {("nl", "Mijn beste"), ("fr", "Cher")}


def test_organisations_are_merged_with_their_people(office: Workspace) -> None:
    kept, other = make_organisation(office), make_organisation(office)
    posting = make_posting(office, None, other)
    office.run(merge_organisations, kept, other, organisation_draft(phones=("+32 2 1",)))
    holder = office.ask(lambda session: session.get_one(Posting, posting).organisation_id)
    assert holder == kept
    assert_directory_whole(office)


def test_one_is_not_merged_with_itself(office: Workspace) -> None:
    one = make_person(office)
    with pytest.raises(InvalidError):
        office.run(merge_people, one, one, person_draft())


def test_one_undo_brings_both_back(office: Workspace) -> None:
    kept, other = make_person(office), make_person(office)
    make_posting(office, other)
    make_guest(office, person_id=other)
    before = dump(office)
    merge(office, kept, other)
    after = dump(office)
    office.undo()
    assert dump(office) == before
    assert_directory_whole(office)
    office.redo()
    assert dump(office) == after


@pytest.mark.parametrize("entity", [Person, Organisation])
def test_no_key_is_forgotten(entity: type[Person | Organisation]) -> None:
    """Every foreign key of the schema that points at the record is followed."""
    followed = {str(column) for _mapper, columns in pointing_at(entity) for column in columns}
    name = entity.__tablename__
    there = {
        str(key.parent)
        for table in metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == name
    }
    assert followed == there
    assert len(there) > 8


def _some(session: Session, kind: type[Person | Organisation], number: int) -> UUID:
    found = session.scalars(select(kind.id).order_by(kind.id)).all() or [uuid4()]
    return found[number % len(found)]


def test_whatever_points_at_two_can_be_merged_and_taken_back(workspace: Workspace) -> None:
    fill(workspace, 7)
    _merge_and_take_back(workspace, [0, 1, 2], 3)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=5)
@given(numbers=st.lists(st.integers(0, 60), min_size=2, max_size=5), seed=st.integers(0, 99))
def test_merging_is_undone_on_every_engine(
    engine: str, location: Location, numbers: list[int], seed: int
) -> None:
    places = location(engine)
    workspace = open_office(next(places), TRADE)
    try:
        fill(workspace, seed)
        _merge_and_take_back(workspace, numbers, seed)
    finally:
        workspace.close()
        next(places, None)


def _merge_and_take_back(workspace: Workspace, numbers: list[int], seed: int) -> None:
    dumps = [dump(workspace)]
    for number in numbers:
        for kind in (Person, Organisation):
            kept = workspace.ask(_some, kind, number)
            other = workspace.ask(_some, kind, number + 1 + seed)
            done = len(workspace._done)
            with suppress(InvalidError, NotFoundError):
                if kind is Person:
                    workspace.run(merge_people, kept, other, person_draft(note=str(number)))
                else:
                    workspace.run(merge_organisations, kept, other, organisation_draft())
            if len(workspace._done) > done:
                dumps.append(dump(workspace))
    assert_directory_whole(workspace)
    for wanted in reversed(dumps[:-1]):
        workspace.undo()
        assert dump(workspace) == wanted
    for wanted in dumps[1:]:
        workspace.redo()
        assert dump(workspace) == wanted
    assert_directory_whole(workspace)


def test_somebody_changed_in_the_meantime_is_not_merged(office: Workspace) -> None:
    kept, other = make_person(office), make_person(office)
    stale = office.ask(person_sheet, other).revision
    office.run(set_photo, other, b"x")
    make_posting(office, other)
    office.run(set_override, other, "nl", "envelope", "x")
    sheet = office.ask(person_sheet, kept)
    from app.contacts.commands import change_person

    office.run(change_person, other, None, person_draft(given_name="Another"))
    with pytest.raises(BelfryError):
        office.run(merge_people, kept, other, sheet.draft, (sheet.revision, stale))
