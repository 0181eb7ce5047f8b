"""Every write to receptions and their guests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Person, PrecedenceList
from app.contacts.rules import names
from app.core import clock
from app.core.command import command, naming
from app.core.errors import InvalidError, Problem
from app.core.profile import profile
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.dossiers.commands import fill_dossier, forget_printings
from app.receptions.commands.moving import carry_along
from app.receptions.draft.guests import too_few
from app.receptions.model import Guest, MessageTemplate, Proposal, Reception
from app.receptions.queries.returning import were_before
from app.receptions.rules.guests import admitted, least_persons
from app.receptions.rules.proposals import Decision
from app.receptions.rules.reception import ANSWERED, COMING, Circle, Status, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Sentence
    from app.receptions.draft.reception import ReceptionDraft


@command(N_("Added the reception {title}"))
def add_reception(session: Session, draft: ReceptionDraft) -> UUID:
    """Open the dossier of a reception."""
    refuse(draft.problems())
    reception = Reception(title=draft.dossier.title)
    session.add(reception)
    _fill(session, reception, draft)
    return reception.id


@command(N_("Changed the reception {title}"))
def change_reception(
    session: Session, reception_id: UUID, revision: UUID | None, draft: ReceptionDraft
) -> Sentence:
    """Keep a reception as the draft has it; what hangs on its moment moves along.

    Returns:
        Who must be told of another moment, empty where nobody.
    """
    refuse(draft.problems())
    reception = checked(session, Reception, reception_id, revision)
    before = reception.starts_at
    _fill(session, reception, draft)
    return carry_along(session, reception, before)


@command(N_("Removed the reception {title}"))
def remove_reception(session: Session, reception_id: UUID) -> None:
    """Remove a reception with its guests, programme, own texts and decisions on whom to invite."""
    reception = checked(session, Reception, reception_id, None)
    naming(session, title=reception.title)
    own = select(MessageTemplate).where(MessageTemplate.reception_id == reception_id)
    decided = select(Proposal).where(Proposal.reception_id == reception_id)
    for one in (*session.scalars(own), *session.scalars(decided)):
        session.delete(one)
    session.flush()
    forget_printings(session, reception_id)
    session.delete(reception)


def _fill(session: Session, reception: Reception, draft: ReceptionDraft) -> None:
    fill_dossier(session, reception, draft.dossier)
    reception.kind = draft.kind
    reception.capacity = draft.capacity
    reception.reply_by = draft.reply_by
    reception.dress = draft.dress
    reception.precedence_list = _list(session, draft.precedence_list)
    naming(session, title=reception.title)


def _list(session: Session, list_id: UUID | None) -> PrecedenceList | None:
    return checked(session, PrecedenceList, list_id, None) if list_id else None


@command(N_("Chose the list of precedence of {title}"))
def choose_precedence_list(session: Session, reception_id: UUID, list_id: UUID | None) -> None:
    """Let a reception follow a list of its own, or the usual one again."""
    reception = checked(session, Reception, reception_id, None)
    reception.precedence_list = _list(session, list_id)
    naming(session, title=reception.title)


@command(N_("Put {n} guest on the list"), N_("Put {n} guests on the list"))
def invite(
    session: Session,
    reception_id: UUID,
    person_ids: Sequence[UUID],
    status: str = Status.PROPOSED,
    circle: str = Circle.GUESTS,
) -> int:
    """Put people on the list; who is on it already stays as they are.

    Who was on it before and was taken off begins anew, but not as if nothing had been: the day of
    the first invitation is kept, and the note tells how they stood (see `were_before`).

    Returns:
        How many were added; the others were on the list already.
    """
    reception = checked(session, Reception, reception_id, None)
    query = select(Guest.person_id).where(Guest.reception_id == reception_id)
    known = set(session.scalars(query))
    fresh = [one for one in dict.fromkeys(person_ids) if one not in known]
    found = {one.id: one for one in session.scalars(select(Person).where(Person.id.in_(fresh)))}
    before = were_before(session, reception_id, fresh)
    for person_id in fresh:
        person = found.get(person_id) or checked(session, Person, person_id, None)
        guest = Guest(status=Status(status), circle=Circle(circle), person=person)
        guest.reception = reception
        session.add(guest)
        if person_id in before:
            guest.invited_on = before[person_id].invited_on
            guest.note = before[person_id].told.to(profile(session).language)
        date_reply(guest)
    naming(session, n=len(fresh))
    return len(fresh)


def date_reply(guest: Guest) -> None:
    """Remember when a guest was invited and when they answered."""
    today = clock.today()
    if guest.status != Status.PROPOSED and guest.invited_on is None:
        guest.invited_on = today
    if guest.status in ANSWERED:
        guest.replied_on = guest.replied_on or today
    else:
        guest.replied_on = None


@command(N_("Set {n} guest to: {status}"), N_("Set {n} guests to: {status}"))
def set_status(
    session: Session, guest_ids: Sequence[UUID], status: str, *, beyond: bool = False
) -> int:
    """Note the reply of guests; a reply other than "represented" forgets a substitute, one that
    says nobody came forgets the tick at the door.

    Who accepts when the room is full goes on the waiting list, by the rule of `admitted`, unless
    the office wants them `beyond` the capacity.

    Returns:
        How many who accept went on the waiting list.
    """
    wanted = Status(status)
    guests = [checked(session, Guest, guest_id, None) for guest_id in guest_ids]
    inside = None if wanted != Status.ACCEPTED or beyond else let_in(session, guests)
    waiting = 0
    for guest in guests:
        outside = inside is not None and guest.id not in inside
        waiting += outside
        guest.status = Status.WAITING if outside else wanted
        if wanted != Status.REPRESENTED:
            guest.substitute, guest.substitute_name = None, ""
        if wanted not in (Status.ATTENDED, Status.REPRESENTED):
            guest.checked_in_at = None
        date_reply(guest)
    naming(session, n=len(guest_ids), status=_told(wanted, len(guests), waiting))
    return waiting


def let_in(session: Session, guests: Sequence[Guest]) -> frozenset[UUID]:
    """Which of these guests, who all say yes now, have a place in their receptions."""
    inside: frozenset[UUID] = frozenset()
    by_reception: dict[UUID, list[Guest]] = {}
    for guest in guests:
        by_reception.setdefault(guest.reception_id, []).append(guest)
    for reception_id, asked in by_reception.items():
        capacity = session.get_one(Reception, reception_id).capacity
        mine = {guest.id for guest in asked}
        rows = select(Guest.id, Guest.persons).where(
            Guest.reception_id == reception_id, Guest.status.in_([str(one) for one in COMING])
        )
        coming = dict(session.execute(rows).all()) if capacity is not None else {}
        taken = sum(persons for one, persons in coming.items() if one not in mine)
        first = sorted(asked, key=lambda guest: guest.id not in coming)  # who comes already stays
        wanted = [(guest.id, guest.persons) for guest in first]
        inside |= admitted(wanted, taken, capacity)
        inside |= mine & coming.keys()
    return inside


def _told(wanted: Status, number: int, waiting: int) -> Sentence:
    """The reply, and how many wait because the room is full."""
    if not waiting:
        return label(wanted)
    if waiting == number:
        return say(N_("On the waiting list, because the room is full"))
    part = N_("Accepted, {n} of them on the waiting list because the room is full")
    return say(part, n=waiting)


@command(N_("{name} is represented by {substitute}"))
def represent(
    session: Session,
    guest_id: UUID,
    substitute_id: UUID | None = None,
    substitute_name: str = "",
) -> None:
    """Note who comes instead. A substitute takes the seat, never the rank.

    Raises:
        InvalidError: nobody was named, or the guest would represent themselves.
    """
    guest = checked(session, Guest, guest_id, None)
    if substitute_id is None and not substitute_name.strip():
        _refuse_substitute(N_("Say who comes instead."))
    if substitute_id == guest.person_id:
        _refuse_substitute(N_("Nobody can represent themselves: choose somebody else."))
    guest.status = Status.REPRESENTED
    guest.substitute = checked(session, Person, substitute_id, None) if substitute_id else None
    guest.substitute_name = substitute_name.strip()
    date_reply(guest)
    instead = names.full_name(guest.substitute.name) if guest.substitute else guest.substitute_name
    naming(session, name=names.full_name(guest.person.name), substitute=instead)


def _refuse_substitute(message: str) -> None:
    problem = Problem("substitute", say(message))
    raise InvalidError(problem.sentence, (problem,))


@command(N_("Moved {name} to place {place}"))
def move_guest(session: Session, guest_id: UUID, place: int, reason: str) -> None:
    """Give a guest a place by hand, with the reason that is shown and printed.

    Raises:
        InvalidError: no reason was given.
    """
    problems = []
    if not reason.strip():
        problems.append(Problem("reason", say(N_("Say why: the reason stands beside the place."))))
    if place < 1:
        problems.append(Problem("place", say(N_("Places count from 1."))))
    refuse(problems)
    guest = checked(session, Guest, guest_id, None)
    guest.manual_place, guest.place_reason = place, reason.strip()
    naming(session, name=names.full_name(guest.person.name), place=place)


@command(N_("{name} is back in order of precedence"))
def place_by_rule(session: Session, guest_id: UUID) -> None:
    """Forget a place given by hand."""
    guest = checked(session, Guest, guest_id, None)
    guest.manual_place, guest.place_reason = None, ""
    naming(session, name=names.full_name(guest.person.name))


@command(N_("Changed {name} on the guest list"))
def change_guest(
    session: Session,
    guest_id: UUID,
    *,
    circle: str,
    persons: int,
    note: str,
    guest_of_honour: bool,
) -> None:
    """Keep what the list says of a guest.

    Raises:
        InvalidError: fewer than one person.
    """
    guest = checked(session, Guest, guest_id, None)
    if persons < 1:
        refuse([Problem("persons", say(N_("A guest counts for at least one person.")))])
    least = least_persons(len(guest.companions))
    if persons < least:
        refuse([Problem("persons", too_few(least))])
    guest.circle, guest.persons, guest.note = Circle(circle), persons, note
    guest.guest_of_honour = guest_of_honour
    naming(session, name=names.full_name(guest.person.name))


@command(N_("Took {n} guest off the list"), N_("Took {n} guests off the list"))
def remove_guests(session: Session, guest_ids: Sequence[UUID]) -> None:
    """Take guests off the list; they can be put on it again at any time.

    That a proposal of them was accepted goes too: it would hold the person where nobody sees it.
    """
    for guest_id in guest_ids:
        guest = checked(session, Guest, guest_id, None)
        accepted = select(Proposal).where(
            Proposal.person_id == guest.person_id,
            Proposal.reception_id == guest.reception_id,
            Proposal.decision == Decision.ACCEPTED,
        )
        for one in session.scalars(accepted):
            session.delete(one)
        session.delete(guest)
    naming(session, n=len(guest_ids))
