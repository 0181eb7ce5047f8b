"""What stood in a paper, and how another printing of it differs.

A line is "key=digest": the key says which record it tells of ("participant:" and its id), the
digest stands for its words. So a printing is compared without keeping a name or a fact.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

PARTICIPANT = "participant"
"""The kind of the keys of people: who stands in a printing is known by them."""
NAMED = "named"
"""The kind of the keys of people whom a line of something else names."""
PEOPLE = (PARTICIPANT, NAMED)


@dataclass(frozen=True, slots=True)
class Difference:
    """Keys that are new, changed and gone since an earlier printing, in the order of each."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __len__(self) -> int:
        """How many lines differ."""
        return len(self.new) + len(self.changed) + len(self.gone)


def key_of(kind: str, record: UUID | str) -> str:
    """The key of a record in a paper."""
    return f"{kind}:{record if isinstance(record, str) else record.hex}"


def kind_of(key: str) -> str:
    """The kind a key begins with."""
    return key.partition(":")[0]


def record_of(key: str) -> str:
    """What a key names behind its kind: 32 figures of an id, or a word."""
    return key.partition(":")[2]


def digest(parts: Iterable[str | bytes], seal: bytes) -> str:
    """Sixteen figures that stand for words; `seal` is other for every dossier (at most 64 bytes).

    Without the seal nobody can try out which name it may be.
    """
    made = hashlib.blake2s(digest_size=8, key=seal[:32])
    for part in parts:
        body = part.encode() if isinstance(part, str) else part
        made.update(len(body).to_bytes(8, "big"))
        made.update(body)
    return made.hexdigest()


def as_lines(digests: Mapping[str, str]) -> tuple[str, ...]:
    """Digests by key, as they are kept."""
    return tuple(f"{key}={value}" for key, value in digests.items())


def digests_of(lines: Iterable[str]) -> dict[str, str]:
    """What was kept, by key."""
    return {key: value for key, _is, value in (one.rpartition("=") for one in lines)}


def difference(before: Iterable[str], now: Iterable[str]) -> Difference:
    """What a printing has that the one before had not, had otherwise, or had alone."""
    was, is_now = digests_of(before), digests_of(now)
    return Difference(
        tuple(key for key in is_now if key not in was),
        tuple(key for key, value in is_now.items() if was.get(key, value) != value),
        tuple(key for key in was if key not in is_now),
    )


def same(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two printings say the same, whatever the order."""
    return digests_of(one) == digests_of(other)


def compared_with(printed: Sequence[Sequence[str]], now: Sequence[str]) -> int | None:
    """Which printing (oldest first) marks are made against: the last that says something else.

    So a paper handed out twice without a change carries the same marks twice. None where there is
    no such printing.
    """
    for at in reversed(range(len(printed))):
        if not same(printed[at], now):
            return at
    return None


def version_of(printed: Sequence[Sequence[str]], now: Sequence[str]) -> int:
    """Which version the present lines are, from 1: it counts contents, not copies."""
    count = 0
    last: Sequence[str] | None = None
    for lines in (*printed, now):
        if last is None or not same(last, lines):
            count += 1
        last = lines
    return count
