"""The directory: one line for everything findable, in name order.

A read model beside the records. Every write brings its lines up to date in the same transaction;
the search box, the lists and the first screenful of a starting window read nothing else. Its key,
`docid`, follows the order of names, so the first fifty hits of a search are the first fifty by name
and no result is ever ranked or sorted.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from app.core.images import TableImages

COLUMNS = (
    "id", "kind", "title", "native", "role", "place", "place_code", "country", "day", "state",
    "language", "until", "seen", "times",
)  # fmt: skip
SORTED = ("role", "country", "day", "place", "language", "until", "seen", "times")
"""The columns a list may be sorted by, besides the order of names: each has its index."""
TIE_BITS = 20
"""Room for a million names that begin alike."""
ROOM = 1 << TIE_BITS
_STRIDE = 256
_KEY_BITS = 63 - TIE_BITS


@dataclass(frozen=True, slots=True)
class Line:
    """One line: who or what (`title`), as what (`role`), where (`place`), since or on (`day`).

    `role`, `country`, `state` and `language` are codes; `place_code` names a place whose words
    follow the reader's language. `day`, `until` (until when it is expected to stay so) and `seen`
    (when last) are ISO dates or empty; `times` says how often.
    """

    id: UUID
    kind: str
    title: str
    native: str = ""
    role: str = ""
    place: str = ""
    place_code: str = ""
    country: str = ""
    day: str = ""
    state: str = ""
    language: str = ""
    until: str = ""
    seen: str = ""
    times: int = 0


@dataclass(frozen=True, slots=True)
class Bound:
    """A column of a line lies between two values, both included; None leaves an end open."""

    column: str
    low: str | int | None = None
    high: str | int | None = None


@dataclass(frozen=True, slots=True)
class View:
    """Which lines of the directory a list shows; empty conditions let everything through.

    Each group of `marks` asks for at least one of its marks; all `bounds` must hold.
    """

    kinds: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    marks: tuple[tuple[str, ...], ...] = ()
    bounds: tuple[Bound, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line with what it is sorted and found by. `names` and `words` are folded words."""

    line: Line
    sort_key: str
    names: str
    words: str


Row: TypeAlias = tuple[Any, ...]
"""An entry as it is stored, in the order of `COLUMNS`, then sort key, names, words."""


def entry_of(row: Row) -> Entry:
    """A stored entry as a value."""
    return Entry(line_from(row[: len(COLUMNS)]), *row[len(COLUMNS) :])


@dataclass(frozen=True, slots=True)
class Indexer:
    """How a room keeps its lines: which tables they come from, and the entries of given ids.

    `affected` names, from the images of a Step, the ids whose lines may have changed; `dated` the
    ids whose lines change because a day came, after the first ISO day and up to the second.
    """

    tables: frozenset[str]
    affected: Callable[[Session, Mapping[str, TableImages]], set[UUID]]
    entries: Callable[[Session, Iterable[UUID] | None], Iterable[Entry]]
    dated: Callable[[Session, str, str], set[UUID]] | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What another room adds to a line: when last, how often, and marks ("tag:…", "set:…")."""

    seen: str = ""
    times: int = 0
    marks: frozenset[str] = frozenset()

    def joined(self, other: Facts) -> Facts:
        """What two rooms say together."""
        return Facts(max(self.seen, other.seen), self.times + other.times, self.marks | other.marks)


@dataclass(frozen=True, slots=True)
class Contribution:
    """How a room adds to the lines of a lower one, which does not know of it.

    `affected` as in `Indexer`; `facts` for given ids, or for all; ids it says nothing of are left
    out.
    """

    tables: frozenset[str]
    affected: Callable[[Session, Mapping[str, TableImages]], set[UUID]]
    facts: Callable[[Session, Sequence[UUID] | None], Mapping[UUID, Facts]]


_OUTDATED = "outdated lines"


def outdate(session: Session, ids: Iterable[UUID]) -> None:
    """Lines a bulk command knows to be outdated: they are written anew at its end."""
    session.info.setdefault(_OUTDATED, set()).update(ids)


def outdated(session: Session) -> set[UUID]:
    """The lines the running command outdated."""
    found: set[UUID] = session.info.get(_OUTDATED, set())
    return found


def name_position(sort_key: str) -> int:
    """The order of a sort key as a number: the key's first letters, then room for ties.

    Letters take five bits, digits nine, other scripts more, so that about eight letters count.
    """
    value, used = 0, 0
    for character in sort_key:
        code, width = _bits(character)
        value, used = (value << width) | code, used + width
        if used >= _KEY_BITS:
            break
    value = value << (_KEY_BITS - used) if used < _KEY_BITS else value >> (used - _KEY_BITS)
    return value << TIE_BITS


def places(base: int, keys: Sequence[str], present: Sequence[tuple[int, str]]) -> list[int] | None:
    """Docids for sorted keys among the names that begin alike, None where they must move up.

    `present` are the docids and sort keys there already, by docid. Middle places stay free first,
    so that names coming later still find theirs.
    """
    if not present:
        return spread(base, len(keys))
    known = [key for _docid, key in present]
    found: list[int] = []
    for at, run in groupby(keys, key=lambda key: bisect_right(known, key)):
        count = sum(1 for _key in run)
        low = present[at - 1][0] if at else base - 1
        high = present[at][0] if at < len(present) else base + ROOM
        gap = (high - low) // (count + 1)
        if gap == 0:
            return None
        if at and at == len(present):
            gap = min(gap, _STRIDE)
        found += [low + gap * (number + 1) for number in range(count)]
    return found


def spread(base: int, count: int) -> list[int]:
    """Docids for all names that begin alike, with room on both sides of each."""
    edge = ROOM // 4 if count < ROOM // 4 else 0
    return [base + edge + (ROOM - 2 * edge) * number // count for number in range(count)]


@lru_cache(maxsize=8_192)
def _bits(character: str) -> tuple[int, int]:
    point = ord(character)
    if 97 <= point <= 122:
        return point - 97 + 2, 5
    if point < 97:
        return ((1 << 4) | (point - 48), 9) if point >= 48 else (0, 5)
    if point < 0x400:
        return (28 << 10) | point, 15
    if point < 0x600:
        return (29 << 11) | point, 16
    if point < 0x3000:
        return (30 << 14) | point, 19
    return (31 << 17) | min(point, (1 << 17) - 1), 22


def line_from(row: Any) -> Line:
    """A line from a row in the order of `COLUMNS`."""
    return Line(row[0] if isinstance(row[0], UUID) else UUID(row[0]), *row[1:])
