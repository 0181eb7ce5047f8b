"""Missions in the window: the list, the dossier, the delegation by keys, travel papers hidden."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.core.text import Language
from app.dossiers.rules import Stage
from app.missions.commands import keep_papers
from app.missions.draft import PapersDraft
from app.missions.queries import delegation, mission_sheet, missions, papers_of
from tests.builders import participant_of
from tests.ui.calm import calm_in_one_of
from tests.ui.receptions.dialogs import keep, opened, shown
from ui.core import language
from ui.dossiers.choosing import ChoosePeople, PlaceEditor
from ui.missions.aims import DaysEditor, DestinationEditor, ErasingEditor, ObjectiveEditor
from ui.missions.beginning import BeginMissionEditor
from ui.missions.dossier import MissionPage
from ui.missions.editor import MissionEditor
from ui.missions.page import COMING, PAST, MissionsPage
from ui.missions.participant_dialogs import (
    GroupEditor,
    PapersEditor,
    ParticipantEditor,
    WithdrawEditor,
)
from ui.missions.registration import RegistrationDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.missions.queries import ParticipantRow
    from ui.core.table import Table
    from ui.main_window import MainWindow

NUMBER = "EX7654321"


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot) -> MissionsPage:
    """The list of missions, filled."""
    page = window.frame.pages.page()
    assert isinstance(page, MissionsPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    return page


@pytest.fixture
def dossier(window: MainWindow, mission: UUID, qtbot: QtBot) -> MissionPage:
    """The coming mission, opened on its delegation."""
    window.go("mission", mission)
    page = window.frame.pages.page()
    assert isinstance(page, MissionPage)
    page.tabs.choose("delegation")
    qtbot.waitUntil(lambda: page.delegation.model.rowCount() == 2)
    return page


def rows(page: MissionPage) -> list[ParticipantRow]:
    return page.delegation.model.rows()


def families(page: MissionPage) -> list[str]:
    return [one.name.family for one in rows(page)]


def press(qtbot: QtBot, table: Table, place: int, key: Qt.Key) -> None:
    """Choose a row and press a key on it."""
    table.window().activateWindow()
    table.setFocus()
    table.selectRow(place)
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, key)


def titles(page: MissionsPage) -> list[str]:
    return [one.title for one in page.model.rows()]


def told(qtbot: QtBot, page: Any, query: Any, *args: object) -> Any:
    """What the office answers; the window's thread never asks it directly."""
    answers: list[Any] = []
    page.desk.jobs.ask(query, *args, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


# --- the list ---


def test_the_list_has_views_and_a_filter(listed: MissionsPage) -> None:
    assert titles(listed) == ["Ports of the east", "Long ago"]
    for view, wanted in ((PAST, ["Long ago"]), (COMING, ["Ports of the east"])):
        listed._chips.choose(view)
        listed._show(view)
        assert titles(listed) == wanted
    listed._chips.choose("all")
    listed._filter.setText("kanaz")
    assert titles(listed) == ["Ports of the east"]


def test_a_new_mission_is_made_and_opened(
    window: MainWindow, listed: MissionsPage, qtbot: QtBot
) -> None:
    window._act("missions.new")
    editor = opened(qtbot, BeginMissionEditor)
    editor.keep.click()  # without a title it stays, and says so
    assert shown(BeginMissionEditor) is editor
    day = dt.date(2400, 6, 1)
    keep(qtbot, BeginMissionEditor, title="Garden", from_day=day, city="Osaka", country_code="JP")
    qtbot.waitUntil(lambda: window.frame.pages.key() == "mission")
    made = next(one for one in told(qtbot, listed, missions) if one.title == "Garden")
    assert (made.starts_on, made.kind, made.where) == (day, "trade_mission", "Osaka")
    [place] = told(qtbot, listed, mission_sheet, made.id).destinations
    assert (place.draft.time_zone, place.draft.arrives_on) == ("Asia/Tokyo", day)


def test_the_editor_opens_without_a_stop(
    window: MainWindow, listed: MissionsPage, qtbot: QtBot
) -> None:
    def open_it() -> None:
        before = shown(BeginMissionEditor)
        if before is not None:
            before.reject()
        window._act("missions.new")
        opened(qtbot, BeginMissionEditor)

    assert listed.isVisible()
    calm_in_one_of(3, open_it)
    opened(qtbot, BeginMissionEditor).reject()


def test_a_mission_is_removed_and_comes_back(
    window: MainWindow, listed: MissionsPage, qtbot: QtBot
) -> None:
    listed.table.selectRow(1)
    window._act("missions.delete")
    qtbot.waitUntil(lambda: titles(listed) == ["Ports of the east"])
    window._act("app.undo")
    qtbot.waitUntil(lambda: titles(listed) == ["Ports of the east", "Long ago"])


# --- the dossier ---


def test_a_dossier_shows_every_tab(dossier: MissionPage, qtbot: QtBot) -> None:
    for key in ("overview", "delegation", "paper"):
        dossier.tabs.choose(key)
        qtbot.waitUntil(dossier.tab(key).isVisible)
        assert [one for one in dossier._made.values() if one.isVisible()] == [dossier.tab(key)]


def test_a_dossier_is_edited(dossier: MissionPage, qtbot: QtBot) -> None:
    dossier.edit()
    keep(qtbot, MissionEditor, title="Ports of the far east", decision="CBS 12")
    qtbot.waitUntil(lambda: dossier.title() == "Ports of the far east")
    draft = told(qtbot, dossier, mission_sheet, dossier.record).draft
    assert draft.decision == "CBS 12"
    dossier._set_stage(Stage.CONFIRMED)
    sheet = told(qtbot, dossier, mission_sheet, dossier.record)
    assert sheet.draft.dossier.stage == Stage.CONFIRMED


def test_destinations_and_objectives_are_edited_where_they_stand(
    dossier: MissionPage, qtbot: QtBot
) -> None:
    dossier.tabs.choose("overview")
    dossier.overview.add_destination()
    dialog = opened(qtbot, DestinationEditor)
    assert dialog.form.values()["time_zone"] == "Asia/Tokyo"  # as the city before
    keep(qtbot, DestinationEditor, city="Osaka")

    def cities() -> list[str]:
        sheet = told(qtbot, dossier, mission_sheet, dossier.record)
        return [one.draft.city for one in sheet.destinations]

    qtbot.waitUntil(lambda: len(dossier._sheet.destinations) == 2)  # type: ignore[union-attr]  # it is shown
    assert cities() == ["Kanazawa", "Osaka"]
    dossier.overview.edit_destination(0)
    keep(qtbot, DestinationEditor, city="Komatsu")
    qtbot.waitUntil(lambda: cities() == ["Komatsu", "Osaka"])
    dossier.overview.add_objective()
    keep(qtbot, ObjectiveEditor, what="Two agreements", target="2")
    qtbot.waitUntil(lambda: len(dossier._sheet.objectives) == 1)  # type: ignore[union-attr]  # it is shown


def test_another_language_keeps_the_place(
    window: MainWindow, dossier: MissionPage, qtbot: QtBot
) -> None:
    language.set_language(Language.NL)
    page = window.frame.pages.page()
    assert page is not dossier
    assert isinstance(page, MissionPage)
    assert page.tabs.current() == "delegation"
    qtbot.waitUntil(lambda: page.delegation.model.rowCount() == 2)


# --- the delegation ---


def test_one_key_sets_how_sure_it_is(dossier: MissionPage, qtbot: QtBot) -> None:
    table = dossier.delegation.table
    press(qtbot, table, 0, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: rows(dossier)[0].status == "confirmed")
    press(qtbot, table, 0, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: families(dossier) == ["Baert", "Aoki"])
    press(qtbot, table, 0, Qt.Key.Key_X)
    keep(qtbot, WithdrawEditor, rule="half")
    qtbot.waitUntil(lambda: [one.status for one in rows(dossier)] == ["waiting", "withdrawn"])
    assert rows(dossier)[1].draft.withdrawal_rule == "half"


def test_a_withdrawal_may_be_free_until_a_day(dossier: MissionPage, qtbot: QtBot) -> None:
    table = dossier.delegation.table
    press(qtbot, table, 0, Qt.Key.Key_X)
    editor = opened(qtbot, WithdrawEditor)
    editor.form.set_values({"rule": "free_until:", "free_day": None})
    editor.keep.click()  # until which day must be said
    assert shown(WithdrawEditor) is editor
    keep(qtbot, WithdrawEditor, free_day=dt.date(2400, 4, 1), day=dt.date(2400, 3, 1))
    qtbot.waitUntil(lambda: rows(dossier)[1].status == "withdrawn")
    draft = rows(dossier)[1].draft
    assert draft.withdrawal_rule == "free_until:2400-04-01"
    press(qtbot, table, 1, Qt.Key.Key_Return)
    editing = opened(qtbot, ParticipantEditor)
    assert editing.draft() == draft
    keep(qtbot, ParticipantEditor, free_day=dt.date(2400, 4, 2))
    qtbot.waitUntil(lambda: rows(dossier)[1].draft.withdrawal_rule == "free_until:2400-04-02")


def test_people_are_added_grouped_and_moved(dossier: MissionPage, qtbot: QtBot) -> None:
    dossier.delegation.add()
    dialog = opened(qtbot, ChoosePeople)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)  # who is on the list is not offered
    dialog.table.selectRow(0)
    dialog.add.click()
    qtbot.waitUntil(lambda: families(dossier) == ["Aoki", "Baert", "Cruz"])
    table = dossier.delegation.table
    press(qtbot, table, 2, Qt.Key.Key_M)
    keep(qtbot, PlaceEditor, place=1, reason="speaks first")
    qtbot.waitUntil(lambda: families(dossier) == ["Cruz", "Aoki", "Baert"])
    press(qtbot, table, 0, Qt.Key.Key_G)
    keep(qtbot, GroupEditor, group="Ports")
    qtbot.waitUntil(lambda: rows(dossier)[0].groups == ("Ports",))
    press(qtbot, table, 0, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: families(dossier) == ["Aoki", "Baert"])


