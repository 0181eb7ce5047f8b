"""The programme in the window: typed into, moved by keys and mouse, its faces, its findings."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.dossiers.commands import set_programme
from app.dossiers.draft import ProgrammeDraft
from app.dossiers.rules.findings import Severity
from app.receptions.commands import invite
from tests.builders import make_reception
from tests.ui.calm import calm_in_one_of
from tests.ui.receptions.dialogs import keep, opened
from ui.dossiers.programme_editor import ProgrammeEditor
from ui.dossiers.programme_table import EDIT, PUBLIC, RUN_SHEET, SPEECHES
from ui.receptions.date_card import DateCard
from ui.receptions.dossier import ReceptionPage
from ui.receptions.editor import ReceptionEditor

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.dossiers.programme_tab import ProgrammeTab
    from ui.main_window import MainWindow


def at(clock: str) -> dt.datetime:
    return dt.datetime.combine(dt.date(2400, 5, 1), dt.time.fromisoformat(clock))


LINES = (
    ProgrammeDraft("Set up", at("17:00"), 45, "Hall", owner="Mia", public=False),
    ProgrammeDraft("Arrival", at("18:00"), 20, "Hall", owner="Mia"),
    ProgrammeDraft("Welcome", at("18:20"), 10, "Hall", owner="Jan", kind="speech", language="nl"),
    ProgrammeDraft("Dinner", at("19:00"), 90, "Blue room", owner="Jan", fixed=True),
)


@pytest.fixture
def evening(workspace: Workspace, people: list[UUID]) -> UUID:
    """A coming reception with a programme, its guests, and another one on its day."""
    made = make_reception(workspace, title="Evening", starts_at=at("18:00"), place="Hall")
    workspace.run(invite, made, people[:2], "invited")
    workspace.run(set_programme, made, LINES)
    other = make_reception(workspace, title="Gala", starts_at=at("18:00"), place="Hall")
    workspace.run(invite, other, people[:1], "invited")
    return made


@pytest.fixture
def tab(window: MainWindow, evening: UUID, qtbot: QtBot) -> ProgrammeTab:
    """The programme, shown, with what was found."""
    window.go("reception", evening)
    page = window.frame.pages.page()
    assert isinstance(page, ReceptionPage)
    page.tabs.choose("programme")
    shown = page.programme
    qtbot.waitUntil(lambda: len(shown.model.rows()) == 4 and bool(shown.findings.lines()))
    return shown


def told(tab: ProgrammeTab) -> list[str]:
    return [f"{one.draft.starts_at:%H:%M} {one.draft.title}" for one in tab.model.rows()]


def cell(tab: ProgrammeTab, place: int, key: str) -> None:
    keys = [column.key for column in tab.model.columns]
    tab.table.setFocus()
    tab.table.setCurrentIndex(tab.model.index(place, keys.index(key)))


def write(qtbot: QtBot, tab: ProgrammeTab, words: str) -> None:
    """Type into the current cell: the first letter opens the editor."""
    QTest.keyClick(tab.table, words[0])  # type: ignore[call-overload]  # a letter

    def editor() -> QLineEdit | None:
        return tab.table.viewport().findChild(QLineEdit, "CellEditor")

    qtbot.waitUntil(lambda: editor() is not None)
    line = editor()
    assert isinstance(line, QLineEdit)
    line.setText(words)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_minutes_are_typed_and_what_follows_moves(tab: ProgrammeTab, qtbot: QtBot) -> None:
    cell(tab, 1, "minutes")
    write(qtbot, tab, "35")
    qtbot.waitUntil(lambda: told(tab)[2] == "18:35 Welcome")
    assert told(tab)[3] == "19:00 Dinner"
    cell(tab, 2, "time")
    write(qtbot, tab, "18.50")
    qtbot.waitUntil(lambda: told(tab)[2] == "18:50 Welcome")
    cell(tab, 2, "title")
    write(qtbot, tab, "Welcome by the mayor")
    qtbot.waitUntil(lambda: told(tab)[2] == "18:50 Welcome by the mayor")


def test_what_cannot_be_read_says_so_and_changes_nothing(tab: ProgrammeTab, qtbot: QtBot) -> None:
    cell(tab, 1, "minutes")
    write(qtbot, tab, "ten")
    qtbot.waitUntil(lambda: "whole number" in tab._notice.words())
    cell(tab, 1, "time")
    write(qtbot, tab, "later")
    qtbot.waitUntil(lambda: "whole number" not in tab._notice.words())
    assert tab._notice.words()
    assert told(tab)[1] == "18:00 Arrival"
    cell(tab, 1, "owner")
    write(qtbot, tab, "Jan")
    qtbot.waitUntil(lambda: tab.model.rows()[1].draft.owner == "Jan")
    assert not tab._notice.words()


def test_f2_types_into_the_cell_and_enter_opens_the_line(
    window: MainWindow, tab: ProgrammeTab, qtbot: QtBot
) -> None:
    cell(tab, 1, "public")
    qtbot.waitUntil(tab.table.hasFocus)
    window._act("reception.edit")
    qtbot.waitUntil(lambda: tab.table.viewport().findChild(QLineEdit) is not None)
    editor = tab.table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(tab.table.hasFocus)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    dialog = opened(qtbot, ProgrammeEditor)
    assert dialog.form["title"].value() == "Arrival"
    keep(qtbot, ProgrammeEditor, minutes=30, shift=False, rain_plan="Tent")
    qtbot.waitUntil(lambda: tab.model.rows()[1].draft.rain_plan == "Tent")
    assert told(tab)[2] == "18:20 Welcome"


def test_lines_are_moved_by_keys_and_by_dragging(tab: ProgrammeTab, qtbot: QtBot) -> None:
    tab.table.setFocus()
    tab.table.selectRow(2)
    qtbot.waitUntil(tab.table.hasFocus)
    QTest.keyClick(tab.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: told(tab)[1:3] == ["18:00 Welcome", "18:10 Arrival"])
    assert tab.table.current_row().draft.title == "Welcome"
    lower = tab.table.rowViewportPosition(2) + tab.table.rowHeight(2) - 2
    tab.table.drop_at(tab.model.rows()[1], lower)
    qtbot.waitUntil(lambda: told(tab)[1:3] == ["18:00 Arrival", "18:20 Welcome"])
    tab.table.drop_at(tab.model.rows()[2], tab.table.rowViewportPosition(2) + 2)  # where it is
    tab.table.selectRow(0)
    tab.move_by(-1)  # there is nothing above
    assert told(tab)[0] == "17:00 Set up"


def test_everything_from_here_and_lines_taken_out(
    window: MainWindow, tab: ProgrammeTab, qtbot: QtBot
) -> None:
    tab.table.selectRow(1)
    tab.shift(15)
    qtbot.waitUntil(lambda: told(tab)[1:3] == ["18:15 Arrival", "18:35 Welcome"])
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(told(tab)) == 3)
    window._act("app.undo")
    qtbot.waitUntil(lambda: len(told(tab)) == 4)
    tab.table.selectRow(1)
    tab.add()
    keep(qtbot, ProgrammeEditor, title="Photo", minutes=5)
    qtbot.waitUntil(lambda: told(tab)[2:4] == ["18:35 Photo", "18:40 Welcome"])
    qtbot.waitUntil(lambda: tab.table.current_row().draft.title == "Photo")


def test_faces_of_the_same_list(tab: ProgrammeTab, qtbot: QtBot) -> None:
    del qtbot
    tab.show_face(PUBLIC)
    assert len(told(tab)) == 3
    assert "owner" not in tab.table.columns_shown()
    assert "language" in tab.table.columns_shown()
    tab.show_face(RUN_SHEET)
    assert len(told(tab)) == 4
    assert "phone" in tab.table.columns_shown()
    tab.show_face(SPEECHES)
    assert told(tab) == ["18:20 Welcome"]
    assert tab._told.words() == "1 speech · 10 minutes"
    tab.show_face(EDIT)
    assert tab._told.words() == "4 lines · 17:00–20:30"


def test_a_finding_leads_to_its_line(tab: ProgrammeTab, qtbot: QtBot) -> None:
    cell(tab, 1, "minutes")
    write(qtbot, tab, "70")
    qtbot.waitUntil(lambda: "overlap" in tab.findings.lines()[0].accessibleName())
    tab.show_face(SPEECHES)
    tab.table.clearSelection()
    line = tab.findings.lines()[0]
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert tab.faces.current() == EDIT
    assert tab.table.current_row().draft.title == "Dinner"
    tab.table.selectRow(0)
    QTest.keyClick(tab.findings.lines()[0], Qt.Key.Key_Return)
    assert tab.table.current_row().draft.title == "Dinner"
    assert not tab.details.isHidden()


def test_a_long_programme_is_shown_without_a_stop(
    workspace: Workspace, window: MainWindow, tab: ProgrammeTab, evening: UUID, qtbot: QtBot
) -> None:
    del workspace
    day = [
        ProgrammeDraft(f"Line {n}", at("08:00") + dt.timedelta(minutes=n * 7), 7, owner="Mia")
        for n in range(80)
    ]
    tab._desk.jobs.run(set_programme, evening, day)
    qtbot.waitUntil(lambda: len(told(tab)) == 80)
    calm_in_one_of(3, lambda: tab.show_face(RUN_SHEET))
    calm_in_one_of(3, lambda: tab.show_face(EDIT))
    assert window.isVisible()


def test_the_date_tells_who_is_elsewhere_and_leads_there(
    window: MainWindow, tab: ProgrammeTab, qtbot: QtBot
) -> None:
    page = window.frame.pages.page()
    assert isinstance(page, ReceptionPage)
    page.tabs.choose("overview")
    card = page.overview.date
    assert isinstance(card, DateCard)
    qtbot.waitUntil(lambda: len(card.lines.lines()) >= 2)
    assert "Hall is taken at 18:00 by “Gala”" in card.lines.lines()[1].accessibleName()
    assert page.overview._whole.indexOf(card) == 0
    QTest.mouseClick(card.lines.lines()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.title() == "Gala")
    assert tab.isHidden()


def test_a_date_that_is_typed_says_what_stands_in_its_way(
    window: MainWindow, tab: ProgrammeTab, qtbot: QtBot
) -> None:
    page = window.frame.pages.page()
    assert isinstance(page, ReceptionPage)
    assert tab.isVisible()
    page.edit()
    dialog = opened(qtbot, ReceptionEditor)
    day = dialog.form["day"]
    day.editor.setText("")  # type: ignore[attr-defined]  # a DateField
    QTest.keyClicks(day.editor, "1 May 2400")  # type: ignore[attr-defined]  # a DateField
    qtbot.waitUntil(lambda: "Hall is taken at 18:00 by “Gala”" in day._hint)
    dialog.form.dirty = False
    dialog.reject()


def test_every_severity_has_a_sign() -> None:
    from ui.dossiers.findings import SIGNS, severity_words

    assert set(SIGNS) == set(Severity)
    assert len({severity_words(one) for one in Severity}) == 3
