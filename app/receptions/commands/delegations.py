"""Writes to delegations: people who come as one body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.model import Organisation
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.receptions.model import Delegation, Guest, Reception

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.receptions.draft.guests import DelegationDraft


@command(N_("Added the delegation {name}"))
def add_delegation(
    session: Session, reception_id: UUID, draft: DelegationDraft, guest_ids: Sequence[UUID] = ()
) -> UUID:
    """Open a delegation of a reception, with these guests in it."""
    refuse(draft.problems())
    made = Delegation(name=draft.name)
    made.reception = checked(session, Reception, reception_id, None)
    session.add(made)
    _fill(session, made, draft)
    _join(session, made, guest_ids)
    return made.id


@command(N_("Changed the delegation {name}"))
def change_delegation(
    session: Session, delegation_id: UUID, revision: UUID | None, draft: DelegationDraft
) -> None:
    """Keep a delegation as the draft has it."""
    refuse(draft.problems())
    _fill(session, checked(session, Delegation, delegation_id, revision), draft)


@command(N_("Removed the delegation {name}; its members stay on the list"))
def remove_delegation(session: Session, delegation_id: UUID) -> None:
    """Remove a delegation; its members stay as guests of their own."""
    gone = checked(session, Delegation, delegation_id, None)
    naming(session, name=gone.name)
    for guest in list(gone.members):
        guest.delegation = None
    session.delete(gone)


@command(N_("Put {n} guest in {name}"), N_("Put {n} guests in {name}"))
def join_delegation(session: Session, guest_ids: Sequence[UUID], delegation_id: UUID) -> None:
    """Let guests be members of a delegation of their list, and of no other.

    Raises:
        InvalidError: a guest is on another list.
    """
    found = checked(session, Delegation, delegation_id, None)
    _join(session, found, guest_ids)
    naming(session, n=len(guest_ids), name=found.name)


@command(N_("Took {n} guest out of a delegation"), N_("Took {n} guests out of their delegation"))
def leave_delegation(session: Session, guest_ids: Sequence[UUID]) -> None:
    """Let guests be members of no delegation."""
    for guest_id in guest_ids:
        checked(session, Guest, guest_id, None).delegation = None
    naming(session, n=len(guest_ids))


def _fill(session: Session, one: Delegation, draft: DelegationDraft) -> None:
    one.name, one.expected, one.note = draft.name.strip(), draft.expected, draft.note
    known = draft.organisation
    one.organisation = checked(session, Organisation, known, None) if known else None
    naming(session, name=one.name)


def _join(session: Session, one: Delegation, guest_ids: Sequence[UUID]) -> None:
    for guest_id in guest_ids:
        guest = checked(session, Guest, guest_id, None)
        if guest.reception_id != one.reception.id:
            other = N_("This delegation belongs to another reception: choose one of this list.")
            refuse([Problem("delegation", say(other))])
        guest.delegation = one