def test_a_participant_is_edited(dossier: MissionPage, qtbot: QtBot) -> None:
    table = dossier.delegation.table
    press(qtbot, table, 1, Qt.Key.Key_Return)
    keep(qtbot, ParticipantEditor, role="head", badge_name="Z. Baert", groups=("Ports",))
    qtbot.waitUntil(lambda: families(dossier) == ["Baert", "Aoki"])
    draft = rows(dossier)[0].draft
    assert (draft.badge_name, draft.groups) == ("Z. Baert", ("Ports",))


def test_views_show_by_status_and_by_host(dossier: MissionPage, qtbot: QtBot) -> None:
    tab = dossier.delegation
    tab.host_order()
    press(qtbot, tab.table, 0, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: rows(dossier)[0].status == "confirmed")
    tab._chips.choose("confirmed")
    tab._chosen("confirmed")
    assert families(dossier) == ["Aoki"]
    tab._chips.choose("host")
    tab._chosen("host")
    qtbot.waitUntil(lambda: families(dossier) == ["Aoki", "Baert"])
    tab._filter.setText("zo")
    assert families(dossier) == ["Baert"]


# --- travel papers ---


def _texts(window: MainWindow) -> str:
    return " ".join(one.text() for one in window.findChildren(QLabel))


def test_travel_papers_are_hidden_until_asked_for_and_again_after(
    window: MainWindow, dossier: MissionPage, people: list[UUID], qtbot: QtBot
) -> None:
    one = told(qtbot, dossier, participant_of, dossier.record, people[0])
    papers = PapersDraft("AOKI REN", "AOKI REN", NUMBER)
    dossier.desk.jobs.run(keep_papers, one, None, papers)
    tab = dossier.delegation
    qtbot.waitUntil(lambda: dossier._sheet is not None and dossier._sheet.papers == 1)
    assert tab.travellers.rowCount() == 0
    assert NUMBER not in repr(rows(dossier)) + _texts(window)
    tab.reveal.click()
    qtbot.waitUntil(lambda: tab.travellers.rowCount() == 2)
    assert tab.papers.isVisible()
    shown_cells = [cell.text for cell in tab.travellers.cells(0) or ()]
    assert NUMBER in shown_cells
    press(qtbot, tab.papers, 0, Qt.Key.Key_Return)
    keep(qtbot, PapersEditor, insurance="Invented 12")
    qtbot.waitUntil(lambda: tab.travellers.rows()[0].papers.draft.insurance == "Invented 12")
    dossier.tabs.choose("overview")
    assert tab.travellers.rowCount() == 0  # left: forgotten
    dossier.tabs.choose("delegation")
    qtbot.waitUntil(tab.table.isVisible)
    assert not tab.papers.isVisible()


