"""The list of contacts: how soon it shows another order, view or filter; gaps in scrolling."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bench.measure import Result

if TYPE_CHECKING:
    from bench.desk import Desk

FIRST_PAINT_MS = 100.0
"""Below a tenth of a second an answer feels immediate (Miller 1968)."""
KINDS = {
    "open": "contacts opened again to first paint",
    "sort": "another order to first paint",
    "view": "another view to first paint",
    "filter": "a filter to first paint",
}


def showing(desk: Desk, rounds: int) -> list[Result]:
    """In the real window over an encrypted office: the worst of everything that is offered."""
    runs = []
    for _ in range(max(1, rounds - 2)):
        said = desk.run(desk.python("-m", "bench.views_probe", desk.crowded_office))
        runs.append(json.loads(said.splitlines()[-1]))
    limit = f"limit {FIRST_PAINT_MS:.0f} ms"
    results = []
    for kind, words in KINDS.items():
        best = {name: min(run[kind][name] for run in runs) for name in runs[0][kind]}
        worst = max(best, key=lambda name: best[name])
        title = f"{words}, worst of {len(best)}: {worst}"
        results.append(Result(title, best[worst], FIRST_PAINT_MS, 1.0, "ms", limit))
    gaps = min(run["gaps"] for run in runs)
    title = "rows painted blank while scrolling, of 100"
    return [*results, Result(title, gaps, 1.0, 1.0, "", "none")]
