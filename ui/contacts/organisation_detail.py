"""The pane of a post or another organisation, with its line of heads."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.contacts.rules import codes, names, naming
from app.contacts.rules.places import place_code
from app.core import clock
from ui.contacts.choices import body_words, country_words, function_words, kind_words
from ui.contacts.detail_parts import Sections, history_part, link, period, reach
from ui.contacts.facts import is_head
from ui.contacts.interests import interests_section
from ui.core import language
from ui.core.buttons import Button
from ui.core.cards import Facts, column, row
from ui.core.flow import Flow
from ui.core.labels import Avatar, Text
from ui.core.language import read, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.contacts.queries import OrganisationSheet, PostingRow
    from ui.contacts.facts import OrganisationFacts

STAFF_SHOWN = 40


class OrganisationDetail(Sections):
    """Signals: `asked(what)`, `opened(kind, id)`, `country(code)`, `tag(hex, name)`."""

    asked = Signal(str)
    opened = Signal(str, object)
    country = Signal(str)
    tag = Signal(str, str)

    def __init__(self, facts: OrganisationFacts) -> None:
        super().__init__()
        self.facts = facts
        self.sheet = facts.sheet
        self._head()
        self._buttons()
        self._line()
        interests_section(self, facts.bearing, partial(self.asked.emit, "tags"), self.tag.emit)
        self._reach()
        self._country()
        if self.sheet.draft.note:
            self.section(tr("Notes"), Text(self.sheet.draft.note, wrap=True, selectable=True))
        if facts.history:
            self.section(tr("History"), history_part(facts.history))
        self.finish()

    def _head(self) -> None:
        draft = self.sheet.draft
        name = organisation_name(self.sheet)
        words = column(Text(name, "heading", wrap=True, selectable=True), gap=2)
        kind = kind_words(draft.kind)
        where = naming.city_name(draft.city, language.current())
        told = " · ".join(part for part in (kind, where) if part)
        words.addWidget(Text(told, wrap=True))
        if draft.country:
            show = partial(self.country.emit, draft.country)
            words.addWidget(link(country_words(draft.country), show))
        words.addStretch(1)
        head = row(column(Avatar(name), None), words, gap=12)
        head.setStretch(1, 1)
        self.box.addLayout(head)

    def _buttons(self) -> None:
        holder = QWidget()
        flow = Flow(holder)
        for what, words, icon in (
            ("edit", tr("Edit"), "edit"),
            ("person", tr("New person here"), "add"),
        ):
            button = Button(words, icon=icon)
            button.clicked.connect(partial(self.asked.emit, what))
            flow.addWidget(button)
        self.box.addWidget(holder)

    def _line(self) -> None:
        rows = self.sheet.postings
        heads = [one for one in rows if is_head(one)]
        today = clock.today()
        others = [one for one in rows if not is_head(one)]
        present = [one for one in others if one.held_on(today)]
        gone = [one for one in others if not one.held_on(today)]
        if codes.is_post(self.sheet.draft.kind):
            self.section(tr("Heads of the post"), *self._people(heads, tr("No head known yet.")))
        elif heads:
            present = [*heads, *present]
        self.section(tr("People here"), *self._people(present, tr("Nobody known here yet.")))
        if gone:
            self.section(tr("Were here before"), *self._people(gone, ""))

    def _people(self, rows: Sequence[PostingRow], empty: str) -> list[QWidget]:
        if not rows:
            return [Text(empty, ink="text2", wrap=True)]
        shown = [self._person(one) for one in rows[:STAFF_SHOWN]]
        more = len(rows) - len(shown)
        if more:
            shown.append(Text(trn("and {n} more", "and {n} more", more), "small", ink="text2"))
        return shown

    def _person(self, one: PostingRow) -> QWidget:
        name = names.full_name(one.person)
        go = partial(self.opened.emit, "person", one.person_id)
        function = one.draft.title or function_words(one.draft.function)
        told = " · ".join(part for part in (function, period(one.draft)) if part)
        holder = QWidget()
        title = link(name, go, tr("Show {name}", name=name))
        holder.setLayout(column(title, Text(told, "small", ink="text2", wrap=True), gap=0))
        return holder

    def _reach(self) -> None:
        draft = self.sheet.draft
        contact = reach(draft)
        if contact is not None:
            self.section(tr("Where to reach"), contact)
        if draft.jurisdictions:
            named = ", ".join(body_words(one) for one in draft.jurisdictions)
            self.section(tr("Accredited to"), Text(named, wrap=True, selectable=True))

    def _country(self) -> None:
        known = self.facts.country
        if known is None:
            return
        spoken = str(language.current())
        facts = Facts(label_width=84)
        for words, value in (
            (tr("Official name"), getattr(known, f"official_{spoken}")),
            (tr("Capital"), getattr(known, f"capital_{spoken}")),
            (tr("National day"), national_day(known.national_day, known.national_day_name)),
        ):
            if value:
                facts.add(words, value)
        correct = link(tr("Correct…"), partial(self.country.emit, known.code))
        self.section(country_words(known.code), facts, beside=correct)


def national_day(day: str, name: str) -> str:
    """ "21 July · Belgian National Day"; words where the day moves."""
    found = re.match(r"^(\d{1,2})-(\d{1,2})$", day)
    if found:
        try:
            date = dt.date(2024, int(found[1]), int(found[2]))
            from PySide6.QtCore import QDate

            qt_date = QDate(date.year, date.month, date.day)
            day = language.locale().toString(qt_date, "d MMMM")
        except ValueError:
            pass
    return " · ".join(part for part in (read(day), name) if part)


def organisation_name(sheet: OrganisationSheet) -> str:
    """Its own name, else that of a post in the window's language, else its kind."""
    draft = sheet.draft
    made = naming.place_name(place_code(sheet.place), language.current())
    return draft.name or made or kind_words(draft.kind)
