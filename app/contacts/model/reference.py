"""What an office knows in general and may correct: countries, forms of address, precedence."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.entity import ALWAYS, Entity, code, reference


class Country(Entity):
    """What the office knows of a country, beside its code and its CLDR names.

    Reference data that the office may correct; `verified` once the office has checked it.
    """

    __tablename__ = "country"

    code: Mapped[str] = mapped_column(code(2), unique=True)
    capital_en: Mapped[str] = mapped_column(default="")
    capital_nl: Mapped[str] = mapped_column(default="")
    capital_fr: Mapped[str] = mapped_column(default="")
    official_en: Mapped[str] = mapped_column(default="")
    official_nl: Mapped[str] = mapped_column(default="")
    official_fr: Mapped[str] = mapped_column(default="")
    head_of_state: Mapped[str] = mapped_column(default="")
    head_of_state_title: Mapped[str] = mapped_column(default="")
    usual_posting_months: Mapped[int | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    verified: Mapped[bool] = mapped_column(default=False)
    days: Mapped[list[NationalDay]] = relationship(
        back_populates="country",
        cascade="all, delete-orphan",
        default_factory=list,
        order_by="NationalDay.position",
    )


class NationalDay(Entity):
    """A day a country keeps; it may keep several, the first in `position` is the national day.

    `rule` is "MM-DD", or words where the day moves (`app.contacts.rules.days` reads some).
    """

    __tablename__ = "national_day"

    rule: Mapped[str] = mapped_column(default="")
    name_en: Mapped[str] = mapped_column(default="")
    name_nl: Mapped[str] = mapped_column(default="")
    name_fr: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    source: Mapped[str] = mapped_column(default="")
    verified: Mapped[bool] = mapped_column(default=False)
    country_id: Mapped[uuid.UUID] = mapped_column(reference("country.id"), init=False, index=True)
    country: Mapped[Country] = relationship(back_populates="days", default=None)
    celebrations: Mapped[list[Celebration]] = relationship(
        back_populates="day", cascade="all, delete-orphan", default_factory=list
    )


class Celebration(Entity):
    """When and where a national day is celebrated in a year, which may be another day and place."""

    __tablename__ = "celebration"
    __table_args__ = (UniqueConstraint("day_id", "year"),)

    year: Mapped[int]
    held_on: Mapped[dt.date | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    day_id: Mapped[uuid.UUID] = mapped_column(reference("national_day.id"), init=False)
    day: Mapped[NationalDay] = relationship(back_populates="celebrations", default=None)


class AddressForm(Entity):
    """A template of a form of address, as the office uses it from a day on.

    Seeded, then the office's own; an older row stays, so that a document of an earlier day keeps
    the form of that day. `company` is "" for somebody alone and "couple" for two.
    """

    __tablename__ = "address_form"
    __table_args__ = (
        UniqueConstraint(
            "function",
            "language",
            "gender",
            "channel",
            "company",
            "valid_from",
            name="uq_address_form_key",
        ),
    )

    function: Mapped[str] = mapped_column(code())
    language: Mapped[str] = mapped_column(code(2))
    gender: Mapped[str] = mapped_column(code(1))
    channel: Mapped[str] = mapped_column(code())
    template: Mapped[str]
    company: Mapped[str] = mapped_column(code(), default="")
    valid_from: Mapped[dt.date] = mapped_column(default=ALWAYS)
    source: Mapped[str] = mapped_column(default="")
    verified: Mapped[bool] = mapped_column(default=False)


class PrecedenceList(Entity):
    """An order of precedence with its date and source; the office chooses one per event.

    `tie_language` is the language whose names of States break the last ties, `host_body` before
    whom the host is accredited. Exactly one list is the office's usual one.
    """

    __tablename__ = "precedence_list"

    name: Mapped[str]
    dated: Mapped[dt.date | None] = mapped_column(default=None)
    source: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    tie_language: Mapped[str] = mapped_column(code(2), default="en")
    host_body: Mapped[str] = mapped_column(code(), default="king_of_the_belgians")
    usual: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
    bands: Mapped[list[PrecedenceBand]] = relationship(
        back_populates="precedence_list",
        cascade="all, delete-orphan",
        default_factory=list,
        order_by="PrecedenceBand.position",
    )


class PrecedenceBand(Entity):
    """A stretch of a list: functions that rank alike, and what orders them inside.

    A `gap` marks places the source did not give; an unverified band is the office's assumption.
    `numbered` is the place as the source counts it. A function may be that of one State or body:
    "speaker@BE".
    """

    __tablename__ = "precedence_band"

    position: Mapped[int]
    label: Mapped[str] = mapped_column(default="")
    functions: Mapped[list[str]] = mapped_column(default_factory=list)
    ordered_by: Mapped[str] = mapped_column(code(), default="name")
    numbered: Mapped[str] = mapped_column(default="")
    gap: Mapped[bool] = mapped_column(default=False)
    verified: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str] = mapped_column(default="")
    precedence_list_id: Mapped[uuid.UUID] = mapped_column(
        reference("precedence_list.id"), init=False, index=True
    )
    precedence_list: Mapped[PrecedenceList] = relationship(back_populates="bands", default=None)
