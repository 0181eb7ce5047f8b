"""The page of the day: what is coming, what is due, whom to see, how the year stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core import clock
from ui.actions import hint
from ui.core import theme
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Scroll, column, row
from ui.core.language import day, tr, trn
from ui.core.page import ListPage
from ui.today.cards import LEFT, RIGHT, later, made
from ui.today.due import DueCard

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from app.overview.day import Coming
    from ui.core.jobs import Changes
    from ui.core.page import Desk
    from ui.today.cards import Asking

TWO_COLUMNS = 900


class TodayPage(ListPage):
    """Cards in two columns, in one where there is little room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _capital(day(clock.today(), "full")))
        self.set_title(tr("Today"))
        self._begun = False
        self._touched: frozenset[str] = frozenset()
        new = Button(tr("New task"), PRIMARY, icon="add")
        new.setToolTip(hint("today.task"))
        new.clicked.connect(self._add_task)
        self.buttons.addWidget(new)
        self.left_cards = made(LEFT, desk)
        self.right_cards = made(RIGHT, desk)
        self.cards = [*self.left_cards, *self.right_cards]
        self._asking: list[Asking] = list(self.cards)
        self._whole = False
        self._columns = row(gap=16)
        self._columns.addLayout(column(*self.left_cards, None, gap=16), 64)
        self._right = column(*self.right_cards, None, gap=16)
        self._columns.addLayout(self._right, 36)
        inner = QWidget()
        inner.setLayout(self._columns)
        self.body.addWidget(Scroll(inner), 1)
        self.on("today.task", self._add_task)
        if not desk.jobs.is_open:
            desk.jobs.ready.connect(self.mark_stale)

    def _changed(self, changes: Changes) -> None:
        """Only the cards that read what changed ask anew, and only while they are looked at."""
        self._touched |= changes.tables
        if any(one.tables & changes.tables for one in self._asking):
            self.mark_stale()

    def refresh(self) -> None:
        """Ask for what the head says, and let the cards ask."""
        if not self.desk.jobs.is_open:
            return
        self._make_whole()
        touched, self._touched = self._touched, frozenset()
        self.heading.say(_capital(day(clock.today(), "full")))
        self.desk.jobs.ask(_coming, then=self._tell, owner=self)
        for one in self._asking:
            if not touched or one.tables & touched:
                one.refresh()

    def _make_whole(self) -> None:
        """Add the cards that wait for the office."""
        if not self._whole:
            self._whole = True
            for card in later(self.desk):
                self._right.insertWidget(self._right.count() - 1, card)
                self._asking.append(card)

    def _tell(self, told: Coming) -> None:
        words = trn("{n} reception this week", "{n} receptions this week", told.this_week)
        self.remark.say(words if told.this_week else tr("no reception this week"))

    def _add_task(self) -> None:
        due = next((one for one in self.cards if isinstance(one, DueCard)), None)
        if due is not None:
            due.add_task()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """After the first paint the office may be opened."""
        super().paintEvent(event)
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self.desk.jobs.begin)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """One column where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(TWO_COLUMNS)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)


def _coming(session: object) -> Coming:
    from app.overview.day import coming

    return coming(session)  # type: ignore[arg-type]  # a session: ui knows no SQL


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
