"""How a mission begins: from a template, or as a copy of an earlier one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_
from app.dossiers.commands.copying import copy_along, copy_facts
from app.dossiers.commands.templates import bring
from app.dossiers.draft.beginning import Along
from app.dossiers.queries.templates import template
from app.dossiers.rules.moving import days_between
from app.missions.commands.delegation import add_participants
from app.missions.commands.mission import add_mission, set_destinations
from app.missions.draft.beginning import MissionAlong
from app.missions.model import (
    CostShare,
    Destination,
    GroupMember,
    ItemFor,
    Mission,
    MissionText,
    Objective,
    Participant,
    ParticipantGroup,
)
from app.missions.rules.delegation import Status

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.model import ProgrammeItem
    from app.missions.draft.beginning import MissionBeginningDraft, MissionCopyDraft

COPIED = ("kind", "tables", "interpreters")
_TEXTS = ("foreword", "practical", "emergency")


@command(N_("Added the mission {title}"))
def begin_mission(session: Session, draft: MissionBeginningDraft) -> UUID:
    """Open the dossier of a mission with where it goes and all its template brings; one step."""
    refuse(draft.problems())
    made = add_mission(session, draft.mission)
    if draft.destinations:
        set_destinations(session, made, draft.destinations)
    mission = checked(session, Mission, made, None)
    if draft.template is not None:
        bring(session, mission, template(session, draft.template).draft.lines)
    naming(session, title=mission.title)
    return made


@command(N_("Copied {source} as {title}"))
def copy_mission(session: Session, source_id: UUID, draft: MissionCopyDraft) -> UUID:
    """Open a new dossier like an earlier one, with what was chosen to come along; one step.

    Days and the programme move by whole days. It is an idea again: nothing is decided, registered,
    booked, paid or told of results; travel papers, journeys, rooms and meetings never come along.
    """
    refuse(draft.problems())
    source = checked(session, Mission, source_id, None)
    made = Mission(title=draft.title.strip())
    copy_facts(source, made, draft.starts_at)
    for name in COPIED:
        value = getattr(source, name)
        setattr(made, name, list(value) if isinstance(value, list) else value)
    made.organiser = source.organiser
    session.add(made)
    by = _days(source, draft)
    made.register_by = source.register_by + by if source.register_by and by is not None else None
    places: dict[Destination, Destination] = {}
    if MissionAlong.DESTINATIONS in draft.own:
        places = _copy_destinations(source, made, by, facts=MissionAlong.TEXTS in draft.own)
    if MissionAlong.OBJECTIVES in draft.own:
        _copy_objectives(source, made)
    if MissionAlong.TEXTS in draft.own:
        _copy_texts(session, source, made, places)
    items = copy_along(session, source, made, draft.along, by)
    session.flush()
    people: dict[UUID, Participant] = {}
    if MissionAlong.PARTICIPANTS in draft.own:
        people = _copy_people(session, source, made)
    _copy_audience(session, source, made, items, people)
    if Along.COSTS in draft.along:
        _copy_shares(session, source, made, people)
    naming(session, source=source.title, title=made.title)
    return made.id


def _days(source: Mission, draft: MissionCopyDraft) -> dt.timedelta | None:
    """By how many days everything moves; None where one of the two has no day."""
    if source.starts_at is None and draft.starts_at is None:
        return dt.timedelta()
    if source.starts_at is None or draft.starts_at is None:
        return None
    return days_between(source.starts_at, draft.starts_at)


def _copy_destinations(
    source: Mission, made: Mission, by: dt.timedelta | None, *, facts: bool
) -> dict[Destination, Destination]:
    found = {}
    for one in source.destinations:
        found[one] = Destination(
            city=one.city,
            country_code=one.country_code,
            time_zone=one.time_zone,
            arrives_on=one.arrives_on + by if one.arrives_on and by is not None else None,
            leaves_on=one.leaves_on + by if one.leaves_on and by is not None else None,
            facts=one.facts if facts else "",
            position=one.position,
        )
        made.destinations.append(found[one])
    return found


def _copy_objectives(source: Mission, made: Mission) -> None:
    """What is to come of it; what came of it is not copied."""
    for one in source.objectives:
        made.objectives.append(
            Objective(what=one.what, measure=one.measure, target=one.target, position=one.position)
        )


def _copy_texts(
    session: Session, source: Mission, made: Mission, places: dict[Destination, Destination]
) -> None:
    for name in _TEXTS:
        setattr(made, name, getattr(source, name))
    by_id = {one.id: other for one, other in places.items()}
    for one in session.scalars(select(MissionText).where(MissionText.mission_id == source.id)):
        if one.destination_id is None or one.destination_id in by_id:
            text = MissionText(part=one.part, language=one.language, words=one.words)
            session.add(text)
            text.mission = made
            text.destination = by_id.get(one.destination_id) if one.destination_id else None


# --- who goes along ---


def _copy_people(session: Session, source: Mission, made: Mission) -> dict[UUID, Participant]:
    """Everybody but who withdrew, registered anew, each in their groups.

    Returns:
        The new places in the delegation by the id of the old ones.
    """
    query = select(Participant).where(
        Participant.mission_id == source.id, Participant.status != Status.WITHDRAWN
    )
    old = list(session.scalars(query))
    by_role: dict[str, list[UUID]] = {}
    for one in old:
        by_role.setdefault(one.role, []).append(one.person_id)
    for role, people in by_role.items():
        add_participants(session, made.id, people, role)
    session.flush()
    there = select(Participant).where(Participant.mission_id == made.id)
    fresh = {one.person_id: one for one in session.scalars(there)}
    found = {one.id: fresh[one.person_id] for one in old}
    for one in old:
        twin = found[one.id]
        twin.badge_name, twin.bio = one.badge_name, one.bio
        if not (twin.title or twin.organisation_name):
            twin.title, twin.organisation_name = one.title, one.organisation_name
            twin.organisation = one.organisation
        twin.accompanies = found.get(one.with_id) if one.with_id else None
    _copy_groups(session, source, made, found)
    return found


def _copy_groups(
    session: Session, source: Mission, made: Mission, people: dict[UUID, Participant]
) -> None:
    groups = {}
    for one in source.groups:
        groups[one.id] = ParticipantGroup(name=one.name)
        made.groups.append(groups[one.id])
    members = select(GroupMember).where(GroupMember.group_id.in_(list(groups)))
    for member in session.scalars(members):
        if member.participant_id in people:
            twin = GroupMember(participant=people[member.participant_id])
            twin.group = groups[member.group_id]
            session.add(twin)


def _copy_audience(
    session: Session,
    source: Mission,
    made: Mission,
    items: dict[ProgrammeItem, ProgrammeItem],
    people: dict[UUID, Participant],
) -> None:
    """For whom the lines of the programme are.

    A line of a group stays that group's, empty where nobody comes along; a line for nobody who
    comes along falls away, else it would be everybody's.
    """
    by_id = {one.id: other for one, other in items.items()}
    names = {one.id: one.name for one in source.groups}
    groups = {one.name: one for one in made.groups}
    kept, asked = set(), set()
    for one in session.scalars(select(ItemFor).where(ItemFor.item_id.in_(list(by_id)))):
        asked.add(one.item_id)
        person = people.get(one.participant_id) if one.participant_id else None
        group = None
        if one.group_id is not None:
            name = names[one.group_id]
            group = groups.get(name) or ParticipantGroup(name=name)
            if name not in groups:
                groups[name] = group
                made.groups.append(group)
        if group is not None or person is not None:
            kept.add(one.item_id)
            twin = ItemFor(item=by_id[one.item_id])
            session.add(twin)
            twin.group, twin.participant = group, person
    for gone in asked - kept:
        made.programme.remove(by_id[gone])
    for position, item in enumerate(made.programme):
        item.position = position


def _copy_shares(
    session: Session, source: Mission, made: Mission, people: dict[UUID, Participant]
) -> None:
    """Who was to pay which part of a line; parts of who does not come along fall away."""
    lines = dict(zip([one.id for one in source.costs], made.costs, strict=True))
    query = select(CostShare).where(CostShare.line_id.in_(list(lines)))
    for one in session.scalars(query.options(joinedload(CostShare.participant))):
        person = people.get(one.participant_id) if one.participant_id else None
        if one.participant_id is None or person is not None:
            twin = CostShare(payer=one.payer, name=one.name, weight=one.weight)
            session.add(twin)
            twin.line, twin.participant = lines[one.line_id], person
