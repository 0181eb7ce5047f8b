"""Receptions and their guests."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model import Organisation, Person, PrecedenceList
from app.core.entity import Entity, code, new_id, reference
from app.dossiers.model import Dossier


class Reception(Dossier):
    """A dossier in which the city receives.

    Without a list of precedence of its own it follows the office's usual one.
    """

    __tablename__ = "reception"

    id: Mapped[uuid.UUID] = mapped_column(
        reference("dossier.id"), primary_key=True, default_factory=new_id, kw_only=True
    )
    kind: Mapped[str] = mapped_column(code(), default="reception")
    capacity: Mapped[int | None] = mapped_column(default=None)
    reply_by: Mapped[dt.date | None] = mapped_column(default=None)
    dress: Mapped[str] = mapped_column(default="")
    precedence_list_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("precedence_list.id"), init=False, index=True
    )
    precedence_list: Mapped[PrecedenceList | None] = relationship(default=None)
    guests: Mapped[list[Guest]] = relationship(
        back_populates="reception", cascade="all, delete-orphan", default_factory=list
    )

    polymorphy: ClassVar = {"polymorphic_identity": "reception"}


class Guest(Entity):
    """A person on the list of a reception, with their reply and, if moved by hand, the reason."""

    __tablename__ = "guest"
    __table_args__ = (UniqueConstraint("reception_id", "person_id"),)

    status: Mapped[str] = mapped_column(code(), default="proposed")
    circle: Mapped[str] = mapped_column(code(), default="guests")
    guest_of_honour: Mapped[bool] = mapped_column(default=False)
    persons: Mapped[int] = mapped_column(default=1)
    manual_place: Mapped[int | None] = mapped_column(default=None)
    place_reason: Mapped[str] = mapped_column(default="")
    substitute_name: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    invited_on: Mapped[dt.date | None] = mapped_column(default=None)
    replied_on: Mapped[dt.date | None] = mapped_column(default=None)
    reception_id: Mapped[uuid.UUID] = mapped_column(
        reference("reception.id"), init=False, index=True
    )
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False, index=True)
    substitute_id: Mapped[uuid.UUID | None] = mapped_column(reference("person.id"), init=False)
    reception: Mapped[Reception] = relationship(back_populates="guests", default=None)
    person: Mapped[Person] = relationship(foreign_keys=[person_id], default=None)
    substitute: Mapped[Person | None] = relationship(foreign_keys=[substitute_id], default=None)


class Gift(Entity):
    """A gift, given by the city (`direction` "out") or received ("in").

    `value` is in euro cents; `kept_at` says where a received gift is now.
    """

    __tablename__ = "gift"

    what: Mapped[str]
    direction: Mapped[str] = mapped_column(code(), default="out")
    given_on: Mapped[dt.date | None] = mapped_column(default=None)
    value: Mapped[int | None] = mapped_column(default=None)
    giver: Mapped[str] = mapped_column(default="")
    receiver: Mapped[str] = mapped_column(default="")
    occasion: Mapped[str] = mapped_column(default="")
    kept_at: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("person.id"), init=False, index=True
    )
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    reception_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("reception.id"), init=False, index=True
    )
    person: Mapped[Person | None] = relationship(default=None)
    organisation: Mapped[Organisation | None] = relationship(default=None)
    reception: Mapped[Reception | None] = relationship(default=None)
