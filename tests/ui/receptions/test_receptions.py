"""Receptions in the window: the list, the dossier, guests by one key, the programme, the paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.contacts.commands import add_shipped_lists
from app.core.text import Language
from app.dossiers.rules import Stage
from app.receptions.commands import invite, remove_reception, set_status
from app.receptions.queries import guests, reception_sheet, receptions
from tests.ui.calm import calm_in_one_of
from tests.ui.receptions.dialogs import keep, opened, shown
from ui.core import language
from ui.dossiers.choosing import ChoosePeople, PlaceEditor
from ui.dossiers.programme_editor import ProgrammeEditor
from ui.receptions.beginning import BeginEditor
from ui.receptions.dossier import ReceptionPage
from ui.receptions.editor import ReceptionEditor
from ui.receptions.evening import end_moment
from ui.receptions.guest_editor import GuestEditor
from ui.receptions.page import COMING, PAST, ReceptionsPage
from ui.receptions.substitute_editor import SubstituteEditor

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.receptions.queries import GuestRow
    from ui.core.table import Table
    from ui.main_window import MainWindow


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot) -> ReceptionsPage:
    """The list of receptions, filled."""
    page = window.frame.pages.page()
    assert isinstance(page, ReceptionsPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    return page


@pytest.fixture
def dossier(window: MainWindow, evening: UUID, qtbot: QtBot) -> ReceptionPage:
    """The coming reception, opened on its guests."""
    window.go("reception", evening)
    page = window.frame.pages.page()
    assert isinstance(page, ReceptionPage)
    page.tabs.choose("guests")
    qtbot.waitUntil(lambda: page.guests.model.rowCount() == 2)
    return page


def rows(page: ReceptionPage) -> list[GuestRow]:
    return page.guests.model.rows()


def families(page: ReceptionPage) -> list[str]:
    return [one.name.family for one in rows(page)]


def press(qtbot: QtBot, table: Table, place: int, key: Qt.Key) -> None:
    """Choose a row and press a key on it."""
    table.setFocus()
    table.selectRow(place)
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, key)


def titles(page: ReceptionsPage) -> list[str]:
    return [one.title for one in page.model.rows()]


def told(qtbot: QtBot, page: ReceptionPage | ReceptionsPage, query: Any, *args: object) -> Any:
    """What the office answers; the window's thread never asks it directly."""
    answers: list[Any] = []
    page.desk.jobs.ask(query, *args, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


# --- the list ---


def test_the_coming_stand_first(listed: ReceptionsPage) -> None:
    assert titles(listed) == ["Evening of the corps", "Long ago"]


def test_views_show_the_coming_or_the_past(listed: ReceptionsPage) -> None:
    for view, wanted in ((PAST, ["Long ago"]), (COMING, ["Evening of the corps"])):
        listed._chips.choose(view)
        listed._show(view)
        assert titles(listed) == wanted


def test_enter_opens_the_dossier(window: MainWindow, listed: ReceptionsPage, qtbot: QtBot) -> None:
    press(qtbot, listed.table, 0, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame.pages.key() == "reception")
    page: Any = window.frame.pages.page()
    qtbot.waitUntil(lambda: page.title() == "Evening of the corps")
    assert "Evening of the corps" in window.windowTitle()


def test_a_new_reception_is_made_and_opened(
    window: MainWindow, listed: ReceptionsPage, qtbot: QtBot
) -> None:
    window._act("receptions.new")
    editor = opened(qtbot, BeginEditor)
    editor.keep.click()  # without a title it stays, and says so
    assert shown(BeginEditor) is editor
    day = dt.date(2400, 6, 1)
    keep(qtbot, BeginEditor, title="Garden", day=day, **{"from": dt.time(11)}, capacity=40)
    qtbot.waitUntil(lambda: window.frame.pages.key() == "reception")
    made = next(one for one in told(qtbot, listed, receptions) if one.title == "Garden")
    assert made.starts_at == dt.datetime.combine(day, dt.time(11))
    window.back()
    qtbot.waitUntil(lambda: "Garden" in titles(listed))


def test_the_editor_opens_without_a_stop(
    window: MainWindow, listed: ReceptionsPage, qtbot: QtBot
) -> None:
    def open_it() -> None:
        before = shown(BeginEditor)
        if before is not None:
            before.reject()
        window._act("receptions.new")
        opened(qtbot, BeginEditor)

    assert listed.isVisible()
    calm_in_one_of(3, open_it)
    opened(qtbot, BeginEditor).reject()


def test_a_reception_is_removed_and_comes_back(
    window: MainWindow, listed: ReceptionsPage, qtbot: QtBot
) -> None:
    listed.table.selectRow(1)
    window._act("receptions.delete")
    qtbot.waitUntil(lambda: titles(listed) == ["Evening of the corps"])
    window._act("app.undo")
    qtbot.waitUntil(lambda: titles(listed) == ["Evening of the corps", "Long ago"])


# --- the dossier ---


def test_a_dossier_shows_every_tab(dossier: ReceptionPage, qtbot: QtBot) -> None:
    for key in ("overview", "guests", "programme", "paper"):
        dossier.tabs.choose(key)
        qtbot.waitUntil(dossier.tab(key).isVisible)
        assert [one for one in dossier._made.values() if one.isVisible()] == [dossier.tab(key)]


def test_a_dossier_is_edited(dossier: ReceptionPage, qtbot: QtBot) -> None:
    dossier.edit()
    keep(qtbot, ReceptionEditor, title="Another evening", points_to_raise=["Trams", "Water"])
    qtbot.waitUntil(lambda: dossier.title() == "Another evening")
    draft = told(qtbot, dossier, reception_sheet, dossier.record).draft
    assert draft.dossier.points_to_raise == ("Trams", "Water")
    assert draft.capacity == 80


def test_an_evening_may_end_after_midnight_and_days_are_kept(
    dossier: ReceptionPage, qtbot: QtBot
) -> None:
    dossier.edit()
    keep(qtbot, ReceptionEditor, until=dt.time(0, 30))
    sheet = told(qtbot, dossier, reception_sheet, dossier.record)
    begins, ends = sheet.draft.dossier.starts_at, sheet.draft.dossier.ends_at
    assert begins is not None
    assert ends == dt.datetime.combine(begins.date() + dt.timedelta(days=1), dt.time(0, 30))
    three = replace(sheet.draft.dossier, ends_at=ends + dt.timedelta(days=2))
    assert end_moment(begins, dt.time(22), three) == dt.datetime.combine(
        begins.date() + dt.timedelta(days=3), dt.time(22)
    )
    assert end_moment(begins, dt.time(17)) == begins.replace(hour=17, minute=0)


def test_a_stage_is_set(dossier: ReceptionPage, qtbot: QtBot) -> None:
    dossier._set_stage(Stage.CONFIRMED)
    sheet = told(qtbot, dossier, reception_sheet, dossier.record)
    assert sheet.draft.dossier.stage == Stage.CONFIRMED


def test_another_language_keeps_the_place(
    window: MainWindow, dossier: ReceptionPage, qtbot: QtBot
) -> None:
    language.set_language(Language.FR)
    again: Any = window.frame.pages.page()
    assert again is not dossier
    qtbot.waitUntil(lambda: again.guests.model.rowCount() == 2)
    assert again.tabs.current() == "guests"
    assert rows(again)[0].reason.to(Language.FR) != rows(again)[0].reason.to(Language.EN)


def test_a_dossier_that_is_gone_leads_back(
    window: MainWindow, dossier: ReceptionPage, qtbot: QtBot
) -> None:
    dossier.desk.jobs.run(remove_reception, dossier.record)
    qtbot.waitUntil(lambda: window.frame.pages.key() == "receptions")


# --- the guests ---


def test_guests_are_added_in_their_order(dossier: ReceptionPage, qtbot: QtBot) -> None:
    dossier.guests.add()
    dialog = opened(qtbot, ChoosePeople)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)  # the others are on the list
    assert not dialog.add.isEnabled()
    dialog.table.selectAll()
    dialog.add.click()
    qtbot.waitUntil(lambda: len(rows(dossier)) == 3)
    assert families(dossier) == ["Blanc", "Aoki", "Cruz"]
    assert all(str(one.reason) for one in rows(dossier))
    assert dossier.tabs.tabText(1) == "Guests · 3"


