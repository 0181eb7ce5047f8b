"""Going on from a schedule with CP-SAT, where matchings could not reach the bound."""

from __future__ import annotations

import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any

from app.missions.rules.fair import Fixed, Schedule, free_slots, most_meetings, wanted_pairs

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.missions.rules.fair import Fair, Pair

    Held = dict[tuple[Pair, int], Any]


def refine(
    fair: Fair,
    known: Schedule,
    seconds: float,
    progress: Callable[[int, int], None] | None = None,
    workers: int = 2,
) -> Schedule:
    """Look for a better schedule than a known one, and for a tighter bound.

    Args:
        fair: what to arrange.
        known: where to begin; it is answered where nothing better is found.
        seconds: the longest it may take.
        progress: told now and then of the total reached and the bound; may raise to stop.
        workers: threads of the solver.
    """
    begun = time.monotonic()
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    held = _variables(fair, model)
    _limits(fair, model, held)
    wishes = wanted_pairs(fair)
    total = sum(variable * wishes[pair] for (pair, _slot), variable in held.items())
    model.add(total >= known.total)
    model.add(total <= known.bound)
    model.maximize(total)
    stands = {(one.pair, one.slot) for one in known.meetings}
    for key, variable in held.items():
        model.add_hint(variable, key in stands)
    solver = cp_model.CpSolver()
    left = seconds - (time.monotonic() - begun)
    if left < _LEAST:
        return known
    solver.parameters.max_time_in_seconds = left
    solver.parameters.num_workers = workers
    reached = [known.total, known.bound]

    class Telling(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            reached[:] = int(self.objective_value), int(self.best_objective_bound)

    status = _watched(solver, lambda: solver.solve(model, Telling()), reached, progress)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return known
    chosen = [Fixed(pair, slot) for (pair, slot), one in held.items() if solver.value(one)]
    chosen.sort(key=lambda one: (one.slot, one.pair))
    bound = min(known.bound, int(solver.best_objective_bound + 1e-6))
    return Schedule(tuple(chosen), round(solver.objective_value), bound)


_LEAST = 0.3  # seconds; with less the solver does not even begin
_LOOK = 0.1  # seconds between two looks whether somebody wants it to stop


def _watched(
    solver: Any,
    solve: Callable[[], Any],
    reached: list[int],
    progress: Callable[[int, int], None] | None,
) -> Any:
    """Solve in a thread of its own, so that a stop is heard at once.

    An error raised through the solver's own code would end the program; it is raised here instead,
    once the solver has stopped.
    """
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(solve)
        try:
            while not wait([work], _LOOK).done:
                if progress is not None:
                    progress(*reached)
        except BaseException:
            solver.stop_search()
            raise
        return work.result()


def _variables(fair: Fair, model: Any) -> Held:
    """A variable for each pair in each slot both are there; what is fixed is held."""
    free = {one.key: free_slots(one, fair) for one in (*fair.companies, *fair.hosts)}
    held = {
        (pair, slot): model.new_bool_var("")
        for pair in wanted_pairs(fair)
        for slot in free[pair[0]] & free[pair[1]]
    }
    for one in fair.fixed:
        model.add(held[one.pair, one.slot] == 1)
    return held


def _limits(fair: Fair, model: Any, held: Held) -> None:
    """Once a pair, once a slot for each party, and no more than the tables and interpreters."""
    pairs, parties, slots = defaultdict(list), defaultdict(list), defaultdict(list)
    spoken = defaultdict(list)
    language = {one.key: one.language for one in (*fair.companies, *fair.hosts)}
    meetings = defaultdict(list)
    for (pair, slot), one in held.items():
        pairs[pair].append(one)
        slots[slot].append(one)
        for key in pair:
            parties[key, slot].append(one)
            meetings[key].append(one)
        for tongue in {language[key] for key in pair} & set(fair.interpreters):
            spoken[tongue, slot].append(one)
    for group in (*pairs.values(), *parties.values()):
        model.add_at_most_one(group)
    for party in (*fair.companies, *fair.hosts):
        model.add(sum(meetings[party.key]) <= most_meetings(party, fair))
    for group in slots.values() if fair.tables is not None else ():
        model.add(sum(group) <= fair.tables)
    for (tongue, _slot), group in spoken.items():
        model.add(sum(group) <= fair.interpreters[tongue])
