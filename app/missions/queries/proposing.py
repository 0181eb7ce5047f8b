"""A proposal for the meetings of a mission: made of values alone, away from the office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from app.core.errors import InvalidError, Problem
from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from app.missions.queries.fair import FairBoard

SECONDS = 8.5
"""So long a proposal is looked for, so that it stands within ten seconds on a busy desk."""

Placed = tuple[UUID, UUID, UUID]
"""A company meets a host in a slot."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Meetings as they could be, what they are worth, and the most any schedule can be worth.

    `seen` is how the meetings stood when it was made: it is taken only while they still do.
    """

    mission: UUID
    meetings: tuple[Placed, ...]
    total: int
    bound: int
    fulfilled: int
    wished: int
    moved: int
    fresh: int
    dropped: int
    seen: frozenset[Hashable]

    @property
    def proven(self) -> bool:
        """Whether no other schedule is better."""
        return self.total >= self.bound

    def words(self) -> Sentence:
        """How good it is, and how sure that is."""
        if not self.bound:
            return say(N_("No wish can be fulfilled: there is no wish, or no slot for it."))
        if self.proven:
            told = N_("{total} of at most {bound}; proven best.")
        else:
            told = N_("{total} of at most {bound}; nobody can do more than {percent} % better.")
        left = -(-100 * (self.bound - self.total) // max(1, self.total))
        return say(told, total=self.total, bound=self.bound, percent=left)


def propose(
    board: FairBoard,
    seconds: float = SECONDS,
    progress: Callable[[int, int], None] | None = None,
) -> Proposal:
    """Fill the slots by wishes; what was set by hand stays.

    Args:
        board: the meetings as they stand.
        seconds: the longest it may take.
        progress: told the total reached and the bound; may raise to stop.

    Raises:
        InvalidError: what was set by hand cannot be kept together; each is named.
        CancelledError: out of `progress`.
    """
    wrong = board.contradictions()
    if wrong:
        raise InvalidError(wrong[0], tuple(Problem("meetings", one) for one in wrong))
    from app.missions.rules.matchmaking import arrange  # OR-Tools: 0.3 s, on use only

    made = arrange(board.fair(), seconds, progress)
    meetings = tuple(
        (UUID(hex=one.pair[0]), UUID(hex=one.pair[1]), board.slots[one.slot].id)
        for one in made.meetings
    )
    pairs = {(company, host) for company, host, _slot in meetings}
    there = {pair: one.slot for pair, one in board.placed.items()}
    moved = sum(
        (company, host) in there and there[company, host] != slot
        for company, host, slot in meetings
    )
    return Proposal(
        board.mission,
        meetings,
        made.total,
        made.bound,
        sum(pair in pairs for pair in board.pair_wishes),
        len(board.pair_wishes),
        moved,
        sum(pair not in there for pair in pairs),
        sum(pair not in pairs for pair in there),
        board.seen,
    )
