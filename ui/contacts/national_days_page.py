"""National days, month by month: whose, who heads their posts, and whether they are greeted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.contacts.rules.days import month_words
from app.core import clock
from app.dossiers.greetings import mark_greeted, month_of_days, plan_greetings
from ui.actions import hint
from ui.contacts.choices import country_words
from ui.contacts.country_facts import country_id
from ui.contacts.country_page import edit_celebration
from ui.contacts.day_rows import DayRows
from ui.contacts.greeting_dialog import GreetingDialog
from ui.core.buttons import PRIMARY, Button, ChipBar, IconButton
from ui.core.cards import Card, Empty, Scroll, clear, column, row
from ui.core.labels import Link, Text
from ui.core.language import read, tr, trn
from ui.core.page import ListPage

if TYPE_CHECKING:
    from typing import Any
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from app.dossiers.greetings import DayRow, MonthOfDays
    from ui.core.editor import Editor
    from ui.core.page import Desk
    from ui.core.window_state import Json

KNOWN, ALL = "known", "all"
_LAST_MONTH = 12


class NationalDaysPage(ListPage):
    """A month of national days; arrows go to the months beside it."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"country", "national_day", "celebration", "task", "organisation", "person", "posting"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("National days"))
        today = clock.today()
        self.year, self.month = today.year, today.month
        self.shown: MonthOfDays | None = None
        self.dialog: Editor[Any] | None = None
        self.card: GreetingDialog | None = None
        back = Link(f"‹ {tr('Contacts')}", role="small_medium", ink="text2")
        back.setAccessibleName(tr("Contacts"))
        back.clicked.connect(partial(desk.go, "contacts"))
        self.body.insertWidget(0, back)
        self._head()
        self._inner = QWidget()
        self._box = column(gap=12)
        self._inner.setLayout(self._box)
        self.body.addWidget(Scroll(self._inner), 1)
        self.on("national_days.before", partial(self.turn, -1))
        self.on("national_days.after", partial(self.turn, 1))
        self.on("national_days.plan", self.plan_month)

    def _head(self) -> None:
        before = IconButton("chevron-left", hint("national_days.before"))
        after = IconButton("chevron-right", hint("national_days.after"))
        self._now = Link(tr("To this month"), role="small_medium")
        self._month = Text("", "heading")
        self.plan = Button(tr("Plan the greetings"), PRIMARY, icon="add")
        before.clicked.connect(partial(self.turn, -1))
        after.clicked.connect(partial(self.turn, 1))
        self._now.clicked.connect(self.go_to_today)
        self.plan.clicked.connect(self.plan_month)
        self.buttons.addWidget(self.plan)
        self.chips = ChipBar(
            [(KNOWN, tr("Countries we know")), (ALL, tr("All countries"))],
            KNOWN,
            name=tr("Which countries"),
        )
        self.chips.chosen.connect(self._show)
        moved = row(before, self._month, after, self._now, gap=8)
        line = row(moved, self.chips, gap=16)
        line.setStretch(1, 1)
        line.setAlignment(self.chips, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)

    # --- showing ---

    def turn(self, months: int) -> None:
        """Go some months on, or back."""
        place = self.year * _LAST_MONTH + self.month - 1 + months
        self.year, self.month = place // _LAST_MONTH, place % _LAST_MONTH + 1
        self.mark_stale()

    def go_to_today(self) -> None:
        """The month of today."""
        today = clock.today()
        self.year, self.month = today.year, today.month
        self.mark_stale()

    def state(self) -> dict[str, Json]:
        """Which month, which countries."""
        return {"year": self.year, "month": self.month, "countries": self.chips.current()}

    def restore(self, kept: dict[str, Json]) -> None:
        """Take them again."""
        year, month = kept.get("year"), kept.get("month")
        if isinstance(year, int) and isinstance(month, int) and 1 <= month <= _LAST_MONTH:
            self.year, self.month = year, month
        self.chips.choose(str(kept.get("countries", KNOWN)))

    def refresh(self) -> None:
        """Ask for the month."""
        self.desk.jobs.ask(
            month_of_days, self.year, self.month, then=self._answered, owner=self,
            channel="month of days", urgent=True,
        )  # fmt: skip

    def _answered(self, found: MonthOfDays) -> None:
        self.shown = found
        self._show()

    def rows(self) -> list[DayRow]:
        """The days shown."""
        if self.shown is None:
            return []
        everybody = self.chips.current() == ALL
        return [one for one in self.shown.rows if everybody or one.is_known]

    def to_plan(self) -> list[DayRow]:
        """The days of countries we know, to come and without a greeting."""
        if self.shown is None:
            return []
        today = clock.today()
        return [
            one
            for one in self.shown.rows
            if one.is_known and one.greeting is None and one.of.on and one.of.on >= today
        ]

    def _show(self) -> None:
        if self.shown is None:
            return
        month = read(month_words(self.shown.month))
        self._month.say(f"{month[:1].upper()}{month[1:]} {self.shown.year}")
        today = clock.today()
        elsewhere = (self.shown.year, self.shown.month) != (today.year, today.month)
        self._now.setVisible(elsewhere)
        shown = self.rows()
        done = sum(1 for one in shown if one.greeting and one.greeting.done_on)
        told = [trn("{n} national day", "{n} national days", len(shown))]
        if done:
            told.append(trn("{n} greeted", "{n} greeted", done))
        self.remark.say(" · ".join(told))
        waiting = len(self.to_plan())
        self.plan.setEnabled(bool(waiting))
        self.plan.setText(
            trn("Plan {n} greeting", "Plan {n} greetings", waiting)
            if waiting
            else tr("Nothing to plan")
        )
        self.plan.restyle()
        clear(self._box)
        self._box.addWidget(self._list(shown) if shown else self._nothing())
        undated = [one for one in self.shown.undated if self.chips.current() == ALL or one.is_known]
        if undated:
            card = Card(tr("Days without a known date"))
            self._box.addWidget(card.add(self._day_rows(undated)))
        self._box.addStretch(1)

    def _list(self, shown: list[DayRow]) -> Card:
        return Card().add(self._day_rows(shown))

    def _day_rows(self, shown: list[DayRow]) -> DayRows:
        made = DayRows(shown)
        made.country.connect(self.open_country)
        made.person.connect(self._open_person)
        made.asked.connect(self._asked)
        return made

    def _nothing(self) -> QWidget:
        empty = Empty(
            "flag",
            tr("No national day of a country we know"),
            tr("A country is known once somebody heads a post of it in Contacts."),
            (tr("Show all countries"), self._show_all),
            step_icon="flag",
        )
        empty.setSizePolicy(empty.sizePolicy().Policy.Expanding, empty.sizePolicy().Policy.Fixed)
        return empty

    def _show_all(self) -> None:
        self.chips.choose(ALL)
        self._show()

    # --- doing ---

    def plan_month(self) -> None:
        """Make the tasks of greeting every country we know; one undo."""
        ids = [one.id for one in self.to_plan()]
        if ids:
            self.desk.jobs.run(plan_greetings, ids, self.year)

    def open_country(self, code: str) -> None:
        """Show the sheet of a country."""
        self.desk.jobs.ask(country_id, code, then=self._open_country, owner=self, urgent=True)

    def _open_country(self, record: UUID | None) -> None:
        if record is not None:
            self.desk.go("country", record)

    def _open_person(self, record: UUID) -> None:
        self.desk.go("contacts", record)

    def _asked(self, what: str, one: DayRow) -> None:
        if what == "plan":
            self.desk.jobs.run(plan_greetings, [one.id], self.year)
        elif what == "greeted":
            self.desk.jobs.run(mark_greeted, one.id, self.year)
        elif what == "card":
            self.ask_card(one)
        else:
            self.dialog = edit_celebration(self, self.desk, one.of)

    def ask_card(self, one: DayRow) -> None:
        """Show the greeting card of a country."""
        code = one.of.day.country
        show = partial(self._show_card, country_words(code))
        self.desk.jobs.ask(country_id, code, then=show, owner=self, urgent=True)

    def _show_card(self, name: str, record: UUID | None) -> None:
        if record is not None:
            self.card = GreetingDialog(self, self.desk, record, name)
            self.card.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Page keys go through the months."""
        key = event.key()
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)
