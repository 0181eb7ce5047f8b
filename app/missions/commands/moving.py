"""A mission leaves on another day: what hangs on it moves along by whole days.

Bookings do not: journeys, rooms, meetings and who arrives on their own stay as they were arranged,
and the office gets a task to see to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core import clock, settings
from app.core.command import command, naming
from app.core.profile import profile
from app.core.records import checked, refuse
from app.core.text import N_, t
from app.dossiers.commands.moving import move_along
from app.dossiers.model import Task
from app.dossiers.rules.moving import days_between, moment_words
from app.missions.model import Mission
from app.missions.queries.overview import booked
from app.missions.rules.moving import to_rebook, together

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Sentence
    from app.dossiers.draft import MoveDraft

_ARRANGE = N_("Arrange the new departure: {day}")


@command(N_("Moved {title} to {day}"))
def move_mission(
    session: Session, mission_id: UUID, revision: UUID | None, draft: MoveDraft
) -> Sentence:
    """Give a mission another departure; it stays as long as it was.

    Its return, the day to register by, destinations, programme and open relative tasks move along.

    Returns:
        What somebody must see to, empty where nothing was arranged.
    """
    refuse(draft.problems())
    mission = checked(session, Mission, mission_id, revision)
    before, after = mission.starts_at, draft.starts_at
    naming(session, title=mission.title, day=moment_words(after) if after else "")
    mission.starts_at = after
    if before and after:
        days = days_between(before, after)
        mission.ends_at = mission.ends_at + days if mission.ends_at else None
        mission.register_by = mission.register_by + days if mission.register_by else None
    return carry_along(session, mission, before)


def carry_along(session: Session, mission: Mission, before: dt.datetime | None) -> Sentence:
    """Move what hangs on the departure of a mission that has its new one; what must be seen to."""
    session.flush()
    move_along(session, mission, before, whole_days=True)
    after = mission.starts_at
    if before is None or after is None or before.date() == after.date():
        return together([])
    days = days_between(before, after)
    for one in mission.destinations:
        one.arrives_on = one.arrives_on + days if one.arrives_on else None
        one.leaves_on = one.leaves_on + days if one.leaves_on else None
    found = booked(session, mission.id)
    told = to_rebook(found.told, found.legs, found.rooms, before)
    if told:
        _note(session, mission, before, after, together(told))
    return together(told)


def _note(
    session: Session, mission: Mission, before: dt.datetime, after: dt.datetime, told: Sentence
) -> None:
    """A task that says what must be seen to; an open one of an earlier move is set right."""
    language = profile(session).language
    title, was = (
        t(_ARRANGE, language, day=moment_words(at).to(language)) for at in (after, before)
    )
    waiting = select(Task).where(
        Task.dossier_id == mission.id, Task.done_on.is_(None), Task.title == was
    )
    task = session.scalars(waiting).first()
    if task is None:
        task = Task(title=title, owner=settings.who())
        session.add(task)
        task.dossier = mission
    task.title, task.due_on, task.note = title, clock.today(), told.to(language)