def test_guests_are_found_by_typing(dossier: ReceptionPage, qtbot: QtBot) -> None:
    dossier.guests.add()
    dialog = opened(qtbot, ChoosePeople)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    QTest.keyClicks(dialog.field, "nobody")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    dialog.field.clear()
    QTest.keyClicks(dialog.field, "cru")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    dialog.reject()


@pytest.mark.parametrize(
    ("key", "status"),
    [
        (Qt.Key.Key_A, "accepted"),
        (Qt.Key.Key_R, "regrets"),
        (Qt.Key.Key_T, "attended"),
        (Qt.Key.Key_N, "absent"),
    ],
)
def test_one_key_notes_a_reply(
    dossier: ReceptionPage, qtbot: QtBot, key: Qt.Key, status: str
) -> None:
    first = rows(dossier)[0].id
    press(qtbot, dossier.guests.table, 0, key)
    qtbot.waitUntil(lambda: {one.id: one.status for one in rows(dossier)}[first] == status)
    away = status in ("regrets", "absent")
    assert [one.id for one in rows(dossier)].index(first) == (1 if away else 0)


def test_a_key_notes_the_reply_of_all_selected(dossier: ReceptionPage, qtbot: QtBot) -> None:
    dossier.guests.table.selectAll()
    dossier.guests.table.setFocus()
    qtbot.waitUntil(dossier.guests.table.hasFocus)
    QTest.keyClick(dossier.guests.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: {one.status for one in rows(dossier)} == {"accepted"})


