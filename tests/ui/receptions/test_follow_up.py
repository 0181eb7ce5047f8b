"""The follow-up tab: an outcome saved as it is left; costs, questions, timelines by dialog."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from app.core import clock
from app.dossiers.commands import set_outcome
from app.dossiers.draft import CostDraft
from app.receptions.commands import check_in, invite
from app.receptions.queries import attendance
from tests.builders import guest_of, make_reception
from tests.ui.fakes import Far
from tests.ui.receptions.dialogs import keep, opened, shown
from ui.dossiers.evaluation_editor import EvaluationEditor
from ui.receptions.dossier import ReceptionPage
from ui.receptions.follow_up_editors import CostsEditor, WordEditor

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from app.dossiers.queries import FollowUp
    from ui.main_window import MainWindow
    from ui.receptions.follow_up_tab import FollowUpTab


@pytest.fixture
def evening(workspace: Workspace, people: list[UUID]) -> UUID:
    """A reception of yesterday two people came to."""
    yesterday = dt.datetime.combine(clock.today() - dt.timedelta(days=1), dt.time(18))
    made = make_reception(workspace, title="Yesterday", starts_at=yesterday)
    workspace.run(invite, made, people, "accepted")
    workspace.run(check_in, [workspace.ask(guest_of, made, one) for one in people[:2]])
    return made


@pytest.fixture
def tab(window: MainWindow, evening: UUID, qtbot: QtBot) -> FollowUpTab:
    window.go("reception", evening)
    page = window.frame.pages.page()
    assert isinstance(page, ReceptionPage)
    page.tabs.choose("follow-up")
    qtbot.waitUntil(lambda: page.follow_up.is_filled)
    return page.follow_up


def told(tab: FollowUpTab) -> FollowUp:
    assert tab._brought is not None
    found: FollowUp = tab._brought.follow_up
    return found


def test_an_outcome_is_saved_as_it_is_left(tab: FollowUpTab, qtbot: QtBot) -> None:
    editor = tab.outcome.field.editor
    editor.setFocus()
    QTest.keyClicks(editor, "A letter of intent.")
    assert told(tab).outcome == ""
    editor.clearFocus()
    qtbot.waitUntil(lambda: told(tab).outcome == "A letter of intent.")


def test_what_is_being_typed_is_not_overwritten(
    tab: FollowUpTab, evening: UUID, qtbot: QtBot
) -> None:
    editor = tab.outcome.field.editor
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClicks(editor, "Mine")
    Far(qtbot, tab._desk.jobs).run(set_outcome, evening, "Theirs")
    qtbot.waitUntil(lambda: told(tab).outcome == "Theirs")
    assert tab.outcome.field.value() == "Mine"


def test_costs_are_entered_in_lines(tab: FollowUpTab, qtbot: QtBot) -> None:
    tab.edit_costs()
    dialog = opened(qtbot, CostsEditor)
    lines = dialog.form["lines"]
    what, planned, paid, by = lines.lines[0]  # type: ignore[attr-defined]  # cells of a line
    what.setText("Drinks")
    planned.setText("1.200,50")
    paid.setText("twelve")
    by.setText("The port")
    dialog.keep.click()
    assert shown(CostsEditor) is dialog  # that is no amount, and says so
    assert "“twelve” is no amount" in lines.own_problem()
    paid.setText("1300")
    keep(qtbot, CostsEditor, budget=150_000)
    qtbot.waitUntil(lambda: told(tab).costs.budget == 150_000)
    assert told(tab).costs.lines == (CostDraft("Drinks", 120_050, 130_000, "The port"),)


def test_five_questions_are_answered(tab: FollowUpTab, qtbot: QtBot) -> None:
    tab.evaluate()
    opened(qtbot, EvaluationEditor)
    keep(qtbot, EvaluationEditor, **{"mark aim": 4, "words aim": "Mostly", "mark worth": 5})
    qtbot.waitUntil(lambda: told(tab).mean == 4.5)
    assert told(tab).evaluation.answers[0].words == "Mostly"


def test_everybody_who_came_has_it_on_their_timeline(
    tab: FollowUpTab, evening: UUID, qtbot: QtBot
) -> None:
    tab.write_down()
    dialog = opened(qtbot, WordEditor)
    assert dialog.draft().subject == "Yesterday"
    keep(qtbot, WordEditor, words="Spoke of trams.")
    far = Far(qtbot, tab._desk.jobs)
    assert far.ask(attendance, evening).unlogged == ()
    qtbot.waitUntil(lambda: tab._brought is not None and not tab._brought.attendance.unlogged)
