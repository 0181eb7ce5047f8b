"""Taking turns: what is measured and what it is held against run alternately.

A machine is seldom quiet; alternating runs meet the same noise, and the best of several, which
counts, is the run that met the least.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class MissingPeerError(Exception):
    """The peer is not on this machine; the message says which and what to install."""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table. `ours` and `peer` are in `unit`; `goal` is the highest good ratio,
    or the lowest where `higher` is better.
    """

    name: str
    ours: float
    peer: float
    goal: float
    unit: str = "s"
    against: str = ""
    higher: bool = False

    @property
    def ratio(self) -> float:
        """How many times the peer's figure ours is."""
        return self.ours / self.peer

    @property
    def reached(self) -> bool:
        """Whether the goal is reached."""
        return self.ratio >= self.goal if self.higher else self.ratio <= self.goal

    def as_json(self) -> dict[str, str | float]:
        """The line as bench.json keeps it."""
        return {
            "name": self.name,
            "ours": round(self.ours, 4),
            "peer": round(self.peer, 4),
            "ratio": round(self.ratio, 3),
            "goal": self.goal,
        }


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, by the wall."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def best_of(
    rounds: int, ours: Callable[[], float], peer: Callable[[], float]
) -> tuple[float, float]:
    """The best time of each, run in turns; each answers its own seconds."""
    taken = [(ours(), peer()) for _ in range(rounds)]
    return min(one for one, _ in taken), min(one for _, one in taken)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
