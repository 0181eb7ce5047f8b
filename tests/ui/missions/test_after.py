"""The follow-up of a mission: typed in place, logged, thanked, signed, given, closed, undone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from app.contacts.furnish import furnish
from app.core import clock
from app.core.text import Language
from app.dossiers.commands import add_stock
from app.dossiers.draft import GiftStockDraft
from app.dossiers.queries import agreements, gifts_of, letter_sheet
from app.missions.commands import set_objectives
from app.missions.draft import ObjectiveDraft
from app.missions.queries import mission_sheet, to_thank
from tests.builders import make_mission, make_moment, make_organisation, make_person, make_task
from tests.ui.fakes import Far
from tests.ui.receptions.dialogs import keep, opened, shown
from ui.core.record_field import Choice
from ui.dossiers.agreement_editor import AgreementEditor
from ui.dossiers.evaluation_editor import MissionEvaluationEditor
from ui.dossiers.gift_editor import GiftEditor
from ui.dossiers.moment_editor import MomentEditor
from ui.missions.closing_editor import ClosingEditor
from ui.missions.dossier import MissionPage
from ui.missions.thanks_editor import ThanksEditor

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from ui.main_window import MainWindow
    from ui.missions.after_facts import After
    from ui.missions.follow_up_tab import FollowUpTab
    from ui.missions.objectives_card import ResultLine

NL = Language.NL
LAST_WEEK = clock.today() - dt.timedelta(days=7)


@pytest.fixture
def host(workspace: Workspace) -> UUID:
    workspace.run(furnish)
    return make_person(workspace, family_name="Hansen", given_name="Ida", language="en")


@pytest.fixture
def port(workspace: Workspace) -> UUID:
    return make_organisation(workspace, kind="port", name="Port of Bergen", country="NO")


@pytest.fixture
def mission(workspace: Workspace, host: UUID, port: UUID) -> UUID:
    """A mission that is back, with two objectives, somebody met, an action, gifts in stock."""
    begins = dt.datetime.combine(LAST_WEEK, dt.time(9))
    made = make_mission(workspace, title="Bergen", starts_at=begins, ends_at=begins)
    workspace.run(set_objectives, made, [ObjectiveDraft("Talks", "talks", "12"),
                                         ObjectiveDraft("A letter of intent")])  # fmt: skip
    make_moment(workspace, host, happened_on=LAST_WEEK, organisation=port, dossier=made)
    make_task(workspace, title="Send the samples", owner="", dossier=made)
    workspace.run(add_stock, GiftStockDraft("Etching", 4500, 5))
    return made


@pytest.fixture
def tab(window: MainWindow, mission: UUID, qtbot: QtBot) -> FollowUpTab:
    window.go("mission", mission)
    page = window.frame.pages.page()
    assert isinstance(page, MissionPage)
    page.tabs.choose("follow-up")
    qtbot.waitUntil(lambda: page.follow_up.is_filled)
    return page.follow_up


@pytest.fixture
def far(tab: FollowUpTab, qtbot: QtBot) -> Far:
    return Far(qtbot, tab._desk.jobs)


def told(tab: FollowUpTab) -> After:
    found: After = tab._brought
    assert found is not None
    return found


def line(tab: FollowUpTab, at: int) -> ResultLine:
    return tab.objectives.lines[at]


def test_results_are_typed_in_place_beside_their_target(
    tab: FollowUpTab, mission: UUID, far: Far, qtbot: QtBot
) -> None:
    cell = line(tab, 0).result
    cell.setFocus()
    QTest.keyClicks(cell, "14 talks")
    other = line(tab, 1).reached
    other.setCurrentIndex(other.findData("no"))
    other.activated.emit(other.currentIndex())  # a choice of another line is kept at once

    def kept(at: int) -> ObjectiveDraft:
        return told(tab).sheet.objectives[at].draft

    qtbot.waitUntil(lambda: kept(1).reached == "no")
    assert cell.text() == "14 talks"  # still being typed: the repaint left it alone
    assert line(tab, 0).result is cell
    QTest.keyClicks(cell, ", 5 followed")
    cell.clearFocus()
    qtbot.waitUntil(lambda: kept(0).result == "14 talks, 5 followed")
    first, second = far.ask(mission_sheet, mission).objectives
    assert (first.draft.target, first.draft.reached, second.draft.reached) == ("12", "", "no")
    far.undo()
    qtbot.waitUntil(lambda: line(tab, 0).result.text() == "")


def test_a_contact_is_logged_on_the_mission(
    tab: FollowUpTab, host: UUID, qtbot: QtBot, workspace: Workspace
) -> None:
    del workspace
    assert [(one.person_id, one.first) for one in told(tab).contacts] == [(host, True)]
    tab.ask("log")
    opened(qtbot, MomentEditor)
    keep(qtbot, MomentEditor, subject="Breakfast", people=(Choice(host, "Ida Hansen"),))
    qtbot.waitUntil(lambda: told(tab).thanks[0].name == "Ida Hansen")


def test_an_agreement_is_written_down_changed_and_taken_back(
    tab: FollowUpTab, mission: UUID, port: UUID, far: Far, qtbot: QtBot
) -> None:
    tab.ask("agreement")
    dialog = opened(qtbot, AgreementEditor)
    assert dialog.draft().draft.dossier == mission
    dialog.form.set_values({"kind": "intent"})
    keep(qtbot, AgreementEditor, title="Green ammonia", organisation=Choice(port, "Port of Bergen"))
    [row] = far.ask(agreements, NL, dossier=mission)
    assert (row.partner, row.draft.kind, row.draft.signed_on) == (
        "Port of Bergen", "intent", clock.today(),
    )  # fmt: skip
    tab.work.agreements.edit(row.id)
    dialog = opened(qtbot, AgreementEditor)
    dialog.form.set_values({"ends_on": clock.today() - dt.timedelta(days=1)})
    dialog.keep.click()
    assert dialog.form["ends_on"].problem()
    keep(qtbot, AgreementEditor, ends_on=clock.today() + dt.timedelta(days=30))
    qtbot.waitUntil(
        lambda: tab._memory is not None and bool(tab._memory.agreements[0].draft.ends_on)
    )
    far.undo()
    far.undo()
    assert far.ask(agreements, NL, dossier=mission) == []


def test_a_gift_is_planned_from_the_stock_then_given(
    tab: FollowUpTab, mission: UUID, host: UUID, far: Far, qtbot: QtBot
) -> None:
    tab._wanted("plan_gift", None)
    dialog = opened(qtbot, GiftEditor)
    qtbot.waitUntil(lambda: dialog.form["stock"].isVisible())
    dialog.form["stock"].set_value(next(iter(dialog._stock)))
    dialog.form["stock"].changed.emit()
    keep(qtbot, GiftEditor, person=Choice(host, "Ida Hansen"))
    qtbot.waitUntil(lambda: bool(told(tab).gifts))
    [row] = told(tab).gifts
    assert (row.draft.what, row.draft.given_on, row.draft.dossier) == ("Etching", None, mission)
    tab._wanted("give", row.id)
    qtbot.waitUntil(lambda: told(tab).gifts[0].draft.given_on == clock.today())
    assert [one.draft.stock for one in far.ask(gifts_of, mission, NL)] == [row.draft.stock]


def test_letters_of_thanks_go_to_who_was_not_thanked(
    tab: FollowUpTab, mission: UUID, far: Far, qtbot: QtBot, tmp_path: Path
) -> None:
    tab.thank()
    dialog = opened(qtbot, ThanksEditor)
    assert dialog.form["body en"].isVisible()  # Ms Hansen reads English
    assert not dialog.form["body fr"].isVisible()
    keep(qtbot, ThanksEditor, **{"body en": "Thank you.", "signed_by": "The mayor"})
    qtbot.waitUntil(lambda: not told(tab).unthanked)
    [row] = far.ask(to_thank, mission, NL)
    assert row.letter is not None
    sheet = far.ask(letter_sheet, row.letter)
    assert (sheet.draft.body, sheet.draft.dossier_id) == ("Thank you.", mission)
    path = tmp_path / "letters.pdf"
    tab.write_letters_file(path)
    qtbot.waitUntil(path.exists)
    assert path.read_bytes().startswith(b"%PDF")
    tab.thank()
    assert opened(qtbot, ThanksEditor).draft().draft.people == ()  # nobody twice by accident
    again = shown(ThanksEditor)
    assert again is not None
    again.keep.click()
    assert again.form["to"].problem()


def test_a_mission_is_evaluated_with_its_own_questions(tab: FollowUpTab, qtbot: QtBot) -> None:
    tab.evaluate()
    opened(qtbot, MissionEvaluationEditor)
    keep(
        qtbot, MissionEvaluationEditor, **{"mark travel": 3, "mark again": 5, "words again": "Yes"}
    )
    qtbot.waitUntil(lambda: told(tab).follow_up.mean == 4)


def test_closing_says_what_is_open_and_wants_a_tick(
    tab: FollowUpTab, mission: UUID, far: Far, qtbot: QtBot
) -> None:
    tab.close_mission()
    dialog = opened(qtbot, ClosingEditor)
    assert len([one for one in dialog.draft().findings if one.heavy]) == 3
    dialog.keep.click()
    assert shown(ClosingEditor) is dialog
    assert dialog.form["despite"].problem()
    keep(qtbot, ClosingEditor, despite=True)
    qtbot.waitUntil(lambda: told(tab).sheet.draft.closed_on == clock.today())
    tab.reopen()
    qtbot.waitUntil(lambda: told(tab).sheet.draft.closed_on is None)
    assert far.ask(mission_sheet, mission).draft.dossier.stage == "held"


def test_a_key_makes_the_tab_and_waits_for_its_data(
    window: MainWindow, mission: UUID, qtbot: QtBot
) -> None:
    window.go("mission", mission)
    page = window.frame.pages.page()
    assert isinstance(page, MissionPage)
    page._follow_up_asks("thank")
    assert page.tabs.current() == "follow-up"
    opened(qtbot, ThanksEditor).reject()
