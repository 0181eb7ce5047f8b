"""The pane of a post or another organisation, with its line of heads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.contacts.rules import codes, days, names, naming
from app.contacts.rules.accreditation import canonical
from app.contacts.rules.places import place_code
from app.core import clock
from ui.contacts.accredited import accredited_lines, post_elsewhere
from ui.contacts.address_parts import letters_part
from ui.contacts.choices import body_words, country_words, function_words, kind_words
from ui.contacts.detail_parts import Sections, history_part, link, period, reach
from ui.contacts.facts import is_head
from ui.contacts.flag import FlagView
from ui.contacts.interests import interests_section
from ui.contacts.memory import add_memory
from ui.contacts.post_line import PostLine
from ui.contacts.steps_strip import attention
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
    """Signals: `asked(what)`, `opened(kind, id)`, `country(code)`, `memory(what, data)`,
    `wanted(what, row)`, `tag(hex, name)`.
    """

    asked = Signal(str)
    opened = Signal(str, object)
    country = Signal(str)
    tag = Signal(str, str)
    memory = Signal(str, object)
    wanted = Signal(str, object)

    def __init__(self, facts: OrganisationFacts) -> None:
        super().__init__()
        self.facts = facts
        self.sheet = facts.sheet
        self._head()
        self._buttons()
        self._line()
        add_memory(self, facts.memory, self.memory.emit)
        letters_part(self, facts.letters, self.wanted.emit)
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
            country = row(FlagView(draft.country), link(country_words(draft.country), show), gap=6)
            country.setStretch(1, 1)
            words.addLayout(country)
        seat = post_elsewhere(
            draft.kind, draft.host_country, where, draft.jurisdictions, self.facts.home
        )
        if seat:
            words.addLayout(attention(seat, "place"))
        words.addStretch(1)
        head = row(column(Avatar(name), None), words, gap=12)
        head.setStretch(1, 1)
        self.box.addLayout(head)

    def _buttons(self) -> None:
        holder = QWidget()
        flow = Flow(holder)
        for what, words, icon in (
            ("edit", tr("Edit"), "edit"),
            ("log", tr("Log contact"), "clock"),
            ("person", tr("New person here"), "add"),
        ):
            button = Button(words, icon=icon)
            button.clicked.connect(partial(self._pressed, what))
            flow.addWidget(button)
        self.box.addWidget(holder)

    def _pressed(self, what: str) -> None:
        if what == "log":
            self.memory.emit("log", None)
        else:
            self.asked.emit(what)

    def _line(self) -> None:
        rows = self.sheet.postings
        heads = [one for one in rows if is_head(one)]
        today = clock.today()
        others = [one for one in rows if not is_head(one)]
        present = [one for one in others if one.held_on(today)]
        gone = [one for one in others if not one.held_on(today)]
        if codes.is_post(self.sheet.draft.kind):
            self.section(tr("Heads of the post"), self._heads(heads))
            self._accredited(heads)
        elif heads:
            present = [*heads, *present]
        self.section(tr("People here"), *self._people(present, tr("Nobody known here yet.")))
        if gone:
            self.section(tr("Were here before"), *self._people(gone, ""))

    def _heads(self, rows: Sequence[PostingRow]) -> QWidget:
        if not rows:
            return Text(tr("No head known yet."), ink="text2", wrap=True)
        line = PostLine(rows, self.facts.habits)
        line.opened.connect(partial(self.opened.emit, "person"))
        return line

    def _accredited(self, heads: Sequence[PostingRow]) -> None:
        """To whom its present head is accredited, then what only the post itself says."""
        present = next((one for one in heads if one.held_on(clock.today())), None)
        facts, told = Facts(label_width=84), set()
        for body, words in accredited_lines(present):
            facts.add(body_words(body), words)
            told.add(canonical(body))
        for body in self.sheet.draft.jurisdictions:
            if canonical(body) not in told:
                facts.add(body_words(body), tr("no accreditation noted"))
                told.add(canonical(body))
        if told:
            self.section(tr("Accredited to"), facts)

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
        if draft.jurisdictions and not codes.is_post(draft.kind):
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
            (tr("National day"), self._national_day()),
        ):
            if value:
                facts.add(words, value)
        more = link(tr("Country sheet"), partial(self.country.emit, known.code))
        whole = link(
            tr("Timeline of the country"), partial(self.memory.emit, "country", known.code)
        )
        self.section(country_words(known.code), facts, whole, beside=more)

    def _national_day(self) -> str:
        """ "21 July · National Day": the first of the country's days."""
        if not self.facts.days:
            return ""
        first = self.facts.days[0]
        told = (read(days.rule_words(first.rule)), first.name(language.current()))
        return " · ".join(part for part in told if part)


def organisation_name(sheet: OrganisationSheet) -> str:
    """Its own name, else that of a post in the window's language, else its kind."""
    draft = sheet.draft
    made = naming.place_name(place_code(sheet.place), language.current())
    return draft.name or made or kind_words(draft.kind)
