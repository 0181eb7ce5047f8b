"""The participants of a mission as travel, rooms and costs need them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Organisation, Person
from app.contacts.rules.names import Name, full_name, list_name
from app.core import clock
from app.core.errors import NotFoundError
from app.core.fold import sort_key
from app.core.text import N_, say
from app.missions.model import GroupMember, Mission, Participant, ParticipantGroup
from app.missions.rules.travellers import goes

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Traveller:
    """Somebody of the delegation. `unit` is their organisation at the time, "" where none."""

    id: UUID
    name: str
    listed: str
    unit: str
    status: str
    arrives_at: dt.datetime | None = None
    leaves_at: dt.datetime | None = None
    withdrawn_on: dt.date | None = None
    rule: str = ""

    @property
    def goes(self) -> bool:
        """Whether they travel."""
        return goes(self.status)


@dataclass(frozen=True, slots=True)
class Party:
    """Who goes along on a mission, by name, and its groups with their members."""

    mission: UUID
    title: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    closed_on: dt.date | None
    people: tuple[Traveller, ...] = ()
    groups: tuple[tuple[str, tuple[UUID, ...]], ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether the mission keeps its figures."""
        return self.closed_on is not None and self.closed_on <= clock.today()

    def going(self) -> tuple[Traveller, ...]:
        """Those who travel."""
        return tuple(one for one in self.people if one.goes)


def party(session: Session, mission_id: UUID) -> Party:
    """Who goes along on a mission.

    Raises:
        NotFoundError: there is no such mission (any more).
    """
    mission = session.get(Mission, mission_id)
    if mission is None:
        raise NotFoundError(say(N_("This mission is no longer in the office.")))
    return Party(
        mission_id,
        mission.title,
        mission.starts_at.date() if mission.starts_at else None,
        mission.ends_at.date() if mission.ends_at else None,
        mission.closed_on,
        tuple(_people(session, mission_id)),
        tuple(_groups(session, mission_id)),
    )


def _people(session: Session, mission_id: UUID) -> list[Traveller]:
    query = (
        select(
            Participant.id,
            Participant.status,
            Participant.organisation_name,
            Participant.arrives_at,
            Participant.leaves_at,
            Participant.withdrawn_on,
            Participant.withdrawal_rule,
            Person.family_name,
            Person.given_name,
            Person.name_order,
            Organisation.name,
        )
        .join(Person, Person.id == Participant.person_id)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .where(Participant.mission_id == mission_id)
    )
    found = []
    for row in session.execute(query):
        name = Name(row.family_name, row.given_name, row.name_order)
        one = Traveller(
            row.id,
            full_name(name),
            list_name(name),
            row.organisation_name or row.name or "",
            row.status,
            row.arrives_at,
            row.leaves_at,
            row.withdrawn_on,
            row.withdrawal_rule,
        )
        found.append((sort_key(row.family_name, row.given_name), str(row.id), one))
    return [one for _key, _id, one in sorted(found, key=lambda entry: entry[:2])]


def _groups(session: Session, mission_id: UUID) -> list[tuple[str, tuple[UUID, ...]]]:
    query = (
        select(ParticipantGroup.name, GroupMember.participant_id)
        .outerjoin(GroupMember, GroupMember.group_id == ParticipantGroup.id)
        .where(ParticipantGroup.mission_id == mission_id)
        .order_by(ParticipantGroup.name, GroupMember.id)
    )
    found: dict[str, list[UUID]] = {}
    for name, member in session.execute(query):
        found.setdefault(name, []).extend([member] if member else [])
    return [(name, tuple(members)) for name, members in found.items()]
