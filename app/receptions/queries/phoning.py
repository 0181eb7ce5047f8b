"""Whom to phone: invited, no answer, and the deadline is near or past."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from app.contacts.model import Organisation, Person, Posting, Relationship
from app.contacts.rules import names
from app.contacts.rules.relations import Relation, label
from app.core import clock
from app.core.text import N_, say
from app.receptions.model import Reception
from app.receptions.queries.guest_rules import guest_rules
from app.receptions.queries.reception import guests
from app.receptions.rules.guests import Call, to_phone

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language, Sentence
    from app.receptions.queries.reception import GuestRow

_WHO_ANSWERS = (Relation.ASSISTANT, Relation.SECRETARY)


@dataclass(frozen=True, slots=True)
class Phone:
    """Where somebody is reached: the numbers of whom, and what that is to the guest.

    `role` is None for the guest's own numbers. Those of a post are no private ones.
    """

    who: str
    numbers: tuple[str, ...]
    role: Sentence | None = None
    private: bool = True


@dataclass(frozen=True, slots=True)
class PhoneRow:
    """A guest to phone: why, and where, their assistant first."""

    guest: GuestRow
    call: Call
    phones: tuple[Phone, ...]


def phone_list(session: Session, reception_id: UUID, language: Language) -> list[PhoneRow]:
    """Who is invited, has not answered, and whose deadline is past or near.

    In order of precedence. The deadline is `reply_by`, where there is none the day itself; how
    near is near is the office's own number of days.
    """
    reception = session.get_one(Reception, reception_id)
    day = reception.starts_at.date() if reception.starts_at else None
    deadline, today = reception.reply_by or day, clock.today()
    if day is not None and day < today:
        return []
    within = guest_rules(session).phone_days
    if to_phone("invited", deadline, today, within) is None:
        return []
    rows = [row for row in guests(session, reception_id, language) if row.status == "invited"]
    phones = phones_of(session, [row.person.id for row in rows], day or today)
    found = []
    for row in rows:
        call = to_phone(row.status, deadline, today, within)
        if call is not None:
            found.append(PhoneRow(row, call, tuple(phones[row.person.id])))
    return found


def phones_of(
    session: Session, person_ids: Sequence[UUID], day: dt.date
) -> dict[UUID, list[Phone]]:
    """Where people are reached on a day: assistant and secretary, then they, then their post."""
    found: dict[UUID, list[Phone]] = defaultdict(list)
    for one, phone in _assistants(session, person_ids, day):
        found[one].append(phone)
    for person in session.scalars(select(Person).where(Person.id.in_(person_ids))):
        if person.phones:
            found[person.id].append(Phone(names.full_name(person.name), tuple(person.phones)))
    posts = (
        select(Posting.person_id, Organisation.name, Organisation.phones)
        .join(Organisation, Organisation.id == Posting.organisation_id)
        .where(
            Posting.person_id.in_(person_ids),
            or_(Posting.ends_on.is_(None), Posting.ends_on >= day),
            or_(Posting.starts_on.is_(None), Posting.starts_on <= day),
        )
    )
    for one, name, numbers in session.execute(posts):
        if numbers and not any(phone.numbers == tuple(numbers) for phone in found[one]):
            found[one].append(Phone(name, tuple(numbers), say(N_("Post")), private=False))
    return found


def _assistants(
    session: Session, person_ids: Sequence[UUID], day: dt.date
) -> Iterator[tuple[UUID, Phone]]:
    """Who answers for somebody, the assistant before the secretary."""
    query = (
        select(Relationship.person_id, Relationship.kind, Person)
        .join(Person, Person.id == Relationship.other_id)
        .where(
            Relationship.person_id.in_(person_ids),
            Relationship.kind.in_([str(one) for one in _WHO_ANSWERS]),
            or_(Relationship.ends_on.is_(None), Relationship.ends_on >= day),
            or_(Relationship.starts_on.is_(None), Relationship.starts_on <= day),
        )
        .order_by(Relationship.kind, Person.family_name)
    )
    for one, kind, other in session.execute(query):
        if other.phones:
            who = names.full_name(other.name)
            yield one, Phone(who, tuple(other.phones), label(Relation(kind)))
