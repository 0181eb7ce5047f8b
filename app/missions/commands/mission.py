"""Every write to a mission's dossier, where it goes and what it is to bring about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.model import Organisation
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.records import as_seen, checked, refuse
from app.core.text import N_, say
from app.dossiers.commands import fill_dossier, forget_printings
from app.missions.commands.clearing import clear_travel
from app.missions.commands.fair import clear_fair
from app.missions.commands.moving import carry_along
from app.missions.commands.texts import forget_texts
from app.missions.model import Destination, Mission, Objective
from app.missions.queries.mission import (
    DESTINATION_FIELDS,
    MISSION_FIELDS,
    OBJECTIVE_FIELDS,
    destination_draft,
    objective_draft,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Sentence
    from app.missions.draft import DestinationDraft, MissionDraft, ObjectiveDraft


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
) -> Sentence:
    """Keep a mission as the draft has it; what hangs on its departure moves along.

    Returns:
        What must be seen to for another departure, empty where nothing.
    """
    refuse(draft.problems())
    mission = checked(session, Mission, mission_id, revision)
    before = mission.starts_at
    _fill(session, mission, draft)
    return carry_along(session, mission, before)


@command(N_("Removed the mission {title}"))
def remove_mission(session: Session, mission_id: UUID) -> None:
    """Remove a mission with its delegation, travel papers, journeys, rooms, costs and meetings."""
    mission = checked(session, Mission, mission_id, None)
    naming(session, title=mission.title)
    clear_travel(session, mission_id)
    clear_fair(session, mission_id)
    forget_texts(session, mission_id)
    forget_printings(session, mission_id)
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
    session: Session,
    mission_id: UUID,
    destinations: Sequence[DestinationDraft],
    seen: Sequence[DestinationDraft] | None = None,
) -> None:
    """Keep the destinations as given, in this order, in the place of those `seen`.

    A city that stays keeps its record, and so the translations of what to know of it.

    Raises:
        ConflictError: somebody changed them in between.
    """
    refuse(problem for one in destinations for problem in one.problems())
    mission = checked(session, Mission, mission_id, None)
    as_seen(seen, map(destination_draft, mission.destinations))
    naming(session, title=mission.title)
    kept = mission.destinations
    rows = _stay(kept, destinations)
    for gone in [one for one in kept if one not in rows]:
        forget_texts(session, mission_id, gone.id)
        kept.remove(gone)
    for position, (row, draft) in enumerate(zip(rows, destinations, strict=True)):
        place = row or Destination(city="")
        for name in DESTINATION_FIELDS:
            setattr(place, name, getattr(draft, name))
        place.position = position
        if row is None:
            kept.append(place)


def _stay(
    kept: Sequence[Destination], wanted: Sequence[DestinationDraft]
) -> list[Destination | None]:
    """For each wanted city its record: the same city, else one left over in order, else None."""
    left = list(kept)
    found: list[Destination | None] = []
    for draft in wanted:
        here = draft.city.strip(), draft.country_code
        row = next((one for one in left if (one.city, one.country_code) == here), None)
        found.append(row)
        if row is not None:
            left.remove(row)
    if len(kept) == len(wanted):  # one was renamed, none came or went
        found = [row or left.pop(0) for row in found]
    return found


@command(N_("Changed the objectives of {title}"))
def set_objectives(
    session: Session,
    mission_id: UUID,
    objectives: Sequence[ObjectiveDraft],
    seen: Sequence[ObjectiveDraft] | None = None,
) -> None:
    """Keep the objectives and what came of them as given, in this order, in the place of `seen`.

    Raises:
        ConflictError: somebody changed them in between.
    """
    refuse(problem for one in objectives for problem in one.problems())
    mission = checked(session, Mission, mission_id, None)
    as_seen(seen, map(objective_draft, mission.objectives))
    naming(session, title=mission.title)
    rows = list(mission.objectives)
    for position, draft in enumerate(objectives):
        line = rows[position] if position < len(rows) else Objective(what="")
        for name in OBJECTIVE_FIELDS:
            setattr(line, name, getattr(draft, name))
        line.position = position
        if position >= len(rows):
            mission.objectives.append(line)
    for extra in rows[len(objectives) :]:
        mission.objectives.remove(extra)
