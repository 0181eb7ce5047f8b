"""A mission from the first idea until it is closed, with clicks, keys and a list.

No step holds the window for more than a tenth of a second; what is taken back is as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from app.contacts.furnish import furnish
from app.dossiers.commands import add_stock
from app.dossiers.draft import GiftStockDraft
from tests.builders import make_ambassador, make_organisation, make_person
from ui.core.jobs import Jobs
from ui.main_window import MainWindow, OfficeWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.core.window_state import WindowState

from tests.ui.mission_after import (
    arrange_meetings,
    erase,
    print_booklet,
    settle_results,
    take_back,
    thank_and_close,
)
from tests.ui.mission_before import (
    aim,
    begin,
    book_rooms,
    count_costs,
    note_papers,
    plan_days,
    plan_journeys,
    put_in_order,
    register,
)
from tests.ui.mission_walk import PORT, MissionWalk


@pytest.fixture
def office(workspace: Workspace) -> Workspace:
    """A city with its mayor, two officials, an ambassador, a port, and an etching in stock."""
    workspace.run(furnish)
    workspace.furnish()
    make_ambassador(workspace, "JP", family_name="Aoki", given_name="Ren")
    for family, given in (("Burgers", "Mia"), ("Cools", "Sam"), ("Dams", "Eva")):
        make_person(workspace, family_name=family, given_name=given, language="nl")
    make_organisation(workspace, kind="port", name=PORT, country="BE")
    workspace.run(add_stock, GiftStockDraft("Etching", 4500, 5))
    return workspace


@pytest.fixture
def window(
    office: Workspace, state: WindowState, keep: Callable[[MainWindow], MainWindow], qtbot: QtBot
) -> Iterator[MainWindow]:
    """The window on that office."""
    jobs = Jobs(lambda: office)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    QCoreApplication.processEvents()
    made = keep(MainWindow(state))
    made.resize(1440, 900)
    made.furnish(jobs, OfficeWords("Protocol office", encrypted=False), "missions")
    made.show()
    made.activateWindow()
    yield made
    jobs.close()


def test_from_the_first_idea_until_it_is_closed(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    walk = MissionWalk(window, qtbot)
    walk.until(lambda: window.frame.pages.page() is not None)
    begin(walk)
    aim(walk)
    register(walk, tmp_path / "inschrijvingen.csv")
    put_in_order(walk)
    note_papers(walk)
    plan_days(walk)
    plan_journeys(walk)
    book_rooms(walk)
    count_costs(walk)
    arrange_meetings(walk)
    print_booklet(walk, tmp_path)
    take_back(walk)
    settle_results(walk)
    thank_and_close(walk)
    erase(walk)
    assert walk.slow() == {}
