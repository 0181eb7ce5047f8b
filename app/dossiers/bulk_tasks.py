"""One task for each of many contacts: one Step, one undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Organisation, Person
from app.core.command import Progress, command, naming, unwatched
from app.core.errors import Problem
from app.core.records import refuse
from app.core.text import N_, say
from app.dossiers.model import Task

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

CHUNK = 500
TITLE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class SharedTaskDraft:
    """The task each of them gets."""

    title: str = ""
    owner: str = ""
    due_on: dt.date | None = None
    note: str = ""

    def problems(self) -> list[Problem]:
        """What stands in the way of it."""
        if not self.title.strip():
            return [Problem("title", say(N_("Say what is to be done.")))]
        if len(self.title) > TITLE_LIMIT:
            return [Problem("title", say(N_("This name is too long: shorten it.")))]
        return []


@command(N_("Added a task for {n} contact"), N_("Added a task for {n} contacts"))
def add_tasks(
    session: Session,
    people: Sequence[UUID],
    organisations: Sequence[UUID],
    draft: SharedTaskDraft,
    progress: Progress | None = None,
) -> int:
    """Add the same task for each of many contacts.

    Raises:
        CancelledError: whoever watches cancelled; nothing was changed.
    """
    refuse(draft.problems())
    tell, added, total = progress or unwatched, 0, len(people) + len(organisations)
    for start in range(0, len(people), CHUNK):
        chunk = people[start : start + CHUNK]
        for person in session.scalars(select(Person).where(Person.id.in_(chunk))):
            task = _task(draft)
            task.person = person
            session.add(task)
            added += 1
        session.flush()
        tell(start + len(chunk), total)
    for start in range(0, len(organisations), CHUNK):
        chunk = organisations[start : start + CHUNK]
        for body in session.scalars(select(Organisation).where(Organisation.id.in_(chunk))):
            task = _task(draft)
            task.organisation = body
            session.add(task)
            added += 1
        session.flush()
        tell(len(people) + start + len(chunk), total)
    naming(session, n=added)
    return added


def _task(draft: SharedTaskDraft) -> Task:
    return Task(
        title=draft.title.strip(),
        owner=draft.owner.strip(),
        due_on=draft.due_on,
        note=draft.note,
    )
