"""Rules of the guest list: who counts for how many, who gets in, who is asked next, whom to phone.

Pure functions on values. They are the office's own working rules (DOMAIN section 1.2, steps 6 and
7), not protocol's; each has its sentence where it speaks to people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say
from app.receptions.rules.reception import AWAY, COMING, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from uuid import UUID

FIRST_ROUND = 1
PHOTO_ANSWERS = ("", "yes", "no")
_ROUNDS = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class Listed:
    """What the rules look at of a guest: the round, the reply, how many persons they count for."""

    id: UUID
    status: str
    persons: int = 1
    invitation_round: int = FIRST_ROUND

    @property
    def waits_for_a_place(self) -> bool:
        """In a later round and not invited yet."""
        return waits_for_a_place(self.status, self.invitation_round)


def round_letter(number: int) -> str:
    """How an office calls a round: A is the first list, B the next."""
    return _ROUNDS[number - 1] if 1 <= number <= len(_ROUNDS) else str(number)


def waits_for_a_place(status: str, invitation_round: int) -> bool:
    """Whether somebody of a later round has not been invited yet."""
    return status == Status.PROPOSED and invitation_round > FIRST_ROUND


def least_persons(named: int) -> int:
    """A guest counts for one, and for everybody they bring by name."""
    return 1 + named


def names_missing(persons: int, named: int) -> int:
    """How many of those who come along have no name yet: the "+1" of DOMAIN 1.2, step 6."""
    return max(0, persons - least_persons(named))


def admitted(
    asked: Iterable[tuple[UUID, int]], taken: int, capacity: int | None
) -> frozenset[UUID]:
    """Who of those who say yes gets in; the others go on the waiting list.

    Each is looked at in turn, with all they bring: who fits has a place, who does not fit waits,
    and somebody after them who does fit has the place. `taken` counts persons who come already.
    """
    inside = set()
    for guest_id, persons in asked:
        if capacity is None or taken + persons <= capacity:
            inside.add(guest_id)
            taken += persons
    return frozenset(inside)


@dataclass(frozen=True, slots=True)
class Offer:
    """Places that came free, and for whom: those who said yes before those not asked yet."""

    places: int
    accept: tuple[UUID, ...] = ()
    invite: tuple[UUID, ...] = ()

    @property
    def guests(self) -> tuple[UUID, ...]:
        """All it is for."""
        return (*self.accept, *self.invite)


def offer(listed: Sequence[Listed], capacity: int | None) -> Offer | None:
    """Whom a place that came free is offered to; `listed` in order of precedence.

    First the waiting list, as far as the room holds those who come. Then the next round: every
    regret or absence of somebody who was invited frees the places they counted for, every guest
    of a later round who was invited takes theirs, and with those still to answer the room may not
    be overfull. An earlier round goes before a later one; within it the order is kept.
    """
    coming = sum(one.persons for one in listed if one.status in COMING)
    waiting = [(one.id, one.persons) for one in listed if one.status == Status.WAITING]
    accept = admitted(waiting, coming, capacity) if capacity is not None else frozenset()
    let_in = sum(persons for guest_id, persons in waiting if guest_id in accept)
    free = _given_up(listed)
    if capacity is not None:
        awaited = sum(one.persons for one in listed if one.status == Status.INVITED)
        outside = sum(persons for _, persons in waiting) - let_in
        free = min(free - let_in, capacity - coming - let_in - awaited - outside)
    invite, left = [], free
    for one in sorted(listed, key=lambda guest: guest.invitation_round):
        if one.waits_for_a_place and one.persons <= left:
            invite.append(one.id)
            left -= one.persons
    chosen = tuple(one for one, _ in waiting if one in accept)
    if not chosen and not invite:
        return None
    return Offer(let_in + max(free, 0), chosen, tuple(invite))


def _given_up(listed: Sequence[Listed]) -> int:
    """Places given up since the first round, less those a later round took."""
    freed = sum(one.persons for one in listed if one.status in AWAY)
    taken = sum(
        one.persons
        for one in listed
        if one.invitation_round > FIRST_ROUND and one.status != Status.PROPOSED
    )
    return freed - taken


@dataclass(frozen=True, slots=True)
class Call:
    """Why somebody is to be phoned: days until the deadline, below 0 once it is past."""

    days: int

    @property
    def reason(self) -> Sentence:
        """In words."""
        if self.days < 0:
            passed = N_("The deadline passed {n} day ago")
            return say(passed, N_("The deadline passed {n} days ago"), n=-self.days)
        if self.days == 0:
            return say(N_("The deadline is today"))
        ahead = N_("The deadline is in {n} day")
        return say(ahead, N_("The deadline is in {n} days"), n=self.days)


def to_phone(status: str, deadline: dt.date | None, today: dt.date, within: int) -> Call | None:
    """Whether an invited guest who has not answered is to be phoned.

    So they are once the deadline is past, or at most `within` days ahead; never without one.
    """
    if status != Status.INVITED or deadline is None:
        return None
    days = (deadline - today).days
    return Call(days) if days <= within else None


def drops_on(day: dt.date | None, days: int) -> dt.date | None:
    """The day from which the catering notes of a reception are dropped (DOMAIN section 5)."""
    return day + timedelta(days=days) if day else None


def announced(expected: int | None, named: int) -> Sentence:
    """ "12 announced, 9 named": how far the names of a delegation are."""
    told = say(N_("{n} named"), n=named)
    if expected is None:
        return told
    return say(N_("{n} announced, {named} named"), n=expected, named=named)
