"""Writing tasks: what is to be done, by whom, before when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.contacts.model import Organisation, Person
from app.core import clock
from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_
from app.dossiers.model import Dossier, Moment, Task
from app.dossiers.queries.memory import TASK_FIELDS
from app.dossiers.rules.templates import due_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft import TaskDraft


@command(N_("Added the task {title}"))
def add_task(session: Session, draft: TaskDraft) -> UUID:
    """Add a task."""
    refuse(draft.problems())
    moment = checked(session, Moment, draft.moment, None) if draft.moment else None
    task = add_to(session, draft, moment)
    naming(session, title=task.title)
    return task.id


@command(N_("Added {n} task"), N_("Added {n} tasks"))
def add_tasks(session: Session, draft: TaskDraft, people: Sequence[UUID]) -> int:
    """Add the same task for each of several people.

    Returns:
        How many were added.
    """
    refuse(draft.problems())
    for person_id in people:
        add_to(session, replace(draft, person=person_id, organisation=None), None)
    naming(session, n=len(people))
    return len(people)


def add_to(session: Session, draft: TaskDraft, moment: Moment | None) -> Task:
    """A task of a draft already looked at, perhaps following from a moment."""
    task = Task(title=draft.title)
    session.add(task)
    _fill(session, task, draft)
    task.moment = moment
    return task


@command(N_("Changed the task {title}"))
def change_task(session: Session, task_id: UUID, revision: UUID | None, draft: TaskDraft) -> None:
    """Keep a task as the draft has it."""
    refuse(draft.problems())
    task = checked(session, Task, task_id, revision)
    _fill(session, task, draft)
    naming(session, title=task.title)


@command(N_("Done: {title}"))
def set_done(session: Session, task_id: UUID, done: bool = True) -> None:  # noqa: FBT001, FBT002 - a tick is a boolean
    """Tick a task, or open it again."""
    task = checked(session, Task, task_id, None)
    task.done_on = clock.today() if done else None
    naming(session, title=task.title)


@command(N_("Removed the task {title}"))
def remove_task(session: Session, task_id: UUID) -> None:
    """Remove a task."""
    task = checked(session, Task, task_id, None)
    naming(session, title=task.title)
    session.delete(task)


def _fill(session: Session, task: Task, draft: TaskDraft) -> None:
    for name in TASK_FIELDS:
        setattr(task, name, getattr(draft, name))
    task.title = draft.title.strip()
    task.person = checked(session, Person, draft.person, None) if draft.person else None
    task.organisation = (
        checked(session, Organisation, draft.organisation, None) if draft.organisation else None
    )
    task.dossier = checked(session, Dossier, draft.dossier, None) if draft.dossier else None
    if task.dossier is None:
        task.days_before = None
    elif task.days_before is not None:
        task.due_on = due_of(task.days_before, task.dossier.starts_at) or task.due_on
