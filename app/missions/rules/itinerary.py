"""What each participant goes through, in order: lines of the programme, journeys, meetings.

All comparing is done in UTC (Python compares two times of one zone by what their clocks say, which
is wrong where clocks change); words are in local time.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, UUID, uuid5

from app.dossiers.rules.programme import ItemKind
from app.dossiers.rules.zones import later

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FREE_FROM = dt.timedelta(hours=2)
"""So much time with nothing planned, between two things of a day, is free time."""


class Of(StrEnum):
    """What a step is."""

    LINE = "line"
    LEG = "leg"
    MEETING = "meeting"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Step:
    """Something somebody goes through. `begins` and `ends` are moments with their own zones.

    `ends` None is open: how long it takes is not said. `travel` are the minutes of the way to it.
    A step `beside` the others (for staff alone) is in nobody's way.
    """

    id: UUID
    of: Of
    title: str
    begins: dt.datetime
    ends: dt.datetime | None = None
    people: frozenset[UUID] = frozenset()
    kind: str = ItemKind.ITEM
    travel: int = 0
    place: str = ""
    detail: str = ""
    beside: bool = False
    start: dt.datetime = field(init=False, repr=False, compare=False)
    stop: dt.datetime = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep its bounds in UTC, to be compared."""
        object.__setattr__(self, "start", self.begins.astimezone(dt.UTC))
        object.__setattr__(self, "stop", self.until.astimezone(dt.UTC))

    @property
    def until(self) -> dt.datetime:
        """When it is over, as far as that is known."""
        return self.ends or self.begins

    @property
    def binds(self) -> bool:
        """Whether one cannot be elsewhere: not for free time, nor for what runs beside."""
        return not self.beside and self.kind != ItemKind.FREE

    @property
    def day(self) -> dt.date:
        """The local day it begins on."""
        return self.begins.date()


@dataclass(frozen=True, slots=True)
class Stay:
    """A participant with their own arrival and departure, as moments."""

    name: str
    arrives: dt.datetime | None = None
    leaves: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """People who go through the same steps and come and go at the same time."""

    people: tuple[UUID, ...]
    steps: tuple[Step, ...]
    arrives: dt.datetime | None = None
    leaves: dt.datetime | None = None


def in_order(steps: Sequence[Step]) -> list[Step]:
    """By the moment they begin, what takes longer first."""
    return sorted(steps, key=lambda one: (one.start, -one.stop.timestamp(), one.id.int))


def of_person(steps: Sequence[Step], person: UUID) -> tuple[Step, ...]:
    """The steps of one participant, in order."""
    return tuple(in_order([one for one in steps if person in one.people]))


def alike(steps: Sequence[Step], stays: Mapping[UUID, Stay]) -> list[Alike]:
    """Participants put together who have the same itinerary, in the order they are given."""
    ordered = in_order(steps)
    masks = dict.fromkeys(stays, 0)
    parties: dict[frozenset[UUID], int] = {}  # most steps are of everybody, or of one group
    for place, one in enumerate(ordered):
        parties[one.people] = parties.get(one.people, 0) | 1 << place
    for party, bits in parties.items():
        for person in party:
            if person in masks:
                masks[person] |= bits
    found: dict[tuple[int, object, object], list[UUID]] = {}
    for person, mask in masks.items():
        stay = stays[person]
        found.setdefault((mask, stay.arrives, stay.leaves), []).append(person)
    return [
        Alike(
            tuple(people),
            tuple(one for place, one in enumerate(ordered) if mask >> place & 1),
            stays[people[0]].arrives,
            stays[people[0]].leaves,
        )
        for (mask, _arrives, _leaves), people in found.items()
    ]


_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


def overlaps(steps: Sequence[Step]) -> Iterator[tuple[Step, Step]]:
    """Two steps of an ordered itinerary at the same time.

    A transfer and the journey it is the way to (or is itself) do not clash.
    """
    running: list[Step] = []
    free = _LONG_AGO
    for other in (one for one in steps if one.binds):
        if other.start >= free and not (running and running[-1].start == other.start):
            running, free = [other], other.stop  # nothing runs any more, which is most often so
            continue
        running = [one for one in running if _meets(one, other)]
        yield from ((one, other) for one in running if not _same_way(one, other))
        running.append(other)
        free = max(free, other.stop)


def _meets(one: Step, other: Step) -> bool:
    return other.start < one.stop or other.start == one.start


def _same_way(one: Step, other: Step) -> bool:
    return {one.of, other.of} == {Of.LINE, Of.LEG} and ItemKind.TRANSFER in (one.kind, other.kind)


def too_short(steps: Sequence[Step]) -> Iterator[tuple[Step, Step]]:
    """Two steps of an ordered itinerary with less time between them than the way takes."""
    last: Step | None = None
    for other in (one for one in steps if one.binds):
        if last is not None and not _meets(last, other):
            way = dt.timedelta(minutes=other.travel)
            if other.start - last.stop < way:
                yield last, other
        if last is None or other.stop >= last.stop:
            last = other


def early(found: Alike) -> Iterator[tuple[Step, dt.datetime]]:
    """Steps that begin before their people arrive, with the arrival; journeys are none of them."""
    for one in found.steps:
        binds = one.of is not Of.LEG and not one.beside
        if binds and found.arrives is not None and one.start < found.arrives.astimezone(dt.UTC):
            yield one, found.arrives


def late(found: Alike) -> Iterator[tuple[Step, dt.datetime]]:
    """Steps that last until after their people leave, with the departure."""
    for one in found.steps:
        binds = one.of is not Of.LEG and not one.beside
        if binds and found.leaves is not None and one.stop > found.leaves.astimezone(dt.UTC):
            yield one, found.leaves


@dataclass(frozen=True, slots=True)
class Gap:
    """Free time between two steps of a day, until one has to leave for the second."""

    after: Step
    before: Step
    begins: dt.datetime
    ends: dt.datetime

    @property
    def hours(self) -> int:
        """Whole hours."""
        return int(_between(self.begins, self.ends).total_seconds() // 3600)


def gaps(steps: Sequence[Step], least: dt.timedelta = FREE_FROM) -> Iterator[Gap]:
    """The free time of an ordered itinerary, inside its days; none after what is of open length."""
    last: Step | None = None
    for other in (one for one in steps if not one.beside):
        if last is not None and last.ends is not None:
            way = dt.timedelta(minutes=other.travel)
            if other.start - way - last.stop >= least and _ends_on(last, other) == other.day:
                begins = last.ends.astimezone(other.begins.tzinfo)
                yield Gap(last, other, begins, later(other.begins, -other.travel))
        if last is None or other.stop >= last.stop:
            last = other


def _ends_on(one: Step, other: Step) -> dt.date:
    return one.until.astimezone(other.begins.tzinfo).date()


def _between(one: dt.datetime, other: dt.datetime) -> dt.timedelta:
    return other.astimezone(dt.UTC) - one.astimezone(dt.UTC)


def with_free(steps: Sequence[Step]) -> list[Step]:
    """An ordered itinerary in which free time is a step too."""
    made = [
        Step(
            uuid5(NAMESPACE_OID, f"{gap.after.id}{gap.before.id}"),
            Of.GAP, "", gap.begins, gap.ends, kind=ItemKind.FREE,
        )
        for gap in gaps(steps)
    ]  # fmt: skip
    return in_order([*steps, *made])
