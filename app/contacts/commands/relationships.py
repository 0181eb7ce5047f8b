"""Every write to relationships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from app.contacts.commands.people import add_person
from app.contacts.model import Person, Relationship
from app.contacts.queries.relationships import RELATIONSHIP_FIELDS
from app.contacts.rules import names
from app.contacts.rules.relations import COUPLES, is_couple
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, say

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.draft import PersonDraft, RelationshipDraft


@command(N_("Added {other} beside {name}"))
def add_relationship(
    session: Session,
    person_id: UUID,
    draft: RelationshipDraft,
    other_id: UUID | None = None,
    fresh: PersonDraft | None = None,
) -> UUID:
    """Say what somebody is to a person; `fresh` adds that somebody to the office first.

    Raises:
        InvalidError: nobody was chosen, or the two are known as such already.
    """
    person = checked(session, Person, person_id, None)
    nobody = other_id is None and fresh is None
    chosen = [Problem("other", say(N_("Choose somebody, or type a name.")))] if nobody else []
    refuse([*chosen, *draft.problems(), *(fresh.problems() if fresh and not other_id else ())])
    if other_id is None and fresh is not None:
        other_id = add_person(session, fresh)
        session.flush()
    other = checked(session, Person, other_id or person_id, None)
    _refuse_again(session, person, other, draft.kind, None)
    row = Relationship(kind=draft.kind, other=other)
    _fill(row, draft)
    person.relationships.append(row)
    naming(session, name=names.full_name(person.name), other=names.full_name(other.name))
    return row.id


@command(N_("Changed what {other} is to {name}"))
def change_relationship(
    session: Session, relationship_id: UUID, revision: UUID | None, draft: RelationshipDraft
) -> None:
    """Keep a relationship as the draft has it."""
    refuse(draft.problems())
    row = checked(session, Relationship, relationship_id, revision)
    _refuse_again(session, row.person, row.other, draft.kind, row.id)
    _fill(row, draft)
    naming(session, name=names.full_name(row.person.name), other=names.full_name(row.other.name))


@command(N_("Removed {other} beside {name}"))
def remove_relationship(session: Session, relationship_id: UUID) -> None:
    """Remove a relationship entered by mistake (one that ended gets an end date)."""
    row = checked(session, Relationship, relationship_id, None)
    naming(session, name=names.full_name(row.person.name), other=names.full_name(row.other.name))
    row.person.relationships.remove(row)


def _fill(row: Relationship, draft: RelationshipDraft) -> None:
    """Write a draft; what does not count for its kind is left empty."""
    for name in RELATIONSHIP_FIELDS:
        setattr(row, name, getattr(draft, name))
    if is_couple(draft.kind):
        row.copied = False
    else:
        row.invited, row.joint_envelope = "", False


def _refuse_again(
    session: Session, person: Person, other: Person, kind: str, own: UUID | None
) -> None:
    """Refuse a person as their own assistant, and the same two twice (a couple from each side)."""
    if person.id == other.id:
        refuse([Problem("other", say(N_("Choose somebody else than the person themselves.")))])
    kinds = COUPLES if is_couple(kind) else [kind]
    here = and_(Relationship.person_id == person.id, Relationship.other_id == other.id)
    there = and_(Relationship.person_id == other.id, Relationship.other_id == person.id)
    sides = or_(here, there) if is_couple(kind) else here
    query = select(Relationship.id).where(sides, Relationship.kind.in_(kinds))
    if any(found != own for found in session.scalars(query)):
        known = N_("{name} is known as such already.")
        refuse([Problem("kind", say(known, name=names.full_name(other.name)))])
