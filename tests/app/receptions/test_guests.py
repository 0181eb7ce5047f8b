"""Guests: who is on the list, what they answered, who comes instead."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.contacts.commands import remove_person
from app.core import clock
from app.core.errors import BelfryError, InUseError, InvalidError
from app.core.text import Language
from app.receptions.commands import (
    change_guest,
    invite,
    move_guest,
    place_by_rule,
    remove_guests,
    remove_reception,
    represent,
    set_status,
)
from app.receptions.model import Guest
from app.receptions.queries import guests, reception_sheet, receptions
from app.receptions.rules import Circle, Kind, Status, label
from tests.builders import (
    guest_of,
    make_ambassador,
    make_guest,
    make_person,
    make_posting,
    make_reception,
)

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace
    from app.receptions.queries import GuestRow

MONDAY = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)
FRIDAY = dt.datetime(2027, 3, 5, 12, 0, tzinfo=dt.UTC)


def listed(office: Workspace, reception: UUID) -> list[GuestRow]:
    return office.ask(guests, reception, Language.EN)


def only(office: Workspace, reception: UUID) -> GuestRow:
    [row] = listed(office, reception)
    return row


def dates(session: Session, guest_id: UUID) -> tuple[dt.date | None, dt.date | None]:
    found = session.scalars(select(Guest).where(Guest.id == guest_id)).one()
    return found.invited_on, found.replied_on


def test_inviting_twice_changes_nothing(office: Workspace) -> None:
    reception, person = make_reception(office), make_person(office)
    assert office.run(invite, reception, [person, person]) == 1
    label_before = office.undo_label
    assert office.run(invite, reception, [person], Status.ACCEPTED) == 0
    assert only(office, reception).status == Status.PROPOSED
    assert office.undo_label == label_before


def test_only_who_is_new_is_counted(office: Workspace) -> None:
    reception = make_reception(office)
    people = [make_person(office, family_name=name) for name in ("Aalto", "Bo", "Cruz")]
    office.run(invite, reception, people[:2])
    assert office.run(invite, reception, people) == 1
    assert str(office.undo_label) == "Put 1 guest on the list"
    office.undo()
    assert len(listed(office, reception)) == 2


def test_nobody_unknown_is_invited(office: Workspace) -> None:
    reception = make_reception(office)
    with pytest.raises(BelfryError):
        office.run(invite, reception, [make_person(office), uuid4()])
    assert listed(office, reception) == []


def test_a_reply_has_its_dates(office: Workspace) -> None:
    guest = make_guest(office, status="proposed")
    assert office.ask(dates, guest) == (None, None)
    with clock.stopped_at(MONDAY):
        office.run(set_status, [guest], Status.INVITED)
        assert office.ask(dates, guest) == (clock.today(), None)
        invited = clock.today()
    with clock.stopped_at(FRIDAY):
        office.run(set_status, [guest], Status.ACCEPTED)
        assert office.ask(dates, guest) == (invited, clock.today())
    with clock.stopped_at(FRIDAY + dt.timedelta(days=3)):
        office.run(set_status, [guest], Status.REGRETS)
    assert office.ask(dates, guest) == (invited, FRIDAY.date())
    office.run(set_status, [guest], Status.INVITED)
    assert office.ask(dates, guest) == (invited, None)


@pytest.mark.parametrize("status", Status)
def test_counts_follow_the_replies(workspace: Workspace, status: Status) -> None:
    reception = make_reception(workspace)
    guest = make_guest(workspace, reception)
    workspace.run(change_guest, guest, circle="press", persons=3, note="late", guest_of_honour=True)
    workspace.run(set_status, [guest], status)
    sheet, [row] = workspace.ask(reception_sheet, reception), workspace.ask(receptions)
    coming = status in ("accepted", "represented", "attended")
    assert sheet.counts == {status: 1}
    assert sheet.expected == (3 if coming else 0)
    assert row.coming == (3 if coming else 0)
    assert row.invited == (0 if status == Status.PROPOSED else 3)
    away = status in (Status.REGRETS, Status.ABSENT, Status.WAITING)
    assert only(workspace, reception).place == (0 if away else 1)


def test_several_replies_are_one_step(office: Workspace) -> None:
    reception = make_reception(office)
    people = [make_person(office, family_name=name) for name in ("Aalto", "Bo", "Cruz")]
    office.run(invite, reception, people)
    office.run(set_status, [row.id for row in listed(office, reception)], Status.ACCEPTED)
    assert str(office.undo_label) == "Set 3 guests to: Accepted"
    office.undo()
    assert {row.status for row in listed(office, reception)} == {Status.PROPOSED}


def test_a_status_that_is_none_is_refused(workspace: Workspace) -> None:
    guest = make_guest(workspace)
    with pytest.raises(ValueError, match="maybe"):
        workspace.run(set_status, [guest], "maybe")


def test_a_named_substitute_does_not_inherit_rank(office: Workspace) -> None:
    reception = make_reception(office)
    head = make_ambassador(office, "JP", family_name="Aoki")
    consul = make_person(office, family_name="Bo")
    make_posting(office, consul, function="consul")
    office.run(invite, reception, [head, consul], Status.ACCEPTED)
    assert [row.name.family for row in listed(office, reception)] == ["Aoki", "Bo"]
    guest = office.ask(guest_of, reception, head)
    office.run(represent, guest, substitute_name="Mr Chen")
    row = next(row for row in listed(office, reception) if row.id == guest)
    assert (row.status, row.substitute) == (Status.REPRESENTED, "Mr Chen")
    assert str(row.reason) == "A substitute does not inherit rank"


def test_a_substitute_of_the_office_ranks_by_their_own_function(office: Workspace) -> None:
    reception = make_reception(office)
    head = make_ambassador(office, "JP", family_name="Aoki")
    attache = make_person(office, family_name="Zeno")
    make_posting(office, attache, function="attache")
    consul = make_person(office, family_name="Bo")
    make_posting(office, consul, function="consul_general")
    office.run(invite, reception, [head, consul], Status.ACCEPTED)
    guest = office.ask(guest_of, reception, head)
    office.run(represent, guest, attache)
    row = next(row for row in listed(office, reception) if row.id == guest)
    assert row.substitute.endswith("Zeno")
    assert str(row.reason) == "Attaché: by the ladder of a mission's staff"
    office.run(set_status, [guest], Status.ACCEPTED)
    first = listed(office, reception)[0]
    assert (first.name.family, first.substitute) == ("Aoki", "")


def test_somebody_must_come_instead(workspace: Workspace) -> None:
    person = make_person(workspace)
    guest = make_guest(workspace, person_id=person)
    for wrong in ({}, {"substitute_name": "  "}, {"substitute_id": person}):
        with pytest.raises(InvalidError) as refused:
            workspace.run(represent, guest, **wrong)
        assert [one.field for one in refused.value.problems] == ["substitute"]


def test_a_guest_taken_off_can_come_again(office: Workspace) -> None:
    reception, person = make_reception(office), make_person(office)
    guest = make_guest(office, reception, person, Status.ACCEPTED)
    office.run(remove_guests, [guest])
    assert listed(office, reception) == []
    assert office.run(invite, reception, [person]) == 1
    assert only(office, reception).status == Status.PROPOSED
    office.undo()
    office.undo()
    assert (only(office, reception).id, only(office, reception).status) == (guest, "accepted")


def test_a_guest_is_not_removed_from_the_office(office: Workspace) -> None:
    reception, person = make_reception(office), make_person(office)
    make_guest(office, reception, person)
    with pytest.raises(InUseError):
        office.run(remove_person, person)
    assert only(office, reception).person.id == person


def test_a_substitute_is_not_removed_from_the_office(office: Workspace) -> None:
    guest, instead = make_guest(office), make_person(office, family_name="Bo")
    office.run(represent, guest, instead)
    with pytest.raises(InUseError):
        office.run(remove_person, instead)


def test_a_reception_goes_with_its_guests_and_comes_back(office: Workspace) -> None:
    reception, person = make_reception(office), make_person(office)
    make_guest(office, reception, person)
    before = listed(office, reception)
    office.run(remove_reception, reception)
    assert office.ask(receptions) == []
    office.undo()
    assert listed(office, reception) == before


def test_a_move_needs_a_reason_and_a_place(workspace: Workspace) -> None:
    guest = make_guest(workspace)
    for place, reason, fields in ((1, " ", ["reason"]), (0, "host", ["place"])):
        with pytest.raises(InvalidError) as refused:
            workspace.run(move_guest, guest, place, reason)
        assert [one.field for one in refused.value.problems] == fields


def test_a_guest_counts_for_somebody(workspace: Workspace) -> None:
    guest = make_guest(workspace)
    with pytest.raises(InvalidError):
        workspace.run(
            change_guest, guest, circle="guests", persons=0, note="", guest_of_honour=False
        )


def test_moved_by_hand_and_back(office: Workspace) -> None:
    reception = make_reception(office)
    for country, family in (("JP", "Aoki"), ("FR", "Blanc")):
        make_guest(office, reception, make_ambassador(office, country, family_name=family))
    guest = make_guest(office, reception, make_person(office, family_name="Zeno"))
    by_rule = [(row.id, str(row.reason)) for row in listed(office, reception)]
    office.run(move_guest, guest, 1, "guest of honour")
    first = listed(office, reception)[0]
    assert (first.id, first.place, first.manual_place) == (guest, 1, 1)
    assert str(first.reason) == "Moved to 1: guest of honour"
    office.run(place_by_rule, guest)
    assert [(row.id, str(row.reason)) for row in listed(office, reception)] == by_rule


def test_a_place_beyond_the_list_is_the_last(workspace: Workspace) -> None:
    reception = make_reception(workspace)
    guest = make_guest(workspace, reception, make_ambassador(workspace, "JP"))
    make_guest(workspace, reception, make_person(workspace, family_name="Zeno"))
    workspace.run(move_guest, guest, 99, "leaves early")
    assert [row.place for row in listed(workspace, reception)] == [1, 2]
    assert listed(workspace, reception)[-1].id == guest


@pytest.mark.parametrize("language", Language)
def test_every_word_of_a_reception_has_a_label(language: Language) -> None:
    for codes in (Kind, Status, Circle):
        words = {label(one).to(language) for one in codes}
        assert len(words) == len(codes)
