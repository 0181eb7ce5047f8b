"""Writing the rooming list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.command import command, naming
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.missions.model import Mission, Participant, Room, RoomSleeper
from app.missions.queries.rooms import ROOM_FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.missions.draft.rooms import RoomDraft


@command(N_("Added a room of {hotel}"))
def add_room(session: Session, mission_id: UUID, draft: RoomDraft) -> UUID:
    """Book a room."""
    refuse(draft.problems())
    room = Room()
    room.mission = checked(session, Mission, mission_id, None)
    session.add(room)
    _fill(session, room, draft)
    return room.id


@command(N_("Gave {n} person a room"), N_("Gave {n} persons a room each"))
def add_singles(
    session: Session, mission_id: UUID, draft: RoomDraft, participant_ids: Sequence[UUID]
) -> list[UUID]:
    """Book a room like the draft for each of these participants."""
    refuse(draft.problems())
    mission = checked(session, Mission, mission_id, None)
    wanted = select(Participant).where(Participant.id.in_(participant_ids))
    at_hand = list(session.scalars(wanted))  # fetched at once; each is then found in the session
    made = []
    for person in participant_ids:
        room = Room()
        room.mission = mission
        session.add(room)
        _fill(session, room, draft)
        _sleep(session, room, [person])
        made.append(room.id)
    del at_hand
    naming(session, n=len(made))
    return made


@command(N_("Changed a room of {hotel}"))
def change_room(session: Session, room_id: UUID, revision: UUID | None, draft: RoomDraft) -> None:
    """Keep a room as the draft has it."""
    refuse(draft.problems())
    _fill(session, checked(session, Room, room_id, revision), draft)


@command(N_("Removed {n} room"), N_("Removed {n} rooms"))
def remove_rooms(session: Session, room_ids: Sequence[UUID]) -> None:
    """Give rooms back."""
    for room_id in room_ids:
        session.delete(checked(session, Room, room_id, None))
    naming(session, n=len(room_ids))


def _fill(session: Session, room: Room, draft: RoomDraft) -> None:
    for name in ROOM_FIELDS:
        setattr(room, name, getattr(draft, name))
    wanted = set(draft.sleepers)
    for gone in [one for one in room.sleepers if one.participant_id not in wanted]:
        room.sleepers.remove(gone)
    known = {one.participant_id for one in room.sleepers}
    _sleep(session, room, [one for one in dict.fromkeys(draft.sleepers) if one not in known])
    naming(session, hotel=room.hotel)


def _sleep(session: Session, room: Room, people: Sequence[UUID]) -> None:
    """Let participants of the same mission sleep in a room.

    Raises:
        InvalidError: somebody belongs to another mission.
    """
    for person in people:
        one = checked(session, Participant, person, None)
        if one.mission_id != room.mission.id:
            told = N_("Only participants of this mission sleep in its rooms.")
            refuse([Problem("sleepers", say(told))])
        room.sleepers.append(RoomSleeper(participant=one))
