"""What something was to cost, what was paid, and what is left; in euro cents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums of the lines beside the budget; `open` counts lines planned and not paid yet."""

    budget: int | None
    planned: int
    paid: int
    open: int

    @property
    def foreseen(self) -> int | None:
        """What may be spent: the budget, or else what was planned."""
        return self.budget if self.budget is not None else (self.planned or None)

    @property
    def left(self) -> int | None:
        """What is left of it; below zero where too much was paid. None where nothing was set."""
        return self.foreseen - self.paid if self.foreseen is not None else None


def totals(budget: int | None, lines: Iterable[tuple[int | None, int | None]]) -> Totals:
    """The sums of lines (planned, paid)."""
    rows = list(lines)
    planned = sum(plan or 0 for plan, _ in rows)
    paid = sum(cost or 0 for _, cost in rows)
    return Totals(budget, planned, paid, sum(cost is None for _, cost in rows))


def left_words(found: Totals, amount: str) -> Sentence | None:
    """How the costs stand against the budget; `amount` is the difference as people read it."""
    left = found.left
    if left is None:
        return None
    if left < 0:
        return say(N_("{amount} over budget"), amount=amount)
    return say(N_("{amount} left"), amount=amount)
