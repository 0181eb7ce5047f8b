"""The tab of meetings: arrange, look, take, move, lock, wish, outcome, contact; undone again."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu

from app.core.text import Language
from app.dossiers.queries import open_tasks
from app.missions.commands import remove_slots, set_tables
from app.missions.draft import RoomOfTablesDraft
from app.missions.queries import propose
from tests.ui.fakes import Beat
from ui.missions import meetings_tab
from ui.missions.counterparts_dialog import CounterpartEditor, CounterpartsDialog
from ui.missions.fair_import import FairImportDialog
from ui.missions.meeting_editors import (
    MeetingEditor,
    OutcomeEditor,
    PartyEditor,
    RankEditor,
    SlotsEditor,
    TablesEditor,
)
from ui.missions.meetings_tab import OUTCOMES, PARTIES, WISHES
from ui.missions.schedule_model import MIME
from ui.missions.suggestions_dialog import SuggestionsDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.missions.queries import FairBoard, Proposal
    from tests.ui.missions.meetings.conftest import Fair

    Opened = Callable[..., Fair]

D = TypeVar("D", bound=QDialog)


def dialog(fair: Fair, kind: type[D], parent: Any = None) -> D:
    """The dialog of a kind that was just opened."""
    over = parent or fair.tab
    fair.qtbot.waitUntil(lambda: any(one.isVisible() for one in over.findChildren(kind)))
    return next(one for one in over.findChildren(kind) if one.isVisible())


def save(fair: Fair, editor: Any, **values: object) -> None:
    """Fill an editor and save."""
    for name, value in values.items():
        editor.form[name].set_value(value)
    editor.keep.click()
    fair.settle()


def arrange(fair: Fair) -> None:
    """Ask for a proposal, and wait until it is shown."""
    fair.tab.arrange()
    fair.qtbot.waitUntil(lambda: fair.tab.proposal is not None, timeout=20_000)


def take(fair: Fair) -> None:
    """Arrange and take."""
    arrange(fair)
    fair.tab.bar.take.click()
    fair.settle()


def test_a_proposal_is_looked_at_then_taken_then_undone(opened_fair: Opened) -> None:
    fair = opened_fair()
    arrange(fair)
    assert fair.board.meetings == ()
    assert "proven best" in fair.tab.bar._head.words()
    assert "6 of 6 wishes fulfilled" in fair.tab.bar._words.words()
    assert fair.tab.schedule.grid.at(0, 0).fresh or fair.tab.schedule.grid.at(0, 1).fresh
    fair.tab.bar.take.click()
    fair.settle()
    assert len(fair.board.meetings) == 6
    assert not fair.tab.bar.isVisible()
    fair.tab.desk.jobs.undo()
    fair.settle()
    assert fair.board.meetings == ()


def test_a_proposal_is_left_and_one_of_yesterday_not_kept(opened_fair: Opened) -> None:
    fair = opened_fair()
    arrange(fair)
    fair.tab.bar.drop.click()
    assert fair.tab.proposal is None
    arrange(fair)
    one, other = fair.board.companies[0].id, fair.board.hosts[0].id
    fair.tab.work.wish(one, other, 1 if fair.board.wishes[one, other] != 1 else 2)
    fair.settle()
    assert fair.tab.proposal is None
    assert "arrange anew" in fair.tab.banner.words()


def test_arranging_is_cancelled(opened_fair: Opened) -> None:
    fair = opened_fair(20, 15, 8)
    fair.tab.arrange()
    assert fair.tab.bar.progress is not None
    fair.tab.bar.progress.cancel()
    fair.qtbot.waitUntil(lambda: fair.tab._watch is None, timeout=20_000)
    assert fair.tab.proposal is None
    assert fair.board.meetings == ()


def test_a_proposal_that_was_done_before_it_heard_of_cancel_is_not_shown(
    opened_fair: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    fair, told = opened_fair(), threading.Event()

    def late(board: FairBoard, progress: object) -> Proposal:
        del progress
        told.wait(20)
        return propose(board)

    monkeypatch.setattr(meetings_tab, "propose", late)
    fair.tab.arrange()
    assert fair.tab.bar.progress is not None
    fair.tab.bar.progress.cancel()
    told.set()
    fair.qtbot.waitUntil(lambda: fair.tab._watch is None, timeout=20_000)
    assert fair.tab.proposal is None
    assert not fair.tab.bar.isVisible()
    assert not fair.tab.banner.isVisible()


def test_why_nothing_can_be_arranged_is_said(opened_fair: Opened) -> None:
    fair = opened_fair(2, 0, 1, 0)
    fair.tab.desk.jobs.run(remove_slots, [fair.board.slots[0].id])
    fair.settle()
    assert not fair.tab._arrange.isEnabled()
    why = "Before the meetings can be arranged: add hosts, make slots."
    for face in (PARTIES, "schedule"):
        fair.tab.faces.choose(face)
        fair.tab._show()
        assert fair.tab._hint.isVisible()
        assert (fair.tab._hint.words(), fair.tab._arrange.toolTip()) == (why, why)
    fair.tab.work.add_party()
    save(fair, dialog(fair, PartyEditor), name="Kaga Steel")
    assert fair.tab._hint.words() == "Before the meetings can be arranged: make slots."
    fair.tab.work.add_slots()
    save(fair, dialog(fair, SlotsEditor), day=dt.date(2400, 5, 2))
    assert fair.tab._arrange.isEnabled()
    assert fair.tab._arrange.toolTip() == ""
    assert "Drag a meeting" in fair.tab._hint.words()


def test_meetings_move_by_key_and_drop_and_stay_when_locked(opened_fair: Opened) -> None:
    fair = opened_fair(1, 2, 3)
    take(fair)
    grid, view = fair.tab.schedule.grid, fair.tab.schedule
    column = next(at for at in range(2) if grid.at(0, at).meeting and not grid.at(0, at + 1).other)
    meeting = grid.at(0, column).meeting
    assert meeting is not None
    back = QShortcut(QKeySequence("Alt+Right"), fair.tab)  # as the window has them, for the page
    back.activated.connect(lambda: fair.said.append("gone"))
    view.setFocus()
    view.setCurrentIndex(grid.index(0, column))
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    fair.settle()
    assert "gone" not in fair.said
    moved = fair.board.met[meeting.pair]
    assert (moved.slot, moved.locked) == (fair.board.slots[column + 1].id, True)
    view.setCurrentIndex(grid.index(0, column + 1))
    QTest.keyClick(view, Qt.Key.Key_L)
    fair.settle()
    assert not fair.board.met[meeting.pair].locked
    data = QMimeData()
    data.setData(MIME, meeting.id.bytes)
    at = view.visualRect(grid.index(0, column)).center()
    drop = QDropEvent(
        QPointF(at), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    view.dropEvent(drop)
    fair.settle()
    assert fair.board.met[meeting.pair].slot == fair.board.slots[column].id
    other = next(one for one in fair.board.meetings if one.pair != meeting.pair)
    assert other.slot is not None
    fair.tab.work.move(meeting, other.slot)  # the same company: they swap
    fair.settle()
    assert fair.board.met[meeting.pair].slot == other.slot
    for _ in range(2):
        fair.tab.desk.jobs.undo()
        fair.settle()
    assert fair.board.met[meeting.pair].slot == moved.slot
    view.setCurrentIndex(grid.index(0, column + 1))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    fair.settle()
    assert len(fair.board.meetings) == 1


def test_who_is_busy_is_named(opened_fair: Opened) -> None:
    fair = opened_fair(2, 1, 2)
    take(fair)
    one, other = fair.board.meetings
    assert other.slot is not None
    fair.tab.work.move(one, other.slot)  # another company: refused
    fair.settle()
    assert "meets" in fair.tab.banner.words()
    menu = QMenu()
    grid = fair.tab.schedule.grid
    for column in range(2):
        spot = grid.at(0, column)
        fair.tab.work.fill_cell_menu(menu, spot, grid.party(0), grid.slot(column))
    assert menu.actions()


def test_a_meeting_is_set_by_hand(opened_fair: Opened) -> None:
    fair = opened_fair()
    fair.tab.work.open_cell(None, (fair.board.companies[1], fair.board.slots[2]))
    editor = dialog(fair, MeetingEditor)
    editor.keep.click()  # whom it meets is open
    assert editor.isVisible()
    save(fair, editor, host=fair.board.hosts[0].id.hex, place="Lobby")
    [made] = fair.board.meetings
    assert (made.place, made.slot, made.locked) == ("Lobby", fair.board.slots[2].id, True)
    fair.tab.work.meet(made.host, made.company)
    editor = dialog(fair, MeetingEditor)
    save(fair, editor, slot=fair.board.slots[0].id.hex, locked=False)
    [made] = fair.board.meetings
    assert (made.place, made.slot, made.locked) == ("Lobby", fair.board.slots[0].id, False)


def test_wishes_are_typed_into_the_grid_and_ranked(opened_fair: Opened) -> None:
    fair = opened_fair(3, 4, 2, 0)
    fair.tab.faces.choose(WISHES)
    fair.tab._show()
    view = fair.tab.wishes
    view.setFocus()
    view.setCurrentIndex(view.grid.index(1, 2))
    QTest.keyClick(view, Qt.Key.Key_4)
    fair.settle()
    one, other = fair.board.companies[1].id, fair.board.hosts[2].id
    assert fair.board.wishes == {(one, other): 4}
    assert view.grid.at(1, 2) == (4, 0, False)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    fair.settle()
    assert not fair.board.wishes
    fair.tab.work.rank(one)
    hosts = [each.id for each in fair.board.hosts]
    save(fair, dialog(fair, RankEditor), chosen=(hosts[3].hex, hosts[0].hex))
    assert fair.board.wishes == {(one, hosts[3]): 5, (one, hosts[0]): 4}


def test_parties_slots_and_tables_are_edited(opened_fair: Opened) -> None:
    fair = opened_fair()
    fair.tab.faces.choose(PARTIES)
    fair.tab._show()
    fair.tab.work.add_party()
    editor = dialog(fair, PartyEditor)
    save(fair, editor, name="Kaga Steel", wanted="hydrogen valves", language="ja")
    steel = next(one for one in fair.board.hosts if one.name == "Kaga Steel")
    fair.tab.work.edit_party(fair.board.companies[0].id)
    away = (str(fair.board.slots[1].position),)
    save(fair, dialog(fair, PartyEditor), offered="Hydrogen storage", away=away)
    assert fair.board.companies[0].draft.away == (fair.board.slots[1].position,)
    fair.tab.work.suggest()
    suggested = dialog(fair, SuggestionsDialog)
    assert [one.words for one in suggested.model.rows()] == ["Hydrogen"]
    suggested.table.selectAll()
    suggested.make()
    fair.settle()
    assert fair.board.wishes[fair.board.companies[0].id, steel.id] == 3
    fair.tab.work.edit_tables()
    tables = dialog(fair, TablesEditor)
    tables.form["lines"].set_value(("two of Japanese",))
    tables.keep.click()
    assert tables.isVisible()
    save(fair, tables, tables=5, lines=("ja=2",))
    assert (fair.board.tables, fair.board.interpreters) == (5, {"ja": 2})
    fair.tab.work.add_slots()
    slots = dialog(fair, SlotsEditor)
    assert not slots.draft().problems()
    save(fair, slots, starts=None)
    assert slots.isVisible()
    save(fair, slots, starts=dt.time(14), until=dt.time(15), pause=10)
    assert len(fair.board.slots) == 5
    fair.tab.party_table.select_id(steel.id)
    fair.tab.work.remove_parties()
    fair.settle()
    assert len(fair.board.hosts) == 2


def test_outcomes_follow_ups_and_counterparts(opened_fair: Opened) -> None:
    fair = opened_fair()
    take(fair)
    fair.tab.faces.choose(OUTCOMES)
    fair.tab._show()
    table = fair.tab.outcome_table
    one = fair.board.meetings[0].id
    table.select_id(one)
    fair.tab.work.edit_current_outcome()
    save(fair, dialog(fair, OutcomeEditor), result="follow_up", task="Send the quote", owner="An")
    row = next(each for each in fair.tab.outcomes.rows() if each.id == one)
    assert (row.row.result, row.row.task.title) == ("follow_up", "Send the quote")
    table.selectAll()
    fair.tab.work._results("contact")
    fair.settle()
    assert {one.result for one in fair.board.meetings} == {"contact"}
    answers: list[Any] = []
    fair.tab.desk.jobs.ask(open_tasks, Language.EN, then=answers.append)
    fair.settle()
    assert [one.draft.title for one in answers[0]] == ["Send the quote"]
    fair.tab.work.counterparts()
    contacts = dialog(fair, CounterpartsDialog)
    fair.qtbot.waitUntil(lambda: contacts.model.rowCount() == 2)
    contacts.table.selectRow(0)
    contacts.edit_one()
    editor = dialog(fair, CounterpartEditor, contacts)
    save(fair, editor, family_name="Tanaka", function="Director", country="JP")
    fair.qtbot.waitUntil(lambda: contacts.model.rowCount() == 1)
    contacts.make()
    fair.settle()
    assert all(one.draft.organisation for one in fair.board.hosts)
    assert sum(bool(one.draft.person) for one in fair.board.hosts) == 1
    fair.tab.desk.jobs.undo()
    fair.settle()
    assert sum(bool(one.draft.organisation) for one in fair.board.hosts) == 1


def test_lists_come_in_and_go_out(opened_fair: Opened, tmp_path: Path) -> None:
    fair = opened_fair(2, 2, 2, 0)
    parties = tmp_path / "parties.csv"
    parties.write_text("Naam;Kant;Gezocht;Afwezig\nC01;wij;staal;1\nH09;gastheer;;\n;;;\n")
    fair.tab.work.bring_in_parties()
    dialog_ = dialog(fair, FairImportDialog)
    dialog_.open_file(parties)
    fair.qtbot.waitUntil(dialog_.start.isEnabled)
    dialog_.bring_in()
    fair.settle()
    assert [one.name for one in fair.board.hosts] == ["H01", "H02", "H09"]
    assert fair.board.companies[0].draft.wanted == "staal"
    wishes = tmp_path / "wishes.csv"
    wishes.write_text("company;host;weight\nC01;H09;5\nC02;nobody;2\n")
    fair.tab.work.bring_in_wishes()
    dialog_ = dialog(fair, FairImportDialog)
    dialog_.open_file(wishes)
    fair.qtbot.waitUntil(dialog_.start.isEnabled)
    assert dialog_.model.rowCount() == 1
    dialog_.bring_in()
    fair.settle()
    assert list(fair.board.wishes.values()) == [5]
    take(fair)
    out = tmp_path / "meetings.csv"
    fair.tab.work.write_list(out)
    fair.qtbot.waitUntil(lambda: bool(fair.said))
    assert "C01;H09" in out.read_text(encoding="utf-8-sig")


def test_sixty_by_forty_opens_at_once(opened_fair: Opened, qtbot: QtBot) -> None:
    fair = opened_fair(60, 40, 16, 0.25)
    take(fair)
    assert len(fair.board.meetings) > 300
    for face in (WISHES, "schedule"):
        beat = Beat()
        fair.tab.faces.choose(face)
        fair.tab._show()
        target = QPixmap(fair.tab.size())
        fair.tab.render(target)
        qtbot.wait(20)
        beat.stop()
        assert beat.longest < 0.1


@pytest.mark.parametrize("tables", [1])
def test_contradictions_are_said_above_the_schedule(opened_fair: Opened, tables: int) -> None:
    fair = opened_fair(2, 2, 1)
    take(fair)
    fair.tab.desk.jobs.run(set_tables, fair.board.mission, None, RoomOfTablesDraft(tables))
    fair.settle()
    assert "2 meetings stand in slot 1, with 1 tables." in fair.tab.banner.words()
