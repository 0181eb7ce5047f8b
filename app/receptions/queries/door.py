"""What the door sees of a reception: everybody who may come, by name, with a number and a tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.contacts.rules import lines, names
from app.core import search
from app.core.errors import NotFoundError
from app.core.fold import sort_key, words
from app.core.text import N_, Language, say
from app.receptions.model import Companion, Guest, Reception
from app.receptions.rules.door import (
    DoorCode,
    bearer_mark,
    has_come,
    how_found,
    number_words,
    read_number,
    typed_words,
)
from app.receptions.rules.reception import COMING, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.directory import Entry


@dataclass(frozen=True, slots=True)
class DoorRow:
    """A line at the door: a guest, or somebody a guest brings along (`with_whom` is then a name).

    `others` are the names of whom a guest brings along, `unnamed` how many more without a name;
    `named` and `told` are the folded words a search looks into: of names, and of all the rest;
    `code` is what a badge says of the bearer, `code_instead` what the letter of a substitute says
    of them, `badge` a name of its own for it.
    """

    id: UUID
    guest_id: UUID
    number: str
    name: str
    role: str
    place: str
    seat: str
    status: str
    came: bool
    came_at: dt.datetime | None
    others: tuple[str, ...] = ()
    unnamed: int = 0
    with_whom: str = ""
    instead_of: str = ""
    delegation: str = ""
    no_photo: bool = False
    walk_in: bool = False
    guest_of_honour: bool = False
    named: str = ""
    told: str = ""
    code: str = ""
    code_instead: str = ""
    badge: str = ""

    @property
    def is_companion(self) -> bool:
        """Whether somebody brings them along."""
        return self.id != self.guest_id


@dataclass(frozen=True, slots=True)
class DoorCounts:
    """Guests who came, guests expected, and people in the room with those they brought."""

    came: int = 0
    expected: int = 0
    persons: int = 0
    persons_expected: int = 0
    walk_ins: int = 0


@dataclass(frozen=True, slots=True)
class Door:
    """The whole list of one reception, in the order of the printed one."""

    reception_id: UUID
    title: str
    place: str
    starts_at: dt.datetime | None
    rows: tuple[DoorRow, ...]
    counts: DoorCounts


def door(session: Session, reception_id: UUID, language: Language) -> Door:
    """Everybody on the list of a reception, by family name, walk-ins last.

    Raises:
        NotFoundError: there is no such reception (any more).
    """
    reception = session.get(Reception, reception_id)
    if reception is None:
        raise NotFoundError(say(N_("This reception is no longer in the office.")))
    listed = in_order(_guests(session, reception_id))
    known = search.entries(session, [guest.person_id for guest in listed])
    rows: list[DoorRow] = []
    for number, guest in enumerate(listed, 1):
        row = _row(guest, number, known.get(guest.person_id), language)
        rows += [row, *(_companion(one, row, number) for one in guest.companions)]
    return Door(
        reception_id, reception.title, reception.place, reception.starts_at,
        tuple(rows), counts_of(listed),
    )  # fmt: skip


def _guests(session: Session, reception_id: UUID) -> list[Guest]:
    query = select(Guest).where(Guest.reception_id == reception_id)
    with_them = (
        joinedload(Guest.person),
        joinedload(Guest.substitute),
        joinedload(Guest.delegation),
        selectinload(Guest.companions).joinedload(Companion.person),
    )
    return list(session.scalars(query.options(*with_them)))


def in_order(listed: Iterable[Guest]) -> list[Guest]:
    """By family name, walk-ins last: an answer or a tick never moves a number on the paper."""

    def key(guest: Guest) -> tuple[bool, str, str]:
        name = guest.person.name
        return guest.walk_in, sort_key(name.family, name.given), guest.id.hex

    return sorted(listed, key=key)


def numbers(session: Session, reception_id: UUID) -> dict[UUID, str]:
    """The number of each guest on the list of the door."""
    listed = in_order(_guests(session, reception_id))
    return {guest.id: number_words(number) for number, guest in enumerate(listed, 1)}


def _row(guest: Guest, number: int, entry: Entry | None, language: Language) -> DoorRow:
    name = names.list_name(guest.person.name)
    instead = _substitute(guest)
    others = tuple(filter(None, (_name(one) for one in guest.companions)))
    delegation = guest.delegation.name if guest.delegation else ""
    known = entry.names if entry else words(name)
    beside = words(f"{instead} {' '.join(others)}")
    role = lines.role(entry.line, language) if entry else ""
    place = lines.place(entry.line, language) if entry else ""
    return DoorRow(
        guest.id, guest.id, number_words(number), instead or name, role, place,
        guest.seat, guest.status, has_come(guest.status, guest.checked_in_at), guest.checked_in_at,
        others,
        max(0, guest.persons - 1 - len(others)),
        instead_of=name if instead else "",
        delegation=delegation,
        no_photo=guest.photo_consent == "no",
        walk_in=guest.walk_in,
        guest_of_honour=guest.guest_of_honour,
        named=" ".join(filter(None, (known, beside))),
        told=f"{entry.words if entry else ''} {words(f'{role} {place} {delegation}')}",
        code=bearer_mark(guest.person_id),
        code_instead=bearer_mark(guest.substitute_id) if instead and guest.substitute_id else "",
    )  # fmt: skip


def _substitute(guest: Guest) -> str:
    if guest.status != Status.REPRESENTED:
        return ""
    if guest.substitute is not None:
        return names.list_name(guest.substitute.name)
    return guest.substitute_name


def _name(companion: Companion) -> str:
    if companion.person is not None:
        return names.full_name(companion.person.name)
    return companion.name.strip()


def _companion(one: Companion, row: DoorRow, number: int) -> DoorRow:
    name = _name(one)
    return DoorRow(
        one.id, row.guest_id, number_words(number, one.position + 1), name, one.relation, "",
        one.seat or row.seat, row.status, one.checked_in_at is not None, one.checked_in_at,
        with_whom=row.name,
        named=" ".join(filter(None, (words(name), row.named))),
        told=row.told,
        code=bearer_mark(one.person_id or one.id),
        badge=one.badge_name,
    )  # fmt: skip


def counts_of(listed: Sequence[Guest]) -> DoorCounts:
    """How many came and are expected; whom nobody named counts with the guest who brings them."""
    came = [one for one in listed if has_come(one.status, one.checked_in_at)]
    expected = [one for one in listed if one.status in COMING and not one.walk_in]
    inside = sum(_unnamed(one) + 1 for one in came)
    inside += sum(one.checked_in_at is not None for guest in listed for one in guest.companions)
    return DoorCounts(
        len(came), len(expected), inside, sum(_persons(one) for one in expected),
        sum(one.walk_in for one in came),
    )  # fmt: skip


def _unnamed(guest: Guest) -> int:
    return max(0, guest.persons - 1 - len(guest.companions))


def _persons(guest: Guest) -> int:
    return max(guest.persons, 1 + len(guest.companions))


def found(whole: Door, typed: str) -> list[DoorRow]:
    """The lines that answer what was typed: a number of the list alone, else parts of names and
    words of functions, organisations and delegations. Names that begin so stand first.
    """
    wanted = typed_words(typed)
    if not wanted:
        return list(whole.rows)
    number = read_number(typed)
    if number is not None:
        at = f"{number[0]}{number[1]}"
        return [row for row in whole.rows if row.number == at]
    fits = [(how_found(wanted, row.named, row.told), row) for row in whole.rows]
    answered = [(fit, row) for fit, row in fits if fit is not None]
    return [row for _, row in sorted(answered, key=lambda pair: pair[0])]


def bearer(whole: Door, code: DoorCode) -> DoorRow | None:
    """Whose badge or letter it is, None where it is of nobody on the list (any more).

    Who is a guest and somebody's substitute too comes as themselves.
    """
    own = (row for row in whole.rows if row.code == code.bearer)
    instead = (row for row in whole.rows if row.code_instead == code.bearer)
    return next(own, None) or next(instead, None)
