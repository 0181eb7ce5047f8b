"""Receptions moved on the board and found in the calendar; days to mind."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from app.core import clock
from app.core.text import Language
from app.dossiers.commands import add_special_day, set_stage
from app.dossiers.draft import SpecialDayDraft
from app.dossiers.queries import special_days
from app.dossiers.rules import Stage
from tests.ui.calm import calm_in_one_of
from tests.ui.receptions.dialogs import keep, opened
from ui.core import language
from ui.dossiers.board_cards import MIME
from ui.receptions.beginning import BeginEditor
from ui.receptions.calendar_view import MONTH, YEAR
from ui.receptions.page import ReceptionsPage
from ui.receptions.special_days import SpecialDayEditor
from ui.receptions.views import BOARD, LIST

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from ui.dossiers.board import BoardView
    from ui.main_window import MainWindow


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot) -> ReceptionsPage:
    """The list of receptions, filled."""
    page = window.frame.pages.page()
    assert isinstance(page, ReceptionsPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    return page


def told(qtbot: QtBot, page: Any, query: Any, *args: object) -> Any:
    """Ask the office behind a window through its jobs."""
    answers: list[Any] = []
    page.desk.jobs.ask(query, *args, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def press(view: Any, key: Qt.Key, how: Any = Qt.KeyboardModifier.NoModifier) -> None:
    view.setFocus()
    QTest.keyClick(view, key, how)


# --- the board ---


def on_board(listed: ReceptionsPage, qtbot: QtBot) -> BoardView:
    listed.looks.show_look(BOARD)
    view = listed.looks.board
    assert view is not None
    qtbot.waitUntil(lambda: len(view.columns[0].cards.cards) == 2)
    return view


def test_a_card_goes_to_another_stage_by_keys_and_by_dragging(
    window: MainWindow, listed: ReceptionsPage, evening: UUID, qtbot: QtBot
) -> None:
    view = on_board(listed, qtbot)
    first = view.columns[0]
    first.choose(evening)
    press(first, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    cleared = view.columns[1]
    qtbot.waitUntil(lambda: cleared.current() == evening)
    assert cleared.hasFocus()
    assert "1" in cleared.accessibleName()
    data = QMimeData()
    data.setData(MIME, evening.bytes)
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    view.columns[3].dropEvent(drop)
    qtbot.waitUntil(lambda: view.columns[3].current() == evening)
    menu = view.columns[3].menu_of(evening)
    next(one for one in menu.actions() if one.text() == "To: Idea").trigger()
    qtbot.waitUntil(lambda: first.current() == evening)
    press(first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame.pages.key() == "reception")


def test_arrows_pass_over_empty_columns(
    listed: ReceptionsPage, evening: UUID, qtbot: QtBot
) -> None:
    view = on_board(listed, qtbot)
    listed.desk.jobs.run(set_stage, evening, Stage.HELD)
    qtbot.waitUntil(lambda: len(view.columns[4].cards.cards) == 1)
    first = view.columns[0]
    first.setCurrentIndex(first.cards.index(0, 0))
    press(first, Qt.Key.Key_Right)
    assert view.columns[4].hasFocus()
    assert view.current() == evening
    press(view.columns[4], Qt.Key.Key_Left)
    assert first.hasFocus()


def test_the_look_is_kept_per_person(
    window: MainWindow, listed: ReceptionsPage, evening: UUID, qtbot: QtBot
) -> None:
    on_board(listed, qtbot)
    window.go("reception", evening)
    window.back()
    assert listed.looks.look() == BOARD
    language.set_language(Language.NL)
    fresh = window.frame.pages.page()
    assert isinstance(fresh, ReceptionsPage)
    assert fresh.looks.look() == BOARD
    assert listed.desk.state.get("receptions.look", "") == BOARD
    language.set_language(Language.EN)


def test_the_board_opens_without_a_stop(listed: ReceptionsPage, qtbot: QtBot) -> None:
    def open_it() -> None:
        listed.looks.show_look(LIST)
        on_board(listed, qtbot)

    calm_in_one_of(3, open_it)


# --- the calendar ---


def test_the_month_shows_what_stands_and_opens_it(
    window: MainWindow, listed: ReceptionsPage, evening: UUID, qtbot: QtBot
) -> None:
    raad = SpecialDayDraft(name_en="Council", starts_on=dt.date(2400, 5, 1))
    listed.desk.jobs.run(add_special_day, raad)
    listed.looks.show_look(MONTH)
    view = listed.looks.calendar
    assert view is not None
    view.go_to(dt.date(2400, 5, 1))
    month = view.month
    qtbot.waitUntil(lambda: len(month.entries()) == 2)
    index = month.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Monday 1 May 2400: 18:00, Evening of the corps; Council day: Council"
    )
    menu = month.menu()
    words = [one.text() for one in menu.actions() if one.text()]
    assert words[-1] == "New reception on Mon 1 May 2400"
    menu.close()
    press(month, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: view._title.words() == "April 2400")
    qtbot.waitUntil(lambda: month.day() == dt.date(2400, 4, 30))
    press(month, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: view._title.words() == "May 2400")
    qtbot.waitUntil(lambda: month.day() == dt.date(2400, 5, 30))
    box = month.visualRect(month.sheet.index_of(dt.date(2400, 5, 1)))
    point = QPoint(box.left() + 20, box.top() + 38)
    QTest.mouseClick(month.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.waitUntil(lambda: window.frame.pages.key() == "reception")
    page: Any = window.frame.pages.page()
    assert page.record == evening


def test_enter_on_the_only_entry_opens_it_and_today_comes_back(
    window: MainWindow, listed: ReceptionsPage, qtbot: QtBot
) -> None:
    listed.looks.show_look(MONTH)
    view = listed.looks.calendar
    assert view is not None
    view.go_to(dt.date(2400, 5, 1))
    qtbot.waitUntil(lambda: len(view.month.entries()) == 1)
    view.today.click()
    qtbot.waitUntil(lambda: view.month.day() == clock.today())
    view.go_to(dt.date(2400, 5, 1))
    qtbot.waitUntil(lambda: len(view.month.entries()) == 1)
    press(view.month, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame.pages.key() == "reception")


def test_a_new_reception_is_on_the_day_of_the_calendar(
    window: MainWindow, listed: ReceptionsPage, qtbot: QtBot
) -> None:
    listed.looks.show_look(MONTH)
    view = listed.looks.calendar
    assert view is not None
    view.go_to(dt.date(2400, 5, 9))
    window._act("receptions.new")
    dialog = opened(qtbot, BeginEditor)
    assert dialog.form["day"].value() == dt.date(2400, 5, 9)
    dialog.reject()


def test_the_year_leads_to_a_month(listed: ReceptionsPage, qtbot: QtBot) -> None:
    listed.looks.show_look(YEAR)
    view = listed.looks.calendar
    assert view is not None
    view.go_to(dt.date(2400, 4, 30))
    year = view.year
    qtbot.waitUntil(lambda: year.day == dt.date(2400, 4, 30))
    press(year, Qt.Key.Key_Right)
    assert year.accessibleName() == "Monday 1 May 2400: 18:00, Evening of the corps"
    assert year.day_at(year._day_box(dt.date(2400, 12, 31)).center()) == dt.date(2400, 12, 31)
    press(year, Qt.Key.Key_Return)
    assert listed.looks.look() == MONTH
    qtbot.waitUntil(lambda: view.month.day() == dt.date(2400, 5, 1))
    listed.looks.turn(1)
    qtbot.waitUntil(lambda: view.month.day() == dt.date(2400, 6, 1))


def test_days_to_mind_are_kept_in_their_dialog(
    window: MainWindow, listed: ReceptionsPage, qtbot: QtBot
) -> None:
    window._act("receptions.days")
    dialog = listed.looks.days
    assert dialog is not None
    dialog.add(dt.date(2400, 5, 2))
    keep(qtbot, SpecialDayEditor, name_nl="Gemeenteraad")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    dialog._edit(dialog.model.row(0))
    assert opened(qtbot, SpecialDayEditor).draft().advice == ""
    keep(qtbot, SpecialDayEditor, ends_on=dt.date(2400, 5, 3), own="Mayor until 19 h")
    qtbot.waitUntil(lambda: dialog.model.row(0).last == dt.date(2400, 5, 3))
    assert dialog.model.row(0).draft.advice == "Mayor until 19 h"
    dialog._remove(dialog.model.row(0))
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    assert told(qtbot, listed, special_days) == []
    dialog.accept()