def test_travel_papers_are_erased_only_when_meant(
    dossier: MissionPage, people: list[UUID], qtbot: QtBot
) -> None:
    one = told(qtbot, dossier, participant_of, dossier.record, people[0])
    dossier.desk.jobs.run(keep_papers, one, None, PapersDraft(number=NUMBER))
    qtbot.waitUntil(lambda: dossier._sheet is not None and dossier._sheet.papers == 1)
    dossier.overview._erase()
    editor = opened(qtbot, ErasingEditor)
    editor.keep.click()
    assert shown(ErasingEditor) is editor
    keep(qtbot, ErasingEditor, sure=True)
    assert told(qtbot, dossier, papers_of, one).draft == PapersDraft()
    dossier.overview.change_days()
    keep(qtbot, DaysEditor, days=30)
    qtbot.waitUntil(lambda: dossier._known.papers_days == 30)


# --- registrations ---


def test_registrations_are_seen_before_they_come_in(
    dossier: MissionPage, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "Family name;Given name;Company;Role\n"
        "Dierckx;Lore;Zeewind Energie NV;business\nEverts;Tom;Zeewind-Energie;admiral\n"
        "Maes;Tuur;Havenhuis;press\nClaes;Noor;Havenhuis;press\n",
        encoding="utf-8",
    )
    dossier.delegation.bring_in()
    dialog = opened(qtbot, RegistrationDialog)
    dialog.open_file(file)
    qtbot.waitUntil(dialog.start.isEnabled)
    assert dialog.model.rowCount() == 2  # a role nobody knows, one company in two spellings
    dialog.start.click()
    qtbot.waitUntil(lambda: len(rows(dossier)) == 6)
    dialog.reject()
    found = told(qtbot, dossier, delegation, dossier.record, Language.EN)
    assert {"Dierckx", "Everts"} <= {one.name.family for one in found}


