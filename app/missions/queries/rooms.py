"""The rooming list of a mission, with what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.fold import sort_key
from app.core.text import N_, say
from app.missions.draft.rooms import RoomDraft
from app.missions.model import Participant, Room, RoomSleeper, TravelPapers
from app.missions.queries.who import Party, Traveller, party
from app.missions.rules.rooms import Finding, Stay, findings, nights
from app.missions.rules.rooms import Room as RuledRoom

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

ROOM_FIELDS = tuple(name for name in RoomDraft.__slots__ if name != "sleepers")


@dataclass(frozen=True, slots=True)
class Sleeper:
    """Who sleeps in a room. `passport_known` says whether the name in the passport is noted."""

    id: UUID
    name: str
    listed: str
    goes: bool
    passport_known: bool


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room as a list shows it; `findings` are those about this room."""

    id: UUID
    revision: UUID
    draft: RoomDraft
    sleepers: tuple[Sleeper, ...]
    findings: tuple[Finding, ...]

    @property
    def nights(self) -> int | None:
        """How many nights; None where a day is open."""
        return nights(self.draft.from_on, self.draft.until_on)


@dataclass(frozen=True, slots=True)
class Rooming:
    """The rooms of a mission by hotel and day, and everything wrong with them."""

    party: Party
    rooms: tuple[RoomRow, ...]
    findings: tuple[Finding, ...]

    def without_room(self) -> tuple[UUID, ...]:
        """Who goes along and has no room."""
        housed = {one.id for room in self.rooms for one in room.sleepers}
        return tuple(one.id for one in self.party.going() if one.id not in housed)


def rooming(session: Session, mission_id: UUID) -> Rooming:
    """The rooming list.

    Raises:
        NotFoundError: there is no such mission (any more).
    """
    who = party(session, mission_id)
    known = {one.id: one for one in who.people}
    with_passport = _with_passport(session, mission_id)
    asleep: dict[UUID, list[UUID]] = defaultdict(list)
    query = select(RoomSleeper.room_id, RoomSleeper.participant_id)
    query = query.join(Room, Room.id == RoomSleeper.room_id).where(Room.mission_id == mission_id)
    for room_id, person in session.execute(query):
        asleep[room_id].append(person)
    order = {person: at for at, person in enumerate(known)}
    kept = sorted(
        session.scalars(select(Room).where(Room.mission_id == mission_id)),
        key=lambda room: _order(room, _places(asleep[room.id], order)),
    )
    ruled = [
        RuledRoom(
            one.id, one.hotel, one.kind, one.number, one.from_on, one.until_on,
            tuple(sorted(asleep[one.id], key=lambda person: order.get(person, len(order)))),
        )
        for one in kept
    ]  # fmt: skip
    stays = {
        one.id: Stay(
            one.name,
            one.arrives_at.date() if one.arrives_at else None,
            one.leaves_at.date() if one.leaves_at else None,
        )
        for one in who.going()
    }
    found = [*_gone(ruled, known), *findings(ruled, stays)]
    rows = [
        RoomRow(
            one.id,
            one.revision,
            RoomDraft(
                **{name: getattr(one, name) for name in ROOM_FIELDS}, sleepers=room.sleepers
            ),
            tuple(
                Sleeper(
                    person, known[person].name, known[person].listed, known[person].goes,
                    person in with_passport,
                )
                for person in room.sleepers
                if person in known
            ),
            tuple(told for told in found if one.id in told.rooms),
        )
        for one, room in zip(kept, ruled, strict=True)
    ]  # fmt: skip
    return Rooming(who, tuple(rows), tuple(found))


def _gone(rooms: list[RuledRoom], known: dict[UUID, Traveller]) -> list[Finding]:
    """Who does not go along any more and still has a room."""
    told = N_("{name} does not go any more and still has a room.")
    return [
        Finding(say(told, name=known[person].name), (room.id,), (person,))
        for room in rooms
        for person in room.sleepers
        if person in known and not known[person].goes
    ]


def _places(people: list[UUID], order: dict[UUID, int]) -> tuple[int, ...]:
    return tuple(sorted(order.get(one, len(order)) for one in people))


def _order(room: Room, sleepers: tuple[int, ...]) -> tuple[object, ...]:
    """By hotel, then numbered rooms before others, then by who sleeps in them."""
    hotel, number = sort_key(room.hotel, ""), sort_key(room.number, "")
    return (hotel, not room.number.strip(), number, sleepers, str(room.from_on or ""), str(room.id))


def _with_passport(session: Session, mission_id: UUID) -> set[UUID]:
    query = (
        select(TravelPapers.participant_id)
        .join(Participant, Participant.id == TravelPapers.participant_id)
        .where(Participant.mission_id == mission_id, TravelPapers.machine_name != "")
    )
    return set(session.scalars(query))


def passport_names(session: Session, mission_id: UUID) -> dict[UUID, str]:
    """Names as in the passport, by participant, for the paper a hotel gets; for nothing else."""
    query = (
        select(TravelPapers.participant_id, TravelPapers.machine_name)
        .join(Participant, Participant.id == TravelPapers.participant_id)
        .where(Participant.mission_id == mission_id, TravelPapers.machine_name != "")
    )
    return dict(session.execute(query).all())
