"""The rooming list and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from app.core.errors import InvalidError
from app.missions.commands import add_room, add_singles, change_room, remove_rooms
from app.missions.draft import RoomDraft
from app.missions.model import Participant
from app.missions.queries import passport_names, rooming
from app.missions.rules.rooms import Kind, Room, Stay, bed_nights, findings, nights
from tests.app.missions.delegations import make_mission, put, put_participant

if TYPE_CHECKING:
    from app.core.workspace import Workspace

FIFTH = dt.date(2026, 6, 5)
ONE, TWO, THREE = UUID(int=1), UUID(int=2), UUID(int=3)
PEOPLE = {ONE: Stay("An"), TWO: Stay("Bo")}


def _day(number: int) -> dt.date:
    return dt.date(2026, 6, number)


def _room(number: int, kind: str, first: int, last: int, *sleepers: UUID) -> Room:
    return Room(UUID(int=100 + number), "Hotel", kind, "", _day(first), _day(last), sleepers)


def _told(rooms: list[Room], people: dict[UUID, Stay] | None = None) -> list[str]:
    return [str(one.sentence) for one in findings(rooms, PEOPLE if people is None else people)]


def test_a_list_without_fault_says_nothing() -> None:
    assert _told([_room(1, Kind.DOUBLE, 5, 9, ONE, TWO)]) == []
    changed = [_room(1, Kind.SINGLE, 5, 7, ONE), _room(2, Kind.SINGLE, 7, 9, ONE)]
    assert _told(changed, {ONE: Stay("An", _day(5), _day(9))}) == []


def test_nobody_is_without_a_room() -> None:
    assert _told([_room(1, Kind.SINGLE, 5, 9, ONE)]) == ["Bo has no room yet."]


def test_nobody_sleeps_twice_in_one_night() -> None:
    long, short = _room(1, Kind.SINGLE, 1, 20, ONE), _room(2, Kind.SINGLE, 2, 3, ONE)
    later = _room(3, Kind.SINGLE, 10, 11, ONE)
    assert _told([later, short, long], {ONE: Stay("An")}) == [
        "An has two rooms in the night of 2 Jun 2026.",
        "An has two rooms in the night of 10 Jun 2026.",
    ]
    numbered = [
        replace(long, number="12 A"),
        replace(later, number="12a", sleepers=(TWO,), hotel="HOTEL"),
    ]
    assert _told(numbered) == []
    numbered[1] = replace(numbered[1], number="12 a")
    assert _told(numbered) == [
        "Room 12 a of HOTEL is booked twice in the night of 10 Jun 2026.",
    ]


def test_beds_are_counted() -> None:
    assert _told([_room(1, Kind.SINGLE, 5, 9, ONE, TWO)]) == [
        "2 sleep in a single room of Hotel.",
    ]
    lonely = [_room(1, Kind.DOUBLE, 5, 9, ONE), _room(2, Kind.TWIN, 5, 9)]
    assert _told(lonely, {ONE: Stay("An")}) == [
        "One person sleeps in a double room of Hotel.",
        "Nobody sleeps in a room of Hotel.",
    ]
    assert [one.wrong for one in findings(lonely, {ONE: Stay("An")})] == [False, True]
    assert bed_nights(lonely) == {Kind.DOUBLE: 4, Kind.TWIN: 4}


def test_nights_without_a_room_and_rooms_without_dates() -> None:
    stay = {ONE: Stay("An", _day(4), _day(10))}
    assert _told([_room(1, Kind.SINGLE, 5, 9, ONE)], stay) == [
        "An lacks a room for 2 nights from 4 Jun 2026.",
    ]
    assert _told([Room(THREE, "Hotel", sleepers=(ONE,))], {ONE: Stay("An")}) == [
        "A room of Hotel has no dates yet."
    ]
    assert nights(_day(5), None) is None


def test_rooms_are_booked_changed_and_given_back(office: Workspace) -> None:
    mission, (one, two) = make_mission(office, "Peeters", "Maes")
    three = office.run(put_participant, mission, "Şahin", "SAHIN<<AN".replace("<<", " "))
    _other, (stranger,) = make_mission(office, "Elsewhere")
    draft = RoomDraft("Grand", Kind.DOUBLE, "4", FIFTH, _day(9), sleepers=(one, two))
    room = office.run(add_room, mission, draft)
    office.run(add_singles, mission, RoomDraft("Annex", from_on=FIFTH, until_on=_day(9)), [three])
    found = office.ask(rooming, mission)
    assert [(row.draft.hotel, row.nights) for row in found.rooms] == [("Annex", 4), ("Grand", 4)]
    assert [one.listed for one in found.rooms[1].sleepers] == ["Maes, An", "Peeters, An"]
    assert [one.passport_known for row in found.rooms for one in row.sleepers] == [
        True, False, False,
    ]  # fmt: skip
    assert not found.findings
    assert office.ask(passport_names, mission) == {three: "SAHIN AN"}
    office.run(change_room, room, found.rooms[1].revision, replace(draft, sleepers=(two,)))
    found = office.ask(rooming, mission)
    assert found.without_room() == (one,)
    assert [str(told.sentence) for told in found.findings] == [
        "An Peeters has no room yet.",
        "One person sleeps in a double room of Grand.",
    ]
    office.run(put, Participant, one, status="withdrawn")
    assert office.ask(rooming, mission).without_room() == ()
    with pytest.raises(InvalidError, match="of this mission"):
        office.run(change_room, room, None, replace(draft, sleepers=(stranger,)))
    office.run(remove_rooms, [room])
    assert len(office.ask(rooming, mission).rooms) == 1
    office.undo()
    assert len(office.ask(rooming, mission).rooms) == 2


def test_what_a_room_lacks_is_said() -> None:
    wrong = RoomDraft(kind="tent", from_on=FIFTH, until_on=FIFTH)
    assert [one.field for one in wrong.problems()] == ["hotel", "kind", "until_on"]
