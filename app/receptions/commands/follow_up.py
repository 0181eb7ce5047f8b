"""Writing a reception into the memory of everybody who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from app.contacts.model import Organisation, Person
from app.core import clock
from app.core.command import command, naming
from app.core.errors import InvalidError, Problem
from app.core.text import N_, say
from app.dossiers.model import Moment, MomentPerson
from app.dossiers.rules.memory import MomentKind
from app.receptions.model import Reception
from app.receptions.queries.follow_up import attendance

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.receptions.queries.follow_up import Attended

E = TypeVar("E", Person, Organisation)


@command(
    N_("Wrote {title} onto the timeline of {n} guest"),
    N_("Wrote {title} onto the timelines of {n} guests"),
)
def log_attendance(
    session: Session, reception_id: UUID, words: str = "", by: str = "", subject: str = ""
) -> int:
    """Keep a contact moment for everybody who was there and has none of this event yet.

    The people of one post share a moment, so that it stands once on each person's timeline and
    once on that of the post, where it stays when they leave.

    Returns:
        How many people it was written for.

    Raises:
        InvalidError: the reception is still to come.
    """
    reception = session.get_one(Reception, reception_id)
    day = reception.starts_at.date() if reception.starts_at else clock.today()
    if day > clock.today():
        problem = Problem("day", say(N_("This day is still to come: make it a task instead.")))
        raise InvalidError(problem.sentence, (problem,))
    fresh = attendance(session, reception_id).unlogged
    people = _by_id(session, Person, [one.person_id for one in fresh])
    posts: dict[UUID | None, list[Attended]] = {}
    for one in fresh:
        posts.setdefault(one.organisation_id, []).append(one)
    known = _by_id(session, Organisation, [one for one in posts if one is not None])
    for post, there in posts.items():
        moment = Moment(
            happened_on=day,
            kind=MomentKind.EVENT,
            subject=subject.strip() or reception.title,
            words=words.strip(),
            by=by.strip(),
        )
        moment.dossier = reception
        moment.organisation = known.get(post) if post else None
        moment.people = [MomentPerson(person=people[one.person_id]) for one in there]
        session.add(moment)
    naming(session, title=reception.title, n=len(fresh))
    return len(fresh)


def _by_id(session: Session, kind: type[E], ids: list[UUID]) -> dict[UUID, E]:
    return {one.id: one for one in session.scalars(select(kind).where(kind.id.in_(ids)))}
