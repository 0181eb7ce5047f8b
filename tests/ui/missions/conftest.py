"""The window on a real office with two missions and some people."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from app.missions.commands import add_participants, set_destinations
from app.missions.draft import DestinationDraft
from tests.builders import make_ambassador, make_mission, make_person
from ui.core.jobs import Jobs
from ui.main_window import MainWindow, OfficeWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.core.window_state import WindowState


@pytest.fixture
def people(workspace: Workspace) -> list[UUID]:
    """An ambassador and two people without a function."""
    return [
        make_ambassador(workspace, "JP", family_name="Aoki", given_name="Ren"),
        make_person(workspace, family_name="Baert", given_name="Zoë"),
        make_person(workspace, family_name="Cruz", given_name="Dé"),
    ]


@pytest.fixture
def mission(workspace: Workspace, people: list[UUID]) -> UUID:
    """A coming mission with the first two of them, and a past one."""
    past = dt.datetime(2001, 5, 1, 9)  # noqa: DTZ001 - local time, as the model keeps it
    coming = dt.datetime(2400, 5, 1, 9)  # noqa: DTZ001 - local time, as the model keeps it
    make_mission(workspace, title="Long ago", starts_at=past, ends_at=past)
    made = make_mission(workspace, title="Ports of the east", starts_at=coming, ends_at=None)
    city = DestinationDraft("Kanazawa", "JP", "Asia/Tokyo", leaves_on=dt.date(2400, 5, 6))
    workspace.run(set_destinations, made, [city])
    workspace.run(add_participants, made, people[:2])
    return made


@pytest.fixture
def window(
    workspace: Workspace,
    mission: UUID,
    state: WindowState,
    keep: Callable[[MainWindow], MainWindow],
    qtbot: QtBot,
) -> Iterator[MainWindow]:
    """The window, on the list of missions."""
    del mission
    jobs = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    QCoreApplication.processEvents()
    made = keep(MainWindow(state))
    made.resize(1440, 900)
    made.furnish(jobs, OfficeWords("Protocol office", encrypted=False), "missions")
    made.show()
    made.activateWindow()
    yield made
    jobs.close()
