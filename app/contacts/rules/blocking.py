"""Which pairs of many records are worth a look: those that share a key, or stand side by side.

A block of more than a handful is sorted by what else is known and only neighbours are compared, as
in the sorted neighbourhood of record linkage, so that the work grows with the number of people and
not with its square, whatever name is common.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from rapidfuzz.distance import JaroWinkler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from app.contacts.rules.organisation_twins import PlaceFacts
    from app.contacts.rules.sounds import Word
    from app.contacts.rules.twins import Facts

T = TypeVar("T")

WHOLE = 9
"""Up to so many in a block, everybody is compared with everybody."""
WINDOW = 3
"""Beyond, each with so many that follow."""
STRIDE = 2_000
"""Records between two words about how far it is."""
_HOUSEMATE = 0.6


def blocks(
    many: Sequence[T], keys: Callable[[T], Iterable[str]], tell: Callable[[int], None]
) -> list[list[int]]:
    """Positions that share a key, block by block."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(many):
        for key in keys(one):
            found[key].append(at)
        if at % STRIDE == 0:
            tell(at)
    return [block for block in found.values() if len(block) > 1]


def within(
    block: list[int], many: Sequence[T], order: Callable[[T], str], seen: set[int]
) -> Iterator[tuple[int, int]]:
    """Pairs of a block not `seen` yet, the smaller position first; they are seen then."""
    count = len(many)
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
    return [
        f"{word.rough} {other.rough[:1]}"
        for full in (_telling(one.words)[:4], _telling(one.native)[:4])
        for word in full
        for other in full
        if other is not word
    ]


def by_house(one: Facts) -> Iterable[str]:
    """Living in the same street of the same place."""
    if not one.street:
        return ()
    return tuple(f"{one.street[:6]} {place}" for place in {one.postal, one.city} if place)


def by_beginnings(one: Facts) -> Iterable[str]:
    """Names that begin alike, in either order: what sorting side by side finds."""
    full = _telling(one.words)
    return tuple({f"{word.level[:3]}" for word in (*full[:1], *full[-1:])})


def named_alike(one: Facts, two: Facts) -> bool:
    """Whether neighbours may be one: those of a house mostly have another name."""
    return (
        one.birth == two.birth != "" or JaroWinkler.similarity(one.joined, two.joined) > _HOUSEMATE
    )


def order_of(one: Facts) -> str:
    """What stands side by side: the name, then what else is known."""
    return f"{one.joined}|{one.birth}|{one.postal}|{one.street}"


Look: TypeAlias = "Callable[[Facts, Facts], bool] | None"
Keys: TypeAlias = "tuple[Callable[[Facts], Iterable[str]], Look]"
PEOPLE: tuple[Keys, ...] = (
    (by_birth, None),
    (by_contact, None),
    (by_name, None),
    (by_word, None),
    (by_house, named_alike),
    (by_beginnings, None),
)
"""The passes, and for a crowded one what tells quickly that a pair is not worth weighing."""


# --- the keys of organisations ---


def by_title(one: PlaceFacts) -> Iterable[str]:
    """Two words of the name, as they sound."""
    words = sorted({word.rough for word in one.words if word.weight >= 1 and word.rough})[:5]
    return [f"{a} {b}" for at, a in enumerate(words) for b in words[at + 1 :]] or words


def by_post(one: PlaceFacts) -> Iterable[str]:
    """The same kind of post of the same State."""
    return (f"{one.kind} {one.country}",) if one.country and one.post else ()


def by_reach(one: PlaceFacts) -> Iterable[str]:
    """Reached in the same way."""
    return (*one.mails, *one.ends)


def by_first_word(one: PlaceFacts) -> Iterable[str]:
    """Names that begin alike in one town."""
    return (f"{one.joined[:4]} {one.city[:3]}",) if one.joined else ()


def order_of_places(one: PlaceFacts) -> str:
    """What stands side by side."""
    return f"{one.joined}|{one.country}|{one.city}"


PLACES: tuple[
    tuple[Callable[[PlaceFacts], Iterable[str]], Callable[[PlaceFacts, PlaceFacts], bool] | None],
    ...,
] = ((by_title, None), (by_post, None), (by_reach, None), (by_first_word, None))
