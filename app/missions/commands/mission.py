"""Every write to a mission's dossier, where it goes and what it is to bring about."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from app.contacts.model import Organisation
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.dossiers.commands import fill_dossier
from app.missions.commands.clearing import clear_travel
from app.missions.commands.fair import clear_fair
from app.missions.model import Destination, Mission, Objective
from app.missions.queries.mission import DESTINATION_FIELDS, MISSION_FIELDS, OBJECTIVE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.missions.draft import DestinationDraft, MissionDraft, ObjectiveDraft

L = TypeVar("L", Destination, Objective)


@command(N_("Added the mission {title}"))
def add_mission(session: Session, draft: MissionDraft) -> UUID:
    """Open the dossier of a mission."""
    refuse(draft.problems())
    mission = Mission(title=draft.dossier.title)
    session.add(mission)
    _fill(session, mission, draft)
    return mission.id


@command(N_("Changed the mission {title}"))
def change_mission(
    session: Session, mission_id: UUID, revision: UUID | None, draft: MissionDraft
) -> None:
    """Keep a mission as the draft has it."""
    refuse(draft.problems())
    _fill(session, checked(session, Mission, mission_id, revision), draft)


@command(N_("Removed the mission {title}"))
def remove_mission(session: Session, mission_id: UUID) -> None:
    """Remove a mission with its delegation, travel papers, journeys, rooms, costs and meetings."""
    mission = checked(session, Mission, mission_id, None)
    naming(session, title=mission.title)
    clear_travel(session, mission_id)
    clear_fair(session, mission_id)
    session.delete(mission)


def _fill(session: Session, mission: Mission, draft: MissionDraft) -> None:
    fill_dossier(session, mission, draft.dossier)
    for name in MISSION_FIELDS:
        setattr(mission, name, getattr(draft, name))
    mission.organiser = (
        checked(session, Organisation, draft.organiser, None) if draft.organiser else None
    )
    mission.parent = _parent(session, mission, draft.parent)
    naming(session, title=mission.title)


def _parent(session: Session, mission: Mission, parent_id: UUID | None) -> Mission | None:
    """The larger mission; none may travel inside itself, whatever the way round."""
    parent = checked(session, Mission, parent_id, None) if parent_id else None
    above = parent
    while above is not None:
        if above.id == mission.id:
            circle = say(N_("A mission cannot travel inside itself: choose another one."))
            refuse([Problem("parent", circle)])
        above = above.parent
    return parent


@command(N_("Changed the destinations of {title}"))
def set_destinations(
    session: Session, mission_id: UUID, destinations: Sequence[DestinationDraft]
) -> None:
    """Keep the destinations as given, in this order."""
    refuse(problem for one in destinations for problem in one.problems())
    mission = checked(session, Mission, mission_id, None)
    naming(session, title=mission.title)
    _set(mission.destinations, destinations, DESTINATION_FIELDS, lambda: Destination(city=""))


@command(N_("Changed the objectives of {title}"))
def set_objectives(
    session: Session, mission_id: UUID, objectives: Sequence[ObjectiveDraft]
) -> None:
    """Keep the objectives and what came of them as given, in this order."""
    refuse(problem for one in objectives for problem in one.problems())
    mission = checked(session, Mission, mission_id, None)
    naming(session, title=mission.title)
    _set(mission.objectives, objectives, OBJECTIVE_FIELDS, lambda: Objective(what=""))


def _set(
    kept: list[L], wanted: Sequence[object], fields: Sequence[str], make: Callable[[], L]
) -> None:
    """Fill the rows that are there, add what is missing, drop what is left over."""
    rows = list(kept)
    for position, draft in enumerate(wanted):
        line = rows[position] if position < len(rows) else make()
        for name in fields:
            setattr(line, name, getattr(draft, name))
        line.position = position
        if position >= len(rows):
            kept.append(line)
    for extra in rows[len(wanted) :]:
        kept.remove(extra)
