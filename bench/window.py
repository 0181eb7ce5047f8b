"""The window: how soon it is usable, how soon a key shows what it finds."""

from __future__ import annotations

import json
import subprocess
import time
from typing import TYPE_CHECKING

from bench import people
from bench.desk import HOUSE
from bench.measure import Result, best_of, percentile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bench.desk import Desk

START_GOAL = 2.5
KEY_LIMIT_MS = 16.0
PROBE = ("-m", "bench.window_probe")
BARE = ("-m", "bench.bare_window")


def starting(desk: Desk, rounds: int) -> list[Result]:
    """From the start of the process to painted rows, against a bare main window."""
    ours = desk.python(*PROBE, "start", desk.office)
    bare = desk.python(*BARE)
    _until_painted(desk, ours), _until_painted(desk, bare)  # once for the disk and the .pyc files
    best, other = best_of(
        max(rounds, 5), lambda: _until_painted(desk, ours), lambda: _until_painted(desk, bare)
    )
    name = f"first usable window, {desk.count} people"
    return [Result(name, best, other, START_GOAL, "s", "bare QMainWindow")]


def _until_painted(desk: Desk, command: Sequence[str | Path]) -> float:
    begun = time.perf_counter()
    with subprocess.Popen(
        command, cwd=HOUSE, env=desk.environment, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL
    ) as running:
        assert running.stdout is not None  # noqa: S101 - a pipe was asked for
        said = running.stdout.readline()
        taken = time.perf_counter() - begun
        running.kill()
    if said.strip() != b"painted":
        raise RuntimeError(f"no rows were painted by {command[2]}")
    return taken


def typing(desk: Desk, rounds: int) -> list[Result]:
    """From a key pressed in the search to its hits painted; 95 of 100 keys are faster."""
    runs: list[dict[str, list[float]]] = []
    for _ in range(max(1, rounds - 1)):
        said = desk.run(desk.python(*PROBE, "keys", desk.office, people.IN_EVERY_ROW))
        runs.append(json.loads(said.splitlines()[-1]))
    return [
        Result(
            f"key to painted hits, {words}, p95",
            min(percentile(run[kind], 0.95) for run in runs),
            KEY_LIMIT_MS,
            1.0,
            "ms",
            "one frame of a 60 Hz screen",
        )
        for kind, words in (("names", "names"), ("common", "a word in every row"))
    ]
