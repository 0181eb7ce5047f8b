"""The card of national days for the first page: the coming month, of countries we know."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.dossiers.greetings import coming_days
from ui.contacts.choices import country_words
from ui.contacts.country_facts import country_id
from ui.contacts.flag import FlagView
from ui.contacts.greeting_pill import greeting_words, short
from ui.core import theme
from ui.core.cards import Card, Hairline, clear, column, row
from ui.core.labels import Link, Pill, Text
from ui.core.language import day, tr

if TYPE_CHECKING:
    from uuid import UUID

    from app.dossiers.greetings import DayRow
    from ui.core.jobs import Changes
    from ui.core.page import Desk

WITHIN = 31
SHOWN = 6
TABLES = frozenset(
    {"country", "national_day", "celebration", "task", "organisation", "person", "posting"}
)
"""What it reads: a page that holds it calls `refresh` when one of them changed."""


class NationalDaysCard(Card):
    """Asks for itself with `refresh`; `counted(n)` once it knows how many days are coming."""

    tables: ClassVar[frozenset[str]] = TABLES
    counted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        more = Link(tr("All of the month"), role="small_medium")
        more.clicked.connect(partial(desk.go, "national_days"))
        head = row(Text(tr("National days"), "strong"), more, gap=8)
        head.setStretch(0, 1)
        self.setAccessibleName(tr("National days"))
        self._list = column(gap=6)
        self.add(head, self._list)

    def changed(self, changes: Changes) -> None:
        """Refresh where a change touched what it shows."""
        if TABLES & changes.tables:
            self.refresh()

    def refresh(self) -> None:
        """Ask for the coming days."""
        self._desk.jobs.ask(
            coming_days, WITHIN, then=self.show_days, owner=self, channel="coming days"
        )

    def show_days(self, found: tuple[DayRow, ...]) -> None:
        """Show the first of them."""
        clear(self._list)
        for number, one in enumerate(found[:SHOWN]):
            if number:
                self._list.addWidget(Hairline())
            self._list.addWidget(self._line(one))
        if not found:
            words = tr("None in the coming month, of the countries we know.")
            self._list.addWidget(Text(words, ink="text2", wrap=True))
        self.counted.emit(len(found))

    def _line(self, one: DayRow) -> QWidget:
        code = one.of.day.country
        on = one.of.on
        date = Text(short(on), ink="text2")
        date.setFixedWidth(theme.px(56))
        date.setAccessibleName(day(on, "full"))
        name = Link(country_words(code), role="strong", ink="text")
        name.setAccessibleName(tr("Show the sheet of {name}", name=country_words(code)))
        name.clicked.connect(partial(self._open, code))
        told = _celebrated(one)
        line = row(date, FlagView(code, width=22), name, Text(told, "small", ink="text2",
                   elide=True), Pill(*greeting_words(one.greeting)), gap=8)  # fmt: skip
        line.setStretch(3, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _open(self, code: str) -> None:
        self._desk.jobs.ask(country_id, code, then=self._go, owner=self, urgent=True)

    def _go(self, record: UUID | None) -> None:
        if record is not None:
            self._desk.go("country", record)


def _celebrated(one: DayRow) -> str:
    """On which other day, and where."""
    kept = one.of.celebrated
    if kept is None:
        return ""
    held = short(kept.held_on) if kept.held_on and kept.held_on != one.of.on else ""
    return " · ".join(part for part in (held, kept.place) if part)
