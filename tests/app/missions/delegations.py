"""Missions and participants written straight into the model, for tests of what hangs on them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from app.contacts.model import Person
from app.core.command import command
from app.core.text import N_
from app.missions.model import Mission, Participant, ParticipantGroup, TravelPapers
from app.missions.model.delegation import GroupMember

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

LEAVES = dt.datetime(2026, 6, 5, 9, 0)  # noqa: DTZ001 - local time, as the model keeps it


@command(N_("A mission for a test"))
def put_mission(session: Session, /, **fields: Any) -> UUID:
    """A mission to Kanazawa in June 2026, unless told."""
    mission = Mission(**{"title": "Kanazawa", "starts_at": LEAVES, **fields})
    session.add(mission)
    return mission.id


@command(N_("A participant for a test"))
def put_participant(
    session: Session, mission_id: UUID, family: str, passport: str = "", /, **fields: Any
) -> UUID:
    """Somebody who goes along; `passport` is the name in the machine-readable zone."""
    person = Person(family_name=family, given_name="An")
    one = Participant(**fields)
    one.person, one.mission = person, session.get_one(Mission, mission_id)
    if passport:
        one.papers = TravelPapers(machine_name=passport)
    session.add(one)
    return one.id


@command(N_("A group for a test"))
def put_group(session: Session, mission_id: UUID, name: str, members: list[UUID]) -> UUID:
    """A group of participants."""
    people = [session.get_one(Participant, one) for one in members]
    group = ParticipantGroup(name=name)
    group.mission = session.get_one(Mission, mission_id)
    session.add(group)
    for one in people:
        group.members.append(GroupMember(participant=one))
    return group.id


@command(N_("Changed something for a test"))
def put(session: Session, entity: type[Any], record: UUID, /, **fields: Any) -> None:
    """Write fields of a record."""
    kept = session.get_one(entity, record)
    for name, value in fields.items():
        setattr(kept, name, value)


def make_mission(workspace: Workspace, *families: str, **fields: Any) -> tuple[UUID, list[UUID]]:
    """A mission with these people, of the port unless told."""
    mission = workspace.run(put_mission, **fields)
    people = [
        workspace.run(put_participant, mission, one, organisation_name="North Port")
        for one in families
    ]
    return mission, people


@command(N_("A row for a test"))
def put_row(session: Session, entity: type[Any], /, **fields: Any) -> UUID:
    """A row of any kind; a field given as (entity, id) is that record."""
    made = {
        name: session.get_one(*value) if isinstance(value, tuple) else value
        for name, value in fields.items()
    }
    one = entity(**made)
    session.add(one)
    found: UUID = one.id
    return found
