"""How an office gathers its contacts: tags, mailing sets, saved views."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model.people import Organisation, Person
from app.core.entity import Entity, code, reference


class Tag(Entity):
    """A word of the office's own. `kind` says of what: a tag, a sector, a priority, a goal.

    A tag that stands for a goal of the United Nations carries its number.
    """

    __tablename__ = "tag"
    __table_args__ = (UniqueConstraint("kind", "name"),)

    name: Mapped[str]
    kind: Mapped[str] = mapped_column(code(), default="tag")
    goal: Mapped[int | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")


class Tagging(Entity):
    """A tag on a person or an organisation, and in which role: simply so, as an interest, as
    expertise, or as a network they open for the city or a partner (`opens_for`).
    """

    __tablename__ = "tagging"
    __table_args__ = (
        UniqueConstraint("tag_id", "role", "person_id"),
        UniqueConstraint("tag_id", "role", "organisation_id"),
    )

    role: Mapped[str] = mapped_column(code(), default="")
    note: Mapped[str] = mapped_column(default="")
    tag_id: Mapped[uuid.UUID] = mapped_column(reference("tag.id"), init=False)
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("person.id"), init=False, index=True
    )
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    opens_for_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    tag: Mapped[Tag] = relationship(default=None)
    person: Mapped[Person | None] = relationship(default=None)
    organisation: Mapped[Organisation | None] = relationship(
        foreign_keys=[organisation_id], default=None
    )
    opens_for: Mapped[Organisation | None] = relationship(foreign_keys=[opens_for_id], default=None)


class MailingSet(Entity):
    """People kept together for a purpose that is stated (GDPR art. 5.1.b), e.g. new-year cards.

    `reuse_for` says what else they may be invited for; `legal_basis` is the office's own word.
    """

    __tablename__ = "mailing_set"

    name: Mapped[str] = mapped_column(unique=True)
    purpose: Mapped[str] = mapped_column(default="")
    legal_basis: Mapped[str] = mapped_column(default="")
    reuse_for: Mapped[str] = mapped_column(default="")
    keep_until: Mapped[dt.date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    members: Mapped[list[Membership]] = relationship(
        back_populates="mailing_set", cascade="all, delete-orphan", default_factory=list
    )


class Membership(Entity):
    """Somebody in a mailing set; `reinvite`: they may be asked for what its `reuse_for` says."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("mailing_set_id", "person_id"),)

    reinvite: Mapped[bool] = mapped_column(default=False)
    added_on: Mapped[dt.date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    mailing_set_id: Mapped[uuid.UUID] = mapped_column(reference("mailing_set.id"), init=False)
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False, index=True)
    mailing_set: Mapped[MailingSet] = relationship(back_populates="members", default=None)
    person: Mapped[Person] = relationship(default=None)


class SavedView(Entity):
    """A list of contacts by its conditions, with its columns, order and grouping.

    `conditions` are the names and values `app.contacts.rules.views` knows.
    """

    __tablename__ = "saved_view"

    name: Mapped[str]
    conditions: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    columns: Mapped[list[str]] = mapped_column(default_factory=list)
    sort: Mapped[str] = mapped_column(code(), default="")
    descending: Mapped[bool] = mapped_column(default=False)
    group_by: Mapped[str] = mapped_column(code(), default="")
    position: Mapped[int] = mapped_column(default=0)
