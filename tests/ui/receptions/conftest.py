"""The window on a real office with two past and coming receptions and three people."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from app.receptions.commands import invite
from tests.builders import make_ambassador, make_person, make_reception
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
    """Two ambassadors and somebody without a function."""
    return [
        make_ambassador(workspace, "JP", family_name="Aoki", given_name="Ren"),
        make_ambassador(workspace, "FR", family_name="Blanc", given_name="Zoë"),
        make_person(workspace, family_name="Cruz", given_name="Dé"),
    ]


@pytest.fixture
def evening(workspace: Workspace, people: list[UUID]) -> UUID:
    """A coming reception with the first two of them, and a past one."""
    past = dt.datetime(2001, 5, 1, 18)  # noqa: DTZ001 - local time, as the model keeps it
    coming = dt.datetime(2400, 5, 1, 18)  # noqa: DTZ001 - local time, as the model keeps it
    make_reception(workspace, title="Long ago", starts_at=past)
    made = make_reception(workspace, title="Evening of the corps", starts_at=coming, capacity=80)
    workspace.run(invite, made, people[:2], "invited")
    return made


@pytest.fixture
def window(
    workspace: Workspace,
    evening: UUID,
    state: WindowState,
    keep: Callable[[MainWindow], MainWindow],
    qtbot: QtBot,
) -> Iterator[MainWindow]:
    """The window, on the list of receptions."""
    del evening
    jobs = Jobs(lambda: workspace)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    QCoreApplication.processEvents()
    made = keep(MainWindow(state))
    made.resize(1440, 900)
    made.furnish(jobs, OfficeWords("Protocol office", encrypted=False), "receptions")
    made.show()
    made.activateWindow()
    yield made
    jobs.close()
