"""Every likely pair among many people or organisations, best first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from app.contacts.rules import blocking
from app.contacts.rules.organisation_twins import weigh_places
from app.contacts.rules.twins import weigh
from app.core.command import Progress, unwatched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.contacts.rules.organisation_twins import PlaceFacts
    from app.contacts.rules.twins import Facts, Verdict
    from app.core.text import Sentence

T = TypeVar("T")
LIKELY = 0.7
"""Pairs from here on are worth somebody's look."""
STRIDE = 2_000
MOST = 20_000
"""More pairs than anybody will ever look through are not kept."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two positions in what was scanned, how likely they are one, and why."""

    one: int
    two: int
    score: float
    reasons: tuple[Sentence, ...]


def people(
    many: Sequence[Facts],
    least: float = LIKELY,
    apart: frozenset[tuple[str, str]] = frozenset(),
    progress: Progress = unwatched,
    passes: Sequence[blocking.Keys] = blocking.PEOPLE,
) -> list[Pair]:
    """Likely pairs among people; `apart` are pairs of ids, the smaller first, known to be two.

    Raises:
        CancelledError: whoever watches cancelled.
    """
    weighed = _Weighing(many, weigh, least, progress, len(passes))
    for at, (keys, look) in enumerate(passes):
        weighed.take(at, keys, blocking.order_of, look)
    return _best(weighed.found, lambda at: many[at].id, apart)


def places(
    many: Sequence[PlaceFacts],
    least: float = LIKELY,
    apart: frozenset[tuple[str, str]] = frozenset(),
    progress: Progress = unwatched,
) -> list[Pair]:
    """Likely pairs among organisations.

    Raises:
        CancelledError: whoever watches cancelled.
    """
    weighed = _Weighing(many, weigh_places, least, progress, len(blocking.PLACES))
    for at, (keys, look) in enumerate(blocking.PLACES):
        weighed.take(at, keys, blocking.order_of_places, look)
    return _best(weighed.found, lambda at: many[at].id, apart)


class _Weighing(Generic[T]):
    """Pass after pass over many, each pair weighed once."""

    def __init__(
        self,
        many: Sequence[T],
        weigh: Callable[[T, T, float], Verdict],
        least: float,
        progress: Progress,
        passes: int,
    ) -> None:
        self.many, self.weigh, self.least, self.progress = many, weigh, least, progress
        self.total = max(1, len(many)) * passes
        self.seen: set[int] = set()
        self.found: list[Pair] = []

    def take(
        self,
        at: int,
        keys: Callable[[T], Iterable[str]],
        order: Callable[[T], str],
        look: Callable[[T, T], bool] | None,
    ) -> None:
        """Weigh what shares a key; `look` tells quickly that a pair is not worth it."""
        many, weigh, least = self.many, self.weigh, self.least
        begun = at * len(many)
        grouped = blocking.blocks(many, keys, self._told(begun))
        done = len(many) // 4
        self.progress(begun + done, self.total)
        told = 0
        for block in grouped:
            for one, two in blocking.within(block, many, order, self.seen):
                if look is not None and not look(many[one], many[two]):
                    continue
                verdict = weigh(many[one], many[two], least)
                if verdict.score >= least and verdict.reasons:
                    self.found.append(Pair(one, two, verdict.score, verdict.reasons))
            told += len(block)
            if told >= STRIDE:
                told = 0
                done = min(done + STRIDE // 2, len(many))
                self.progress(begun + done, self.total)

    def _told(self, begun: int) -> Callable[[int], None]:
        return lambda done: self.progress(begun + done // 4, self.total)


def _best(
    found: list[Pair], id_of: Callable[[int], str], apart: frozenset[tuple[str, str]]
) -> list[Pair]:
    kept = [
        pair
        for pair in found
        if not apart or tuple(sorted((id_of(pair.one), id_of(pair.two)))) not in apart
    ]
    kept.sort(key=lambda pair: (-pair.score, id_of(pair.one), id_of(pair.two)))
    return kept[:MOST]
