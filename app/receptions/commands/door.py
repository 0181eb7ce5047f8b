"""Writing at the door: who is in, who was not on the list, who did not come."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from app.contacts.commands import add_organisation, add_person
from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft
from app.contacts.model import Organisation, Person
from app.contacts.rules import names
from app.core import clock, history
from app.core.command import command, naming
from app.core.errors import NotFoundError
from app.core.fold import words
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.receptions.model import Companion, Guest, Reception
from app.receptions.rules.door import Ticked, has_come, is_no_show, split_name, status_come
from app.receptions.rules.reception import Circle, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.receptions.draft.door import WalkInDraft


E = TypeVar("E", Guest, Companion)
_NAMED = 3


def now() -> dt.datetime:
    """This moment as the records keep it: local to the place, without a zone."""
    return clock.now().astimezone().replace(tzinfo=None)


@command(N_("In: {names}"))
def check_in(
    session: Session,
    guest_ids: Sequence[UUID],
    companion_ids: Sequence[UUID] = (),
    at: dt.datetime | None = None,
) -> list[Ticked]:
    """Tick guests and whom they bring along; `at` is local, None where it is entered afterwards.

    Who is in already stays as they are and is told so: two desks may tick the same guest. A guest
    whose substitute comes stays represented.

    Raises:
        NotFoundError: somebody is no longer on the list.
    """
    found = [_tick(guest, at) for guest in _locked(session, Guest, guest_ids)]
    found += [_tick_companion(one, at) for one in _locked(session, Companion, companion_ids)]
    fresh = [one.name for one in found if not one.already]
    naming(session, names=_few(fresh))
    return found


def _few(told: Sequence[str]) -> str:
    """Names with commas, the first three of many."""
    return ", ".join(told[:_NAMED]) + (" …" if len(told) > _NAMED else "")


def _locked(session: Session, kind: type[E], ids: Sequence[UUID]) -> list[E]:
    """The records as they are once nobody else is writing them, as asked; locked in one order."""
    if not ids:
        return []
    query = select(kind).where(kind.id.in_(ids)).order_by(kind.id).with_for_update()
    rows = list(session.scalars(query.execution_options(populate_existing=True)))
    if len(rows) < len(set(ids)):
        raise NotFoundError(say(N_("This guest is no longer on the list.")))
    by_id = {row.id: row for row in rows}
    return [by_id[one] for one in dict.fromkeys(ids)]


def _tick(guest: Guest, at: dt.datetime | None) -> Ticked:
    name = _called(guest)
    if has_come(guest.status, guest.checked_in_at):
        return Ticked(guest.id, name, guest.checked_in_at, guest.status, already=True)
    before = guest.status
    guest.status, guest.checked_in_at = status_come(before), at
    if guest.status == Status.REPRESENTED and at is None:
        guest.checked_in_at = _begin(guest)
    return Ticked(guest.id, name, at, before)


def _begin(guest: Guest) -> dt.datetime:
    """When a substitute of a list entered afterwards came: nobody noted it, so the beginning."""
    return guest.reception.starts_at or now()


def _tick_companion(one: Companion, at: dt.datetime | None) -> Ticked:
    name = names.full_name(one.person.name) if one.person else one.name
    if one.checked_in_at is not None:
        return Ticked(one.id, name, one.checked_in_at, already=True)
    one.checked_in_at = at or _begin(one.guest)
    return Ticked(one.id, name, at)


def _called(guest: Guest) -> str:
    if guest.status == Status.REPRESENTED:
        return names.full_name(guest.substitute.name) if guest.substitute else guest.substitute_name
    return names.full_name(guest.person.name)


@command(N_("Not in: {names}"))
def check_out(session: Session, ids: Sequence[UUID]) -> None:
    """Take ticks back, also those of another desk: a reply is again what it was before.

    `ids` are guests and whom they bring along; who is not in, or no longer on the list, stays so.
    """
    told = [_untick(session, one) for one in ids]
    naming(session, names=_few([name for name in told if name]))


def _untick(session: Session, guest_or_companion: UUID) -> str:
    companion = session.get(Companion, guest_or_companion)
    if companion is not None:
        companion.checked_in_at = None
        return names.full_name(companion.person.name) if companion.person else companion.name
    guest = session.get(Guest, guest_or_companion)
    if guest is None:
        return ""
    if guest.status == Status.ATTENDED:
        guest.status = _reply_before(session, guest)
    guest.checked_in_at = None
    return _called(guest)


def _reply_before(session: Session, guest: Guest) -> str:
    """The reply before the tick, as the Step that wrote it remembers; else what is likely."""
    likely = Status.ACCEPTED if guest.replied_on or not guest.invited_on else Status.INVITED
    try:
        images = history.load(session.connection(), guest.revision).images
        before, _after = images["guest"][guest.id]
    except LookupError:
        return likely
    status = str(before["status"]) if before else ""
    return status if status and status != Status.ATTENDED else likely


@command(N_("{name} came without being on the list"))
def add_walk_in(session: Session, reception_id: UUID, draft: WalkInDraft) -> UUID:
    """Put somebody on the list who stands at the door, and tick them.

    Who is on the list already is ticked there. A new name becomes a person, at the organisation of
    that name where the office knows one.

    Returns:
        The guest.
    """
    refuse(draft.problems())
    reception = checked(session, Reception, reception_id, None)
    person = _person(session, draft)
    naming(session, name=names.full_name(person.name))
    query = select(Guest).where(Guest.reception_id == reception_id, Guest.person_id == person.id)
    guest = session.scalars(query).first()
    if guest is None:
        guest = Guest(circle=Circle.GUESTS, walk_in=True, person=person, status=Status.ATTENDED)
        guest.reception = reception
        guest.checked_in_at = now()
        session.add(guest)
    else:
        _tick(guest, now())
    return guest.id


def _person(session: Session, draft: WalkInDraft) -> Person:
    if draft.person is not None:
        return checked(session, Person, draft.person, None)
    family, given = split_name(draft.name)
    organisation = _organisation(session, draft.organisation.strip())
    posting = PostingDraft() if organisation else None
    fresh = PersonDraft(family_name=family, given_name=given)
    made = add_person(session, fresh, posting, organisation)
    session.flush()
    return session.get_one(Person, made)


def _organisation(session: Session, name: str) -> UUID | None:
    if not name:
        return None
    wanted = words(name)
    for row_id, known in session.execute(select(Organisation.id, Organisation.name)):
        if words(known) == wanted:
            found: UUID = row_id
            return found
    return add_organisation(session, OrganisationDraft(name=name))


@command(N_("{n} guest did not come"), N_("{n} guests did not come"))
def close_door(session: Session, reception_id: UUID) -> int:
    """Note everybody who was to come and was not ticked as absent.

    Returns:
        How many.
    """
    query = select(Guest).where(Guest.reception_id == reception_id).order_by(Guest.id)
    missing = [
        guest
        for guest in session.scalars(query.with_for_update())
        if is_no_show(guest.status, guest.checked_in_at)
    ]
    for guest in missing:
        guest.status = Status.ABSENT
    naming(session, n=len(missing))
    return len(missing)
