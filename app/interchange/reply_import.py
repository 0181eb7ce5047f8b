"""Replies of a list going into the office: one Step, so that one undo takes all of it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from app.contacts.commands import add_person
from app.contacts.draft import PersonDraft
from app.core import clock
from app.core.command import command, naming
from app.core.errors import NotFoundError
from app.core.fold import sort_key, words
from app.core.text import N_, say
from app.interchange.cell_values import split_name
from app.interchange.known import people
from app.interchange.matching import People, seen_in
from app.receptions.commands import invite
from app.receptions.commands.guests import set_companions
from app.receptions.commands.reception import date_reply, let_in
from app.receptions.draft import CompanionDraft
from app.receptions.model import CateringNote, Guest
from app.receptions.rules.guests import least_persons
from app.receptions.rules.reception import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from app.interchange.replies import ReplyRow


_OVER = (Status.ATTENDED, Status.ABSENT)


@dataclass(frozen=True, slots=True)
class Taken:
    """A reply and the guest it was found to be of."""

    guest: UUID
    row: ReplyRow


@dataclass(frozen=True, slots=True)
class RepliesPut:
    """What came of a list: replies that changed something, those that said nothing new, how many
    went on the waiting list, how many people were added.
    """

    changed: int
    unchanged: int
    waiting: int
    added: int = 0


@command(N_("Noted {n} reply from {file}"), N_("Noted {n} replies from {file}"))
def import_replies(
    session: Session,
    reception_id: UUID,
    taken: Sequence[Taken],
    file: str,
    new: Sequence[ReplyRow] = (),
) -> RepliesPut:
    """Note replies; `new` are of people the office does not know, to be added and put on the list.

    Who accepts when the room is full goes on the waiting list, in the order of the lines.
    """
    guests = [_guest(session, one.guest) for one in taken]
    fresh = _newcomers(session, reception_id, new)
    pairs = [*zip(guests, (one.row for one in taken), strict=True), *zip(fresh, new, strict=True)]
    pairs = _last_of_each(pairs)
    before = [_as_is(guest) for guest, _ in pairs]
    for guest, row in pairs:
        _note(session, guest, row, file)
    waiting = _let_in(session, pairs)
    changed = sum(_as_is(guest) != was for (guest, _), was in zip(pairs, before, strict=True))
    naming(session, n=changed, file=file)
    return RepliesPut(changed, len(pairs) - changed, waiting, len(set(fresh)))


def _last_of_each(pairs: Sequence[tuple[Guest, ReplyRow]]) -> list[tuple[Guest, ReplyRow]]:
    """Of several replies of one guest the last line of the file."""
    in_time = sorted(pairs, key=lambda pair: pair[1].line)
    last = {guest.id: row for guest, row in in_time}
    return [(guest, row) for guest, row in pairs if last[guest.id] is row]


def _as_is(guest: Guest) -> tuple[object, ...]:
    """What a reply may change of a guest."""
    named, kitchen = len(guest.companions), len(guest.catering)
    return guest.status, guest.persons, guest.substitute_name, guest.note, named, kitchen


def _let_in(session: Session, pairs: Sequence[tuple[Guest, ReplyRow]]) -> int:
    """Accept those who say yes, as far as the room holds them; how many wait."""
    session.flush()
    saying = [
        guest
        for guest, row in pairs
        if row.answer.status == Status.ACCEPTED and guest.status not in _OVER
    ]
    inside = let_in(session, saying)
    for guest in saying:
        guest.status = Status.ACCEPTED if guest.id in inside else Status.WAITING
        date_reply(guest)
    for guest, row in pairs:
        if row.day is not None and guest.replied_on is not None:
            guest.replied_on = row.day
    return sum(guest.id not in inside for guest in saying)


def _guest(session: Session, guest_id: UUID) -> Guest:
    found = session.get(Guest, guest_id)
    if found is None:
        raise NotFoundError(say(N_("This guest is no longer on the list.")))
    return found


def _newcomers(session: Session, reception_id: UUID, new: Sequence[ReplyRow]) -> list[Guest]:
    """Put those on the list whom the list of replies names anew, each once however often they
    replied. Who is in the office already is taken from there, by the rule of `matching`.
    """
    known = people(session) if new else People()
    found: list[Guest] = []
    for row in new:
        family, given, order = split_name(row.name)
        draft = PersonDraft(
            family_name=family, given_name=given, name_order=order, emails=row.mails
        )
        seen = seen_in(draft)
        same = known.find(sort_key(family, given), seen, "")
        person = UUID(same.id) if same else add_person(session, draft)
        if same is None:
            seen.id = person.hex
            known.add(sort_key(family, given), seen)
        session.flush()
        invite(session, reception_id, [person])
        session.flush()
        query = select(Guest).where(Guest.reception_id == reception_id, Guest.person_id == person)
        found.append(session.scalars(query).one())
    return found


def _note(session: Session, guest: Guest, row: ReplyRow, file: str) -> None:
    """Bring a guest to what a reply says; who says yes is let in afterwards, with the others.

    Whether somebody was there is no longer a matter of replies.
    """
    answer = row.answer
    if guest.status not in _OVER:
        if answer.status == Status.REPRESENTED:
            if answer.substitute:
                guest.substitute, guest.substitute_name = None, answer.substitute
        else:
            guest.substitute, guest.substitute_name = None, ""
        if answer.status != Status.ACCEPTED:
            guest.status = Status(answer.status)
            date_reply(guest)
    if answer.status != Status.REGRETS:
        _take_company(session, guest, row)
        _take_catering(guest, row, file)
    if row.note and row.note not in guest.note:
        guest.note = "\n".join(filter(None, (guest.note, row.note)))


def _take_company(session: Session, guest: Guest, row: ReplyRow) -> None:
    """How many come, and those of them who have a name; nobody is named twice."""
    known = {words(one.name) for one in guest.companions if one.name}
    fresh = [name for name in row.companions if words(name) not in known]
    if fresh:
        drafts = [
            CompanionDraft(
                one.name, one.relation, one.badge_name, one.seat, one.note, one.person_id, one.id
            )
            for one in guest.companions
        ]
        set_companions(session, guest, [*drafts, *map(CompanionDraft, fresh)])
    if row.answer.persons is not None:
        guest.persons = row.answer.persons
    guest.persons = max(guest.persons, least_persons(len(guest.companions)))


def _take_catering(guest: Guest, row: ReplyRow, file: str) -> None:
    """Keep what the kitchen must do once, with where it came from; consent was not asked yet."""
    if row.catering and not any(one.instruction == row.catering for one in guest.catering):
        told = row.day or clock.today()
        guest.catering.append(CateringNote(instruction=row.catering, source=file, told_on=told))
