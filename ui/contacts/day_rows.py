"""National days under each other in columns: date, flag and country, heads of post, greeting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.contacts.rules import codes, days, names, naming
from app.core import clock
from ui.contacts.choices import country_words, function_words
from ui.contacts.detail_parts import link
from ui.contacts.flag import FlagView
from ui.contacts.greeting_pill import greeting_words
from ui.core import language, theme
from ui.core.buttons import IconButton
from ui.core.cards import Hairline, column, row
from ui.core.labels import Link, Pill, Text
from ui.core.language import day, read, tr, trn

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from app.contacts.queries import HeadRow
    from app.dossiers.greetings import DayRow

HEADS_SHOWN = 2
_TOP = Qt.AlignmentFlag.AlignTop
_DATE, _FLAG, _COUNTRY, _HEADS, _HELD, _GREETING, _ACTS = range(7)


class DayRows(QWidget):
    """Signals `country(code)`, `person(id)`, and `asked(what, DayRow)`.

    What is asked: to plan the greeting, to note it as done (greeted), its card, or celebrated.
    """

    country = Signal(str)
    person = Signal(object)
    asked = Signal(str, object)

    def __init__(self, rows: Sequence[DayRow]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(8))
        for at, stretch in ((_COUNTRY, 5), (_HEADS, 5), (_HELD, 3)):
            self._grid.setColumnStretch(at, stretch)
        before: dt.date | None = None
        for number, one in enumerate(rows):
            line = 2 * number
            if number:
                self._grid.addWidget(Hairline(), line, 0, 1, 7)
            self._fill(line + 1, one, told=one.of.on != before or before is None)
            before = one.of.on

    def _fill(self, line: int, one: DayRow, *, told: bool) -> None:
        grid, code = self._grid, one.of.day.country
        if told:
            grid.addWidget(self._date(one), line, _DATE, _TOP)
        flag = FlagView(code, width=28)
        flag.setContentsMargins(0, 2, 0, 0)
        grid.addWidget(flag, line, _FLAG, _TOP)
        grid.addWidget(self._country(one), line, _COUNTRY, _TOP)
        grid.addWidget(self._heads(one.heads), line, _HEADS, _TOP)
        grid.addWidget(self._held(one), line, _HELD, _TOP)
        grid.addWidget(self._greeting(one), line, _GREETING, _TOP)
        grid.addLayout(self._acts(one), line, _ACTS, _TOP)

    @staticmethod
    def _date(one: DayRow) -> Text:
        if one.of.on is None:
            return Text("—", ink="text2")
        past = one.of.on < clock.today()
        words = language.locale().toString(_qt(one.of.on), "ddd d MMM")
        made = Text(words, "strong", ink="text2" if past else "text")
        made.setAccessibleName(day(one.of.on, "full"))
        made.setContentsMargins(0, 2, 0, 0)
        return made

    def _country(self, one: DayRow) -> QWidget:
        code = one.of.day.country
        name = Link(country_words(code), role="strong")
        name.setAccessibleName(tr("Show the sheet of {name}", name=country_words(code)))
        name.clicked.connect(partial(self.country.emit, code))
        told = one.of.day.name(language.current())
        if one.of.on is None:
            told = f"{told} · {read(days.rule_words(one.of.day.rule))}"
        holder = QWidget()
        holder.setLayout(column(name, Text(told, "small", ink="text2", wrap=True), gap=0))
        return holder

    def _heads(self, heads: Sequence[HeadRow]) -> QWidget:
        holder = QWidget()
        box = column(gap=2)
        for one in heads[:HEADS_SHOWN]:
            box.addWidget(self._head(one))
        more = len(heads) - HEADS_SHOWN
        if more > 0:
            box.addWidget(Text(trn("and {n} more", "and {n} more", more), "small", ink="text2"))
        if not heads:
            box.addWidget(Text(tr("nobody known"), "small", ink="text2"))
        holder.setLayout(box)
        return holder

    def _head(self, one: HeadRow) -> QWidget:
        """Name and function; the language written to them stands behind."""
        name = names.full_name(one.posting.person)
        go = partial(self.person.emit, one.posting.person_id)
        function = one.posting.draft.title or function_words(one.posting.draft.function)
        place = one.posting.place
        consular = codes.is_consular_post(place.kind)
        city = naming.city_name(place.city, language.current()) if consular else ""
        parts = (function, city, one.language.upper())
        told = " · ".join(part for part in parts if part)
        holder = QWidget()
        holder.setLayout(
            column(
                link(name, go, tr("Show {name}", name=name)),
                Text(told, "small", ink="text2", wrap=True),
                gap=0,
            )
        )
        return holder

    @staticmethod
    def _held(one: DayRow) -> Text:
        kept = one.of.celebrated
        if kept is None:
            return Text("")
        held = day(kept.held_on, "weekday") if kept.held_on else ""
        words = " · ".join(part for part in (held, kept.place) if part) or kept.note
        return Text(tr("celebrated: {what}", what=words), "small", wrap=True)

    def _greeting(self, one: DayRow) -> QWidget:
        word, tone = greeting_words(one.greeting)
        owner = one.greeting.owner if one.greeting and not one.greeting.done_on else ""
        holder = QWidget()
        if word:
            holder.setLayout(column(Pill(word, tone), Text(owner, "small", ink="text2"), gap=2))
            return holder
        coming = one.of.on is not None and one.of.on >= clock.today()
        made = Link(tr("Plan greeting")) if coming else Text("")
        if isinstance(made, Link):
            made.setAccessibleName(
                tr("Plan the greeting of {name}", name=country_words(one.of.day.country))
            )
            made.clicked.connect(partial(self.asked.emit, "plan", one))
        holder.setLayout(column(made, gap=0))
        return holder

    def _acts(self, one: DayRow) -> QHBoxLayout:
        name = country_words(one.of.day.country)
        acts = row(gap=2)
        done = one.greeting is not None and one.greeting.done_on is not None
        offered = []
        if not done and one.of.on is not None:
            offered.append(("check", tr("{name} was greeted", name=name), "greeted"))
        if one.is_known:
            offered.append(("print", tr("Greeting card for {name}", name=name), "card"))
        offered.append(("edit", tr("How {name} celebrates this year", name=name), "celebrated"))
        acts.addStretch(1)
        for icon, words, what in offered:
            button = IconButton(icon, words, size=26)
            button.clicked.connect(partial(self.asked.emit, what, one))
            acts.addWidget(button)
        return acts


def _qt(date: dt.date) -> QDate:
    return QDate(date.year, date.month, date.day)
