"""Rounds, capacity and the waiting list: who gets in, and who is asked when a place comes free."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.core.errors import InvalidError
from app.core.text import Language
from app.receptions.commands import (
    change_guest,
    invite,
    set_circle,
    set_round,
    set_status,
    take_next,
)
from app.receptions.queries import guests, reception_sheet
from app.receptions.rules import Status
from app.receptions.rules.guests import Listed, Offer, admitted, offer, round_letter
from tests.builders import make_ambassador, make_guest, make_person, make_reception

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.receptions.queries import GuestRow

A, B, C, D = (uuid4() for _ in range(4))


def listed(office: Workspace, reception: UUID) -> list[GuestRow]:
    return office.ask(guests, reception, Language.EN)


def offered(office: Workspace, reception: UUID) -> Offer | None:
    capacity = office.ask(reception_sheet, reception).draft.capacity
    return offer([row.listed for row in listed(office, reception)], capacity)


def statuses(office: Workspace, reception: UUID) -> dict[str, str]:
    return {row.name.family: row.status for row in listed(office, reception)}


# --- the rules ---


def test_who_does_not_fit_waits_and_a_smaller_party_may_still_fit() -> None:
    assert admitted([(A, 2), (B, 3), (C, 1)], taken=4, capacity=7) == {A, C}
    assert admitted([(A, 2), (B, 3)], taken=4, capacity=None) == {A, B}
    assert admitted([(A, 1)], taken=9, capacity=7) == frozenset()


def test_a_regret_offers_the_next_of_the_second_round() -> None:
    first = Listed(A, Status.INVITED)
    second, third = Listed(B, Status.PROPOSED, 1, 2), Listed(C, Status.PROPOSED, 1, 2)
    assert offer([first, second, third], None) is None
    gone = Listed(A, Status.REGRETS)
    assert offer([second, third, gone], None) == Offer(1, (), (B,))
    absent = Listed(A, Status.ABSENT, persons=2)
    assert offer([second, third, absent], None) == Offer(2, (), (B, C))


def test_who_took_a_free_place_is_not_offered_another() -> None:
    gone = Listed(A, Status.REGRETS)
    assert offer([Listed(B, Status.INVITED, 1, 2), Listed(C, "proposed", 1, 2), gone], None) is None
    also = [Listed(B, Status.REGRETS, 1, 2), Listed(C, "proposed", 1, 2), gone]
    assert offer(also, None) == Offer(1, (), (C,))


def test_an_earlier_round_goes_first_and_a_party_that_is_too_large_is_passed_over() -> None:
    gone = Listed(A, Status.REGRETS)
    rows = [Listed(B, "proposed", 1, 3), Listed(C, "proposed", 2, 2), Listed(D, "proposed", 1, 2)]
    assert offer([*rows, gone], None) == Offer(1, (), (D,))


def test_the_waiting_list_goes_before_the_next_round() -> None:
    rows = [
        Listed(A, Status.ACCEPTED),
        Listed(B, Status.WAITING),
        Listed(C, Status.PROPOSED, 1, 2),
        Listed(D, Status.REGRETS),
    ]
    assert offer(rows, 2) == Offer(1, (B,), ())
    assert offer(rows, 1) is None  # the room is full


def test_those_still_to_answer_keep_their_places() -> None:
    rows = [Listed(A, Status.INVITED), Listed(B, "proposed", 1, 2), Listed(C, Status.REGRETS)]
    assert offer(rows, 1) is None
    assert offer(rows, 2) == Offer(1, (), (B,))


def test_rounds_have_letters() -> None:
    assert [round_letter(one) for one in (1, 2, 9)] == ["A", "B", "9"]


# --- the list ---


def test_accepting_when_the_room_is_full_means_the_waiting_list(office: Workspace) -> None:
    reception = make_reception(office, capacity=2)
    people = [make_person(office, family_name=name) for name in ("Aalto", "Bo", "Cruz")]
    office.run(invite, reception, people, Status.INVITED)
    by_name = {row.name.family: row.id for row in listed(office, reception)}
    office.run(
        change_guest, by_name["Aalto"], circle="guests", persons=2, note="", guest_of_honour=False
    )
    assert office.run(set_status, [by_name["Aalto"]], Status.ACCEPTED) == 0
    assert office.run(set_status, [by_name["Bo"], by_name["Cruz"]], Status.ACCEPTED) == 2
    assert str(office.undo_label) == (
        "Set 2 guests to: On the waiting list, because the room is full"
    )
    assert statuses(office, reception) == {"Aalto": "accepted", "Bo": "waiting", "Cruz": "waiting"}
    assert [row.place for row in listed(office, reception)] == [1, 0, 0]
    assert office.run(set_status, [by_name["Aalto"]], Status.ACCEPTED) == 0  # comes already
    assert office.run(set_status, [by_name["Bo"]], Status.ACCEPTED, beyond=True) == 0
    assert office.ask(reception_sheet, reception).expected == 3


def test_who_waits_takes_the_place_that_came_free(office: Workspace) -> None:
    reception = make_reception(office, capacity=1)
    first = make_guest(office, reception, make_person(office, family_name="Aalto"))
    second = make_guest(office, reception, make_person(office, family_name="Bo"))
    office.run(set_status, [first, second], Status.ACCEPTED)
    assert offered(office, reception) is None
    office.run(set_status, [first], Status.REGRETS)
    found = offered(office, reception)
    assert found == Offer(1, (second,), ())
    office.run(take_next, found.guests)
    assert str(office.undo_label) == "Gave 1 guest a free place"
    assert statuses(office, reception) == {"Aalto": "regrets", "Bo": "accepted"}
    office.undo()
    assert statuses(office, reception) == {"Aalto": "regrets", "Bo": "waiting"}


def test_the_next_round_is_offered_in_order_of_precedence(office: Workspace) -> None:
    reception = make_reception(office, capacity=None)
    gone = make_guest(office, reception, make_person(office, family_name="Dietz"))
    nobody = make_person(office, family_name="Aalto")
    head = make_ambassador(office, "JP", family_name="Zeno")
    office.run(invite, reception, [nobody, head])
    later = [row.id for row in listed(office, reception) if row.status == Status.PROPOSED]
    office.run(set_round, later, 2)
    rows = {row.name.family: row for row in listed(office, reception)}
    assert [rows[one].place for one in ("Dietz", "Zeno", "Aalto")] == [1, 0, 0]
    assert all(rows[one].waits for one in ("Zeno", "Aalto"))
    office.run(set_status, [gone], Status.REGRETS)
    found = offered(office, reception)
    assert found is not None
    assert found.invite == (rows["Zeno"].id,)
    office.run(take_next, found.guests)
    row = next(one for one in listed(office, reception) if one.name.family == "Zeno")
    assert (row.status, row.place, row.waits) == (Status.INVITED, 1, False)
    assert row.invited_on is not None
    assert offered(office, reception) is None


def test_the_circle_of_many_is_one_step(office: Workspace) -> None:
    reception = make_reception(office)
    ids = [make_guest(office, reception, make_person(office, family_name=n)) for n in ("A", "B")]
    office.run(set_circle, ids, "press")
    assert {row.circle for row in listed(office, reception)} == {"press"}
    assert str(office.undo_label) == "Put 2 guests in the circle Press"
    office.undo()
    assert {row.circle for row in listed(office, reception)} == {"guests"}


def test_a_round_before_the_first_is_refused(workspace: Workspace) -> None:
    with pytest.raises(InvalidError):
        workspace.run(set_round, [make_guest(workspace)], 0)
