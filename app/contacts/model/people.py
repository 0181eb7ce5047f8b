"""People, organisations and the postings between them."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.rules.names import Name
from app.contacts.rules.places import Place
from app.core.entity import ALWAYS, Entity, code, reference


class Person(Entity):
    """Somebody the office knows. Names as they are written, never guessed again later.

    `source_line` is the line of the list they were imported from.
    """

    __tablename__ = "person"

    family_name: Mapped[str] = mapped_column(default="")
    given_name: Mapped[str] = mapped_column(default="")
    name_order: Mapped[str] = mapped_column(code(), default="given_first")
    native_name: Mapped[str] = mapped_column(default="")
    pronunciation: Mapped[str] = mapped_column(default="")
    gender: Mapped[str] = mapped_column(code(1), default="")
    language: Mapped[str] = mapped_column(code(2), default="")
    languages: Mapped[list[str]] = mapped_column(default_factory=list)
    honorific: Mapped[str] = mapped_column(default="")
    nationality: Mapped[str] = mapped_column(code(2), default="")
    birth_date: Mapped[dt.date | None] = mapped_column(default=None)
    street: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(code(2), default="")
    emails: Mapped[list[str]] = mapped_column(default_factory=list)
    phones: Mapped[list[str]] = mapped_column(default_factory=list)
    website: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    external_id: Mapped[str] = mapped_column(default="", index=True)
    source_line: Mapped[int | None] = mapped_column(default=None)

    postings: Mapped[list[Posting]] = relationship(
        back_populates="person", cascade="all, delete-orphan", default_factory=list
    )
    overrides: Mapped[list[AddressOverride]] = relationship(
        back_populates="person", cascade="all, delete-orphan", default_factory=list
    )
    relationships: Mapped[list[Relationship]] = relationship(
        back_populates="person",
        cascade="all, delete-orphan",
        default_factory=list,
        foreign_keys="Relationship.person_id",
    )
    photo: Mapped[Photo | None] = relationship(
        back_populates="person", cascade="all, delete-orphan", default=None
    )

    @property
    def name(self) -> Name:
        """The parts of the name."""
        return Name(self.family_name, self.given_name, self.name_order, self.native_name)


class Photo(Entity):
    """A portrait, scaled and without metadata; kept in the office, so encrypted with it."""

    __tablename__ = "photo"

    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), unique=True, init=False)
    image: Mapped[bytes] = mapped_column(LargeBinary)
    person: Mapped[Person] = relationship(back_populates="photo", default=None)


class Organisation(Entity):
    """A post or another organisation.

    `country` is the sending State of a post, else the organisation's own; a post without a name is
    called after its kind, country and city in the reader's language.
    """

    __tablename__ = "organisation"
    __table_args__ = (Index("ix_organisation_kind_country", "kind", "country"),)

    name: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(code(), default="other")
    country: Mapped[str] = mapped_column(code(2), default="")
    host_country: Mapped[str] = mapped_column(code(2), default="")
    jurisdictions: Mapped[list[str]] = mapped_column(default_factory=list)
    street: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    emails: Mapped[list[str]] = mapped_column(default_factory=list)
    phones: Mapped[list[str]] = mapped_column(default_factory=list)
    website: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    latitude: Mapped[float | None] = mapped_column(default=None)
    longitude: Mapped[float | None] = mapped_column(default=None)
    external_id: Mapped[str] = mapped_column(default="", index=True)
    source_line: Mapped[int | None] = mapped_column(default=None)

    @property
    def place(self) -> Place:
        """The organisation as the place of a posting."""
        return Place(self.name, self.kind, self.country, self.city, self.host_country)


class Posting(Entity):
    """A person in a function at an organisation, from one day to another.

    The dates are those that decide precedence: credentials as date with optional time and sequence
    (VCDR art. 13 and 16), exequatur for consuls (VCCR art. 16).
    """

    __tablename__ = "posting"

    function: Mapped[str] = mapped_column(code())
    title: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[dt.date | None] = mapped_column(default=None)
    ends_on: Mapped[dt.date | None] = mapped_column(default=None)
    agrement_on: Mapped[dt.date | None] = mapped_column(default=None)
    arrived_on: Mapped[dt.date | None] = mapped_column(default=None)
    credentials_on: Mapped[dt.date | None] = mapped_column(default=None)
    credentials_time: Mapped[dt.time | None] = mapped_column(default=None)
    credentials_sequence: Mapped[int | None] = mapped_column(default=None)
    exequatur_on: Mapped[dt.date | None] = mapped_column(default=None)
    receiving_body: Mapped[str] = mapped_column(code(), default="")
    farewell_on: Mapped[dt.date | None] = mapped_column(default=None)
    expected_end_on: Mapped[dt.date | None] = mapped_column(default=None)
    consular_district: Mapped[str] = mapped_column(default="")
    posting_note: Mapped[str] = mapped_column(default="")
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False, index=True)
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    person: Mapped[Person] = relationship(back_populates="postings", default=None)
    organisation: Mapped[Organisation | None] = relationship(default=None)
    accreditations: Mapped[list[Accreditation]] = relationship(
        back_populates="posting", cascade="all, delete-orphan", default_factory=list
    )


class Accreditation(Entity):
    """A further State or body the holder of a posting is accredited to, besides the first.

    The posting's own columns are the accreditation to the receiving State of the post; each further
    one has its own title and moment (VCDR art. 5). `body` is a receiving body's code or a State's
    alpha-2 code; an empty `function` is that of the posting.
    """

    __tablename__ = "accreditation"
    __table_args__ = (UniqueConstraint("posting_id", "body"),)

    body: Mapped[str] = mapped_column(code())
    function: Mapped[str] = mapped_column(code(), default="")
    title: Mapped[str] = mapped_column(default="")
    agrement_on: Mapped[dt.date | None] = mapped_column(default=None)
    credentials_on: Mapped[dt.date | None] = mapped_column(default=None)
    credentials_time: Mapped[dt.time | None] = mapped_column(default=None)
    credentials_sequence: Mapped[int | None] = mapped_column(default=None)
    ends_on: Mapped[dt.date | None] = mapped_column(default=None)
    posting_id: Mapped[uuid.UUID] = mapped_column(reference("posting.id"), init=False)
    posting: Mapped[Posting] = relationship(back_populates="accreditations", default=None)


class Relationship(Entity):
    """Who somebody is to a person: `other` is the `kind` of `person` (their spouse, their driver).

    `invited` says whether a spouse or partner is asked together with the person or apart; an
    assistant is copied on invitations (`copied`) and never ranks.
    """

    __tablename__ = "relationship"
    __table_args__ = (UniqueConstraint("person_id", "other_id", "kind"),)

    kind: Mapped[str] = mapped_column(code())
    invited: Mapped[str] = mapped_column(code(), default="")
    joint_envelope: Mapped[bool] = mapped_column(default=False)
    copied: Mapped[bool] = mapped_column(default=False)
    starts_on: Mapped[dt.date | None] = mapped_column(default=None)
    ends_on: Mapped[dt.date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False)
    other_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False, index=True)
    person: Mapped[Person] = relationship(
        back_populates="relationships", foreign_keys=[person_id], default=None
    )
    other: Mapped[Person] = relationship(foreign_keys=[other_id], default=None)

    def settle(self) -> bool:
        """Nobody is their own spouse."""
        return self.person_id != self.other_id


class NotSame(Entity):
    """Two records somebody looked at and found to be two: they are not proposed again.

    `first_id` is the smaller of the two ids.
    """

    __tablename__ = "not_same"
    __table_args__ = (UniqueConstraint("first_id", "second_id"),)

    reason: Mapped[str] = mapped_column(default="")
    first_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False)
    second_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False, index=True)
    first: Mapped[Person] = relationship(foreign_keys=[first_id], default=None)
    second: Mapped[Person] = relationship(foreign_keys=[second_id], default=None)

    def settle(self) -> bool:
        """The smaller id stays first; a record is never kept apart from itself."""
        if self.first_id > self.second_id:
            self.first_id, self.second_id = self.second_id, self.first_id
        return self.first_id != self.second_id


class NotSameOrganisation(Entity):
    """Two organisations somebody looked at and found to be two, as `NotSame` for people."""

    __tablename__ = "not_same_organisation"
    __table_args__ = (UniqueConstraint("first_id", "second_id"),)

    reason: Mapped[str] = mapped_column(default="")
    first_id: Mapped[uuid.UUID] = mapped_column(reference("organisation.id"), init=False)
    second_id: Mapped[uuid.UUID] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    first: Mapped[Organisation] = relationship(foreign_keys=[first_id], default=None)
    second: Mapped[Organisation] = relationship(foreign_keys=[second_id], default=None)

    def settle(self) -> bool:
        """The smaller id stays first; a record is never kept apart from itself."""
        if self.first_id > self.second_id:
            self.first_id, self.second_id = self.second_id, self.first_id
        return self.first_id != self.second_id


class AddressOverride(Entity):
    """How one person wishes to be addressed, from a day on, and when their embassy confirmed it.

    `company` is "" for the person alone and "couple" for them with their spouse or partner.
    """

    __tablename__ = "address_override"
    __table_args__ = (
        UniqueConstraint(
            "person_id",
            "language",
            "channel",
            "company",
            "valid_from",
            name="uq_address_override_key",
        ),
    )

    language: Mapped[str] = mapped_column(code(2))
    channel: Mapped[str] = mapped_column(code())
    words: Mapped[str]
    company: Mapped[str] = mapped_column(code(), default="")
    valid_from: Mapped[dt.date] = mapped_column(default=ALWAYS)
    confirmed_on: Mapped[dt.date | None] = mapped_column(default=None)
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False)
    person: Mapped[Person] = relationship(back_populates="overrides", default=None)
