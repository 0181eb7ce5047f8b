"""A passport planted in the office is in no label, clipboard or kept state of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.missions.commands import keep_papers
from tests.app.missions.planted import PAPERS, found
from tests.builders import participant_of
from tests.ui.receptions.dialogs import opened
from ui.core.labels import Text
from ui.core.table import Table
from ui.missions.dossier import MissionPage
from ui.missions.participant_dialogs import PapersEditor

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.core.window_state import WindowState
    from ui.main_window import MainWindow


@pytest.fixture
def planted(workspace: Workspace, mission: UUID, people: list[UUID]) -> UUID:
    """The mission with the papers of its first participant."""
    workspace.run(keep_papers, workspace.ask(participant_of, mission, people[0]), None, PAPERS)
    return mission


@pytest.fixture
def page(planted: UUID, window: MainWindow, qtbot: QtBot) -> MissionPage:
    """Its dossier, on the delegation."""
    window.go("mission", planted)
    made = window.frame.pages.page()
    assert isinstance(made, MissionPage)
    made.tabs.choose("delegation")
    qtbot.waitUntil(lambda: made.delegation.model.rowCount() == 2)
    return made


def _told(window: MainWindow) -> str:
    """Every word of the window, also of what is hidden, and what assistive tools read."""
    parts = [window.windowTitle()]
    for one in window.findChildren(QWidget):
        parts += [one.accessibleName(), one.toolTip(), one.statusTip(), one.windowTitle()]
        if isinstance(one, Text):
            parts.append(one.words())
        if isinstance(one, QLineEdit):
            parts.append(one.text())
    parts += [one.text() for one in window.findChildren(QAction)]
    return "\n".join(parts)


def _copied(table: Table) -> str:
    QGuiApplication.clipboard().clear()
    table.selectAll()
    table.copy_selection()
    data = QGuiApplication.clipboard().mimeData()
    return f"{data.text()} {data.html()}" if data is not None else ""


def test_no_tab_shows_copies_or_keeps_it(
    page: MissionPage, window: MainWindow, state: WindowState, tmp_path: Path, qtbot: QtBot
) -> None:
    keys = [str(page.tabs.tabData(number)) for number in range(page.tabs.count())]
    for key in keys:
        page.tabs.choose(key)
        qtbot.waitUntil(lambda: not page.desk.jobs.is_working)
        tab = page.tab(key)
        for table in tab.findChildren(Table):
            for column in range(table.rows.columnCount()):
                table.setColumnHidden(column, False)
            assert found(_copied(table)) == [], table.accessibleName()
        assert found(_told(window)) == [], key
    assert len(_copied(page.delegation.table)) > 10
    state.put("page", "mission")
    state.save()
    files = [one for one in tmp_path.iterdir() if one.suffix == ".json"]
    assert files
    assert found(" ".join(one.read_text("utf-8") for one in files)) == []


def test_shown_papers_are_read_and_not_copied_and_go_again(
    page: MissionPage, window: MainWindow, qtbot: QtBot
) -> None:
    tab = page.delegation
    tab.reveal.click()
    qtbot.waitUntil(lambda: tab.travellers.rowCount() == 2)
    assert found(" ".join(cell.text for cell in tab.travellers.cells(0) or ()))
    assert found(_copied(tab.papers)) == []
    assert found(_told(window)) == []
    tab.papers.selectRow(0)
    tab.edit_papers()
    editor = opened(qtbot, PapersEditor)
    editor.form["number"].set_value(f"{PAPERS.number}!")
    editor.keep.click()
    said = " ".join(one.words() for one in editor.findChildren(Text))
    assert found(said) == []
    editor.reject()
    qtbot.waitUntil(lambda: not editor.isVisible())
    tab.reveal.click()
    assert tab.travellers.rowCount() == 0
    assert tab._found == {}
