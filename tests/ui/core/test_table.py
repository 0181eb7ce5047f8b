"""Tables: windowed rows, selection that stays, columns that are kept, copying."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.core.text import Language
from ui.core import language
from ui.core.columns import Column, Kind, PackedIds
from ui.core.row_models import ListModel
from ui.core.rows_model import PAGE, RowsModel
from ui.core.table import Table

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.core.window_state import WindowState

Keep = Callable[[Any], Any]


@dataclass(frozen=True)
class Person:
    id: UUID
    name: str
    native: str = ""
    since: dt.date | None = None
    guests: int = 0
    state: str = ""


COLUMNS = (
    Column("name", "Name", 190, Kind.NAME, quiet="native", sort="name", stretch=1),
    Column("since", "Credentials", 110, Kind.DATE, sort="day"),
    Column("guests", "Pers.", 60, Kind.NUMBER),
    Column("state", "Reply", 120, Kind.PILL, tone=lambda _: "good"),
)


def people(count: int) -> list[Person]:
    return [
        Person(UUID(int=n + 1), f"Person {n:05}", "葵", dt.date(2024, 3, 6), n, "Accepted")
        for n in range(count)
    ]


class Shelf:
    """Answers fetches when told to."""

    def __init__(self, rows: Sequence[Person]) -> None:
        self.rows = {row.id: row for row in rows}
        self.waiting: list[tuple[list[UUID], Callable[[Sequence[Any]], None]]] = []
        self.cancelled = 0

    def __call__(self, ids: list[UUID], done: Callable[[Sequence[Any]], None]) -> Shelf:
        self.waiting.append((ids, done))
        return self

    def cancel(self) -> None:
        self.cancelled += 1

    def answer(self) -> None:
        waiting, self.waiting = self.waiting, []
        for ids, done in waiting:
            done([self.rows[one] for one in ids if one in self.rows])


def ids_of(rows: Sequence[Person]) -> PackedIds:
    return PackedIds(b"".join(row.id.bytes for row in rows))


def test_models_are_well_behaved(qtmodeltester: Any) -> None:
    qtmodeltester.check(ListModel(COLUMNS, people(20)))
    rows = people(250)
    shelf = Shelf(rows)
    model = RowsModel(COLUMNS, shelf)
    model.show(ids_of(rows), rows[:60])
    qtmodeltester.check(model)
    shelf.answer()
    qtmodeltester.check(model)


def test_first_rows_show_before_all_ids_and_only_pages_looked_at_are_fetched() -> None:
    rows = people(1000)
    shelf = Shelf(rows)
    model = RowsModel(COLUMNS, shelf)
    model.show_first(rows[:60])
    assert model.rowCount() == 60
    assert model.index(3, 0).data() == "Person 00003 葵"
    model.show(ids_of(rows))
    assert model.rowCount() == 1000
    assert model.index(3, 0).data() == "Person 00003 葵", "what is painted stays"
    assert model.index(500, 0).data() == ""
    shelf.answer()
    assert model.index(500, 0).data() == "Person 00500 葵"
    assert model.row(900) is None


def test_an_answer_to_an_older_question_is_dropped() -> None:
    rows = people(300)
    shelf = Shelf(rows)
    model = RowsModel(COLUMNS, shelf)
    model.show(ids_of(rows))
    model.row(0)
    model.show(ids_of(rows[::-1]))
    model.row(0)
    shelf.answer()
    assert model.index(0, 0).data() == "Person 00299 葵"
    assert shelf.cancelled


def test_a_changed_row_is_fetched_again_while_the_old_one_stays_in_sight() -> None:
    rows = people(PAGE)
    shelf = Shelf(rows)
    model = RowsModel(COLUMNS, shelf)
    model.show(ids_of(rows), rows)
    shelf.rows[rows[2].id] = replace(rows[2], name="Renamed")
    model.refresh_rows()
    assert model.index(2, 0).data() == "Person 00002 葵"
    shelf.answer()
    assert model.index(2, 0).data() == "Renamed 葵"


def test_selection_current_row_and_order_survive_a_refresh(keep: Keep) -> None:
    rows = people(50)
    model = ListModel(COLUMNS, rows)
    table = keep(Table(model, "People"))
    table.show()
    table.select_id(rows[7].id)
    model.show(rows[3:])
    assert table.current_id() == rows[7].id
    assert table.selected_ids() == [rows[7].id]
    gone: list[object] = []
    table.chosen.connect(gone.append)
    model.show(rows[20:])
    assert gone == [None]
    assert table.current_id() is None


def test_a_row_is_selected_also_while_ctrl_is_held(keep: Keep) -> None:
    rows = people(3)
    table = keep(Table(ListModel(COLUMNS, rows), "People"))
    table.show()
    QTest.keyPress(table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        for one in (rows[1], rows[2]):  # as where Ctrl+Enter has just saved what is shown now
            assert table.select_id(one.id)
            assert table.selected_ids() == [one.id]
    finally:
        QTest.keyRelease(table, Qt.Key.Key_Control)


def test_enter_opens_and_arrows_choose(keep: Keep, qtbot: QtBot) -> None:
    rows = people(5)
    table = keep(Table(ListModel(COLUMNS, rows), "People"))
    table.show()
    table.setFocus()
    table.select_id(rows[0].id)
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [rows[1]]


def test_a_title_asks_for_its_order_and_again_for_the_reverse(keep: Keep) -> None:
    table = keep(Table(ListModel(COLUMNS, people(3)), "People"))
    asked: list[tuple[str, bool]] = []
    table.sort_asked.connect(lambda key, down: asked.append((key, down)))
    table.resize(700, 300)
    table.show()
    header = table.horizontalHeader()
    for place in (0, 0, 1, 2):
        at = QPoint(header.sectionViewportPosition(place) + 20, 10)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked == [("name", False), ("name", True), ("day", False)]


def test_copied_rows_paste_as_a_table(keep: Keep) -> None:
    rows = [replace(people(1)[0], name="=cmd()"), people(2)[1]]
    table = keep(Table(ListModel(COLUMNS, rows), "People"))
    table.show()
    table.selectAll()
    table.copy_selection()
    mime = QGuiApplication.clipboard().mimeData()
    lines = mime.text().split("\n")
    assert lines[0] == "Name\tCredentials\tPers.\tReply"
    assert lines[1] == "'=cmd() 葵\t2024-03-06\t0\tAccepted"
    assert mime.html().count("<tr>") == 3


def test_columns_are_kept(keep: Keep, state: WindowState) -> None:
    first = keep(Table(ListModel(COLUMNS, people(3)), "People", state))
    first.resize(800, 300)
    first.show()
    first.horizontalHeader().resizeSection(1, 222)
    first.horizontalHeader().moveSection(3, 0)
    menu = first._columns.menu()
    next(entry for entry in menu.actions() if entry.text() == "Pers.").trigger()
    second = keep(Table(ListModel(COLUMNS, people(3)), "People", state))
    second.resize(800, 300)
    second.show()
    assert second.columnWidth(1) == 222
    assert second.isColumnHidden(2)
    assert second.horizontalHeader().visualIndex(3) == 0


def test_cells_follow_the_language() -> None:
    model = ListModel(COLUMNS, people(1))
    assert model.index(0, 1).data() == "6 Mar 2024"
    language.set_language(Language.FR)
    assert model.index(0, 1).data() == "6 mars 2024"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(": Person 00000 葵")


def test_a_million_rows_show_at_once(keep: Keep) -> None:
    packed = b"".join(n.to_bytes(16, "big") for n in range(1, 1_000_001))
    shelf = Shelf(people(60))
    model = RowsModel(COLUMNS, shelf)
    table = keep(Table(model, "People"))
    table.resize(800, 600)
    table.show()
    model.show(PackedIds(packed))
    QWidget.repaint(table)
    assert model.rowCount() == 1_000_000
    assert model.place_of(UUID(int=777_777)) == 777_776
    assert len(shelf.waiting) <= 3, "only what is seen is fetched"


@given(some.lists(some.uuids(), unique=True, max_size=30))
def test_packed_ids_are_a_sequence(ids: list[UUID]) -> None:
    packed = PackedIds(b"".join(one.bytes for one in ids))
    assert list(packed) == ids
    assert list(packed.reversed()) == ids[::-1]
    assert [packed.index(one) for one in ids] == list(range(len(ids)))
    assert list(packed[1:3]) == ids[1:3]
    with pytest.raises(ValueError, match=str(UUID(int=0))):
        PackedIds(b"").index(UUID(int=0))
