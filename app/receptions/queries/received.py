"""What earlier receptions tell of people and of countries, for whom to invite next."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from app.contacts.model import Organisation, Posting
from app.contacts.rules import codes
from app.dossiers.model import Dossier, Moment, MomentPerson
from app.dossiers.rules.memory import MomentKind
from app.receptions.model import Guest
from app.receptions.rules.reception import ANSWERED, Status

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.receptions.rules.proposals import Occasion

POSTS = tuple(str(one) for one in codes.OrganisationKind if codes.is_post(one))
_THERE = (Status.ATTENDED,)
_RECEIVED = (Status.ATTENDED, Status.REPRESENTED)
_IN_PERSON = (MomentKind.VISIT, MomentKind.MEETING)


@dataclass(frozen=True, slots=True)
class History:
    """What earlier receptions tell: of people (last there, last met, replies) and of countries."""

    received: dict[UUID, dt.date] = field(default_factory=dict)
    met: dict[UUID, dt.date] = field(default_factory=dict)
    replies: dict[UUID, tuple[str, ...]] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    last: dict[str, dt.date] = field(default_factory=dict)


def history_before(session: Session, reception: UUID, occasion: Occasion) -> History:
    """What the receptions besides one tell on its occasion."""
    of_people = _people(session, reception, occasion)
    return replace(_countries(session, reception, occasion), **of_people)


def _people(session: Session, reception: UUID, occasion: Occasion) -> dict[str, Any]:
    """When each person was last there, and what they answered, the newest first."""
    query = (
        select(Guest.person_id, Guest.status, Dossier.starts_at)
        .join(Dossier, Dossier.id == Guest.reception_id)
        .where(
            Guest.reception_id != reception,
            Guest.status.in_(tuple(str(one) for one in ANSWERED)),
            Dossier.starts_at.is_not(None),
        )
        .order_by(Dossier.starts_at.desc(), Guest.id)
    )
    received: dict[UUID, dt.date] = {}
    replies: dict[UUID, list[str]] = defaultdict(list)
    for person, status, begins in session.execute(query):
        replies[person].append(status)
        day = begins.date() if begins else dt.date.max
        if status in _THERE and day <= occasion.today:
            received.setdefault(person, day)
    return {
        "received": received,
        "replies": {one: tuple(told) for one, told in replies.items()},
        "met": _met(session),
    }


def _met(session: Session) -> dict[UUID, dt.date]:
    query = (
        select(MomentPerson.person_id, func.max(Moment.happened_on))
        .join(Moment, Moment.id == MomentPerson.moment_id)
        .where(Moment.kind.in_(_IN_PERSON))
        .group_by(MomentPerson.person_id)
    )
    return {person: day for person, day in session.execute(query)}  # noqa: C416 - a Result has keys


def _countries(session: Session, reception: UUID, occasion: Occasion) -> History:
    """How often each country was received in the year of the reception, and when last."""
    query = (
        select(
            Organisation.country, Guest.reception_id, Dossier.starts_at,
            Posting.starts_on, Posting.ends_on,
        )
        .join(Dossier, Dossier.id == Guest.reception_id)
        .join(Posting, Posting.person_id == Guest.person_id)
        .join(Organisation, Organisation.id == Posting.organisation_id)
        .where(
            Guest.reception_id != reception,
            Guest.status.in_(tuple(str(one) for one in _RECEIVED)),
            Organisation.kind.in_(POSTS),
            Dossier.starts_at < dt.datetime.combine(occasion.today, dt.time.max),
            func.length(Organisation.country) > 0,
        )
    )  # fmt: skip
    made = History()
    seen: set[tuple[str, UUID]] = set()
    for country, held_at, begins, starts, ends in session.execute(query):
        day = begins.date() if begins else dt.date.max
        held = (starts is None or starts <= day) and (ends is None or ends >= day)
        if not held or (country, held_at) in seen:
            continue
        seen.add((country, held_at))
        made.last[country] = max(day, made.last.get(country, day))
        if day.year == occasion.day.year:
            made.times[country] = made.times.get(country, 0) + 1
    return made
