"""Missions begin from templates, are copied and moved; checklist, board, what is inside."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core import clock
from app.core.text import Language
from app.dossiers.commands import add_template
from app.dossiers.draft import LineDraft, TemplateDraft
from app.dossiers.queries import templates
from app.dossiers.rules import Stage
from app.dossiers.rules.templates import MISSION, Part
from app.missions.queries import delegation, mission_overview, mission_sheet, missions
from tests.builders import make_organisation
from tests.ui.calm import calm_in_one_of
from tests.ui.receptions.dialogs import keep, opened, shown
from ui.core import language
from ui.core.labels import Link
from ui.core.record_field import Choice
from ui.dossiers.stage_editors import ChecklistEditor, PapersEditor, PartnerEditor, RoleEditor
from ui.dossiers.template_choice import NameEditor, TemplateChooser
from ui.dossiers.template_lines import LineEditor, TemplateNameEditor
from ui.missions.beginning import BeginMissionEditor
from ui.missions.copying import DepartureEditor, MissionCopyEditor
from ui.missions.dossier import MissionPage
from ui.missions.page import BOARD, LIST, MissionsPage
from ui.missions.templates_page import MissionTemplatesPage

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.main_window import MainWindow

LINES = (
    LineDraft(Part.ITEM, "Departure", 0, 60),
    LineDraft(Part.ITEM, "City hall", -1, 45),
    LineDraft(Part.TASK, "Decision of the college", 120, owner="International"),
    LineDraft(Part.TASK, "Thank", -10),
    LineDraft(Part.ROLE, "Travel lead"),
    LineDraft(Part.PAPER, "rooming-list"),
)


@pytest.fixture
def template(workspace: Workspace) -> UUID:
    """A template of the office."""
    draft = TemplateDraft("Fair", MISSION, "exhibition", lines=LINES)
    made: UUID = workspace.run(add_template, draft)
    return made


@pytest.fixture
def port(workspace: Workspace) -> UUID:
    """An organisation that may be a partner."""
    made: UUID = make_organisation(workspace, kind="company", country="", name="Port")
    return made


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot) -> MissionsPage:
    """The list of missions, filled."""
    page = window.frame.pages.page()
    assert isinstance(page, MissionsPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    return page


@pytest.fixture
def dossier(window: MainWindow, mission: UUID, qtbot: QtBot) -> MissionPage:
    """The coming mission, on its overview."""
    window.go("mission", mission)
    page = window.frame.pages.page()
    assert isinstance(page, MissionPage)
    qtbot.waitUntil(lambda: page.overview.stages.shown is not None and page._sheet is not None)
    return page


def told(qtbot: QtBot, page: Any, query: Any, *args: object) -> Any:
    """Ask the office behind a window through its jobs."""
    answers: list[Any] = []
    page.desk.jobs.ask(query, *args, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def remove_in(dialog: Any) -> None:
    """Press the button at the left of the foot."""
    dialog.foot.itemAt(0).widget().click()


# --- beginning, copying, moving ---


def test_a_new_mission_begins_from_a_template(
    template: UUID, window: MainWindow, listed: MissionsPage, qtbot: QtBot
) -> None:
    window._act("missions.new")
    dialog = opened(qtbot, BeginMissionEditor)
    dialog.form["template"].set_value(template.hex)
    dialog.form["template"].changed.emit()
    assert dialog.form["kind"].value() == "exhibition"
    assert "2 lines of programme, 2 tasks, 1 role, 1 paper" in dialog.brings.words()
    dialog.form["from_day"].set_value(clock.today() + dt.timedelta(days=30))
    dialog.form["from_day"].changed.emit()
    assert dialog.late.words() == "For this day 1 task of the checklist is late already."
    day = dt.date(2400, 6, 1)
    keep(qtbot, BeginMissionEditor, title="Stand", from_day=day, city="Osaka", country_code="JP")
    qtbot.waitUntil(lambda: window.frame.pages.key() == "mission")
    made = next(one for one in told(qtbot, listed, missions) if one.title == "Stand")
    found = told(qtbot, listed, mission_overview, made.id, Language.EN)
    assert [one.draft.due_on for one in found.tasks] == [
        dt.date(2400, 2, 2), dt.date(2400, 6, 11),
    ]  # fmt: skip
    assert (made.kind, made.where, found.papers) == ("exhibition", "Osaka", ("rooming-list",))
    window._act("app.undo")
    qtbot.waitUntil(lambda: len(told(qtbot, listed, missions)) == 2)


def test_a_past_mission_is_copied_from_the_list(
    window: MainWindow, listed: MissionsPage, mission: UUID, qtbot: QtBot
) -> None:
    window._act("missions.copy")
    assert shown(MissionCopyEditor) is None, "nothing is chosen yet"
    listed.table.select_id(mission)
    window._act("missions.copy")
    dialog = opened(qtbot, MissionCopyEditor)
    assert dialog.draft().draft.starts_at == dt.datetime(2401, 4, 30, 9)  # noqa: DTZ001 - local time
    assert dialog.form["participants"].value() is False
    keep(qtbot, MissionCopyEditor, title="Once more", participants=True, costs=False)
    qtbot.waitUntil(lambda: window.frame.pages.key() == "mission")
    made = next(one for one in told(qtbot, listed, missions) if one.title == "Once more")
    assert len(told(qtbot, listed, delegation, made.id, Language.EN)) == 2
    [place] = told(qtbot, listed, mission_sheet, made.id).destinations
    assert (place.draft.city, place.draft.leaves_on) == ("Kanazawa", dt.date(2401, 5, 5))


def test_moving_says_what_moves_and_what_must_be_seen_to(
    window: MainWindow, dossier: MissionPage, mission: UUID, qtbot: QtBot
) -> None:
    window._act("mission.move")
    dialog = opened(qtbot, DepartureEditor)
    assert dialog.told.words() == ""
    assert "move along by whole days" in dialog.moves.words()
    dialog.form["day"].set_value(dt.date(2400, 5, 8))
    dialog.form["day"].changed.emit()
    assert dialog.told.words() == (
        "2 participants know Monday 1 May 2400, 09:00 as the departure: tell them."
    )
    dialog.keep.click()
    qtbot.waitUntil(lambda: shown(DepartureEditor) is None)
    tasks = dossier.overview.stages.checklist.tasks
    qtbot.waitUntil(lambda: tasks.rowCount() == 1)
    assert tasks.tasks[0].draft.title.startswith("Regel het nieuwe vertrek")
    sheet = told(qtbot, dossier, mission_sheet, mission)
    assert sheet.destinations[0].draft.leaves_on == dt.date(2400, 5, 13)


# --- the overview ---


def test_a_template_fills_the_overview_and_one_key_ticks(
    template: UUID, window: MainWindow, dossier: MissionPage, qtbot: QtBot
) -> None:
    window._act("mission.apply_template")
    keep(qtbot, TemplateChooser, template=template.hex)
    stages = dossier.overview.stages
    qtbot.waitUntil(lambda: stages.checklist.tasks.rowCount() == 2)
    stages.checklist.setCurrentIndex(stages.checklist.tasks.index(0, 0))
    stages.checklist.setFocus()
    QTest.keyClick(stages.checklist, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stages.checklist.tasks.rowCount() == 1)
    window._act("app.undo")
    qtbot.waitUntil(lambda: stages.checklist.tasks.rowCount() == 2)
    window._act("mission.task")
    keep(qtbot, ChecklistEditor, title="Book the train", days=40)
    qtbot.waitUntil(lambda: stages.checklist.tasks.rowCount() == 3)
    window._act("mission.keep_template")
    keep(qtbot, NameEditor, name="As this one")
    known = told(qtbot, dossier, templates, MISSION)
    kept = next(one for one in known if one.name == "As this one")
    assert kept.count(Part.TASK) == 3


def test_a_long_checklist_shows_the_nearest_first(
    dossier: MissionPage, mission: UUID, qtbot: QtBot
) -> None:
    from app.dossiers.commands import add_task
    from app.dossiers.draft import TaskDraft

    for number in range(20):
        draft = TaskDraft(f"Task {number}", dossier=mission, days_before=100 - number)
        dossier.desk.jobs.run(add_task, draft)
    stages = dossier.overview.stages
    qtbot.waitUntil(lambda: stages._counted.words() == "0 of 20 done")
    assert stages.checklist.tasks.rowCount() == 14
    stages._later.click()
    assert stages.checklist.tasks.rowCount() == 20
    stages._later.click()
    assert stages.checklist.tasks.rowCount() == 14


def test_the_next_stage_says_what_is_open(dossier: MissionPage, qtbot: QtBot) -> None:
    stages = dossier.overview.stages
    assert stages.shown is not None
    assert [str(one) for one in stages.shown.open] == [
        "no measurable objective yet", "no decision of the college yet",
    ]  # fmt: skip
    stages.forward.click()
    qtbot.waitUntil(lambda: dossier._sheet.draft.dossier.stage == Stage.CLEARED)  # type: ignore[union-attr]  # it is shown
    dossier._stage.chosen.emit(0)
    qtbot.waitUntil(lambda: dossier._sheet.draft.dossier.stage == Stage.IDEA)  # type: ignore[union-attr]  # as above


def test_partners_roles_and_papers_are_edited_where_they_stand(
    port: UUID, dossier: MissionPage, qtbot: QtBot
) -> None:
    stages = dossier.overview.stages
    stages._add_partner()
    keep(qtbot, PartnerEditor, organisation=Choice(port, "Port"), wish="Talks in Osaka")
    qtbot.waitUntil(lambda: bool(stages.shown and stages.shown.partners))
    assert stages.shown.partners[0].draft.wish == "Talks in Osaka"  # type: ignore[union-attr]  # it is shown
    stages._edit_partner(stages.shown.partners[0])  # type: ignore[union-attr]  # as above
    remove_in(opened(qtbot, PartnerEditor))
    qtbot.waitUntil(lambda: not stages.shown.partners)  # type: ignore[union-attr]  # as above
    stages._add_role()
    keep(qtbot, RoleEditor, role="Travel lead", name="Ines")
    qtbot.waitUntil(lambda: bool(stages.shown and stages.shown.roles))
    stages._ask_papers()
    dialog = opened(qtbot, PapersEditor)
    assert "rooming-list" in dialog.form.fields
    assert "place-cards" not in dialog.form.fields
    keep(qtbot, PapersEditor, **{"rooming-list": True})
    qtbot.waitUntil(lambda: stages.shown.papers == ("rooming-list",))  # type: ignore[union-attr]  # as above
    stages.printed.emit("rooming-list")
    assert dossier.tabs.current() == "paper"


def test_a_delegation_inside_is_begun_and_both_are_a_click_apart(
    window: MainWindow, dossier: MissionPage, mission: UUID, qtbot: QtBot
) -> None:
    window._act("mission.inside")
    dialog = opened(qtbot, BeginMissionEditor)
    assert dialog.form["parent"].value() == mission
    assert dialog.form["from_day"].value() == dt.date(2400, 5, 1)
    keep(qtbot, BeginMissionEditor, title="Five companies")
    qtbot.waitUntil(lambda: dossier.title() == "Five companies")
    link = next(one for one in dossier.overview.findChildren(Link) if "Ports of" in one.text())
    link.click()
    qtbot.waitUntil(lambda: dossier.title() == "Ports of the east")
    down = next(one for one in dossier.overview.findChildren(Link) if "Five" in one.text())
    down.click()
    qtbot.waitUntil(lambda: dossier.title() == "Five companies")


# --- board and templates ---


def test_a_card_goes_to_another_stage_and_the_look_is_kept(
    window: MainWindow, listed: MissionsPage, mission: UUID, qtbot: QtBot
) -> None:
    window._act("missions.board")
    first = listed.board.columns[0]
    qtbot.waitUntil(lambda: len(first.cards.cards) == 2)
    first.choose(mission)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    cleared = listed.board.columns[1]
    qtbot.waitUntil(lambda: cleared.current() == mission)
    assert listed.current() == mission
    listed._filter.setText("long ago")
    qtbot.waitUntil(lambda: not cleared.cards.cards)
    listed._filter.setText("")
    qtbot.waitUntil(lambda: cleared.current() is not None or len(cleared.cards.cards) == 1)
    language.set_language(Language.NL)
    fresh = window.frame.pages.page()
    assert isinstance(fresh, MissionsPage)
    assert fresh.looks.current() == BOARD
    language.set_language(Language.EN)
    again = window.frame.pages.page()
    assert isinstance(again, MissionsPage)
    again.show_look(LIST)
    assert not again._chips.isHidden()


def test_the_board_opens_without_a_stop(listed: MissionsPage, qtbot: QtBot) -> None:
    def open_it() -> None:
        listed.show_look(LIST)
        listed.show_look(BOARD)
        qtbot.waitUntil(lambda: bool(listed.board.columns[0].cards.cards))

    calm_in_one_of(3, open_it)


def test_templates_of_missions_have_a_page_of_their_own(
    template: UUID, window: MainWindow, listed: MissionsPage, qtbot: QtBot
) -> None:
    del template
    window._act("missions.templates")
    qtbot.waitUntil(lambda: window.frame.pages.key() == "mission_templates")
    page = window.frame.pages.page()
    assert isinstance(page, MissionTemplatesPage)
    qtbot.waitUntil(lambda: page.lines_model.rowCount() == len(LINES))
    page.lines.selectRow(1)
    page.edit_line()
    dialog = opened(qtbot, LineEditor)
    assert dialog.form["day"].value() == 2
    keep(qtbot, LineEditor, day=3)
    qtbot.waitUntil(lambda: page._one.draft.lines[1].days_before == -2)  # type: ignore[union-attr]  # it is shown
    window._act("mission_templates.new")
    editor = opened(qtbot, TemplateNameEditor)
    kinds = editor.form["dossier_kind"]
    kinds.set_value("sister_city_visit")
    assert kinds.value() == "sister_city_visit"
    keep(qtbot, TemplateNameEditor, name="Sister city")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert {one.draft.noun for one in told(qtbot, listed, templates, MISSION)} == {MISSION}


def test_to_close_by_the_menu_of_stages_asks_first(dossier: MissionPage, qtbot: QtBot) -> None:
    dossier._set_stage(Stage.CLOSED)
    assert dossier.tabs.current() == "follow-up"
    qtbot.waitUntil(lambda: dossier.follow_up.dialog is not None)
    assert dossier.follow_up.dialog is not None
    dossier.follow_up.dialog.reject()
