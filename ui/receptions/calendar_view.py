"""The calendar of the receptions: a month or a year, with the ways to the others."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.core import clock
from ui.actions import hint
from ui.core import theme
from ui.core.buttons import Button, IconButton
from ui.core.cards import Card, Scroll, column, row
from ui.core.labels import Text
from ui.core.language import tr
from ui.receptions.calendar_month import WEEKS, MonthView
from ui.receptions.calendar_words import WEEK, grid_start, month_title, shifted
from ui.receptions.calendar_year import YearView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.receptions.queries import CalendarEntry

MONTH, YEAR = "month", "year"
_YEAR_MONTHS = 12


class CalendarView(QWidget):
    """Signals: `asked(first, last)` for what stands between two days, and those of the month:
    `opened(entry)`, `wanted(day)`, `moved(entry)`; `zoomed(mode)` when a day of the year is opened.
    """

    asked = Signal(object, object)
    opened = Signal(object)
    wanted = Signal(object)
    moved = Signal(object)
    zoomed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.mode = MONTH
        self.day = clock.today()
        self._shown: tuple[dt.date, dt.date] | None = None
        self.month, self.year = MonthView(), YearView()
        self._title = Text("", "heading")
        before, after = IconButton("chevron-left", ""), IconButton("chevron-right", "")
        before.name(hint("receptions.before"))
        after.name(hint("receptions.after"))
        self.today = Button(tr("Today"))
        before.clicked.connect(partial(self.turn, -1))
        after.clicked.connect(partial(self.turn, 1))
        self.today.clicked.connect(self.go_to_today)
        head = row(before, after, self.today, self._title, None, _Legend(), gap=8)
        self._stack = QStackedLayout()
        holder = QWidget()
        holder.setLayout(self._stack)
        self._stack.setContentsMargins(0, 0, 0, 0)
        sheet = Card(margin=1, gap=0)
        sheet.body.addWidget(self.month)
        months = Card(margin=16)
        months.body.addWidget(self.year)
        months.body.addStretch(1)
        self._stack.addWidget(sheet)
        self._stack.addWidget(Scroll(months))
        whole = column(head, holder, gap=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.month.opened.connect(self.opened)
        self.month.wanted.connect(self.wanted)
        self.month.moved.connect(self.moved)
        self.month.went.connect(self.go_to)
        self.year.went.connect(self.go_to)
        self.year.chosen.connect(self._zoom)

    def show_mode(self, mode: str) -> None:
        """Show a month, or a year."""
        self.mode = mode
        self._stack.setCurrentIndex(1 if mode == YEAR else 0)
        self.setAccessibleName(tr("Year") if mode == YEAR else tr("Month"))
        self.ask()

    def ask(self) -> None:
        """Ask anew for what is shown."""
        self._title.say(str(self.day.year) if self.mode == YEAR else month_title(self.day))
        first, last = self.span()
        self._shown = (first, last)
        self.asked.emit(first, last)

    def span(self) -> tuple[dt.date, dt.date]:
        """The first and the last day to show."""
        if self.mode == YEAR:
            return dt.date(self.day.year, 1, 1), dt.date(self.day.year, 12, 31)
        first = grid_start(self.day.year, self.day.month)
        return first, first + dt.timedelta(days=WEEK * WEEKS - 1)

    def show_entries(self, entries: Sequence[CalendarEntry]) -> None:
        """What stands between the days that were asked."""
        if self.mode == YEAR:
            self.year.show_year(self.day, entries)
        else:
            self.month.show_month(self.day, entries)

    def go_to(self, day: dt.date) -> None:
        """Make a day current, in whichever month it lies."""
        before, self.day = self.day, day
        same = before.year == day.year and (self.mode == YEAR or before.month == day.month)
        if not same:
            self.ask()

    def turn(self, by: int) -> None:
        """Some months on, or years where a year is shown."""
        self.go_to(shifted(self.day, by * _YEAR_MONTHS if self.mode == YEAR else by))

    def go_to_today(self) -> None:
        """The month, or the year, of today."""
        self.day = clock.today()
        self.ask()

    def _zoom(self, day: dt.date) -> None:
        self.day = day
        self.zoomed.emit(MONTH)
        self.month.setFocus()


class _Legend(QWidget):
    """What the marks mean, in word and colour."""

    def __init__(self) -> None:
        super().__init__()
        line = row(gap=6)
        for token, words in (
            ("accent", tr("Reception")),
            ("good_soft", tr("Mission")),
            ("attention", tr("Day to mind")),
            ("good", tr("National day")),
        ):
            line.addWidget(_Mark(token))
            line.addWidget(Text(words, "small", ink="text2"))
            line.addSpacing(theme.px(8))
        self.setLayout(line)


class _Mark(QWidget):
    def __init__(self, token: str) -> None:
        super().__init__()
        self._ink = token
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A small square."""
        return QSize(theme.px(10), theme.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._ink))
        corner = theme.px(5) if self._ink == "good" else theme.px(2)
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.end()
