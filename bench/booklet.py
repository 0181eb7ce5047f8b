"""The booklet of six hundred with their photos, held against what an office may wait and mail."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bench.measure import Result

if TYPE_CHECKING:
    from bench.desk import Desk

PARTICIPANTS = 600
SECONDS, MEGABYTES, MEMORY = 30.0, 25.0, 600.0


def booklet(desk: Desk, rounds: int) -> list[Result]:
    """Seconds, megabytes of the file and megabytes of memory, the best of the rounds."""
    office = desk.new_office("mission.belfry")
    fill = desk.python("-m", "bench.delegation", "fill", office, str(PARTICIPANTS))
    mission = desk.run(fill).strip()
    out = desk.folder / "booklet.pdf"
    printing = desk.python("-m", "bench.delegation", "print", office, mission, out)
    told = [json.loads(desk.run(printing)) for _ in range(rounds)]
    best = {name: min(one[name] for one in told) for name in told[0]}
    name = f"booklet of {PARTICIPANTS} with photos, {int(best['pages'])} pages"
    limit = "the limit of issue 5"
    return [
        Result(name, best["seconds"], SECONDS, 1.0, "s", limit),
        Result(f"{name}: file", best["bytes"] / 1e6, MEGABYTES, 1.0, "MB", limit),
        Result(f"{name}: memory", best["kilobytes"] / 1e3, MEMORY, 1.0, "MB", "600 MB"),
    ]
