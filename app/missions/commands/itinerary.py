"""Writing the programme of a mission: its lines, for whom they are, a day again for a group."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.command import command, naming
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.dossiers.model import ProgrammeItem
from app.dossiers.queries import PROGRAMME_FIELDS, programme_draft
from app.dossiers.rules import programme as rules
from app.missions.model import ItemFor, Mission, Participant, ParticipantGroup
from app.missions.queries.itinerary import mission_programme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft import ProgrammeDraft
    from app.dossiers.rules.programme import Starts
    from app.missions.draft.itinerary import DayCopy, MissionLineDraft


@command(N_("Put “{line}” in the programme of {title}"))
def add_mission_line(session: Session, mission_id: UUID, draft: MissionLineDraft) -> UUID:
    """Put a line where its time belongs, else at the end."""
    refuse(draft.problems())
    mission = checked(session, Mission, mission_id, None)
    made = ProgrammeItem(title=draft.line.title, position=len(mission.programme))
    _write(made, draft.line)
    mission.programme.append(made)
    session.flush()
    _set_whom(session, mission, made, draft.groups, draft.people)
    _number(mission)
    naming(session, line=draft.line.title, title=mission.title)
    session.flush()
    return made.id


@command(N_("Changed “{line}” in the programme of {title}"))
def change_mission_line(
    session: Session,
    line_id: UUID,
    revision: UUID | None,
    draft: MissionLineDraft,
    *,
    shift: bool = True,
) -> None:
    """Keep a line as the draft has it.

    What follows on that day for the same people moves with its end, up to a fixed line.
    """
    refuse(draft.problems())
    line = checked(session, ProgrammeItem, line_id, revision)
    mission = _mission(session, line)
    if shift:
        chain = _chain(session, mission, line)
        slots = [programme_draft(one).slot for one in chain]
        _start(chain, rules.following(slots, chain.index(line), draft.line.slot))
    _write(line, draft.line)
    _set_whom(session, mission, line, draft.groups, draft.people)
    _number(mission)
    naming(session, line=draft.line.title, title=mission.title)


@command(N_("Moved the programme of {title} from “{line}” on by {n} minute"),
         N_("Moved the programme of {title} from “{line}” on by {n} minutes"))  # fmt: skip
def shift_mission_lines(session: Session, line_id: UUID, minutes: int) -> None:
    """A line and what follows that day for the same people some minutes later, or earlier."""
    line = checked(session, ProgrammeItem, line_id, None)
    mission = _mission(session, line)
    chain = _chain(session, mission, line)
    slots = [programme_draft(one).slot for one in chain]
    _start(chain, rules.shifted(slots, chain.index(line), minutes))
    _number(mission)
    naming(session, line=line.title, title=mission.title, n=minutes)


@command(N_("Said for whom {n} line of {title} is"), N_("Said for whom {n} lines of {title} are"))
def set_line_whom(
    session: Session, line_ids: Sequence[UUID], groups: Sequence[UUID], people: Sequence[UUID] = ()
) -> None:
    """These lines are for these groups and participants; without any for everybody."""
    title = ""
    for line_id in line_ids:
        line = checked(session, ProgrammeItem, line_id, None)
        mission = _mission(session, line)
        _set_whom(session, mission, line, groups, people)
        title = mission.title
    naming(session, n=len(line_ids), title=title)


@command(
    N_("Copied {n} line of {title} for {group}"), N_("Copied {n} lines of {title} for {group}")
)
def copy_day(session: Session, mission_id: UUID, draft: DayCopy) -> int:
    """The lines of a day, everybody's or of one group, again for another group on a day.

    Returns:
        How many were copied.

    Raises:
        InvalidError: that day has no such lines.
    """
    mission = checked(session, Mission, mission_id, None)
    group = checked(session, ParticipantGroup, draft.group, None)
    found = mission_programme(session, mission_id)
    wanted = [
        one
        for one in found.lines
        if one.begins is not None
        and one.begins.date() == draft.day
        and (one.common if draft.source is None else draft.source in one.groups)
    ]
    if not wanted:
        refuse([Problem("day", say(N_("There is no such line on that day.")))])
    days = draft.to_day - draft.day
    for one in wanted:
        line = one.row.draft
        starts_at = line.starts_at + days if line.starts_at else None
        zone = line.time_zone if draft.to_day == draft.day else ""
        made = ProgrammeItem(title=line.title, position=len(mission.programme))
        _write(made, replace(line, starts_at=starts_at, time_zone=zone))
        mission.programme.append(made)
        session.flush()
        _set_whom(session, mission, made, (group.id,), ())
    _number(mission)
    naming(session, n=len(wanted), title=mission.title, group=group.name)
    return len(wanted)


def _mission(session: Session, line: ProgrammeItem) -> Mission:
    return checked(session, Mission, line.dossier_id, None)


def _write(line: ProgrammeItem, draft: ProgrammeDraft) -> None:
    for name in PROGRAMME_FIELDS:
        setattr(line, name, getattr(draft, name))


def _set_whom(
    session: Session,
    mission: Mission,
    line: ProgrammeItem,
    groups: Iterable[UUID],
    people: Iterable[UUID],
) -> None:
    """Keep the rows that still hold, add and drop the others."""
    wanted: dict[UUID, ParticipantGroup | Participant] = {}
    for group_id in groups:
        wanted[group_id] = checked(session, ParticipantGroup, group_id, None)
    for person_id in people:
        wanted[person_id] = checked(session, Participant, person_id, None)
    if any(one.mission_id != mission.id for one in wanted.values()):
        sentence = say(N_("Choose somebody of this delegation."))
        refuse([Problem("people", sentence)])
    kept = session.scalars(select(ItemFor).where(ItemFor.item_id == line.id)).all()
    for one in kept:
        held = one.group_id or one.participant_id
        if held in wanted:
            del wanted[held]
        else:
            session.delete(one)
    for target in wanted.values():
        made = ItemFor(item=line)
        if isinstance(target, ParticipantGroup):
            made.group = target
        else:
            made.participant = target
        session.add(made)
    session.flush()


def _chain(session: Session, mission: Mission, line: ProgrammeItem) -> list[ProgrammeItem]:
    """The lines of its day that share people with a line, itself among them, in time order."""
    found = mission_programme(session, mission.id)
    own = found.line(line.id)
    people = {one.id: one.people for one in found.steps}
    mine = people.get(line.id, frozenset())
    items = {one.id: one for one in mission.programme}
    if own is None or own.begins is None:
        return [line]
    return [
        items[one.id]
        for one in found.lines
        if one.id == line.id
        or (
            one.begins is not None
            and one.begins.date() == own.begins.date()
            and (one.common or own.common or mine & people.get(one.id, frozenset()))
        )
    ]


def _start(lines: Sequence[ProgrammeItem], starts: Starts) -> None:
    for line, start in zip(lines, starts, strict=True):
        line.starts_at = start


def _number(mission: Mission) -> None:
    """Put the lines in the order of time; one without a time stays behind the one before it."""
    last, placed = dt.datetime.min, []  # noqa: DTZ901 - local times, as the model keeps them
    for place, line in enumerate(sorted(mission.programme, key=lambda one: one.position)):
        last = line.starts_at or last
        placed.append((last, place, line))
    placed.sort(key=lambda one: one[:2])
    for position, (_moment, _place, line) in enumerate(placed):
        line.position = position
