"""Writing what was said and done with contacts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Organisation, Person
from app.contacts.rules import names
from app.core import clock
from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_, Sentence, plain
from app.dossiers.commands.tasks import add_to
from app.dossiers.model import Dossier, Moment, MomentPerson, Task
from app.dossiers.queries.memory import MOMENT_FIELDS
from app.dossiers.rules.memory import moment_label

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft import MomentDraft, TaskDraft


@command(N_("Logged: {what}"))
def log_moment(session: Session, draft: MomentDraft, follow_up: TaskDraft | None = None) -> UUID:
    """Keep a contact moment, and the task that follows from it, as one step.

    The task is about whom the moment is about, unless it says otherwise.
    """
    refuse([*draft.problems(), *(follow_up.problems() if follow_up else ())])
    moment = Moment(happened_on=draft.happened_on or clock.today())
    session.add(moment)
    _fill(session, moment, draft)
    if follow_up is not None:
        add_to(session, _about(draft, follow_up), moment)
    naming(session, what=_called(moment))
    return moment.id


@command(N_("Changed: {what}"))
def change_moment(
    session: Session, moment_id: UUID, revision: UUID | None, draft: MomentDraft
) -> None:
    """Keep a contact moment as the draft has it."""
    refuse(draft.problems())
    moment = checked(session, Moment, moment_id, revision)
    _fill(session, moment, draft)
    naming(session, what=_called(moment))


@command(N_("Removed: {what}"))
def remove_moment(session: Session, moment_id: UUID) -> None:
    """Remove a contact moment; the tasks that followed from it stay."""
    moment = checked(session, Moment, moment_id, None)
    naming(session, what=_called(moment))
    for task in session.scalars(select(Task).where(Task.moment_id == moment_id)):
        task.moment = None
    session.flush()
    session.delete(moment)


def _fill(session: Session, moment: Moment, draft: MomentDraft) -> None:
    for name in MOMENT_FIELDS:
        setattr(moment, name, getattr(draft, name))
    moment.organisation = (
        checked(session, Organisation, draft.organisation, None) if draft.organisation else None
    )
    moment.dossier = checked(session, Dossier, draft.dossier, None) if draft.dossier else None
    wanted = set(draft.people)
    for gone in [one for one in moment.people if one.person_id not in wanted]:
        moment.people.remove(gone)
    known = {one.person_id for one in moment.people}
    for person_id in dict.fromkeys(draft.people):
        if person_id not in known:
            person = checked(session, Person, person_id, None)
            moment.people.append(MomentPerson(person=person))


def _about(draft: MomentDraft, task: TaskDraft) -> TaskDraft:
    if task.person or task.organisation or task.dossier:
        return task
    alone = draft.people[0] if len(draft.people) == 1 else None
    first = alone or (draft.people[0] if draft.people and not draft.organisation else None)
    return replace(task, person=first, organisation=draft.organisation, dossier=draft.dossier)


def _called(moment: Moment) -> Sentence:
    """The subject, else the kind with whom it was."""
    if moment.subject.strip():
        return plain(moment.subject)
    people = [names.full_name(one.person.name) for one in moment.people]
    if not people:
        return moment_label(moment.kind)
    who = ", ".join(people)
    return Sentence("{kind}: {who}", (("kind", moment_label(moment.kind)), ("who", who)))
