"""Receptions begin from templates, are copied and moved, and their checklists ticked off."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.core import clock
from app.core.text import Language
from app.dossiers.commands import add_task, add_template
from app.dossiers.draft import LineDraft, TaskDraft, TemplateDraft
from app.dossiers.queries import checklist, templates
from app.dossiers.rules import Stage
from app.dossiers.rules.templates import Part
from app.receptions.queries import board, reception_overview, reception_sheet, receptions
from tests.ui.calm import calm_in_one_of
from tests.ui.receptions.dialogs import keep, opened, shown
from ui.dossiers.stage_editors import ChecklistEditor, PapersEditor, PartnerEditor, RoleEditor
from ui.dossiers.template_choice import NameEditor, TemplateChooser
from ui.dossiers.template_lines import LineEditor, TemplateNameEditor
from ui.dossiers.templates_page import TemplatesPage
from ui.receptions.beginning import BeginEditor
from ui.receptions.copying import CopyEditor, MomentEditor
from ui.receptions.dossier import ReceptionPage
from ui.receptions.editor import ReceptionEditor
from ui.receptions.page import ReceptionsPage

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.main_window import MainWindow

LINES = (
    LineDraft(Part.ITEM, "Welcome", minutes=10),
    LineDraft(Part.TASK, "Book the hall", 14, owner="Facilities"),
    LineDraft(Part.TASK, "Thank", -3),
    LineDraft(Part.ROLE, "Usher"),
    LineDraft(Part.PAPER, "guest-list"),
)


@pytest.fixture
def template(workspace: Workspace) -> UUID:
    """A template of the office."""
    draft = TemplateDraft("Evening", dossier_kind="dinner", lines=LINES)
    made: UUID = workspace.run(add_template, draft)
    return made


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot) -> ReceptionsPage:
    """The list of receptions, filled."""
    page = window.frame.pages.page()
    assert isinstance(page, ReceptionsPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    return page


@pytest.fixture
def dossier(window: MainWindow, evening: UUID, qtbot: QtBot) -> ReceptionPage:
    """The coming reception, on its overview."""
    window.go("reception", evening)
    page = window.frame.pages.page()
    assert isinstance(page, ReceptionPage)
    qtbot.waitUntil(lambda: page.overview.stages.shown is not None)
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


def remove_in(dialog: Any) -> None:
    """Press the button at the left of the foot."""
    dialog.foot.itemAt(0).widget().click()


# --- beginning ---


def test_a_new_reception_begins_from_a_template(
    template: UUID, window: MainWindow, listed: ReceptionsPage, qtbot: QtBot
) -> None:
    window._act("receptions.new")
    dialog = opened(qtbot, BeginEditor)
    dialog.form["template"].set_value(template.hex)
    dialog.form["template"].changed.emit()
    assert dialog.form["kind"].value() == "dinner"
    assert "1 line of programme, 2 tasks, 1 role, 1 paper" in dialog.brings.words()
    soon = clock.today() + dt.timedelta(days=3)
    dialog.form["day"].set_value(soon)
    dialog.form["day"].changed.emit()
    assert dialog.late.words() == "For this day 1 task of the checklist is late already."
    assert not dialog.hint.isVisible()
    dialog.form["day"].set_value(dt.date(2400, 5, 1))
    dialog.form["day"].changed.emit()
    qtbot.waitUntil(lambda: dialog.hint.isVisible())
    assert dialog.hint.words() == "On this day: 18:00, Evening of the corps."
    keep(qtbot, BeginEditor, title="Gala", **{"from": dt.time(18)})
    qtbot.waitUntil(lambda: window.frame.pages.key() == "reception")
    made = next(one for one in told(qtbot, listed, receptions) if one.title == "Gala")
    found = told(qtbot, listed, reception_overview, made.id, Language.EN)
    assert len(found.tasks) == 2
    assert made.kind == "dinner"


def test_a_reception_is_copied_from_the_list(
    window: MainWindow, listed: ReceptionsPage, evening: UUID, qtbot: QtBot
) -> None:
    window._act("receptions.copy")
    assert shown(CopyEditor) is None, "nothing is chosen yet"
    listed.table.select_id(evening)
    window._act("receptions.copy")
    dialog = opened(qtbot, CopyEditor)
    assert dialog.draft().draft.starts_at == dt.datetime(2401, 4, 30, 18)  # noqa: DTZ001 - local time
    assert dialog.draft().draft.circles == ("guests",)
    keep(qtbot, CopyEditor, title="Once more", costs=False)
    qtbot.waitUntil(lambda: window.frame.pages.key() == "reception")
    cards = told(qtbot, listed, board)
    assert {one.of.title for one in cards} >= {"Once more", "Evening of the corps"}


def test_moving_the_day_says_who_must_be_told(
    window: MainWindow, dossier: ReceptionPage, evening: UUID, qtbot: QtBot
) -> None:
    window._act("reception.move")
    dialog = opened(qtbot, MomentEditor)
    assert dialog.told.words() == ""
    dialog.form["day"].set_value(dt.date(2400, 5, 2))
    dialog.form["day"].changed.emit()
    assert dialog.told.words() == ("2 guests were invited for Monday 1 May 2400, 18:00: tell them.")
    dialog.keep.click()
    qtbot.waitUntil(lambda: shown(MomentEditor) is None)
    tasks = dossier.overview.stages.checklist.tasks
    qtbot.waitUntil(lambda: tasks.rowCount() == 1)
    assert tasks.tasks[0].draft.title.startswith("Laat 2 gasten")
    sheet = told(qtbot, dossier, reception_sheet, evening)
    assert sheet.day == dt.date(2400, 5, 2)


def test_editing_the_day_keeps_the_distance_of_the_reply(
    dossier: ReceptionPage, evening: UUID, qtbot: QtBot
) -> None:
    dossier.edit()
    keep(qtbot, ReceptionEditor, reply_by=dt.date(2400, 4, 20))
    qtbot.waitUntil(
        lambda: dossier._sheet is not None and dossier._sheet.draft.reply_by is not None
    )
    dossier.edit()
    form = opened(qtbot, ReceptionEditor).form
    form["day"].set_value(dt.date(2400, 5, 3))
    form["day"].changed.emit()
    assert form["reply_by"].value() == dt.date(2400, 4, 22)
    form["reply_by"].set_value(dt.date(2400, 4, 1))
    form["day"].set_value(dt.date(2400, 5, 4))
    form["day"].changed.emit()
    assert form["reply_by"].value() == dt.date(2400, 4, 1), "what was typed stays"
    opened(qtbot, ReceptionEditor).keep.click()
    qtbot.waitUntil(lambda: shown(ReceptionEditor) is None)
    assert told(qtbot, dossier, reception_sheet, evening).draft.reply_by == dt.date(2400, 4, 1)


# --- the overview ---


def test_a_template_fills_the_overview_and_one_key_ticks(
    template: UUID, window: MainWindow, dossier: ReceptionPage, evening: UUID, qtbot: QtBot
) -> None:
    window._act("reception.apply_template")
    keep(qtbot, TemplateChooser, template=template.hex)
    stages = dossier.overview.stages
    qtbot.waitUntil(lambda: stages.checklist.tasks.rowCount() == 2)
    first = stages.checklist.tasks.index(0, 0)
    read_out = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert read_out == "Book the hall, Facilities, 14 days before · Mon 17 Apr 2400"
    stages.checklist.setCurrentIndex(first)
    press(stages.checklist, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stages.checklist.tasks.rowCount() == 1)
    assert stages._counted.words() == "1 of 2 done"
    stages._done.click()
    assert stages.checklist.tasks.rowCount() == 2
    last = stages.checklist.tasks.index(1, 0)
    assert last.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    box = stages.checklist.visualRect(last)
    point = QPoint(box.left() + 18, box.center().y())
    QTest.mouseClick(stages.checklist.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.waitUntil(lambda: stages._counted.words() == "0 of 2 done")
    assert window.frame.pages.key() == "reception"
    rows = told(qtbot, dossier, checklist, evening, Language.EN)
    assert all(one.done_on is None for one in rows)


def test_a_task_is_added_edited_and_removed(dossier: ReceptionPage, qtbot: QtBot) -> None:
    stages = dossier.overview.stages
    stages.add_task()
    keep(qtbot, ChecklistEditor, title="Flags", side="before", days=7)
    qtbot.waitUntil(lambda: stages.checklist.tasks.rowCount() == 1)
    stages.checklist.setCurrentIndex(stages.checklist.tasks.index(0, 0))
    press(stages.checklist, Qt.Key.Key_Return)
    dialog = opened(qtbot, ChecklistEditor)
    dialog.form["side"].set_value("fixed")
    dialog.form["side"].changed.emit()
    assert dialog.form["due_on"].isVisible()
    keep(qtbot, ChecklistEditor, due_on=dt.date(2400, 4, 1))
    qtbot.waitUntil(lambda: stages.checklist.tasks.tasks[0].draft.due_on == dt.date(2400, 4, 1))
    assert stages.checklist.tasks.tasks[0].draft.days_before is None
    press(stages.checklist, Qt.Key.Key_F2)
    dialog = opened(qtbot, ChecklistEditor)
    remove_in(dialog)
    qtbot.waitUntil(lambda: stages.checklist.tasks.rowCount() == 0)


def test_roles_partners_and_papers(dossier: ReceptionPage, evening: UUID, qtbot: QtBot) -> None:
    stages = dossier.overview.stages

    def now() -> Any:
        return stages.shown

    stages._add_role()
    keep(qtbot, RoleEditor, role="Announcer", name="Luc", phone="0470")
    qtbot.waitUntil(lambda: len(now().roles) == 1)
    stages._edit_role(0)
    remove_in(opened(qtbot, RoleEditor))
    qtbot.waitUntil(lambda: len(now().roles) == 0)
    stages._ask_papers()
    keep(qtbot, PapersEditor, **{"guest-list": True})
    qtbot.waitUntil(lambda: now().papers == ("guest-list",))
    stages.printed.emit("guest-list")
    assert dossier.tabs.current() == "paper"
    stages._add_partner()
    dialog = opened(qtbot, PartnerEditor)
    dialog.keep.click()
    assert dialog.form["organisation"].problem() == "Choose a partner."
    dialog.form.dirty = False
    dialog.reject()
    assert evening == now().id


def test_the_stage_moves_forward_and_never_blocks(
    dossier: ReceptionPage, evening: UUID, qtbot: QtBot
) -> None:
    stages = dossier.overview.stages
    assert stages._next.accessibleName() == "Next stage: Cleared: no place yet, no host yet"
    stages.forward.click()
    qtbot.waitUntil(lambda: stages._next_words.words() == "Next stage: Invitations out")
    line = dossier._stage
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Right)
    assert line.accessibleName() == "Invitations out"
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stages._next_words.words() == "Next stage: Confirmed")
    sheet = told(qtbot, dossier, reception_sheet, evening)
    assert sheet.draft.dossier.stage == Stage.INVITED


def test_a_reception_becomes_a_template(
    window: MainWindow, dossier: ReceptionPage, qtbot: QtBot
) -> None:
    window._act("reception.keep_template")
    keep(qtbot, NameEditor, name="Ours")
    found: list[str] = []

    def kept() -> bool:
        found[:] = [one.name for one in told(qtbot, dossier, templates)]
        return found == ["Ours"]

    qtbot.waitUntil(kept)


# --- the page of templates ---


def test_templates_are_kept_on_their_page(template: UUID, window: MainWindow, qtbot: QtBot) -> None:
    window._act("receptions.templates")
    page = window.frame.pages.page()
    assert isinstance(page, TemplatesPage)
    qtbot.waitUntil(lambda: page.lines_model.rowCount() == len(LINES))
    page.add_line(Part.TASK)
    keep(qtbot, LineEditor, title="Photos", days=5, side="after")
    qtbot.waitUntil(lambda: page.lines_model.rowCount() == len(LINES) + 1)
    added = next(one for one in page.lines_model.rows() if one.draft.title == "Photos")
    assert (added.place, added.draft.days_before) == (3, -5)
    page.lines.select_id(added.id)
    page._shift(-1)
    qtbot.waitUntil(lambda: page.lines_model.row(2).draft.title == "Photos")
    page._parts.choose(str(Part.ROLE))
    page._show_lines()
    assert [one.draft.title for one in page.lines_model.rows()] == ["Usher"]
    page.lines.selectRow(0)
    page.edit_line()
    keep(qtbot, LineEditor, title="Usher at the door")
    qtbot.waitUntil(lambda: page.lines_model.row(0).draft.title == "Usher at the door")
    page.lines.selectRow(0)
    page._remove_line()
    qtbot.waitUntil(lambda: page.lines_model.rowCount() == 0)
    page._copy()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.edit()
    keep(qtbot, TemplateNameEditor, name="Night")
    qtbot.waitUntil(lambda: {one.name for one in page.model.rows()} == {"Evening", "Night"})
    page._remove()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.add()
    keep(qtbot, TemplateNameEditor, name="Empty")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert template in {one.id for one in page.model.rows()}


def test_a_long_board_and_checklist_stay_quick(
    dossier: ReceptionPage, evening: UUID, qtbot: QtBot
) -> None:
    rows = [
        partial(add_task, draft=TaskDraft(f"Task {n}", dossier=evening, days_before=n))
        for n in range(60)
    ]
    for one in rows:
        dossier.desk.jobs.run(one.func, one.keywords["draft"])
    stages = dossier.overview.stages
    qtbot.waitUntil(lambda: stages.checklist.tasks.rowCount() == 60, timeout=20_000)
    calm_in_one_of(3, lambda: stages._show_tasks())
