"""Reading moments, tasks and documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.contacts.rules import names, naming
from app.contacts.rules.places import place_code
from app.core.errors import NotFoundError
from app.core.text import N_, say
from app.dossiers.draft.memory import DocumentDraft, MomentDraft, TaskDraft
from app.dossiers.model import Document, DocumentContent, Moment, MomentPerson, Task

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session
    from sqlalchemy.orm.interfaces import LoaderOption as Load

    from app.contacts.model import Organisation, Person
    from app.core.text import Language
    from app.dossiers.model import Dossier

_LINKS = ("people", "organisation", "dossier", "person", "moment")
MOMENT_FIELDS = tuple(name for name in MomentDraft.__slots__ if name not in _LINKS)
TASK_FIELDS = tuple(name for name in TaskDraft.__slots__ if name not in _LINKS)
DOCUMENT_FIELDS = tuple(name for name in DocumentDraft.__slots__ if name not in _LINKS)


@dataclass(frozen=True, slots=True)
class Named:
    """A record something is about: its kind (person, organisation, reception), id and name."""

    kind: str
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class MomentSheet:
    """One contact moment, whole; `draft` is what an editor starts from."""

    id: UUID
    revision: UUID
    draft: MomentDraft
    people: tuple[Named, ...]
    organisation: Named | None
    dossier: Named | None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with what it is about; `draft` is what an editor starts from."""

    id: UUID
    revision: UUID
    draft: TaskDraft
    done_on: dt.date | None
    about: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its bytes."""

    id: UUID
    revision: UUID
    draft: DocumentDraft
    added_on: dt.date | None


def named(
    person: Person | None,
    organisation: Organisation | None,
    dossier: Dossier | None,
    language: Language,
) -> tuple[Named, ...]:
    """What a record is about, each by its name in a language; the absent ones fall away."""
    found = []
    if person is not None:
        found.append(Named("person", person.id, names.full_name(person.name)))
    if organisation is not None:
        made = naming.place_name(place_code(organisation.place), language)
        name = organisation.name or made or organisation.city
        found.append(Named("organisation", organisation.id, name))
    if dossier is not None:
        found.append(Named(dossier.noun, dossier.id, dossier.title))
    return tuple(found)


def moment_sheet(session: Session, moment_id: UUID, language: Language) -> MomentSheet:
    """One contact moment.

    Raises:
        NotFoundError: there is no such moment (any more).
    """
    there = selectinload(Moment.people).joinedload(MomentPerson.person)
    about = (joinedload(Moment.organisation), joinedload(Moment.dossier))
    one = session.scalars(
        select(Moment).where(Moment.id == moment_id).options(there, *about)
    ).first()
    if one is None:
        raise NotFoundError(say(N_("This contact moment is no longer in the office.")))
    people = [named(row.person, None, None, language)[0] for row in one.people]
    draft = MomentDraft(
        **{name: getattr(one, name) for name in MOMENT_FIELDS},
        people=tuple(row.id for row in people),
        organisation=one.organisation_id,
        dossier=one.dossier_id,
    )
    others = {row.kind: row for row in named(None, one.organisation, None, language)}
    dossier = named(None, None, one.dossier, language)
    return MomentSheet(
        one.id,
        one.revision,
        draft,
        tuple(sorted(people, key=lambda row: row.name)),
        others.get("organisation"),
        dossier[0] if dossier else None,
    )


def _about() -> tuple[Load, ...]:
    """Load with them what they are about (said when asked: it configures the whole model)."""
    return (joinedload(Task.person), joinedload(Task.organisation), joinedload(Task.dossier))


def open_tasks(
    session: Session,
    language: Language,
    *,
    owner: str = "",
    person: UUID | None = None,
    organisation: UUID | None = None,
    dossier: UUID | None = None,
) -> list[TaskRow]:
    """Tasks not done, the most urgent first, those without a day last; as narrowed."""
    query = select(Task).where(Task.done_on.is_(None))
    narrowed: tuple[tuple[ColumnElement[bool], object], ...] = (
        (Task.owner == owner, owner),
        (Task.person_id == person, person),
        (Task.organisation_id == organisation, organisation),
        (Task.dossier_id == dossier, dossier),
    )
    for condition, given in narrowed:
        if given:
            query = query.where(condition)
    query = query.options(*_about()).order_by(
        Task.due_on.is_(None), Task.due_on, Task.title, Task.id
    )
    return [task_row(one, language) for one in session.scalars(query)]


def one_task(session: Session, task_id: UUID, language: Language) -> TaskRow:
    """One task, done or not.

    Raises:
        NotFoundError: there is no such task (any more).
    """
    one = session.scalars(select(Task).where(Task.id == task_id).options(*_about())).first()
    if one is None:
        raise NotFoundError(say(N_("This task is no longer in the office.")))
    return task_row(one, language)


def task_row(one: Task, language: Language) -> TaskRow:
    """The row of a task."""
    draft = TaskDraft(
        **{name: getattr(one, name) for name in TASK_FIELDS},
        person=one.person_id,
        organisation=one.organisation_id,
        dossier=one.dossier_id,
        moment=one.moment_id,
    )
    about = named(one.person, one.organisation, one.dossier, language)
    return TaskRow(one.id, one.revision, draft, one.done_on, about)


def owners(session: Session) -> list[str]:
    """Everybody who has or had a task or logged a contact, by name."""
    known = set(session.scalars(select(Task.owner).distinct()))
    known |= set(session.scalars(select(Moment.by).distinct()))
    return sorted(name for name in known if name)


def documents(
    session: Session,
    *,
    person: UUID | None = None,
    organisation: UUID | None = None,
    dossier: UUID | None = None,
) -> list[DocumentRow]:
    """The documents of a record, the newest first; without their bytes."""
    query = select(Document)
    for column, given in (
        (Document.person_id, person),
        (Document.organisation_id, organisation),
        (Document.dossier_id, dossier),
    ):
        if given is not None:
            query = query.where(column == given)
    rows = session.scalars(query)
    found = [_document_row(one) for one in rows]
    return sorted(found, key=_newest)


def one_document(session: Session, document_id: UUID) -> DocumentRow:
    """One document without its bytes.

    Raises:
        NotFoundError: there is no such document (any more).
    """
    one = session.get(Document, document_id)
    if one is None:
        raise NotFoundError(say(N_("This document is no longer in the office.")))
    return _document_row(one)


def _newest(row: DocumentRow) -> tuple[int, str, str]:
    day = row.draft.dated or row.added_on
    return -(day.toordinal() if day else 0), row.draft.name, row.id.hex


def _document_row(one: Document) -> DocumentRow:
    draft = DocumentDraft(
        **{name: getattr(one, name) for name in DOCUMENT_FIELDS},
        person=one.person_id,
        organisation=one.organisation_id,
        dossier=one.dossier_id,
    )
    return DocumentRow(one.id, one.revision, draft, one.added_on)


def document_body(session: Session, document_id: UUID) -> bytes:
    """The bytes of a document.

    Raises:
        NotFoundError: there is no such document (any more).
    """
    body = session.scalar(
        select(DocumentContent.body).where(DocumentContent.document_id == document_id)
    )
    if body is None:
        raise NotFoundError(say(N_("This document is no longer in the office.")))
    return bytes(body)


def people_of(session: Session, moment_ids: Sequence[UUID]) -> dict[UUID, list[Named]]:
    """Who was there, per moment, by name."""
    query = select(MomentPerson).where(MomentPerson.moment_id.in_(moment_ids))
    found: dict[UUID, list[Named]] = {}
    for row in session.scalars(query.options(joinedload(MomentPerson.person))):
        person = row.person
        one = Named("person", person.id, names.full_name(person.name))
        found.setdefault(row.moment_id, []).append(one)
    return {key: sorted(rows, key=lambda one: one.name) for key, rows in found.items()}
