"""What an office remembers of its contacts: moments, tasks, documents, letters."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model import NationalDay, Organisation, Person
from app.core.entity import Entity, code, reference
from app.dossiers.model.dossier import Dossier


class Moment(Entity):
    """What was said or done with a contact, when and by whom of the office.

    `organisation` is the post or other body it concerned, so that it stays with the post when its
    people leave; `dossier` the reception or mission it came from.
    """

    __tablename__ = "moment"

    happened_on: Mapped[dt.date]
    happened_at: Mapped[dt.time | None] = mapped_column(default=None)
    kind: Mapped[str] = mapped_column(code(), default="conversation")
    subject: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    by: Mapped[str] = mapped_column(default="")
    confidential: Mapped[bool] = mapped_column(default=False)
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    dossier_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("dossier.id"), init=False, index=True
    )
    organisation: Mapped[Organisation | None] = relationship(default=None)
    dossier: Mapped[Dossier | None] = relationship(default=None)
    people: Mapped[list[MomentPerson]] = relationship(
        back_populates="moment", cascade="all, delete-orphan", default_factory=list
    )


class MomentPerson(Entity):
    """Somebody who was there."""

    __tablename__ = "moment_person"
    __table_args__ = (UniqueConstraint("moment_id", "person_id"),)

    moment_id: Mapped[uuid.UUID] = mapped_column(reference("moment.id"), init=False)
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False, index=True)
    moment: Mapped[Moment] = relationship(back_populates="people", default=None)
    person: Mapped[Person] = relationship(default=None)


class Task(Entity):
    """Something to do, by whom and before when; done once `done_on` is filled.

    A greeting is the task of a national day in a year; there is one of each at most. With
    `days_before` it is due that many days before its dossier begins (after it, if negative) and
    moves with it.
    """

    __tablename__ = "task"
    __table_args__ = (UniqueConstraint("national_day_id", "national_day_year"),)

    title: Mapped[str]
    owner: Mapped[str] = mapped_column(default="")
    due_on: Mapped[dt.date | None] = mapped_column(default=None, index=True)
    days_before: Mapped[int | None] = mapped_column(default=None)
    done_on: Mapped[dt.date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("person.id"), init=False, index=True
    )
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    dossier_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("dossier.id"), init=False, index=True
    )
    moment_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("moment.id"), init=False, index=True
    )
    national_day_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("national_day.id"), init=False
    )
    national_day_year: Mapped[int | None] = mapped_column(default=None)
    person: Mapped[Person | None] = relationship(default=None)
    organisation: Mapped[Organisation | None] = relationship(default=None)
    dossier: Mapped[Dossier | None] = relationship(default=None)
    moment: Mapped[Moment | None] = relationship(default=None)
    national_day: Mapped[NationalDay | None] = relationship(default=None)


class Document(Entity):
    """A file kept in the office, so that encryption and back-up cover it.

    Its bytes stand apart, in `DocumentContent`, and are read only when it is opened.
    """

    __tablename__ = "document"

    name: Mapped[str]
    media_type: Mapped[str] = mapped_column(default="")
    size: Mapped[int] = mapped_column(default=0)
    dated: Mapped[dt.date | None] = mapped_column(default=None)
    added_on: Mapped[dt.date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("person.id"), init=False, index=True
    )
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    dossier_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("dossier.id"), init=False, index=True
    )
    person: Mapped[Person | None] = relationship(default=None)
    organisation: Mapped[Organisation | None] = relationship(default=None)
    dossier: Mapped[Dossier | None] = relationship(default=None)
    content: Mapped[DocumentContent | None] = relationship(
        back_populates="document", cascade="all, delete-orphan", default=None
    )


class DocumentContent(Entity):
    """The bytes of a document."""

    __tablename__ = "document_content"

    body: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    document_id: Mapped[uuid.UUID] = mapped_column(
        reference("document.id"), unique=True, init=False
    )
    document: Mapped[Document] = relationship(back_populates="content", default=None)


class Letter(Entity):
    """A letter of the office. Its forms of address are those of `written_on`.

    Written to a person, or to a post: then to whoever headed it on that day.
    """

    __tablename__ = "letter"

    written_on: Mapped[dt.date]
    language: Mapped[str] = mapped_column(code(2), default="")
    subject: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    signed_by: Mapped[str] = mapped_column(default="")
    couple: Mapped[bool] = mapped_column(default=False)
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("person.id"), init=False, index=True
    )
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    dossier_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("dossier.id"), init=False, index=True
    )
    person: Mapped[Person | None] = relationship(default=None)
    organisation: Mapped[Organisation | None] = relationship(default=None)
    dossier: Mapped[Dossier | None] = relationship(default=None)
