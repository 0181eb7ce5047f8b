"""Meetings between companies and hosts: as many wishes as fit, nobody in two places at once.

The value that flows is a `Fair`: parties, their wishes, the slots, and what is fixed by hand. The
answer is a `Schedule` with the total it reached and the bound no schedule can pass. What cannot be
kept together is named first, by `contradictions`.

Who meets whom is a flow of least cost, whose cost is the bound. On two sides such a choice can be
laid out over slots (Kőnig), which is done slot by slot as the heaviest matching, those first who
have no time to lose; then each slot is matched anew while that gains anything. Where parties are
often away the bound may be out of reach: `refining` goes on from there with CP-SAT. Tried on
60 x 40 x 16: the matchings reach the bound, or 99.9 % of it, in half a second, where CP-SAT alone
needs ten or does not get there.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from typing import TYPE_CHECKING

from app.missions.rules.fair import Fixed, Schedule, free_slots, most_meetings, wanted_pairs
from app.missions.rules.flows import Flow
from app.missions.rules.refining import refine

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.missions.rules.fair import Fair, Pair


def arrange(
    fair: Fair,
    seconds: float = 10.0,
    progress: Callable[[int, int], None] | None = None,
) -> Schedule:
    """Fill the slots by wishes.

    Args:
        fair: what to arrange; `contradictions(fair)` must be empty.
        seconds: the longest it may take.
        progress: told of each round with the total reached and the bound; may raise to stop.
    """
    until = time.monotonic() + seconds
    limit, chosen = _bound(fair)
    filling = _Filling(fair)
    filling.lay_out(chosen)
    best = filling.schedule(limit)
    for round_ in range(ROUNDS):
        if progress is not None:
            progress(best.total, limit)
        if best.proven or time.monotonic() > until:
            break
        filling.match_anew(round_)
        best = max(best, filling.schedule(limit), key=lambda one: one.total)
    left = until - time.monotonic()
    return best if best.proven or left <= 0 else refine(fair, best, left, progress)


ROUNDS = 40


def _bound(fair: Fair) -> tuple[int, set[Pair]]:
    """The weight no schedule can pass, and the pairs that reach it where slots do not matter."""
    flow = Flow()
    for one in fair.companies:
        flow.way("source", one.key, most_meetings(one, fair))
    for one in fair.hosts:
        flow.way(one.key, "tables", most_meetings(one, fair))
    possible = wanted_pairs(fair)
    held = {one.pair for one in fair.fixed}
    for pair, weight in possible.items():  # what is fixed is held whatever it weighs
        flow.way(*pair, 1, weight + (_HELD if pair in held else 0))
    whole = fair.slots * (len(fair.companies) if fair.tables is None else fair.tables)
    flow.way("tables", "sink", whole)
    used = flow.send("source", "sink", whole)
    chosen = {pair for pair in possible if pair in used}
    return sum(possible[pair] for pair in chosen), chosen


_HELD = 1_000_000


class _Filling:
    """Slots being filled: which pairs meet in each."""

    def __init__(self, fair: Fair) -> None:
        self._fair = fair
        self._wishes = wanted_pairs(fair)
        parties = (*fair.companies, *fair.hosts)
        self._free = {one.key: free_slots(one, fair) for one in parties}
        self._most = {one.key: most_meetings(one, fair) for one in parties}
        self._language = {one.key: one.language for one in parties if one.language}
        self._fixed: dict[int, set[Pair]] = {slot: set() for slot in range(fair.slots)}
        for one in fair.fixed:
            self._fixed[one.slot].add(one.pair)
        self._held = {slot: set(pairs) for slot, pairs in self._fixed.items()}

    def schedule(self, limit: int) -> Schedule:
        """What stands now."""
        met = [Fixed(pair, slot) for slot, pairs in self._held.items() for pair in sorted(pairs)]
        return Schedule(tuple(met), sum(self._wishes[one.pair] for one in met), limit)

    def lay_out(self, chosen: set[Pair]) -> None:
        """Put pairs into slots, the slots with the fewest free first."""
        scarce = sorted(
            self._held, key=lambda slot: sum(slot in one for one in self._free.values())
        )
        for at, slot in enumerate(scarce):
            haste = self._haste(chosen, scarce[at:])
            values = {
                pair: weight * _FINE
                + (_CHOSEN * weight + haste[pair[0]] + haste[pair[1]] if pair in chosen else 0)
                for pair, weight in self._open(slot).items()
            }
            self._match(slot, values)

    def match_anew(self, seed: int) -> None:
        """Match each slot again, other slots standing; ties fall differently each time."""
        chance = random.Random(seed)  # noqa: S311 - ties, not secrets
        for slot in self._held:
            self._held[slot] = set(self._fixed[slot])
            values = {
                pair: weight * _FINE + chance.randint(0, _FINE // 3)
                for pair, weight in self._open(slot).items()
            }
            self._match(slot, values)

    def _haste(self, chosen: set[Pair], slots: list[int]) -> dict[str, int]:
        """How little time each party has left for what was chosen, from 0 to a weight's worth."""
        held = {pair for pairs in self._held.values() for pair in pairs}
        wanted = Counter(key for pair in chosen - held for key in pair)
        return {
            key: int(_CHOSEN * 2 * (wanted[key] / max(1, sum(slot in free for slot in slots))) ** 4)
            for key, free in self._free.items()
        }

    def _open(self, slot: int) -> dict[Pair, int]:
        """The pairs that may still be put into a slot."""
        held = {pair for pairs in self._held.values() for pair in pairs}
        met = Counter(key for pair in held for key in pair)
        busy = {key for pair in self._held[slot] for key in pair}
        there = {
            key
            for key, free in self._free.items()
            if slot in free and key not in busy and met[key] < self._most[key]
        }
        return {
            pair: weight
            for pair, weight in self._wishes.items()
            if pair not in held and pair[0] in there and pair[1] in there
        }

    def _match(self, slot: int, values: dict[Pair, int]) -> None:
        """Add the heaviest matching to a slot; who needs an interpreter nobody can be waits."""
        fair = self._fair
        tables = len(fair.companies) if fair.tables is None else fair.tables
        room = tables - len(self._held[slot])
        while room > 0 and values:
            found = _heaviest(values, room)
            surplus = self._without_interpreter(self._held[slot] | found, values)
            if not surplus:
                self._held[slot] |= found
                return
            for pair in surplus:
                del values[pair]

    def _without_interpreter(self, pairs: set[Pair], values: dict[Pair, int]) -> set[Pair]:
        """Who would sit at a table without the interpreter they need, the lightest wishes first."""
        surplus: set[Pair] = set()
        for language, there in self._fair.interpreters.items():
            need = [one for one in pairs if language in (self._language.get(key) for key in one)]
            new = sorted((one for one in need if one in values), key=lambda one: (values[one], one))
            surplus.update(new[: max(0, len(need) - there)])
        return surplus


_FINE, _CHOSEN = 100, 10_000


def _heaviest(values: dict[Pair, int], room: int) -> set[Pair]:
    """The heaviest set of pairs in which nobody stands twice, of at most `room` pairs."""
    flow = Flow()
    for company in {pair[0] for pair in values}:
        flow.way("source", company, 1)
    for host in {pair[1] for pair in values}:
        flow.way(host, "sink", 1)
    for pair, value in values.items():
        flow.way(*pair, 1, value)
    used = flow.send("source", "sink", room)
    return {pair for pair in values if pair in used}
