"""Heads of mission who were replaced between the invitation and the event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from app.contacts.model import Person, Posting
from app.contacts.rules import codes, names
from app.core import clock
from app.core.text import N_, say
from app.receptions.model import Guest, Reception
from app.receptions.rules.reception import AWAY

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Sentence


@dataclass(frozen=True, slots=True)
class Succeeded:
    """A guest whose post somebody else holds on the day of the reception.

    `successor_listed` says whether the successor is on the list already.
    """

    guest_id: UUID
    name: str
    successor_id: UUID
    successor: str
    ended_on: dt.date
    successor_listed: bool = False

    @property
    def told(self) -> Sentence:
        """The finding, in words."""
        words = N_("{name} leaves the post on {day}, before the reception: {successor} succeeds.")
        return say(words, name=self.name, day=self.ended_on, successor=self.successor)


def succeeded(session: Session, reception_id: UUID) -> list[Succeeded]:
    """Guests who head a post no longer on the day, where a successor is known.

    Only for a reception still to come, and for guests who may still come to it.
    """
    reception = session.get_one(Reception, reception_id)
    if reception.starts_at is None or reception.starts_at.date() < clock.today():
        return []
    day = reception.starts_at.date()
    ended = _ended(session, reception_id, day)
    posts = {posting.organisation_id for _, _, posting in ended if posting.organisation_id}
    heads = _heads(session, posts, day)
    listed = set(session.scalars(select(Guest.person_id).where(Guest.reception_id == reception_id)))
    found = []
    for guest_id, person, posting in ended:
        after = heads.get(posting.organisation_id) if posting.organisation_id else None
        if after is not None and after.id != person.id and posting.ends_on is not None:
            found.append(
                Succeeded(
                    guest_id,
                    names.full_name(person.name),
                    after.id,
                    names.full_name(after.name),
                    posting.ends_on,
                    after.id in listed,
                )
            )
    return sorted(found, key=lambda one: one.name)


def _ended(
    session: Session, reception_id: UUID, day: dt.date
) -> list[tuple[UUID, Person, Posting]]:
    """Guests with the post they headed last, where they head it no longer on the day.

    Somebody who was invited in another function that still runs is not meant.
    """
    left = select(Posting.person_id).where(Posting.ends_on < day)
    query = (
        select(Guest.id, Guest.invited_on, Person, Posting)
        .join(Person, Person.id == Guest.person_id)
        .join(Posting, Posting.person_id == Person.id)
        .where(
            Guest.reception_id == reception_id,
            Guest.status.not_in([str(one) for one in AWAY]),
            Guest.person_id.in_(left),
        )
        .order_by(Posting.ends_on)
    )
    last: dict[UUID, tuple[Person, Posting]] = {}
    still: set[UUID] = set()
    for guest_id, invited, person, posting in session.execute(query):
        if posting.ends_on is None or posting.ends_on >= day:
            began = posting.starts_on
            if began is None or began <= (invited or clock.today()):
                still.add(guest_id)
        elif codes.is_head_of_mission(posting.function):
            last[guest_id] = (person, posting)
    return [(one, *found) for one, found in last.items() if one not in still]


def _heads(session: Session, posts: set[UUID], day: dt.date) -> dict[UUID, Person]:
    """Who heads these posts on a day, whoever came last."""
    query = (
        select(Posting, Person)
        .join(Person, Person.id == Posting.person_id)
        .where(
            Posting.organisation_id.in_(posts),
            or_(Posting.ends_on.is_(None), Posting.ends_on >= day),
            or_(Posting.starts_on.is_(None), Posting.starts_on <= day),
        )
        .order_by(Posting.starts_on)
    )
    return {
        posting.organisation_id: person
        for posting, person in session.execute(query)
        if posting.organisation_id and codes.is_head_of_mission(posting.function)
    }
