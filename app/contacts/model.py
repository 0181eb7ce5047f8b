"""People, organisations and the postings between them."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.rules.names import Name
from app.contacts.rules.places import Place
from app.core.entity import Entity, code, reference


class Country(Entity):
    """What the office knows of a country, beside its code and its CLDR names.

    Reference data that the office may correct. `national_day` is "MM-DD", or words where it moves.
    """

    __tablename__ = "country"

    code: Mapped[str] = mapped_column(code(2), unique=True)
    capital_en: Mapped[str] = mapped_column(default="")
    capital_nl: Mapped[str] = mapped_column(default="")
    capital_fr: Mapped[str] = mapped_column(default="")
    official_en: Mapped[str] = mapped_column(default="")
    official_nl: Mapped[str] = mapped_column(default="")
    official_fr: Mapped[str] = mapped_column(default="")
    national_day: Mapped[str] = mapped_column(default="")
    national_day_name: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    verified: Mapped[bool] = mapped_column(default=False)


class Person(Entity):
    """Somebody the office knows. Names as they are written, never guessed again later."""

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

    postings: Mapped[list[Posting]] = relationship(
        back_populates="person", cascade="all, delete-orphan", default_factory=list
    )
    overrides: Mapped[list[AddressOverride]] = relationship(
        back_populates="person", cascade="all, delete-orphan", default_factory=list
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

    @property
    def place(self) -> Place:
        """The organisation as the place of a posting."""
        return Place(self.name, self.kind, self.country, self.city)


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
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False, index=True)
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    person: Mapped[Person] = relationship(back_populates="postings", default=None)
    organisation: Mapped[Organisation | None] = relationship(default=None)


class AddressForm(Entity):
    """A template of a form of address, as the office uses it; seeded, then the office's own."""

    __tablename__ = "address_form"
    __table_args__ = (UniqueConstraint("function", "language", "gender", "channel"),)

    function: Mapped[str] = mapped_column(code())
    language: Mapped[str] = mapped_column(code(2))
    gender: Mapped[str] = mapped_column(code(1))
    channel: Mapped[str] = mapped_column(code())
    template: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    verified: Mapped[bool] = mapped_column(default=False)


class AddressOverride(Entity):
    """How one person wishes to be addressed, and when their embassy confirmed it."""

    __tablename__ = "address_override"
    __table_args__ = (UniqueConstraint("person_id", "language", "channel"),)

    language: Mapped[str] = mapped_column(code(2))
    channel: Mapped[str] = mapped_column(code())
    words: Mapped[str]
    confirmed_on: Mapped[dt.date | None] = mapped_column(default=None)
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False)
    person: Mapped[Person] = relationship(back_populates="overrides", default=None)
