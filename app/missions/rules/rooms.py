"""Rooms: how many sleep in one, and what is wrong with a rooming list."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.fold import words
from app.core.text import N_, Sentence, plain, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID


class Kind(StrEnum):
    """Kinds of rooms, as hotels name them."""

    SINGLE = "single"
    DOUBLE = "double"
    TWIN = "twin"
    SUITE = "suite"


BEDS = {Kind.SINGLE: 1, Kind.DOUBLE: 2, Kind.TWIN: 2, Kind.SUITE: 2}
_SHARED = frozenset({Kind.DOUBLE, Kind.TWIN})
_LABELS = {
    Kind.SINGLE: N_("Single room"),
    Kind.DOUBLE: N_("Double room"),
    Kind.TWIN: N_("Twin room"),
    Kind.SUITE: N_("Hotel suite"),
}


def kind_label(code: str) -> Sentence:
    """The word for a kind of room."""
    return say(_LABELS[Kind(code)]) if code in set(Kind) else plain(code)


@dataclass(frozen=True, slots=True)
class Room:
    """A room with who sleeps in it (participants by id), from the first night until one leaves."""

    id: UUID
    hotel: str = ""
    kind: str = Kind.SINGLE
    number: str = ""
    from_on: dt.date | None = None
    until_on: dt.date | None = None
    sleepers: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at: words, the rooms and the people it is about."""

    sentence: Sentence
    rooms: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
    wrong: bool = True


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody who goes along: their name, and the nights they are away where known."""

    name: str
    from_on: dt.date | None = None
    until_on: dt.date | None = None


def nights(from_on: dt.date | None, until_on: dt.date | None) -> int | None:
    """How many nights; None where a day is open."""
    return (until_on - from_on).days if from_on and until_on else None


def findings(rooms: Sequence[Room], people: Mapping[UUID, Stay]) -> list[Finding]:
    """What is wrong with a rooming list, the most pressing first.

    Nobody without a room, nobody in two at once, no bed sold twice; a double with one sleeper and
    nights nobody has a room for are told as well, but may be meant. `people` are who go along.
    """
    return [
        *_without(rooms, people),
        *_twice(rooms, people),
        *_sold_twice(rooms),
        *_crowded(rooms),
        *_lonely(rooms),
        *_open(rooms),
        *_nights(rooms, people),
    ]


def _without(rooms: Sequence[Room], people: Mapping[UUID, Stay]) -> list[Finding]:
    housed = {one for room in rooms for one in room.sleepers}
    lost = N_("{name} has no room yet.")
    return [
        Finding(say(lost, name=stay.name), people=(person,))
        for person, stay in people.items()
        if person not in housed
    ]


def _twice(rooms: Sequence[Room], people: Mapping[UUID, Stay]) -> list[Finding]:
    """Somebody in two rooms in one night."""
    found = []
    of_person: dict[UUID, list[Room]] = {}
    for room in rooms:
        for person in room.sleepers:
            of_person.setdefault(person, []).append(room)
    for person, theirs in of_person.items():
        for one, two in _overlapping(theirs):
            name = people[person].name if person in people else ""
            day = max(_known(one.from_on), _known(two.from_on))
            sentence = say(N_("{name} has two rooms in the night of {day}."), name=name, day=day)
            found.append(Finding(sentence, (one.id, two.id), (person,)))
    return found


def _sold_twice(rooms: Sequence[Room]) -> list[Finding]:
    """A room with a number that is booked twice in one night."""
    of_number: dict[tuple[str, str], list[Room]] = {}
    for room in rooms:
        if room.number.strip():
            of_number.setdefault((words(room.hotel), words(room.number)), []).append(room)
    told = N_("Room {number} of {hotel} is booked twice in the night of {day}.")
    return [
        Finding(
            say(
                told,
                number=two.number,
                hotel=two.hotel,
                day=max(_known(one.from_on), _known(two.from_on)),
            ),
            (one.id, two.id),
        )
        for same in of_number.values()
        for one, two in _overlapping(same)
    ]


def _overlapping(rooms: Iterable[Room]) -> list[tuple[Room, Room]]:
    """Pairs of rooms that share a night, each with the one before that ends last."""
    dated = [one for one in rooms if one.from_on and one.until_on]
    ordered = sorted(dated, key=lambda one: (_known(one.from_on), _known(one.until_on)))
    found: list[tuple[Room, Room]] = []
    last: Room | None = None
    for one in ordered:
        if last is not None and _known(one.from_on) < _known(last.until_on):
            found.append((last, one))
        if last is None or _known(one.until_on) > _known(last.until_on):
            last = one
    return found


def _known(day: dt.date | None) -> dt.date:
    return day or dt.date.min


def _crowded(rooms: Sequence[Room]) -> list[Finding]:
    told = N_("{n} sleep in a {kind} of {hotel}.")
    return [
        Finding(
            say(told, n=len(one.sleepers), kind=_in_a(one.kind), hotel=one.hotel),
            (one.id,),
            one.sleepers,
        )
        for one in rooms
        if one.kind in BEDS and len(one.sleepers) > BEDS[Kind(one.kind)]
    ]


def _in_a(code: str) -> Sentence:
    small = {
        Kind.SINGLE: N_("single room"),
        Kind.DOUBLE: N_("double room"),
        Kind.TWIN: N_("twin room"),
        Kind.SUITE: N_("suite"),
    }
    return say(small[Kind(code)])


def _lonely(rooms: Sequence[Room]) -> list[Finding]:
    """Doubles with one sleeper; rooms nobody sleeps in."""
    found = []
    for one in rooms:
        if not one.sleepers:
            sentence = say(N_("Nobody sleeps in a room of {hotel}."), hotel=one.hotel)
            found.append(Finding(sentence, (one.id,)))
        elif one.kind in _SHARED and len(one.sleepers) == 1:
            told = N_("One person sleeps in a {kind} of {hotel}.")
            sentence = say(told, kind=_in_a(one.kind), hotel=one.hotel)
            found.append(Finding(sentence, (one.id,), one.sleepers, wrong=False))
    return found


def _open(rooms: Sequence[Room]) -> list[Finding]:
    told = N_("A room of {hotel} has no dates yet.")
    return [
        Finding(say(told, hotel=one.hotel), (one.id,), one.sleepers)
        for one in rooms
        if one.from_on is None or one.until_on is None
    ]


def _nights(rooms: Sequence[Room], people: Mapping[UUID, Stay]) -> list[Finding]:
    """Nights between somebody's own arrival and departure for which they have no room."""
    booked: dict[UUID, set[dt.date]] = {}
    for room in rooms:
        for person in room.sleepers:
            booked.setdefault(person, set()).update(_days(room.from_on, room.until_on))
    told = N_("{name} lacks a room for {n} night from {day}.")
    many = N_("{name} lacks a room for {n} nights from {day}.")
    found = []
    for person, stay in people.items():
        lacking = sorted(set(_days(stay.from_on, stay.until_on)) - booked.get(person, set()))
        if person in booked and lacking:
            sentence = say(told, many, name=stay.name, n=len(lacking), day=lacking[0])
            found.append(Finding(sentence, people=(person,), wrong=False))
    return found


def _days(from_on: dt.date | None, until_on: dt.date | None) -> list[dt.date]:
    count = nights(from_on, until_on) or 0
    return [_known(from_on) + dt.timedelta(days=at) for at in range(count)]


def bed_nights(rooms: Iterable[Room]) -> Counter[str]:
    """Nights of rooms by kind: what a hotel asks for."""
    counted: Counter[str] = Counter()
    for one in rooms:
        counted[one.kind] += nights(one.from_on, one.until_on) or 0
    return counted
