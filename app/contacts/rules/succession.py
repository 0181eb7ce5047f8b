"""The line of a post: who headed it after whom, and when nobody did.

Successor and predecessor follow from the dates. A vacancy lies between the noted end of one head
and the beginning of the next; a chargé d'affaires a.i. fills it (Vienna Convention on Diplomatic
Relations, art. 19.1).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.contacts.rules import codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

_DAY = dt.timedelta(days=1)
_ACTING = frozenset({codes.Function.CHARGE_AI, codes.Function.ACTING_HEAD_OF_POST})


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody's time in a function; an end that is not noted is open."""

    id: UUID
    function: str
    begins: dt.date | None = None
    ends: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Vacancy:
    """From the first day without a head until the last, None while it lasts; `acting` fills it."""

    since: dt.date
    until: dt.date | None
    acting: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """A head of the post with who came before and after; `acting` stood in meanwhile."""

    term: Term
    before: UUID | None = None
    after: UUID | None = None
    acting: tuple[Term, ...] = ()


def is_head(function: str) -> bool:
    """Whether the function heads a diplomatic or a consular post, acting heads included."""
    return codes.is_head_of_mission(function) or codes.consular_class(function) is not None


def is_acting(function: str) -> bool:
    """Whether somebody heads a post only until its head comes."""
    return function in _ACTING


def line_of(terms: Iterable[Term], today: dt.date) -> list[Head | Vacancy]:
    """The heads of a post and its vacancies, the newest first; nobody else."""
    known = list(terms)
    heads = sorted((one for one in known if _is_full_head(one)), key=_order)
    acting = sorted((one for one in known if is_acting(one.function)), key=_order)
    gaps = _vacancies(heads, today)
    filled = [Vacancy(since, until, _within(acting, since, until)) for since, until in gaps]
    taken = {one.id for gap in filled for one in gap.acting}
    line: list[Head | Vacancy] = [*filled]
    free = [one for one in acting if one.id not in taken]
    for at, one in enumerate(heads):
        before = heads[at - 1].id if at else None
        after = heads[at + 1].id if at + 1 < len(heads) else None
        meanwhile = _within(free, one.begins or dt.date.min, one.ends)
        free = [other for other in free if other not in meanwhile]
        line.append(Head(one, before, after, meanwhile))
    line += [Head(one) for one in free]
    return sorted(line, key=_newest_first)


def neighbours(own: UUID, line: Sequence[Head | Vacancy]) -> tuple[UUID | None, UUID | None]:
    """Predecessor and successor of a head in the line of a post."""
    found = next((one for one in line if isinstance(one, Head) and one.term.id == own), None)
    return (found.before, found.after) if found else (None, None)


def _is_full_head(one: Term) -> bool:
    return is_head(one.function) and not is_acting(one.function)


def _order(one: Term) -> tuple[dt.date, dt.date, UUID]:
    return one.begins or one.ends or dt.date.max, one.ends or dt.date.max, one.id


def _vacancies(heads: Sequence[Term], today: dt.date) -> list[tuple[dt.date, dt.date | None]]:
    """The days without a head; a head whose end is not noted stays until the next begins."""
    gaps: list[tuple[dt.date, dt.date | None]] = []
    last: dt.date | None = None
    for one in heads:
        if last is not None and one.begins is not None and one.begins > last + _DAY:
            gaps.append((last + _DAY, one.begins - _DAY))
        open_end = one.ends or dt.date.max
        last = open_end if last is None else max(last, open_end)
        if one.ends is None and one is not heads[-1]:
            last = None
    if last is not None and last < today:
        gaps.append((last + _DAY, None))
    return gaps


def _within(acting: Sequence[Term], since: dt.date, until: dt.date | None) -> tuple[Term, ...]:
    """Who stood in for some of these days."""
    return tuple(
        one
        for one in acting
        if (one.begins or dt.date.min) <= (until or dt.date.max)
        and (one.ends or dt.date.max) >= since
    )


def _newest_first(entry: Head | Vacancy) -> tuple[int, int]:
    if isinstance(entry, Vacancy):
        return -entry.since.toordinal(), 0
    begins = entry.term.begins or entry.term.ends
    return -(begins.toordinal() if begins else 0), 1
