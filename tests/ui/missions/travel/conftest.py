"""A mission that travels, in a real office, and a desk to show it on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication

from app.missions.furnish import furnish_factors
from app.sample_office.travel import plan_travel
from tests.app.missions.delegations import make_mission
from tests.ui.fakes import Far
from ui.core.jobs import Jobs
from ui.core.page import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.core.window_state import WindowState

T = TypeVar("T")
FIRST = dt.date(2026, 6, 5)
NAMES = ("Aerts", "Baert", "Claes", "Dhondt", "Evrard", "Ferket", "Goemaere", "Hoste")


@dataclass
class Table:
    """A desk with a mission on it."""

    desk: Desk
    mission: UUID
    far: Far
    said: list[str] = field(default_factory=list)


@pytest.fixture
def travelling(workspace: Workspace, state: WindowState, qtbot: QtBot) -> Iterator[Table]:
    """A desk whose tab is shown again after each change, as a page would."""
    workspace.run(furnish_factors)
    mission, people = make_mission(workspace, *NAMES)
    plan_travel(workspace, mission, people, FIRST)
    jobs = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    QCoreApplication.processEvents()
    said: list[str] = []
    yield Table(Desk(jobs, state, say=said.append), mission, Far(qtbot, jobs), said)
    jobs.close()


@pytest.fixture
def shown(
    travelling: Table, keep: Callable[[Any], Any], qtbot: QtBot
) -> Callable[[Callable[[Desk], T]], T]:
    """Make a tab, show the mission in it, wait for its rows."""

    def show(make: Callable[[Desk], T]) -> T:
        tab: Any = keep(make(travelling.desk))
        tab.resize(1400, 820)
        tab.show()
        tab.show_record(travelling.mission)
        travelling.desk.jobs.changed.connect(lambda _changes: tab.show_record(travelling.mission))
        qtbot.waitUntil(lambda: tab.model.rowCount() > 0)
        return tab  # type: ignore[no-any-return]  # the widget made

    return show
