"""Meetings of sixty companies and forty hosts in sixteen slots, against the proven bound.

The bound is of a flow no schedule can pass, however long somebody looks for one; so a share of it
is at least that share of the best total.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bench.fair import COMPANIES, HOSTS, SLOTS
from bench.measure import Result

if TYPE_CHECKING:
    from bench.desk import Desk

SHARE, LIMIT, TAKE_LIMIT = 0.95, 10.0, 2.0
"""The least share of the bound; seconds to propose, and to take a proposal, at most."""


def arranging(desk: Desk, rounds: int) -> list[Result]:
    """The total against the bound, then the time of the slowest."""
    del rounds  # the solver's time is its limit
    office = desk.new_office("fair.belfry")
    told: dict[str, list[float]] = json.loads(
        desk.run(desk.python("-m", "bench.fair", office)).splitlines()[-1]
    )
    size = f"{COMPANIES} x {HOSTS} x {SLOTS}"
    found = [
        Result(f"meetings {size}, {name}", total, bound, SHARE, "pts", "proven bound", higher=True)
        for name, (total, bound, _proposed, _taken) in told.items()
    ]
    slowest = max(proposed for _total, _bound, proposed, _taken in told.values())
    longest = max(taken for _total, _bound, _proposed, taken in told.values())
    return [
        *found,
        Result(f"meetings {size}, propose", slowest, LIMIT, 1.0, "s", "limit"),
        Result(f"meetings {size}, take", longest, TAKE_LIMIT, 1.0, "s", "limit"),
    ]
