"""Missions opened one after the other: what was shown before is let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.missions.commands import set_destinations, set_objectives
from app.missions.draft import DestinationDraft, ObjectiveDraft
from tests.builders import make_mission
from ui.missions.dossier import MissionPage

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.main_window import MainWindow

TABS = ("meetings", "travel", "rooms", "costs", "follow-up", "programme", "overview")


@pytest.fixture
def thirty(workspace: Workspace, mission: UUID) -> list[UUID]:
    """Thirty missions of the same size."""
    del mission
    made = [make_mission(workspace, title=f"Mission {number}") for number in range(30)]
    for one in made:
        workspace.run(set_destinations, one, [DestinationDraft("Osaka", "JP", "Asia/Tokyo")])
        workspace.run(set_objectives, one, [ObjectiveDraft("Talks", "12", "talks")])
    return made


def test_widgets_do_not_grow_with_missions_opened(
    thirty: list[UUID], window: MainWindow, qtbot: QtBot
) -> None:
    def settle() -> None:
        qtbot.waitUntil(lambda: not jobs.is_working, timeout=20_000)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()

    window.go("mission", thirty[0])
    page = window.frame.pages.page()
    assert isinstance(page, MissionPage)
    jobs = page.desk.jobs
    for key in TABS:
        page.tabs.choose(key)
        settle()
    counts = []
    for one in thirty:
        window.go("mission", one)
        settle()
        assert window.frame.pages.page() is page
        counts.append((len(QApplication.allWidgets()), len(page.findChildren(QObject))))
    assert counts[-1] == counts[4], counts


def test_arrows_walk_along_all_tabs(window: MainWindow, mission: UUID, qtbot: QtBot) -> None:
    window.go("mission", mission)
    dossier = window.frame.pages.page()
    assert isinstance(dossier, MissionPage)
    tabs = dossier.tabs
    tabs.window().activateWindow()
    tabs.setFocus()
    tabs.choose("overview")
    seen = [tabs.current()]
    for _ in range(tabs.count() - 1):
        QTest.keyClick(tabs, Qt.Key.Key_Right)
        qtbot.waitUntil(dossier.tab(tabs.current()).isVisible)
        assert tabs.hasFocus()
        seen.append(tabs.current())
    assert seen == [tabs.tabData(at) for at in range(tabs.count())]