def test_a_file_that_is_no_list_says_so(dossier: MissionPage, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "no.csv"
    file.write_text("x;y\n1;2\n", encoding="utf-8")
    dossier.delegation.bring_in()
    dialog = opened(qtbot, RegistrationDialog)
    dialog.open_file(file)
    qtbot.waitUntil(lambda: bool(dialog.choose.banner.words()))
    assert not dialog.start.isEnabled()
    dialog.reject()


# --- six hundred ---


def test_six_hundred_are_shown_without_a_stop(dossier: MissionPage) -> None:
    [one, *_] = rows(dossier)
    many = [_twin(one, number) for number in range(600)]
    tab = dossier.delegation
    calm_in_one_of(3, lambda: tab._answered(many))
    assert tab.model.rowCount() == 600


def _twin(one: ParticipantRow, number: int) -> ParticipantRow:
    return replace(one, id=UUID(int=number + 1), place=number + 1)


def test_the_search_box_offers_what_an_open_mission_can_do(
    window: MainWindow, listed: MissionsPage, mission: UUID
) -> None:
    assert listed.isVisible()
    assert not {one.id for one in window._commands()} & {"mission.close", "mission.meetings"}
    window.go("mission", mission)
    page = window.frame.pages.page()
    assert isinstance(page, MissionPage)
    assert {"mission.close", "mission.meetings"} <= {one.id for one in window._commands()}
    window._do("mission.rooms")
    assert page.tabs.current() == "rooms"
