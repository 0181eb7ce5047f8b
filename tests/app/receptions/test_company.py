"""Whom guests bring, the delegations they belong to, and what the list says of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.core.errors import BelfryError, ConflictError, InvalidError
from app.core.text import Language
from app.receptions.commands import (
    add_delegation,
    change_delegation,
    change_guest,
    join_delegation,
    keep_guest,
    leave_delegation,
    remove_delegation,
    remove_guests,
    represent,
    set_catering,
    set_status,
)
from app.receptions.draft import CateringDraft, CompanionDraft, DelegationDraft, GuestDraft
from app.receptions.queries import catering_notes, delegations, guests
from app.receptions.rules import Status
from tests.builders import make_ambassador, make_guest, make_person, make_reception

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.receptions.queries import GuestRow

SPOUSE = CompanionDraft("Keiko Aoki", "spouse", badge_name="Mrs Aoki", seat="2")


def only(office: Workspace, reception: UUID) -> GuestRow:
    [row] = office.ask(guests, reception, Language.EN)
    return row


def test_companions_are_kept_with_all_they_are(office: Workspace) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception)
    aide = make_person(office, family_name="Bo", given_name="Aide")
    draft = GuestDraft(persons=4, companions=(SPOUSE, CompanionDraft(relation="aide", person=aide)))
    office.run(keep_guest, guest, None, draft)
    row = only(office, reception)
    assert [(one.name, one.draft.relation, one.badge) for one in row.companions] == [
        ("Keiko Aoki", "spouse", "Mrs Aoki"),
        ("Aide Bo", "aide", "Aide Bo"),
    ]
    assert (row.persons, row.missing_names) == (4, 1)
    turned = tuple(one.draft for one in reversed(row.companions))
    office.run(keep_guest, guest, row.revision, replace(draft, companions=turned))
    assert [one.id for one in only(office, reception).companions] == [one.id for one in turned]
    office.undo()
    office.undo()
    assert only(office, reception).companions == ()


def test_named_company_counts(office: Workspace) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception)
    with pytest.raises(InvalidError) as refused:
        office.run(keep_guest, guest, None, GuestDraft(persons=1, companions=(SPOUSE,)))
    assert [str(one.sentence) for one in refused.value.problems] == [
        "With those named these are at least 2 persons."
    ]
    office.run(keep_guest, guest, None, GuestDraft(persons=2, companions=(SPOUSE,)))
    with pytest.raises(InvalidError):
        office.run(change_guest, guest, circle="guests", persons=1, note="", guest_of_honour=False)
    with pytest.raises(InvalidError):
        office.run(keep_guest, guest, None, GuestDraft(persons=2, companions=(CompanionDraft(),)))


def test_all_a_guest_is_asked_is_kept(office: Workspace) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception)
    head = make_ambassador(office, "JP", family_name="Aoki", given_name="Ren")
    at = dt.datetime(2027, 4, 21, 17, 45)  # noqa: DTZ001 - local time, as the model keeps it
    draft = GuestDraft(
        "press", 1, "late", guest_of_honour=True, invitation_round=2, seat="A4", arrives_at=at,
        car="black sedan", plate="CD-001", spouse_programme=True, photo_consent="no",
        interprets_for=head,
    )  # fmt: skip
    office.run(keep_guest, guest, None, draft)
    row = only(office, reception)
    kept = {name: getattr(row, name) for name in GuestDraft.__slots__ if hasattr(row, name)}
    assert kept["arrives_at"] == at
    assert (row.seat, row.car, row.plate, row.photo_consent) == (
        "A4",
        "black sedan",
        "CD-001",
        "no",
    )
    assert (row.spouse_programme, row.invitation_round) == (True, 2)
    assert row.interprets_for == "Ren Aoki"


def test_a_stale_editor_is_told(office: Workspace) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception)
    before = only(office, reception).revision
    office.run(set_status, [guest], Status.ACCEPTED)
    with pytest.raises(BelfryError):
        office.run(keep_guest, guest, before, GuestDraft())


def test_company_named_meanwhile_is_not_lost(office: Workspace) -> None:
    reception = make_reception(office)
    make_guest(office, reception)
    [seen] = office.ask(guests, reception, Language.EN)
    office.run(keep_guest, seen.id, seen.revision, GuestDraft(persons=2))
    [seen] = office.ask(guests, reception, Language.EN)
    named = GuestDraft(persons=2, companions=(CompanionDraft("Keiko Aoki"),))
    office.run(keep_guest, seen.id, seen.revision, named)
    with pytest.raises(ConflictError):
        office.run(keep_guest, seen.id, seen.revision, GuestDraft(persons=2))
    [row] = office.ask(guests, reception, Language.EN)
    assert [one.name for one in row.companions] == ["Keiko Aoki"]


def test_who_is_left_out_goes_with_their_notes(office: Workspace) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception)
    office.run(keep_guest, guest, None, GuestDraft(persons=2, companions=(SPOUSE,)))
    [spouse] = only(office, reception).companions
    office.run(set_catering, guest, [CateringDraft("no nuts", companion=spouse.id)])
    assert only(office, reception).catering == 1
    office.run(keep_guest, guest, None, GuestDraft())
    assert office.ask(catering_notes, reception) == {}
    office.undo()
    [note] = office.ask(catering_notes, reception)[guest]
    assert (note.draft.instruction, note.whom) == ("no nuts", "Keiko Aoki")
    office.run(remove_guests, [guest])
    office.undo()
    assert only(office, reception).catering == 1


# --- delegations ---


def test_a_delegation_counts_its_names(office: Workspace) -> None:
    reception = make_reception(office)
    ids = [make_guest(office, reception, make_person(office, family_name=n)) for n in ("A", "B")]
    office.run(keep_guest, ids[0], None, GuestDraft(persons=2, companions=(SPOUSE,)))
    made = office.run(add_delegation, reception, DelegationDraft("City of Kanazawa", 12), ids)
    [row] = office.ask(delegations, reception)
    assert (row.named, str(row.told)) == (3, "12 announced, 3 named")
    assert {one.delegation for one in office.ask(guests, reception, Language.EN)} == {
        "City of Kanazawa"
    }
    office.run(leave_delegation, ids[:1])
    office.run(change_delegation, made, row.revision, DelegationDraft("Kanazawa"))
    [row] = office.ask(delegations, reception)
    assert (row.draft.name, str(row.told)) == ("Kanazawa", "1 named")
    office.run(join_delegation, ids, made)
    assert office.ask(delegations, reception)[0].named == 3


def test_a_delegation_that_goes_leaves_its_members(office: Workspace) -> None:
    reception = make_reception(office)
    guest = make_guest(office, reception)
    made = office.run(add_delegation, reception, DelegationDraft("Kanazawa"), [guest])
    office.run(remove_delegation, made)
    assert only(office, reception).delegation_id is None
    assert office.ask(delegations, reception) == []
    office.undo()
    assert only(office, reception).delegation == "Kanazawa"


def test_a_delegation_of_another_list_is_refused(workspace: Workspace) -> None:
    made = workspace.run(add_delegation, make_reception(workspace), DelegationDraft("Kanazawa"))
    guest = make_guest(workspace, person_id=make_person(workspace, family_name="Bo"))
    for act, args in (
        (join_delegation, ([guest], made)),
        (keep_guest, (guest, None, GuestDraft(delegation=made))),
    ):
        with pytest.raises(InvalidError) as refused:
            workspace.run(act, *args)
        assert [one.field for one in refused.value.problems] == ["delegation"]


# --- who comes instead ---


def test_a_substitute_takes_the_seat_and_not_the_rank(office: Workspace) -> None:
    reception = make_reception(office)
    head = make_ambassador(office, "JP", family_name="Aoki")
    guest = make_guest(office, reception, head, Status.ACCEPTED)
    make_guest(office, reception, make_ambassador(office, "FR", family_name="Blanc"))
    office.run(keep_guest, guest, None, GuestDraft(seat="1", invitation_round=1))
    office.run(represent, guest, substitute_name="Mr Chen")
    row = next(one for one in office.ask(guests, reception, Language.EN) if one.id == guest)
    assert (row.seat, row.place, str(row.reason)) == ("1", 2, "A substitute does not inherit rank")
