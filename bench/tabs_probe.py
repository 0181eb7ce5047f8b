"""Opens a mission and walks its tabs: `python -m bench.tabs_probe OFFICE MISSION ROUNDS`, as JSON.

Of several rounds, each with a page made anew, the best of each tab counts.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.core.office import open_office
from app.schema import TRADE
from bench.tab_walk import Eye, Look, walk
from ui.core import theme
from ui.core.collector import Collector
from ui.core.jobs import Jobs
from ui.core.window_state import WindowState
from ui.main_window import MainWindow, OfficeWords
from ui.missions.dossier import MissionPage

if TYPE_CHECKING:
    from ui.core.page import Desk

OPENED = "the page itself"


def best(rounds: list[dict[str, Look]], watched: list[dict[str, Look]]) -> dict[str, Look]:
    """The best of each tab: painted while nobody watched the event loop, stalled while one did."""
    return {
        key: Look(min(one[key].painted for one in rounds), min(one[key].stalled for one in watched))
        for key in rounds[0]
    }


def measure(window: MainWindow, mission: UUID, rounds: int) -> dict[str, Look]:
    """Every tab of a mission, the best of several pages, each made anew."""
    desk = window.desk
    if desk is None:
        raise RuntimeError("the window has no office")
    quiet = [_one(desk, mission, Eye(desk.jobs)) for _ in range(rounds)]
    watched = [_one(desk, mission, Eye(desk.jobs, watches=True)) for _ in range(rounds)]
    return best(quiet, watched)


def _one(desk: Desk, mission: UUID, eye: Eye) -> dict[str, Look]:
    holder = QWidget()  # what the page stands in goes with it
    holder.resize(1260, 860)
    made: list[MissionPage] = []

    def make() -> None:
        page = MissionPage(desk)
        made.append(page)
        page.setParent(holder)
        page.resize(holder.size())
        page.show_record(mission)
        page.show()
        holder.show()

    opened = eye.look(make, lambda: made[0], "overview", lambda page: bool(page.heading.words()))
    found = {OPENED: opened} | walk(made[0], eye)
    holder.close()
    holder.deleteLater()
    return found


def main(place: str, mission: str, rounds: int) -> None:
    """Measure, and say it as JSON: key → [ms until painted, ms of the longest step]."""
    held = theme.application()
    theme.start(mode="light")
    theme.add_scripts()
    collector = Collector(lambda: False)
    collector.begin()
    with TemporaryDirectory() as folder:
        jobs = Jobs(partial(open_office, place, TRADE))  # type: ignore[arg-type]  # a workspace
        while not jobs.is_open:
            QCoreApplication.processEvents()
        window = MainWindow(WindowState(Path(folder) / "window.json"))
        window.resize(1440, 900)
        window.furnish(jobs, OfficeWords("Bench", encrypted=True), "missions")
        window.show()
        found = measure(window, UUID(mission), rounds)
        told = {key: [one.painted * 1000, one.stalled * 1000] for key, one in found.items()}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        jobs.close()
    del held


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
