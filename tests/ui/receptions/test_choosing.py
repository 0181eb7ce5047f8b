"""Choosing in the window: proposals by one key, balance, stock, golden book, flags."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core import clock
from app.dossiers.commands import add_stock
from app.dossiers.draft import GiftStockDraft
from app.dossiers.queries import gifts
from app.overview.balance import balance_target
from app.receptions.queries import decisions, flag_rules, golden_pages, weights
from tests.builders import make_ambassador
from tests.ui.receptions.dialogs import keep, opened
from ui.core import language
from ui.dossiers.gift_editor import GiftEditor
from ui.receptions.balance_page import BalancePage, TargetEditor
from ui.receptions.dossier import ReceptionPage
from ui.receptions.flags_view import BUILDING, FlagRulesEditor, FlagsView
from ui.receptions.golden_book import GoldenBook, PageEditor
from ui.receptions.partners_editor import PartnersEditor
from ui.receptions.stock_dialog import StockDialog, StockEditor
from ui.receptions.weights_editor import WeightsEditor
from ui.receptions.who_to_invite import DECIDED, WhoToInvite

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.core.table import Table
    from ui.main_window import MainWindow


@pytest.fixture
def corps(workspace: Workspace) -> list[UUID]:
    """Three ambassadors who are on no list."""
    known = (("NO", "Aas"), ("SE", "Berg"), ("KE", "Chege"))
    return [make_ambassador(workspace, code, family_name=name) for code, name in known]


@pytest.fixture
def page(corps: list[UUID], window: MainWindow, evening: UUID, qtbot: QtBot) -> ReceptionPage:
    """The coming reception, opened on whom to invite."""
    window.go("reception", evening)
    made = window.frame.pages.page()
    assert isinstance(made, ReceptionPage)
    made.tabs.choose("who")
    qtbot.waitUntil(lambda: made.who.model.rowCount() == len(corps))
    return made


def told(qtbot: QtBot, page: Any, query: Any, *args: object) -> Any:
    """What the office answers; the window's thread never asks it directly."""
    answers: list[Any] = []
    page.desk.jobs.ask(query, *args, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def press(qtbot: QtBot, table: Table, place: int, key: Qt.Key) -> None:
    """Choose a row and press a key on it."""
    table.setFocus()
    table.selectRow(place)
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, key)


def families(who: WhoToInvite) -> list[str]:
    return [row.name.family for row in who.model.rows()]


def test_one_key_puts_on_the_list_and_the_next_stands_there(
    page: ReceptionPage, qtbot: QtBot
) -> None:
    who = page.who
    assert families(who) == ["Aas", "Berg", "Chege"]
    press(qtbot, who.table, 1, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: families(who) == ["Aas", "Chege"])
    qtbot.waitUntil(lambda: page.guests.model.rowCount() == 3)
    assert who.table.current_row().name.family == "Chege"
    assert page.guests.model.rows()[-1].circle == "corps"
    page.desk.jobs.undo()
    qtbot.waitUntil(lambda: families(who) == ["Aas", "Berg", "Chege"])


def test_no_asks_the_reason_and_is_taken_back(page: ReceptionPage, qtbot: QtBot) -> None:
    who = page.who
    press(qtbot, who.table, 0, Qt.Key.Key_N)
    reason = who.pane.no_form["reason"]
    QTest.keyClick(who.pane, Qt.Key.Key_Return)
    assert reason.problem()
    reason.set_value("asked not to")
    QTest.keyClick(who.pane, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: families(who) == ["Berg", "Chege"])
    (kept,) = told(qtbot, page, decisions, page.record)
    assert (kept.decision, kept.reason, kept.everywhere) == ("no", "asked not to", False)
    who.chips.choose(DECIDED)
    who.chips.chosen.emit(DECIDED)
    qtbot.waitUntil(lambda: who.decided.rowCount() == 1)
    press(qtbot, who.decided_table, 0, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: who.decided.rowCount() == 0)


def test_later_asks_a_day_and_escape_leaves(page: ReceptionPage, qtbot: QtBot) -> None:
    who = page.who
    press(qtbot, who.table, 0, Qt.Key.Key_L)
    again = who.pane.later_form["again_on"]
    assert again.value() == clock.today() + dt.timedelta(days=14)
    QTest.keyClick(who.pane, Qt.Key.Key_Escape)
    qtbot.waitUntil(who.table.hasFocus)
    press(qtbot, who.table, 0, Qt.Key.Key_L)
    QTest.keyClick(who.pane, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: families(who) == ["Berg", "Chege"])


