"""A mission with companies and hosts in a real office, and its tab of meetings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication

from tests.app.missions.fairs import make_fair
from ui.core.jobs import Jobs
from ui.core.page import Desk
from ui.missions.meetings_tab import MeetingsTab

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from app.missions.queries import FairBoard
    from ui.core.window_state import WindowState


@dataclass
class Fair:
    """The tab, and what its desk said."""

    tab: MeetingsTab
    qtbot: QtBot
    said: list[str] = field(default_factory=list)

    @property
    def board(self) -> FairBoard:
        """What the tab shows now."""
        assert self.tab.board is not None
        return self.tab.board

    def settle(self) -> None:
        """Until nothing is asked or written any more."""
        self.qtbot.waitUntil(lambda: not self.tab.desk.jobs.is_working, timeout=20_000)
        QCoreApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.tab.desk.jobs.is_working, timeout=20_000)


@pytest.fixture
def opened_fair(
    workspace: Workspace, state: WindowState, keep: Callable[[Any], Any], qtbot: QtBot
) -> Iterator[Callable[..., Fair]]:
    """`opened_fair(companies, hosts, slots, chance)` makes the mission and opens its tab."""
    held: list[Jobs] = []

    def make(*sizes: Any) -> Fair:
        mission = make_fair(workspace, *sizes).mission
        jobs = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
        held.append(jobs)
        qtbot.waitUntil(lambda: jobs.is_open)
        QCoreApplication.processEvents()
        said: list[str] = []
        tab = keep(MeetingsTab(Desk(jobs, state, say=said.append)))
        tab.resize(1400, 820)
        tab.show()
        tab.show_record(mission)
        jobs.changed.connect(lambda _changes: tab.show_record(mission))
        qtbot.waitUntil(lambda: tab.board is not None)
        return Fair(tab, qtbot, said)

    yield make
    for jobs in held:
        jobs.close()
