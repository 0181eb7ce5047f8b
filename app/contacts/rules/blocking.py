"""Which pairs of many records are worth a look: those that share a key, or stand side by side.

A block of more than a handful is sorted by what else is known and only neighbours are compared, as
in the sorted neighbourhood of record linkage, so that the work grows with the number of people and
not with its square, whatever name is common.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from app.contacts.rules.sounds import Word
    from app.contacts.rules.twins import Facts

T = TypeVar("T")

WHOLE = 9
"""Up to so many in a block, everybody is compared with everybody."""
WINDOW = 3
"""Beyond, each with so many that follow."""


def candidates(
    many: Sequence[T],
    passes: Sequence[Callable[[T], Iterable[str]]],
    order: Callable[[T], str],
) -> Iterator[tuple[int, int]]:
    """Pairs of positions to compare, each once, the smaller first."""
    seen: set[int] = set()
    count = len(many)
    for keys in passes:
        blocks: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(many):
            for key in keys(one):
                blocks[key].append(at)
        for block in blocks.values():
            if len(block) > 1:
                yield from _within(block, many, order, seen, count)


def _within(
    block: list[int], many: Sequence[T], order: Callable[[T], str], seen: set[int], count: int
) -> Iterator[tuple[int, int]]:
    reach = len(block)
    if reach > WHOLE:
        block.sort(key=lambda at: order(many[at]))
        reach = WINDOW
    for place, one in enumerate(block):
        for two in block[place + 1 : place + 1 + reach]:
            low, high = (one, two) if one < two else (two, one)
            pair = low * count + high
            if pair not in seen and low != high:
                seen.add(pair)
                yield low, high


# --- the keys of people ---


def _telling(words: Sequence[Word]) -> list[Word]:
    """The words that tell most, particles and initials only where there is nothing else."""
    full = [word for word in words if word.weight >= 1]
    return full or list(words)


def by_birth(one: Facts) -> Iterable[str]:
    """Born on the same day."""
    return (one.birth,) if one.birth else ()


def by_contact(one: Facts) -> Iterable[str]:
    """Reached in the same way: mail, or the end of a phone number."""
    return (*one.mails, *one.ends)


def by_name(one: Facts) -> Iterable[str]:
    """The same words, whatever their order, as they sound."""
    found = [" ".join(sorted(word.rough for word in _telling(one.words)))]
    if one.native:
        found.append(" ".join(sorted(word.rough for word in _telling(one.native))))
    return found


def by_word(one: Facts) -> Iterable[str]:
    """One word as it sounds, with the first sound of another."""
    made = []
    for words in (one.words, one.native):
        full = _telling(words)
        for word in full[:4]:
            for other in full[:4]:
                if other is not word:
                    made.append(f"{word.rough} {other.rough[:1]}")
    return made


def by_house(one: Facts) -> Iterable[str]:
    """Living in the same street of the same place."""
    if not one.street:
        return ()
    return tuple(f"{one.street[:6]} {place}" for place in {one.postal, one.city} if place)


def by_beginnings(one: Facts) -> Iterable[str]:
    """Names that begin alike, in either order: what sorting side by side finds."""
    full = _telling(one.words)
    return tuple({f"{word.level[:3]}" for word in (*full[:1], *full[-1:])})


def order_of(one: Facts) -> str:
    """What stands side by side: the name, then what else is known."""
    name = "".join(word.level for word in one.words)
    return f"{name}|{one.birth}|{one.postal}|{one.street}"


PEOPLE = (by_birth, by_contact, by_name, by_word, by_house, by_beginnings)
