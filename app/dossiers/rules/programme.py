"""The programme as a chain of lines: what kinds there are, and how their times hang together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Sequence

Starts: TypeAlias = "list[dt.datetime | None]"


class ItemKind(StrEnum):
    """What a line is: part of the programme, words, the way to a place, a pause, own time."""

    ITEM = "item"
    SPEECH = "speech"
    TRANSFER = "transfer"
    BREAK = "break"
    FREE = "free"


_LABELS: dict[ItemKind, str] = {
    ItemKind.ITEM: N_("Part of the programme"),
    ItemKind.SPEECH: N_("Speech"),
    ItemKind.TRANSFER: N_("Transfer"),
    ItemKind.BREAK: N_("Break"),
    ItemKind.FREE: N_("Free time"),
}


def item_label(kind: str) -> Sentence:
    """The word for a kind of line."""
    return say(_LABELS[ItemKind(kind)])


@dataclass(frozen=True, slots=True)
class Slot:
    """The time a line takes. `minutes` None is open: until whatever follows."""

    starts_at: dt.datetime | None = None
    minutes: int | None = None
    fixed: bool = False
    travel: int | None = None

    @property
    def ends_at(self) -> dt.datetime | None:
        """When it is over; a line of open length when it begins."""
        if self.starts_at is None:
            return None
        return self.starts_at + dt.timedelta(minutes=self.minutes or 0)


def following(slots: Sequence[Slot], at: int, now: Slot) -> Starts:
    """The starts of all lines once the line `at` is as in `now`.

    What follows moves by as much as its end moved, up to a fixed line: that one and those behind
    it keep their time. Lines beside it or before it in time stay. A line of open length that is
    given minutes pushes only as far as it would run into the next.
    """
    starts: Starts = [one.starts_at for one in slots]
    starts[at] = now.starts_at
    by = _moved(slots, at, now)
    after = slots[at].ends_at
    if not by or after is None:
        return starts
    return _pushed(slots, starts, at + 1, after, by)


def _moved(slots: Sequence[Slot], at: int, now: Slot) -> dt.timedelta:
    was = slots[at]
    if was.ends_at is None or now.ends_at is None:
        return dt.timedelta()
    if was.minutes is not None or now.minutes is None:
        return now.ends_at - was.ends_at
    begun = now.starts_at - was.starts_at if now.starts_at and was.starts_at else dt.timedelta()
    later = [one.starts_at for one in slots[at + 1 :] if one.starts_at is not None]
    if not later:
        return begun
    return max(begun, now.ends_at - later[0])


def _pushed(
    slots: Sequence[Slot], starts: Starts, first: int, after: dt.datetime, by: dt.timedelta
) -> Starts:
    for place in range(first, len(slots)):
        start = slots[place].starts_at
        if start is None or start < after:
            continue
        if slots[place].fixed:
            break
        starts[place] = start + by
    return starts


def shifted(slots: Sequence[Slot], at: int, minutes: int) -> Starts:
    """Everything from the line `at` on, some minutes later (earlier if negative).

    The line itself moves also if it is fixed: a person asked for it. Those behind move up to the
    next fixed one.
    """
    starts: Starts = [one.starts_at for one in slots]
    start, by = slots[at].starts_at, dt.timedelta(minutes=minutes)
    if start is None:
        return starts
    starts[at] = start + by
    return _pushed(slots, starts, at + 1, start, by)


def inserted(slots: Sequence[Slot], at: int, new: Slot) -> tuple[dt.datetime | None, Starts]:
    """The start of a new line put at place `at`, and those of the others.

    Without a time of its own it begins where the line before it ends, after its travel; what
    follows makes room for it.
    """
    starts: Starts = [one.starts_at for one in slots]
    if new.starts_at is not None:
        return new.starts_at, starts
    before = next((one for one in reversed(slots[:at]) if one.ends_at is not None), None)
    if before is None or before.ends_at is None:
        return None, starts
    begins = before.ends_at + dt.timedelta(minutes=new.travel or 0)
    ends = begins + dt.timedelta(minutes=new.minutes or 0)
    later = [one.starts_at for one in slots[at:] if one.starts_at is not None]
    room = later[0] - ends if later else dt.timedelta()
    if room < dt.timedelta():
        starts = _pushed(slots, starts, at, before.ends_at, -room)
    return begins, starts


def moved(slots: Sequence[Slot], source: int, to: int) -> tuple[list[int], Starts]:
    """The line `source` put at place `to`: the new order as old places, with their starts.

    The lines between change places in time: each keeps its length, the pauses stay where they
    were, so that what stands outside keeps its time. A fixed line keeps its own. A line of open
    length takes along the time up to the next.
    """
    order = list(range(len(slots)))
    order.insert(to, order.pop(source))
    first, last = min(source, to), max(source, to)
    span = slots[first : last + 1]
    starts: Starts = [slots[place].starts_at for place in order]
    if any(one.starts_at is None for one in span):
        return order, starts
    lengths = [_length(slots, first + place) for place in range(len(span))]
    pauses = _pauses(span, lengths)
    clock = span[0].starts_at
    for place in range(first, last + 1):
        one = slots[order[place]]
        if clock is None:
            break
        begins = one.starts_at if one.fixed and one.starts_at else clock
        starts[place] = begins
        pause = pauses[place - first] if place < last else dt.timedelta()
        clock = begins + lengths[order[place] - first] + pause
    return order, starts


def _length(slots: Sequence[Slot], at: int) -> dt.timedelta:
    one = slots[at]
    if one.minutes is not None or one.starts_at is None:
        return dt.timedelta(minutes=one.minutes or 0)
    later = slots[at + 1].starts_at if at + 1 < len(slots) else None
    return max(later - one.starts_at, dt.timedelta()) if later else dt.timedelta()


def _pauses(span: Sequence[Slot], lengths: Sequence[dt.timedelta]) -> list[dt.timedelta]:
    found = []
    for one, other, length in zip(span, span[1:], lengths, strict=False):
        if one.starts_at is None or other.starts_at is None:
            found.append(dt.timedelta())
        else:
            found.append(other.starts_at - one.starts_at - length)
    return found
