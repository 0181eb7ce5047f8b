"""Writing mailing sets and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import MailingSet, Membership, Person
from app.core import clock
from app.core.command import Progress, command, naming, unwatched
from app.core.errors import ConflictError
from app.core.records import checked, refuse
from app.core.text import N_, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.draft import MailingSetDraft

CHUNK = 500


@command(N_("Added the mailing set {name}"))
def add_mailing_set(session: Session, draft: MailingSetDraft) -> UUID:
    """Add a mailing set, empty.

    Raises:
        ConflictError: there is one of that name.
    """
    refuse(draft.problems())
    _refuse_namesake(session, draft, None)
    naming(session, name=draft.name)
    added = MailingSet(name=draft.name.strip())
    _fill(added, draft)
    session.add(added)
    return added.id


@command(N_("Changed the mailing set {name}"))
def change_mailing_set(
    session: Session, set_id: UUID, revision: UUID | None, draft: MailingSetDraft
) -> None:
    """Keep a mailing set as the draft has it; its members stay.

    Raises:
        ConflictError: there is another one of that name.
    """
    refuse(draft.problems())
    _refuse_namesake(session, draft, set_id)
    found = checked(session, MailingSet, set_id, revision)
    naming(session, name=draft.name)
    _fill(found, draft)


@command(N_("Removed the mailing set {name}"))
def remove_mailing_set(session: Session, set_id: UUID) -> None:
    """Remove a mailing set; the people in it stay in the office."""
    found = checked(session, MailingSet, set_id, None)
    naming(session, name=found.name)
    session.delete(found)


@command(N_("Added {n} person to {name}"), N_("Added {n} people to {name}"))
def add_members(
    session: Session,
    set_id: UUID,
    people: Sequence[UUID],
    *,
    reinvite: bool = False,
    progress: Progress | None = None,
) -> int:
    """Put people in a mailing set; those in it already are passed over.

    Raises:
        CancelledError: whoever watches cancelled; nothing was changed.
    """
    found = checked(session, MailingSet, set_id, None)
    tell, added, today = progress or unwatched, 0, clock.today()
    query = select(Membership.person_id).where(Membership.mailing_set_id == set_id)
    there = set(session.scalars(query))
    for start in range(0, len(people), CHUNK):
        chunk = people[start : start + CHUNK]
        fresh = [one for one in chunk if one not in there]
        for person in session.scalars(select(Person).where(Person.id.in_(fresh))):
            member = Membership(reinvite=reinvite, added_on=today)
            member.mailing_set, member.person = found, person
            session.add(member)
            added += 1
        session.flush()
        tell(start + len(chunk), len(people))
    naming(session, n=added, name=found.name)
    return added


@command(N_("Took {n} person out of {name}"), N_("Took {n} people out of {name}"))
def remove_members(
    session: Session,
    set_id: UUID,
    people: Sequence[UUID],
    progress: Progress | None = None,
) -> int:
    """Take people out of a mailing set.

    Raises:
        CancelledError: whoever watches cancelled; nothing was changed.
    """
    found = checked(session, MailingSet, set_id, None)
    tell, taken = progress or unwatched, 0
    for start in range(0, len(people), CHUNK):
        chunk = people[start : start + CHUNK]
        inside = select(Membership).where(
            Membership.mailing_set_id == set_id, Membership.person_id.in_(chunk)
        )
        for member in list(session.scalars(inside)):
            session.delete(member)
            taken += 1
        session.flush()
        tell(start + len(chunk), len(people))
    naming(session, n=taken, name=found.name)
    return taken


def _fill(found: MailingSet, draft: MailingSetDraft) -> None:
    found.name = draft.name.strip()
    found.purpose, found.legal_basis = draft.purpose.strip(), draft.legal_basis.strip()
    found.reuse_for, found.keep_until = draft.reuse_for.strip(), draft.keep_until
    found.note = draft.note


def _refuse_namesake(session: Session, draft: MailingSetDraft, own: UUID | None) -> None:
    same = session.scalars(select(MailingSet.id).where(MailingSet.name == draft.name.strip()))
    if any(one != own for one in same):
        raise ConflictError(
            say(N_("There is already a mailing set {name}: choose another name."), name=draft.name)
        )
