"""What the receptions room remembers of a country: its receptions and the gifts exchanged."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from app.contacts.model import Organisation, Person, Posting
from app.contacts.rules import codes, names
from app.dossiers.model import Gift
from app.receptions.model import Guest, Reception

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.rules.places import Place

_READ = 400
"""Places on guest lists looked at, the newest first: enough for the last receptions."""


@dataclass(frozen=True, slots=True)
class CountryReception:
    """A reception somebody of a country's posts was a guest of."""

    id: UUID
    title: str
    day: dt.date | None
    stage: str
    guests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryGift:
    """A gift given to ("out") or received from ("in") a country's people or organisations.

    `value` is in euro cents; `with_` is the person or organisation on the other side.
    """

    id: UUID
    what: str
    direction: str
    given_on: dt.date | None
    value: int | None
    occasion: str
    kept_at: str
    with_: str
    place: Place | None


def country_receptions(session: Session, code: str, limit: int = 6) -> list[CountryReception]:
    """The last receptions with guests from the posts of a country, the newest first.

    A guest counts who held a function at a post of the country on the day.
    """
    query = (
        select(Reception, Person, Posting, Organisation.kind)
        .join(Guest, Guest.reception_id == Reception.id)
        .join(Person, Person.id == Guest.person_id)
        .join(Posting, Posting.person_id == Person.id)
        .join(Organisation, Organisation.id == Posting.organisation_id)
        .where(Organisation.country == code)
        .order_by(Reception.starts_at.desc(), Person.family_name)
        .limit(_READ)
    )
    found: dict[UUID, tuple[Reception, dict[str, None]]] = {}
    for reception, person, posting, kind in session.execute(query):
        if not codes.is_post(kind) or not _held(posting, reception):
            continue
        _one, guests = found.setdefault(reception.id, (reception, {}))
        guests.setdefault(names.full_name(person.name))
    rows = [_reception(one, tuple(guests)) for one, guests in found.values()]
    return sorted(rows, key=lambda row: row.day or dt.date.max, reverse=True)[:limit]


def _held(posting: Posting, reception: Reception) -> bool:
    if reception.starts_at is None:
        return posting.ends_on is None
    day = reception.starts_at.date()
    begun = posting.starts_on is None or posting.starts_on <= day
    return begun and (posting.ends_on is None or posting.ends_on >= day)


def _reception(one: Reception, guests: tuple[str, ...]) -> CountryReception:
    day = one.starts_at.date() if one.starts_at else None
    return CountryReception(one.id, one.title, day, one.stage, guests)


def country_gifts(session: Session, code: str, limit: int = 12) -> list[CountryGift]:
    """The gifts exchanged with a country's posts, organisations and their people, newest first."""
    of_country = select(Organisation.id).where(Organisation.country == code)
    people = select(Posting.person_id).where(Posting.organisation_id.in_(of_country))
    query = select(Gift).where(
        or_(Gift.organisation_id.in_(of_country), Gift.person_id.in_(people))
    )
    rows = [_gift(one) for one in session.scalars(query)]
    return sorted(rows, key=lambda row: row.given_on or dt.date.min, reverse=True)[:limit]


def _gift(one: Gift) -> CountryGift:
    person = names.full_name(one.person.name) if one.person else ""
    other = person or (one.receiver if one.direction == "out" else one.giver)
    place = one.organisation.place if one.organisation else None
    return CountryGift(
        one.id, one.what, one.direction, one.given_on, one.value, one.occasion, one.kept_at,
        other, place,
    )  # fmt: skip