def test_the_filter_reads_names_countries_and_reasons(page: ReceptionPage) -> None:
    who = page.who
    for typed, left in (("kenya", ["Chege"]), ("never", ["Aas", "Berg", "Chege"]), ("xyz", [])):
        who.filter.setText(typed)
        assert families(who) == left


def test_the_weights_and_the_wishes_change_the_order(page: ReceptionPage, qtbot: QtBot) -> None:
    who = page.who
    WeightsEditor.begin(who, page.desk)
    keep(qtbot, WeightsEditor, never=99)
    assert told(qtbot, page, weights).never == 99
    PartnersEditor.begin(who, page.desk, page.record)  # type: ignore[arg-type]  # it is opened
    partners = opened(qtbot, PartnersEditor)
    partners.form["wish0"].set_value("Kenya")
    partners.try_to_save()
    assert partners.form["partner0"].problem()
    partners.form.dirty = False
    partners.reject()


def test_the_line_of_the_reception_leads_to_the_balance(
    page: ReceptionPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.tabs.choose("overview")
    qtbot.waitUntil(lambda: "2400" in page.around.balance.words())
    window.go("balance")
    made = window.frame.pages.page()
    assert isinstance(made, BalancePage)
    qtbot.waitUntil(lambda: made.chips.current() != "")
    qtbot.waitUntil(lambda: made._balance is not None)
    made._set_target()
    keep(qtbot, TargetEditor, percent=40)
    assert told(qtbot, made, balance_target) == 40


def test_a_gift_is_chosen_from_the_stock_and_the_same_is_told(
    workspace: Workspace, corps: list[UUID], page: ReceptionPage, qtbot: QtBot
) -> None:
    del workspace, corps
    jobs = page.desk.jobs
    made: list[Any] = []
    jobs.run(add_stock, GiftStockDraft("Etching", 4500, 1), then=made.append)
    qtbot.waitUntil(lambda: bool(made))
    page.follow_up.ask("gift")
    dialog = opened(qtbot, GiftEditor)
    stock = dialog.form["stock"]
    qtbot.waitUntil(stock.isVisible)
    stock.set_value(made[0].hex)
    stock.changed.emit()
    assert dialog.form["what"].value() == "Etching"
    assert dialog.form["value"].value() == 4500
    keep(qtbot, GiftEditor, receiver="the guest")
    (kept,) = told(qtbot, page, gifts, language.current())
    assert kept.draft.stock == made[0]
    StockDialog(page, page.desk).open()
    listed = opened(qtbot, StockDialog)
    qtbot.waitUntil(lambda: listed.model.rowCount() == 1)
    assert listed.model.rows()[0].left == 0
    listed._edit(listed.model.rows()[0])
    keep(qtbot, StockEditor, bought=5)
    qtbot.waitUntil(lambda: listed.model.rows()[0].left == 4)
    listed.accept()


def test_a_page_is_suggested_kept_and_scanned(
    page: ReceptionPage, qtbot: QtBot, tmp_path: Any
) -> None:
    page.around.to_golden()
    book = opened(qtbot, GoldenBook)
    book._new(None)
    editor = opened(qtbot, PageEditor)
    assert "Evening of the corps" in str(editor.form["words"].value())
    keep(qtbot, PageEditor, note="Page 3")
    qtbot.waitUntil(lambda: book.model.rowCount() == 1)
    picture = tmp_path / "page.txt"
    picture.write_text("scan", encoding="utf-8")
    book.take_scan(book.model.rows()[0], picture)
    qtbot.waitUntil(lambda: book.model.rows()[0].scan is not None)
    (kept,) = told(qtbot, page, golden_pages)
    assert kept.draft.note == "Page 3"
    book._remove(book.model.rows()[0])
    qtbot.waitUntil(lambda: book.model.rowCount() == 0)
    book.accept()


def test_flags_are_seen_from_both_sides_and_by_other_rules(
    page: ReceptionPage, qtbot: QtBot
) -> None:
    page.around.to_flags()
    view = opened(qtbot, FlagsView)
    qtbot.waitUntil(lambda: view.sheet is not None)
    view.side.choose(BUILDING)
    view.side.chosen.emit(BUILDING)
    view.masts.choose("7")
    view.masts.chosen.emit("7")
    qtbot.waitUntil(lambda: view.sheet is not None and view.sheet.masts == 7)
    FlagRulesEditor.begin(view, page.desk)
    keep(qtbot, FlagRulesEditor, odd="3-1-2", verified=True)
    assert told(qtbot, page, flag_rules).odd == (3, 1, 2)
    view.accept()
