"""Writing travel papers, and erasing them by rule: from the table and from the journal.

The rule: the office's number of days after a mission is back its papers go, with every image of
them in the change log; papers of participants and missions that were removed leave the log as many
days after they were last written. That it was done stays as a task done, and in the history.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.rules import names
from app.core import clock, forgetting
from app.core.command import command, naming
from app.core.entity import Base
from app.core.errors import NotFoundError, Problem
from app.core.profile import Setting, profile
from app.core.records import checked, refuse
from app.core.text import N_, Language, say
from app.dossiers.model import Task
from app.missions.model import Mission, Participant, TravelPapers
from app.missions.queries.papers import (
    DAYS_SETTING,
    PAPERS_FIELDS,
    missions_past_term,
    papers_days,
)

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.images import Image
    from app.missions.draft import PapersDraft

_MOST_DAYS = 3_650
TABLE = TravelPapers.__tablename__


@command(N_("Changed the travel papers of {name}"))
def keep_papers(
    session: Session, participant_id: UUID, revision: UUID | None, draft: PapersDraft
) -> None:
    """Keep the travel papers of a participant; empty ones are no papers.

    Raises:
        NotFoundError: those that were looked at were erased in the meantime.
    """
    refuse(draft.problems())
    one = checked(session, Participant, participant_id, None)
    naming(session, name=names.full_name(one.person.name))
    if one.papers is not None:
        checked(session, TravelPapers, one.papers.id, revision)
    elif revision is not None:
        raise NotFoundError(say(N_("These travel papers were erased in the meantime.")))
    if all(getattr(draft, name) in ("", None) for name in PAPERS_FIELDS):
        one.papers = None
        return
    papers = one.papers or TravelPapers()
    for name in PAPERS_FIELDS:
        setattr(papers, name, getattr(draft, name))
    one.papers = papers


@command(N_("Travel papers are erased {n} day after a mission"),
         N_("Travel papers are erased {n} days after a mission"))  # fmt: skip
def set_papers_days(session: Session, days: int) -> None:
    """How long travel papers stay after a mission.

    Raises:
        InvalidError: no number of days from 0 to ten years.
    """
    if not 0 <= days <= _MOST_DAYS:
        wrong = say(N_("Choose 0 to {most} days."), most=_MOST_DAYS)
        refuse([Problem("days", wrong)])
    before = papers_days(session)
    kept = session.scalars(select(Setting).where(Setting.key == DAYS_SETTING)).first()
    if kept is None:
        session.add(Setting(key=DAYS_SETTING, value=str(days)))
    else:
        kept.value = str(days)
    if days < before:
        now = clock.now()
        _forget_between(session, now - dt.timedelta(before), now - dt.timedelta(days))
    naming(session, n=days)


@command(N_("Erased the travel papers of {title}"), undoable=False)
def erase_papers(session: Session, mission_id: UUID) -> int:
    """Erase the travel papers of a mission now, and every image of them; not to be undone.

    Returns:
        How many participants' papers were erased.
    """
    mission = checked(session, Mission, mission_id, None)
    naming(session, title=mission.title)
    return _erase(session, mission)


@command(N_("Erased travel papers of {n} mission by rule"),
         N_("Erased travel papers of {n} missions by rule"), undoable=False)  # fmt: skip
def erase_papers_by_rule(session: Session, last: str, today: str) -> int:
    """Erase what is past its term; run when the office is opened on a new day.

    `last` is the ISO day on which this was done before, `today` the one that came.

    Returns:
        How many missions lost their papers.
    """
    due = missions_past_term(session)
    for mission_id in due:
        _erase(session, checked(session, Mission, mission_id, None))
    term = dt.timedelta(papers_days(session))
    forgetting.forget_days(session.connection(), Base.metadata, TABLE, last, today, term)
    naming(session, n=len(due))
    return len(due)


def _erase(session: Session, mission: Mission) -> int:
    """Delete the rows, then their images: those of participants taken off the list as well."""
    forgetting.leave_no_trace(session.connection())
    wanted = select(TravelPapers).join(TravelPapers.participant)
    found = session.scalars(wanted.where(Participant.mission_id == mission.id)).all()
    for one in found:
        one.participant.papers = None
    session.flush()
    connection, metadata = session.connection(), Base.metadata
    around = forgetting.steps_touching(connection, [mission.id])
    images = forgetting.images_of(connection, metadata, around, "participant")
    everybody = {image["id"] for image in images if image["mission_id"] == mission.id}
    everybody |= set(
        session.scalars(select(Participant.id).where(Participant.mission_id == mission.id))
    )
    steps = forgetting.steps_touching(connection, everybody)

    def theirs(image: Image) -> bool:
        return image["participant_id"] in everybody

    forgetting.forget(connection, metadata, TABLE, steps, theirs)
    if found:
        _record(session, mission, len(found))
    return len(found)


def _record(session: Session, mission: Mission, number: int) -> None:
    """A task done in the dossier: what was erased, of how many, when; in the office's language."""
    language: Language = profile(session).language
    told = say(
        N_("Erased the travel papers of {n} participant"),
        N_("Erased the travel papers of {n} participants"),
        n=number,
    )
    task = Task(title=told.to(language), due_on=clock.today(), done_on=clock.today())
    task.dossier = mission
    session.add(task)


def _forget_between(session: Session, after: dt.datetime, before: dt.datetime) -> None:
    """Forget the images of that time: those of participants and missions gone by now as well."""
    connection = session.connection()
    steps = forgetting.steps_between(connection, after, before)
    forgetting.forget(connection, Base.metadata, TABLE, steps)
