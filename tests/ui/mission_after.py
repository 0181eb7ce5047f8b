"""Steps of a mission from its meetings until it is closed."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core import clock
from app.core.text import Language
from app.dossiers.queries import open_tasks, printings
from app.missions.queries import (
    fair_board,
    mission_sheet,
    to_thank,
)
from tests.app.briefings.reading import text
from tests.ui.fakes import Far
from tests.ui.receptions.dialogs import keep as kept
from tests.ui.receptions.dialogs import opened, shown
from ui.briefings.panel import PaperPanel
from ui.core.record_field import Choice
from ui.dossiers.agreement_editor import AgreementEditor
from ui.dossiers.evaluation_editor import MissionEvaluationEditor
from ui.dossiers.gift_editor import GiftEditor
from ui.missions.aims import ErasingEditor
from ui.missions.closing_editor import ClosingEditor
from ui.missions.counterparts_dialog import CounterpartEditor, CounterpartsDialog
from ui.missions.editor import MissionEditor
from ui.missions.meeting_editors import OutcomeEditor, PartyEditor, SlotsEditor
from ui.missions.participant_dialogs import WithdrawEditor
from ui.missions.thanks_editor import ThanksEditor

if TYPE_CHECKING:
    from pathlib import Path

    from ui.missions.schedule_model import ScheduleModel

from tests.ui.mission_walk import NL, NUMBER, MissionWalk


def arrange_meetings(walk: MissionWalk) -> None:
    """Companies, hosts, slots, wishes; arranged, taken, noted, followed up, made contacts."""
    walk.look_at("meetings")
    tab = walk.page.meetings
    with walk.step("companies"):
        walk.click(tab, "Companies of the delegation")
        walk.until(lambda: tab.board is not None and len(tab.board.companies) == 4)
    with walk.step("one company once"):  # in its two spellings it came as two
        tab.faces.choose("parties")
        tab.faces.chosen.emit("parties")
        twice = next(one for one in tab.parties.rows() if one.row.name == "Zeewind-Energie")
        tab.party_table.select_id(twice.id)
        walk.press(tab.party_table, Qt.Key.Key_Delete)
        walk.until(lambda: tab.board is not None and len(tab.board.companies) == 3)
    assert "add hosts, make slots" in tab._hint.words()
    for name in ("Kaga Steel", "Osaka Gardens"):
        with walk.step(f"host {name}"):
            tab.work.add_party()
            kept(walk.qtbot, PartyEditor, name=name, language="ja")
            walk.settle()
    with walk.step("slots"):
        tab.work.add_slots()
        opened(walk.qtbot, SlotsEditor)
        kept(walk.qtbot, SlotsEditor, day=clock.today() + dt.timedelta(days=3),
             starts=dt.time(10), until=dt.time(12))  # fmt: skip
        walk.settle()
    with walk.step("wishes"):
        tab.faces.choose("wishes")
        tab.faces.chosen.emit("wishes")
        tab.wishes.setFocus()
        for line in range(3):
            tab.wishes.setCurrentIndex(tab.wishes.grid.index(line, line % 2))
            QTest.keyClick(tab.wishes, Qt.Key.Key_5)
            walk.settle()
    assert len(walk.ask(fair_board).wishes) == 3
    with walk.step("arranged"):
        walk.click(tab, "Arrange")
        walk.until(lambda: tab.proposal is not None)
    with walk.step("taken"):
        walk.click(tab, "Take this schedule")
        walk.settle()
    assert len(walk.ask(fair_board).meetings) == 3
    move_by_key(walk)
    with walk.step("outcome"):
        tab.faces.choose("outcomes")
        tab.faces.chosen.emit("outcomes")
        tab.outcome_table.selectRow(0)
        walk.press(tab.outcome_table, Qt.Key.Key_F2)
        kept(walk.qtbot, OutcomeEditor, result="follow_up", outcome="Wants samples",
             task="Send samples", owner="Eva Dams")  # fmt: skip
        walk.settle()
    tasks = Far(walk.qtbot, walk.page.desk.jobs).ask(open_tasks, Language.EN)
    assert "Send samples" in [one.draft.title for one in tasks]
    walk.click(tab, "Counterparts to contacts…")
    dialog = opened(walk.qtbot, CounterpartsDialog)
    walk.until(lambda: dialog.model.rowCount() == 2)
    dialog.table.selectRow(0)
    with walk.step("contact"):
        walk.click(dialog, "With the person met…")
        kept(walk.qtbot, CounterpartEditor, family_name="Tanaka", given_name="Aoi", country="JP",
             function="Director")  # fmt: skip
        walk.until(lambda: dialog.model.rowCount() == 1)
    dialog.reject()
    host = next(one for one in walk.ask(fair_board).hosts if one.draft.person)
    assert host.draft.organisation is not None


def move_by_key(walk: MissionWalk) -> None:
    """Alt and an arrow move a meeting to the next slot and back; they do not leave the mission."""
    tab = walk.page.meetings
    tab.faces.choose("schedule")
    tab.faces.chosen.emit("schedule")
    grid, view = tab.schedule.grid, tab.schedule
    column = next(at for at in range(grid.columnCount() - 1) if grid.at(1, at).meeting)
    view.setCurrentIndex(grid.index(1, column))
    for place, key in ((column + 1, Qt.Key.Key_Right), (column, Qt.Key.Key_Left)):
        with walk.step(f"moved to {place}"):
            walk.press(view, key, Qt.KeyboardModifier.AltModifier)
            walk.until(partial(stands, grid, place))
            walk.settle()
        view.setCurrentIndex(grid.index(1, place))
    assert walk.window.frame.pages.key() == "mission"


def stands(grid: ScheduleModel, column: int) -> bool:
    """Whether the second company meets somebody in that slot."""
    return grid.at(1, column).meeting is not None


def print_booklet(walk: MissionWalk, folder: Path) -> None:
    """Made and saved; who withdraws after that is told on the next one."""
    walk.look_at("paper")
    panel = walk.page.findChild(PaperPanel)
    assert isinstance(panel, PaperPanel)
    with walk.step("booklet"):
        panel.choose("booklet")
        walk.until(lambda: panel.paper.kind == "booklet" and panel.is_shown)
        walk.settle()
    with walk.step("saved"):
        panel.save_to(folder / "booklet.pdf")
        walk.until(lambda: "Printed 1×" in panel.history.line.words())
        walk.settle()
    first = (folder / "booklet.pdf").read_bytes()
    assert "Claes" in text(first)
    assert "Maes" not in text(first)
    assert NUMBER not in text(first)
    assert len(walk.ask(printings, "booklet")) == 1
    walk.look_at("delegation")
    with walk.step("late withdrawal"):
        walk.page.delegation.table.select_id(walk.row("Claes").id)
        walk.press(walk.page.delegation.table, Qt.Key.Key_X)
        kept(walk.qtbot, WithdrawEditor, rule="all")
        walk.until(lambda: walk.row("Claes").status == "withdrawn")
    walk.look_at("paper")
    with walk.step("reprint"):
        walk.until(lambda: panel.is_shown and "since" in panel.history.line.words())
        walk.settle()
    assert "Claes" in panel.history.gone.words()
    assert panel._made is not None
    assert "No longer there" in text(panel._made.pdf)
    walk.look_at("overview")
    assert "Claes" in walk.page.overview.reprint.words()


def take_back(walk: MissionWalk) -> None:
    """Five steps that reach far, taken back by five keys: all is as it was; and done again."""
    walk.settle()
    before = walk.everything()
    page = walk.page
    walk.look_at("delegation")
    page.delegation.table.select_id(walk.row("Dierckx").id)
    walk.press(page.delegation.table, Qt.Key.Key_Delete)
    walk.until(lambda: len(walk.rows) == 7)
    for key in ("travel", "costs", "rooms"):
        walk.look_at(key)
        tab: Any = page.tab(key)
        tab.table.selectRow(0)
        walk.press(tab.table, Qt.Key.Key_Delete)
        walk.settle()
    walk.keys(Qt.Key.Key_F2)
    opened(walk.qtbot, MissionEditor)
    kept(walk.qtbot, MissionEditor, title="Something else", decision="")
    walk.settle()
    after = walk.everything()
    assert after != before
    with walk.step("five undone"):
        for _ in range(5):
            walk.keys(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            walk.settle()
    assert walk.everything() == before
    assert walk.page.title() == "Steel and gardens"
    with walk.step("five done again"):
        for _ in range(5):
            walk.window._act("app.redo")
            walk.settle()
    assert walk.everything() == after
    for _ in range(5):
        walk.window._act("app.undo")
        walk.settle()
    assert walk.everything() == before


def settle_results(walk: MissionWalk) -> None:
    """What came of the objective, an agreement, a gift."""
    walk.look_at("follow-up")
    tab = walk.page.follow_up
    walk.until(lambda: tab.is_filled)
    with walk.step("result"):
        line = tab.objectives.lines[0]
        line.reached.setCurrentIndex(line.reached.findData("partly"))
        line.reached.activated.emit(line.reached.currentIndex())
        walk.settle()
        cell = tab.objectives.lines[0].result
        cell.setFocus()
        QTest.keyClicks(cell, "1 signed")
        QTest.keyClick(cell, Qt.Key.Key_Return)
        walk.until(lambda: walk.ask(mission_sheet, NL).objectives[0].draft.result == "1 signed")
        walk.settle()
    assert walk.ask(mission_sheet, NL).objectives[0].draft.reached == "partly"
    host = next(one for one in walk.ask(fair_board).hosts if one.draft.organisation)
    with walk.step("agreement"):
        walk.click(tab, "New agreement")
        opened(walk.qtbot, AgreementEditor).form.set_values({"kind": "intent"})
        kept(walk.qtbot, AgreementEditor, title="Hydrogen valves",
             organisation=Choice(host.draft.organisation, host.name))  # fmt: skip
        walk.settle()
    with walk.step("gift"):
        walk.click(tab, "Plan a gift")
        dialog = opened(walk.qtbot, GiftEditor)
        walk.until(dialog.form["stock"].isVisible)
        dialog.form["stock"].set_value(next(iter(dialog._stock)))
        dialog.form["stock"].changed.emit()
        kept(walk.qtbot, GiftEditor, person=Choice(host.draft.person, "Aoi Tanaka"))
        walk.until(lambda: tab._brought.gifts)
        walk.settle()
    with walk.step("given"):
        walk.click(tab, "Given today")
        walk.until(lambda: tab._brought.gifts[0].draft.given_on == clock.today())


def thank_and_close(walk: MissionWalk) -> None:
    """Letters of thanks, an evaluation; closing names what is open and wants a tick."""
    tab = walk.page.follow_up
    walk.settle()
    with walk.step("letters"):
        walk.click(tab, "Letters of thanks…")
        editor = opened(walk.qtbot, ThanksEditor)
        words = {key: "Thank you." for key, one in editor.form.fields.items()
                 if key.startswith("body") and one.isVisible()}  # fmt: skip
        kept(walk.qtbot, ThanksEditor, signed_by="The mayor", **words)
        walk.settle()
    assert all(one.letter is not None for one in walk.ask(to_thank, NL))
    with walk.step("evaluation"):
        walk.click(tab, "Evaluate…")
        opened(walk.qtbot, MissionEvaluationEditor)
        kept(walk.qtbot, MissionEvaluationEditor, **{"mark travel": 3, "mark again": 5})
        walk.until(lambda: tab._brought.follow_up.mean == 4)
        walk.settle()
    with walk.step("closed"):
        walk.click(tab, "Close the mission…")
        closing = opened(walk.qtbot, ClosingEditor)
        closing.keep.click()
        if shown(ClosingEditor) is closing:
            kept(walk.qtbot, ClosingEditor, despite=True)
        walk.until(lambda: walk.ask(mission_sheet, NL).draft.closed_on == clock.today())
        walk.settle()
    walk.look_at("travel")
    assert not walk.page.travel._add.isEnabled()


def erase(walk: MissionWalk) -> None:
    """The papers go for good: no undo brings them back."""
    walk.look_at("overview")
    with walk.step("erased"):
        walk.click(walk.page.overview, "Erase now")
        kept(walk.qtbot, ErasingEditor, sure=True)
        walk.until(lambda: walk.ask(mission_sheet, NL).papers == 0)
        walk.settle()
    for _ in range(40):
        walk.window._act("app.undo")
        walk.settle()
    assert walk.window.frame.pages.key() == "missions" or walk.ask(mission_sheet, NL).papers == 0
