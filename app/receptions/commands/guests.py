"""Writes to the guests of a list, beside their replies: facts, circles, rounds, who is next."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from app.contacts.model import Person
from app.contacts.rules import names
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.profile import Setting, profile
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.receptions.commands.reception import date_reply, let_in
from app.receptions.model import CateringNote, Companion, Delegation, Guest
from app.receptions.queries.guest_rules import KEY
from app.receptions.rules.guests import FIRST_ROUND, least_persons
from app.receptions.rules.reception import Circle, Status, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.receptions.draft.guests import CompanionDraft, GuestDraft, GuestRules

_PLAIN = (
    "circle", "persons", "note", "guest_of_honour", "invitation_round", "seat", "arrives_at",
    "car", "plate", "spouse_programme", "photo_consent",
)  # fmt: skip


@command(N_("Changed {name} on the guest list"))
def keep_guest(session: Session, guest_id: UUID, revision: UUID | None, draft: GuestDraft) -> None:
    """Keep all the list says of a guest but the reply, the companions included.

    Raises:
        InvalidError: fewer persons than those named, a companion without a name …
    """
    refuse(draft.problems())
    guest = checked(session, Guest, guest_id, revision)
    for name in _PLAIN:
        setattr(guest, name, getattr(draft, name))
    guest.delegation = _of_list(session, guest, draft.delegation)
    interpreted = draft.interprets_for
    guest.interprets_for = checked(session, Person, interpreted, None) if interpreted else None
    set_companions(session, guest, draft.companions)
    naming(session, name=names.full_name(guest.person.name))


def _of_list(session: Session, guest: Guest, delegation_id: UUID | None) -> Delegation | None:
    if delegation_id is None:
        return None
    found = checked(session, Delegation, delegation_id, None)
    if found.reception_id != guest.reception_id:
        other = N_("This delegation belongs to another reception: choose one of this list.")
        refuse([Problem("delegation", say(other))])
    return found


def set_companions(session: Session, guest: Guest, drafts: Sequence[CompanionDraft]) -> None:
    """Keep whom a guest brings, in this order; who is left out goes with their kitchen's notes.

    Other company is another guest for the optimistic lock.
    """
    before = [_companion(one) for one in guest.companions]
    known = {one.id: one for one in guest.companions}
    kept: list[Companion] = []
    for position, draft in enumerate(drafts):
        one = known.pop(draft.id, None) if draft.id else None
        one = one or Companion()
        for name in ("name", "relation", "badge_name", "seat", "note"):
            setattr(one, name, getattr(draft, name).strip())
        one.position = position
        one.person = checked(session, Person, draft.person, None) if draft.person else None
        kept.append(one)
    for gone in known:
        notes = select(CateringNote).where(CateringNote.companion_id == gone)
        for note in session.scalars(notes):
            guest.catering.remove(note)
    guest.companions = kept
    if [_companion(one) for one in kept] != before:
        flag_modified(guest, "persons")
    guest.persons = max(guest.persons, least_persons(len(kept)))


def _companion(one: Companion) -> tuple[object, ...]:
    person = one.person.id if one.person else None
    return one.id, one.name, one.relation, one.badge_name, one.seat, one.note, person


@command(N_("Put {n} guest in the circle {circle}"), N_("Put {n} guests in the circle {circle}"))
def set_circle(session: Session, guest_ids: Sequence[UUID], circle: str) -> None:
    """Say why guests are on the list."""
    wanted = Circle(circle)
    for guest_id in guest_ids:
        checked(session, Guest, guest_id, None).circle = wanted
    naming(session, n=len(guest_ids), circle=label(wanted))


@command(N_("Put {n} guest in round {round}"), N_("Put {n} guests in round {round}"))
def set_round(session: Session, guest_ids: Sequence[UUID], number: int) -> None:
    """Put guests in a round of invitations; from the second on they wait for a regret.

    Raises:
        InvalidError: rounds count from 1.
    """
    if number < FIRST_ROUND:
        refuse([Problem("invitation_round", say(N_("Rounds count from 1.")))])
    for guest_id in guest_ids:
        checked(session, Guest, guest_id, None).invitation_round = number
    naming(session, n=len(guest_ids), round=number)


@command(N_("Gave {n} guest a free place"), N_("Gave {n} guests a free place"))
def take_next(session: Session, guest_ids: Sequence[UUID]) -> None:
    """Let the next have the places that came free: who waits comes, who was not asked is invited.

    Someone of them who is neither (any more) stays as they are.
    """
    guests = [checked(session, Guest, guest_id, None) for guest_id in guest_ids]
    waiting = [guest for guest in guests if guest.status == Status.WAITING]
    inside = let_in(session, waiting)
    taken = [guest for guest in waiting if guest.id in inside]
    for guest in taken:
        guest.status = Status.ACCEPTED
    for guest in guests:
        if guest.status == Status.PROPOSED:
            guest.status = Status.INVITED
            date_reply(guest)
            taken.append(guest)
    naming(session, n=len(taken))


@command(N_("{successor} is invited instead of {name}"))
def invite_successor(session: Session, guest_id: UUID, person_id: UUID) -> UUID:
    """Put the successor of a head of mission on the list, and let the predecessor go from it.

    The predecessor stays as a regret with a note, so that who was invited remains to be read; the
    successor takes circle, round, seat and delegation, and stands as far as the other did: invited
    where they had been, never with their reply. What was sent stays with whom it was sent to.
    """
    before = checked(session, Guest, guest_id, None)
    person = checked(session, Person, person_id, None)
    query = select(Guest).where(Guest.reception_id == before.reception_id)
    after = session.scalars(query.where(Guest.person_id == person_id)).first()
    if after is None:
        after = Guest(circle=before.circle, guest_of_honour=before.guest_of_honour, person=person)
        after.reception = before.reception
        after.invitation_round, after.seat = before.invitation_round, before.seat
        after.delegation = before.delegation
        asked = before.status != Status.PROPOSED
        after.status = Status.INVITED if asked else Status.PROPOSED
        session.add(after)
        date_reply(after)
    successor = names.full_name(person.name)
    told = say(N_("No longer in the post; succeeded by {name}."), name=successor)
    words = told.to(profile(session).language)
    before.note = "\n".join(filter(None, (before.note, words)))
    before.status, before.seat, before.guest_of_honour = Status.REGRETS, "", False
    before.substitute, before.substitute_name = None, ""
    date_reply(before)
    naming(session, successor=successor, name=names.full_name(before.person.name))
    return after.id


@command(N_("Changed the rules of the guest lists"))
def set_guest_rules(session: Session, rules: GuestRules) -> None:
    """Keep the office's own numbers for guest lists."""
    refuse(rules.problems())
    kept = session.scalars(select(Setting).where(Setting.key == KEY)).first()
    value = json.dumps(asdict(rules))
    if kept is None:
        session.add(Setting(key=KEY, value=value))
    else:
        kept.value = value
