"""A mission of six hundred: every tab is painted within a tenth of a second, nothing stands still.

The walk takes the tabs the page has, so a tab that comes is measured with the others.
"""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from app.core.office import open_office
from app.missions.commands import set_participant_status
from app.schema import TRADE
from bench.mission import build
from bench.tab_walk import Eye
from bench.tabs import LIMIT_MS, TRAVELLERS
from bench.tabs_probe import OPENED, measure
from tests.ui.conftest import STALL_LIMIT
from ui.core.jobs import Jobs
from ui.main_window import MainWindow, OfficeWords
from ui.missions.dossier import MissionPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from tests.conftest import Prepared
    from ui.core.window_state import WindowState


@pytest.fixture(scope="module")
def built(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, UUID]:
    """An office with a mission of six hundred, and the mission: it takes a while to make."""
    place = tmp_path_factory.mktemp("crowd") / "office.belfry"
    shutil.copyfile(prepared.plain, place)
    office = open_office(str(place), TRADE)
    made = build(office, TRAVELLERS)
    office.close()
    return place, made


@pytest.fixture
def crowd(built: tuple[Path, UUID]) -> UUID:
    """A mission of six hundred, with all a mission has."""
    return built[1]


@pytest.fixture
def workspace(built: tuple[Path, UUID], tmp_path: Path) -> Iterator[Workspace]:
    """An office of the test's own with that mission."""
    own = tmp_path / "office.belfry"
    shutil.copyfile(built[0], own)
    opened = open_office(str(own), TRADE)
    yield opened
    opened.close()


@pytest.fixture
def window(
    crowd: UUID,
    workspace: Workspace,
    state: WindowState,
    keep: Callable[[MainWindow], MainWindow],
    qtbot: QtBot,
) -> Iterator[MainWindow]:
    """The window over its office."""
    del crowd
    jobs = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    QCoreApplication.processEvents()
    made = keep(MainWindow(state))
    made.resize(1440, 900)
    made.furnish(jobs, OfficeWords("Protocol office", encrypted=False), "missions")
    made.show()
    yield made
    jobs.close()


def test_every_tab_is_painted_in_time(window: MainWindow, crowd: UUID) -> None:
    found = measure(window, crowd, 3)
    told = {key: (one.painted * 1000, one.stalled * 1000) for key, one in found.items()}
    assert {OPENED, "delegation", "meetings", "travel", "rooms", "costs", "paper"} <= set(told)
    slow = {key: ms for key, (ms, _) in told.items() if ms > LIMIT_MS}
    stalled = {key: ms for key, (_, ms) in told.items() if ms > STALL_LIMIT * 1000}
    assert not slow, told
    assert not stalled, told


def test_what_people_do_in_it_does_not_stop_the_window(
    window: MainWindow, crowd: UUID, qtbot: QtBot
) -> None:
    window.go("mission", crowd)
    page = window.frame.pages.page()
    assert isinstance(page, MissionPage)
    for key in ("travel", "rooms", "costs", "delegation"):
        page.tabs.choose(key)
        qtbot.waitUntil(lambda: not page.desk.jobs.is_working)
    tab = page.delegation
    qtbot.waitUntil(lambda: tab.model.rowCount() > 500)
    one = tab.model.rows()[0].id

    def steps() -> dict[str, float]:
        jobs, eye = page.desk.jobs, Eye(page.desk.jobs, watches=True)
        write = partial(jobs.run, set_participant_status, [one])
        acts: dict[str, Callable[[], object]] = {
            "filter": lambda: tab._filter.setText("a"),
            "all again": lambda: tab._filter.setText(""),
            "a change": lambda: write("waiting"),
            "another": lambda: write("confirmed"),
            "papers shown": tab.toggle_papers,
            "papers hidden": tab.toggle_papers,
        }
        return {key: eye.look(act, lambda: page, "delegation").stalled for key, act in acts.items()}

    rounds = [steps() for _ in range(3)]
    longest = {key: min(one[key] for one in rounds) * 1000 for key in rounds[0]}
    assert not [key for key, ms in longest.items() if ms > STALL_LIMIT * 1000], longest
