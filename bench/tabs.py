"""The tabs of a mission of six hundred: each is painted with its rows within 100 ms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bench.measure import Result

if TYPE_CHECKING:
    from bench.desk import Desk

TRAVELLERS = 600
LIMIT_MS, BEAT_MS = 100.0, 50.0


def opening(desk: Desk, rounds: int) -> list[Result]:
    """Every tab the page of a mission has, against the limit; then the longest step of them all."""
    office = desk.new_office("mission.belfry")
    mission = desk.run(desk.python("-m", "bench.mission", office, str(TRAVELLERS))).strip()
    probe = desk.python("-m", "bench.tabs_probe", office, mission, str(max(rounds, 3)))
    told: dict[str, list[float]] = json.loads(desk.run(probe).splitlines()[-1])
    found = [
        Result(f"mission of {TRAVELLERS}, {key}", painted, LIMIT_MS, 1.0, "ms", "limit to paint")
        for key, (painted, _stalled) in told.items()
    ]
    longest = max(stalled for _painted, stalled in told.values())
    name = f"mission of {TRAVELLERS}, longest step"
    return [*found, Result(name, longest, BEAT_MS, 1.0, "ms", "limit of the event loop")]
