"""The programme of a mission in the window: lines, for whom, whose schedule, paper, calendars."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.core.text import Language
from app.dossiers.draft import ProgrammeDraft
from app.dossiers.rules.findings import Severity
from app.missions.commands import add_mission_line, group_participants
from app.missions.draft import MissionLineDraft
from app.missions.queries import delegation, mission_programme, programme_findings
from tests.ui.receptions.dialogs import keep, opened
from ui.briefings.panel import PaperPanel
from ui.missions.dossier import MissionPage
from ui.missions.line_editor import MissionLineEditor, WhomField
from ui.missions.programme_dialogs import CopyDayEditor, Whose, WhoseEditor

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.main_window import MainWindow
    from ui.missions.programme_tab import MissionProgrammeTab


def at(clock: str, days: int = 0) -> dt.datetime:
    day = dt.date(2400, 5, 2) + dt.timedelta(days=days)
    return dt.datetime.combine(day, dt.time.fromisoformat(clock))


@pytest.fixture
def planned(workspace: Workspace, mission: UUID) -> UUID:
    """Four lines on two days, one of a group, one for staff; two lines clash for Aoki."""
    rows = workspace.ask(delegation, mission, Language.EN)
    workspace.run(group_participants, [rows[0].id], "Ports")
    workspace.run(group_participants, [rows[1].id], "Gardens")
    group = next(
        one.id for one in workspace.ask(mission_programme, mission).groups if one.name == "Ports"
    )
    for draft, groups in (
        (ProgrammeDraft("Quay", at("09:00"), 60, "Quay 4"), (group,)),
        (ProgrammeDraft("Welcome", at("09:30"), 30, "Hall"), ()),
        (ProgrammeDraft("Bags", at("16:00"), 30, public=False), ()),
        (ProgrammeDraft("Dinner", at("19:00", 1), 90), ()),
    ):
        workspace.run(add_mission_line, mission, MissionLineDraft(draft, groups))
    return mission


@pytest.fixture
def tab(planned: UUID, window: MainWindow, qtbot: QtBot) -> MissionProgrammeTab:
    """The programme, shown."""
    window.go("mission", planned)
    page = window.frame.pages.page()
    assert isinstance(page, MissionPage)
    page.tabs.choose("programme")
    shown = page.programme
    qtbot.waitUntil(lambda: shown.model.rowCount() == 4)
    return shown


def told(tab: MissionProgrammeTab) -> list[str]:
    return [f"{one.draft.starts_at:%d %H:%M} {one.draft.title}" for one in tab.model.rows()]


def cell(tab: MissionProgrammeTab, place: int, key: str) -> str:
    keys = [column.key for column in tab.model.columns]
    return str(tab.model.index(place, keys.index(key)).data())


def test_lines_show_their_clock_for_whom_they_are_and_what_clashes(
    tab: MissionProgrammeTab, qtbot: QtBot
) -> None:
    assert cell(tab, 0, "time") == "09:00 JST, UTC+9"
    assert cell(tab, 1, "time") == "09:30"
    assert [cell(tab, n, "whom") for n in range(3)] == ["Ports", "Everybody", "Staff"]
    assert "4 lines · 2 days" in tab._told.words()
    qtbot.waitUntil(lambda: bool(tab.findings.lines()))
    assert tab.found is not None
    [worst] = programme_findings(tab.found)
    assert worst.severity is Severity.WRONG
    assert len(tab.findings.lines()) == 1
    tab.go_to(worst.line)
    assert tab.table.current_row().draft.title == "Welcome"


def test_a_line_is_added_narrowed_changed_removed_and_taken_back(
    tab: MissionProgrammeTab, window: MainWindow, qtbot: QtBot
) -> None:
    tab.add()
    editor = opened(qtbot, MissionLineEditor)
    whom = editor.form["people"]
    assert isinstance(whom, WhomField)
    next(chip for chip in whom._chips.values() if chip.text() == "Gardens").click()
    assert whom._told.words() == "Gardens"
    keep(qtbot, MissionLineEditor, title="Garden", time=dt.time(11), minutes=60,
         day=dt.date(2400, 5, 2))  # fmt: skip
    qtbot.waitUntil(lambda: tab.model.rowCount() == 5)
    assert told(tab)[2] == "02 11:00 Garden"
    assert cell(tab, 2, "whom") == "Gardens"
    tab.table.select_id(tab.model.rows()[2].id)
    tab.set_whom(())
    qtbot.waitUntil(lambda: cell(tab, 2, "whom") == "Everybody")
    tab.shift(30)
    qtbot.waitUntil(lambda: told(tab)[2] == "02 11:30 Garden")
    assert told(tab)[3] == "02 16:30 Bags"
    tab.remove()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 4)
    window._act("app.undo")
    qtbot.waitUntil(lambda: tab.model.rowCount() == 5)


def test_a_time_needs_its_day_and_typing_keeps_for_whom(
    tab: MissionProgrammeTab, qtbot: QtBot
) -> None:
    tab.table.select_id(tab.model.rows()[0].id)
    tab.edit()
    editor = opened(qtbot, MissionLineEditor)
    assert editor.form["day"].value() == dt.date(2400, 5, 2)
    editor.form["day"].set_value(None)
    editor.keep.click()
    assert editor.form["day"].problem()
    keep(qtbot, MissionLineEditor, day=dt.date(2400, 5, 3), time_zone="Europe/Brussels")
    qtbot.waitUntil(lambda: "03 09:00 Quay" in told(tab))
    place = told(tab).index("03 09:00 Quay")
    assert "UTC+2" in cell(tab, place, "time")
    keys = [column.key for column in tab.model.columns]
    tab.table.setFocus()
    tab.table.setCurrentIndex(tab.model.index(place, keys.index("minutes")))
    tab.edit_cell()
    qtbot.waitUntil(lambda: tab.table.viewport().findChild(QLineEdit, "CellEditor") is not None)
    line = cast("QLineEdit", tab.table.viewport().findChild(QLineEdit, "CellEditor"))
    QTest.keyClicks(line, "75")
    tab.model.show(tab.model.rows())  # as when another desk writes, or findings come
    assert line.text() == "75"
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.model.rows()[place].draft.minutes == 75)
    assert cell(tab, place, "whom") == "Ports"
    assert tab.model.rows()[place].draft.time_zone == "Europe/Brussels"


def test_the_schedule_of_a_group_and_of_a_person_shows_free_time(
    tab: MissionProgrammeTab, qtbot: QtBot
) -> None:
    found = tab.found
    assert found is not None
    ports = next(one.id for one in found.groups if one.name == "Ports")
    tab.show_group(ports)
    assert [one.step.title for one in tab.steps.rows()] == [
        "Quay", "Welcome", "Bags", "Dinner",
    ]  # fmt: skip
    assert tab.whom() == ports.hex
    person = next(one for one, stay in found.stays.items() if "Baert" in stay.name)
    tab.show_person(person)
    assert tab.whose.text() == "Zoë Baert"
    assert tab.steps.index(0, 0).data() == "09:30 JST, UTC+9"
    tab._open_step(tab.steps.rows()[0])
    keep(qtbot, MissionLineEditor, title="Word of welcome")
    qtbot.waitUntil(lambda: tab.steps.rows()[0].step.title == "Word of welcome")
    tab.show_whole()
    assert tab.whom() == ""
    assert tab._holder.currentIndex() == 0


def test_a_person_is_chosen_by_a_part_of_the_name(tab: MissionProgrammeTab) -> None:
    assert tab.found is not None
    editor = WhoseEditor(None, "Whose", Whose(tab.found.party))
    got: list[str] = []
    editor._search("bae", lambda choices: got.extend(one.title for one in choices))
    assert got == ["Baert, Zoë"]
    assert editor.draft().problems()
    editor.deleteLater()


def test_a_day_is_copied_for_a_group(tab: MissionProgrammeTab, qtbot: QtBot) -> None:
    assert tab.found is not None
    groups = {one.name: one.id.hex for one in tab.found.groups}
    tab.copy_a_day()
    keep(qtbot, CopyDayEditor, day="2400-05-02", source=groups["Ports"], group=groups["Gardens"],
         to_day=dt.date(2400, 5, 3))  # fmt: skip
    qtbot.waitUntil(lambda: tab.model.rowCount() == 5)
    assert told(tab)[3] == "03 09:00 Quay"
    assert cell(tab, 3, "whom") == "Gardens"


def test_schedules_go_to_paper_and_calendars_to_a_folder(
    tab: MissionProgrammeTab, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert tab.found is not None
    person = next(one for one, stay in tab.found.stays.items() if "Baert" in stay.name)
    tab.show_person(person)
    tab.write_calendars(tmp_path)
    folder = tmp_path / f"Calendars - {tab.found.title}"
    qtbot.waitUntil(lambda: folder.is_dir() and len(list(folder.iterdir())) == 1)
    assert [one.name for one in folder.iterdir()] == ["Zoë Baert.ics"]
    tab.to_paper()
    page = window.frame.pages.page()
    assert isinstance(page, MissionPage)
    panel = page.findChild(PaperPanel)
    assert isinstance(panel, PaperPanel)
    qtbot.waitUntil(lambda: panel.is_shown and panel.paper.kind == "personal-schedule")
    qtbot.waitUntil(lambda: panel._whom.count() == 5)
    assert panel._whom.currentText() == "Baert, Zoë"
    assert panel._languages.current() == "own"
    assert "Baert" in panel.file_name()
    panel.choose("mission-programme")
    qtbot.waitUntil(lambda: panel.is_shown and panel.paper.kind == "mission-programme")
    assert panel._languages.current() != "own"
    assert not panel._whom.isVisible()