def test_who_comes_instead_is_asked(dossier: ReceptionPage, qtbot: QtBot) -> None:
    first = rows(dossier)[0].id
    press(qtbot, dossier.guests.table, 0, Qt.Key.Key_P)
    editor = opened(qtbot, SubstituteEditor)
    editor.keep.click()
    assert shown(SubstituteEditor) is editor  # somebody must be named
    keep(qtbot, SubstituteEditor, name="Mr Chen")
    qtbot.waitUntil(lambda: rows(dossier)[-1].id == first)
    assert (rows(dossier)[-1].status, rows(dossier)[-1].substitute) == ("represented", "Mr Chen")


def test_a_move_asks_for_its_reason(dossier: ReceptionPage, qtbot: QtBot) -> None:
    last = rows(dossier)[-1].id
    press(qtbot, dossier.guests.table, 1, Qt.Key.Key_M)
    editor = opened(qtbot, PlaceEditor)
    editor.form.set_values({"place": 1})
    editor.keep.click()
    assert shown(PlaceEditor) is editor  # a reason is needed
    keep(qtbot, PlaceEditor, place=1, reason="guest of honour")
    qtbot.waitUntil(lambda: rows(dossier)[0].id == last)
    assert str(rows(dossier)[0].reason) == "Moved to 1: guest of honour"
    dossier.guests.table.selectRow(0)
    dossier.guests.by_rule()
    qtbot.waitUntil(lambda: rows(dossier)[-1].id == last)


def test_a_guest_is_edited(dossier: ReceptionPage, qtbot: QtBot) -> None:
    press(qtbot, dossier.guests.table, 0, Qt.Key.Key_F2)
    keep(qtbot, GuestEditor, persons=2, circle="press", guest_of_honour=True, note="late")
    qtbot.waitUntil(lambda: rows(dossier)[0].persons == 2)
    one = rows(dossier)[0]
    assert (one.circle, one.guest_of_honour, one.note) == ("press", True, "late")


def test_a_guest_is_taken_off(dossier: ReceptionPage, evening: UUID, qtbot: QtBot) -> None:
    press(qtbot, dossier.guests.table, 0, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(rows(dossier)) == 1)
    assert len(told(qtbot, dossier, guests, evening, Language.EN)) == 1


def test_the_list_follows_what_others_do(
    dossier: ReceptionPage, evening: UUID, people: list[UUID], qtbot: QtBot
) -> None:
    dossier.desk.jobs.run(invite, evening, people[2:])
    qtbot.waitUntil(lambda: len(rows(dossier)) == 3)
    dossier.desk.jobs.run(set_status, [one.id for one in rows(dossier)], "accepted")
    qtbot.waitUntil(lambda: {one.status for one in rows(dossier)} == {"accepted"})


def test_guests_are_filtered(dossier: ReceptionPage) -> None:
    dossier.guests._filter.setText("blan")
    assert families(dossier) == ["Blanc"]
    dossier.guests._filter.clear()
    assert len(rows(dossier)) == 2


# --- the programme ---


def test_lines_of_the_programme(dossier: ReceptionPage, evening: UUID, qtbot: QtBot) -> None:
    dossier.tabs.choose("programme")
    tab = dossier.programme

    def titles_shown() -> list[str]:
        return [one.draft.title for one in tab.model.rows()]

    def told_lines(number: int) -> bool:
        return len(titles_shown()) == number

    for at, name in enumerate(("Arrival", "Toast"), start=1):
        tab.add()
        keep(qtbot, ProgrammeEditor, title=name, time=dt.time(18 + at), minutes=15)
        qtbot.waitUntil(partial(told_lines, at))
    [first, _second] = told(qtbot, dossier, reception_sheet, evening).programme
    assert first.draft.starts_at == dt.datetime(2400, 5, 1, 19)  # noqa: DTZ001 - local time
    tab.table.selectRow(1)
    tab.move_by(-1)
    qtbot.waitUntil(lambda: titles_shown() == ["Toast", "Arrival"])
    tab.table.selectRow(0)
    tab.edit()
    keep(qtbot, ProgrammeEditor, title="Toast and song", public=False)
    qtbot.waitUntil(lambda: titles_shown() == ["Toast and song", "Arrival"])
    tab.table.selectRow(0)
    tab.remove()
    qtbot.waitUntil(lambda: titles_shown() == ["Arrival"])


def test_a_reception_chooses_its_list_of_precedence(
    qtbot: QtBot, dossier: ReceptionPage, evening: UUID
) -> None:
    assert dossier.guests.order.words.words() == "Order: Usual list of the office"
    dossier.desk.jobs.run(add_shipped_lists)
    order = dossier.guests.order
    qtbot.waitUntil(lambda: len(order._lists) == 6)
    flemish = next(entry for entry in order._menu.actions() if "Flemish" in entry.text())
    flemish.trigger()
    qtbot.waitUntil(lambda: "advice of 12 October 2010" in order.words.words())
    assert "of 12 Oct 2010" in order.words.words()
    dossier.edit()
    dialog = opened(qtbot, ReceptionEditor)
    assert dialog.draft().precedence_list is not None
    dialog.form["precedence_list"].set_value("")
    dialog.keep.click()
    qtbot.waitUntil(lambda: order.words.words() == "Order: Usual list of the office")
    sheet = told(qtbot, dossier, reception_sheet, evening)
    assert sheet.draft.precedence_list is None
