"""The other looks of the receptions page: the board and the calendar, made when first chosen."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.dossiers.commands import set_stage
from app.overview.calendar import whole_calendar
from app.receptions.queries import CalendarEntry, EntryKind, board
from ui.contacts.country_facts import country_id
from ui.core import language
from ui.core.buttons import ChipBar
from ui.core.language import tr
from ui.dossiers.board import BoardView
from ui.dossiers.board_cards import Card
from ui.receptions.calendar_view import MONTH, YEAR, CalendarView
from ui.receptions.noun import RECEPTION
from ui.receptions.special_days import SpecialDaysDialog

if TYPE_CHECKING:
    from uuid import UUID

    from app.dossiers.queries import BoardCard
    from app.receptions.queries import ReceptionRow
    from ui.core.page import Desk
    from ui.core.window_state import Json
    from ui.receptions.begin_work import BeginWork

LIST, BOARD = "list", "board"
LOOKS = (LIST, BOARD, MONTH, YEAR)
KEPT = "receptions.look"


class Looks(QWidget):
    """The list that is given, the board, the calendar; `chosen(look)`. What a person chose is kept.

    `begin` begins and moves receptions.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, listed: QWidget, begin: BeginWork) -> None:
        super().__init__()
        self._desk = desk
        self._begin = begin
        self.board: BoardView | None = None
        self.calendar: CalendarView | None = None
        self.days: SpecialDaysDialog | None = None
        self.chips = ChipBar(
            [
                (LIST, tr("List")),
                (BOARD, tr("Board")),
                (MONTH, tr("Month")),
                (YEAR, tr("Year")),
            ],
            LIST,
            name=tr("How the receptions are shown"),
        )
        self.chips.chosen.connect(self.show_look)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(listed)
        self._listed = listed

    def look(self) -> str:
        """What is shown: list, board, month or year."""
        return self.chips.current()

    def kept(self) -> str:
        """What this person looked at last."""
        look = self._desk.state.get(KEPT, LIST)
        return look if look in LOOKS else LIST

    def show_look(self, look: str) -> None:
        """Show the receptions this way from now on."""
        self.chips.choose(look)
        self._desk.state.put(KEPT, look)
        if look == LIST:
            self._stack.setCurrentWidget(self._listed)
        elif look == BOARD:
            self._stack.setCurrentWidget(self._board())
        else:
            shown = self._calendar()
            self._stack.setCurrentWidget(shown)
            shown.show_mode(look)
        self.chosen.emit(look)
        self.refresh()

    def refresh(self) -> None:
        """Ask anew for what is shown."""
        look = self.look()
        if look == BOARD and self.board is not None:
            self._desk.jobs.ask(
                board, then=self._show_board, owner=self, channel="board", urgent=True
            )
        elif look in (MONTH, YEAR) and self.calendar is not None:
            self.calendar.ask()

    def day(self) -> dt.date | None:
        """The day a new reception is on: the current one of the calendar."""
        if self.look() in (MONTH, YEAR) and self.calendar is not None:
            return self.calendar.day
        return None

    def turn(self, by: int) -> None:
        """The month or year before or after, where one is shown."""
        if self.look() in (MONTH, YEAR) and self.calendar is not None:
            self.calendar.turn(by)

    def state(self) -> dict[str, Json]:
        """The look, and the day of the calendar."""
        day = self.calendar.day.isoformat() if self.calendar else ""
        return {"look": self.look(), "day": day}

    def restore(self, kept: dict[str, Json]) -> None:
        """Take them again."""
        day = str(kept.get("day", ""))
        if day:
            self._calendar().day = dt.date.fromisoformat(day)
        look = str(kept.get("look", self.kept()))
        self.show_look(look if look in LOOKS else LIST)

    # --- board ---

    def _board(self) -> BoardView:
        if self.board is None:
            self.board = BoardView(tr(RECEPTION.by_stage), RECEPTION.code)
            self.board.opened.connect(self._open)
            self.board.moved.connect(self._stage)
            self._stack.addWidget(self.board)
        return self.board

    def _show_board(self, cards: list[BoardCard[ReceptionRow]]) -> None:
        if self.board is not None:
            self.board.show_cards([_card(one) for one in cards])

    def _stage(self, record: UUID, stage: str) -> None:
        self._desk.jobs.run(set_stage, record, stage)

    def _open(self, record: UUID) -> None:
        self._desk.go("reception", record)

    # --- calendar ---

    def _calendar(self) -> CalendarView:
        if self.calendar is None:
            self.calendar = CalendarView()
            self.calendar.asked.connect(self._ask_days)
            self.calendar.opened.connect(self._open_entry)
            self.calendar.wanted.connect(self._begin.new)
            self.calendar.moved.connect(self._move)
            self.calendar.zoomed.connect(self.show_look)
            self._stack.addWidget(self.calendar)
        return self.calendar

    def _ask_days(self, first: dt.date, last: dt.date) -> None:
        self._desk.jobs.ask(
            whole_calendar, first, last, then=self._show_days, owner=self, channel="calendar",
            urgent=True,
        )  # fmt: skip

    def _show_days(self, entries: list[CalendarEntry]) -> None:
        if self.calendar is not None:
            self.calendar.show_entries(entries)

    def _move(self, entry: CalendarEntry) -> None:
        self._begin.move(entry.record)

    def _open_entry(self, entry: CalendarEntry) -> None:
        if entry.kind is EntryKind.RECEPTION:
            self._open(entry.record)
        elif entry.kind is EntryKind.MISSION:
            self._desk.go("mission", entry.record)
        elif entry.kind is EntryKind.NATIONAL_DAY:
            self._desk.jobs.ask(
                country_id, entry.code, then=self._open_country, owner=self, urgent=True
            )
        else:
            self.show_days(entry.record)

    def _open_country(self, record: UUID | None) -> None:
        if record is not None:
            self._desk.go("country", record)

    def show_days(self, record: UUID | None = None) -> None:
        """Show the days to mind, one of them chosen."""
        self.days = SpecialDaysDialog(self, self._desk.jobs, record=record)
        self.days.open()


def _card(one: BoardCard[ReceptionRow]) -> Card:
    """A reception in the words of the board."""
    of = one.of
    when = tr("no date yet")
    if of.starts_at is not None:
        when = f"{language.day(of.starts_at.date(), 'weekday')}, {of.starts_at:%H:%M}"
    told = tr("{coming} of {invited} come", coming=of.coming, invited=of.invited)
    short = f"{of.coming} / {of.invited}"
    words = (told, short) if of.invited else ("", "")
    return Card(one.id, one.stage, of.title, when, of.place, *words, one.tasks, one.overdue)
