"""Who came to a reception, who did not, and whom nobody may photograph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.contacts.model import Person, Posting
from app.contacts.queries import current_posting, posting_row
from app.contacts.rules import names
from app.core import clock
from app.core.fold import sort_key
from app.dossiers.model import Moment, MomentPerson
from app.dossiers.rules.memory import MomentKind
from app.receptions.model import Guest, Reception
from app.receptions.rules.door import has_come
from app.receptions.rules.reception import Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Attended:
    """Somebody who was there: a guest, or who came instead; their post on that day."""

    person_id: UUID
    name: str
    organisation_id: UUID | None
    logged: bool


@dataclass(frozen=True, slots=True)
class Attendance:
    """How a reception was attended; names stand by family name.

    `unknown` are substitutes of whom the office has but a name.
    """

    came: tuple[Attended, ...] = ()
    unknown: tuple[str, ...] = ()
    no_shows: tuple[str, ...] = ()
    no_photo: tuple[str, ...] = ()
    photo_unasked: int = 0
    walk_ins: tuple[str, ...] = ()

    @property
    def unlogged(self) -> tuple[Attended, ...]:
        """Who was there and has no contact moment of it yet."""
        return tuple(one for one in self.came if not one.logged)


def attendance(session: Session, reception_id: UUID) -> Attendance:
    """Who came to a reception and who did not."""
    reception = session.get_one(Reception, reception_id)
    day = reception.starts_at.date() if reception.starts_at else clock.today()
    listed = sorted(_guests(session, reception_id), key=_by_name)
    there = [one for one in listed if has_come(one.status, one.checked_in_at)]
    known = {person.id: person for one in there if (person := _person(one)) is not None}
    logged = _logged(session, reception_id)
    return Attendance(
        tuple(
            Attended(one.id, names.full_name(one.name), _post(one, day), one.id in logged)
            for one in known.values()
        ),
        tuple(one.substitute_name for one in there if _person(one) is None),
        _names(one for one in listed if one.status == Status.ABSENT),
        _names(one for one in listed if one.photo_consent == "no"),
        sum(not one.photo_consent for one in there),
        _names(one for one in there if one.walk_in),
    )


def _guests(session: Session, reception_id: UUID) -> list[Guest]:
    posts = selectinload(Person.postings)
    query = select(Guest).where(Guest.reception_id == reception_id)
    query = query.options(
        joinedload(Guest.person).options(
            posts.joinedload(Posting.organisation), posts.selectinload(Posting.accreditations)
        ),
        joinedload(Guest.substitute).options(
            posts.joinedload(Posting.organisation), posts.selectinload(Posting.accreditations)
        ),
    )
    return list(session.scalars(query))


def _by_name(guest: Guest) -> tuple[str, str]:
    name = guest.person.name
    return sort_key(name.family, name.given), guest.id.hex


def _person(guest: Guest) -> Person | None:
    """Who was there for a guest, None where only a name is known."""
    return guest.substitute if guest.status == Status.REPRESENTED else guest.person


def _post(person: Person, day: dt.date) -> UUID | None:
    rows = [posting_row(one, person) for one in person.postings]
    held = current_posting(rows, day)
    return held.organisation_id if held else None


def _names(guests: Iterable[Guest]) -> tuple[str, ...]:
    return tuple(names.full_name(one.person.name) for one in guests)


def _logged(session: Session, reception_id: UUID) -> set[UUID]:
    """Who has a contact moment of this event already."""
    query = select(MomentPerson.person_id).join(MomentPerson.moment)
    return set(
        session.scalars(
            query.where(Moment.dossier_id == reception_id, Moment.kind == str(MomentKind.EVENT))
        )
    )
