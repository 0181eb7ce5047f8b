"""The pane of a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.contacts import protocol
from app.contacts.rules import names
from app.core import clock
from ui.contacts.accredited import add_accreditations, add_expected, seat_elsewhere
from ui.contacts.address_card import AddressCard
from ui.contacts.address_parts import letters_part, relationships_part
from ui.contacts.choices import country_words, function_words, language_words
from ui.contacts.detail_parts import Sections, history_part, link, period, reach, years
from ui.contacts.interests import interests_section
from ui.contacts.memory import add_memory
from ui.contacts.photo_field import Portrait
from ui.contacts.steps_strip import attention, steps_part
from ui.core import language
from ui.core.buttons import Button, IconButton
from ui.core.cards import Facts, Hairline, column, row
from ui.core.flow import Flow
from ui.core.labels import Text
from ui.core.language import day, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from app.contacts.queries import PostingRow
    from ui.contacts.facts import PersonFacts

LEFT_TO_RIGHT = "\u200e"


class PersonDetail(Sections):
    """Signals carry what people want: `asked(what)`, `posting(row)`,
    `correct(language, channel, company)`, `opened(kind, id)`, `country(code)`,
    `memory(what, data)`, `wanted(what, row)`, `tag(hex, name)`.
    """

    asked = Signal(str)
    posting = Signal(object)
    correct = Signal(str, str, str)
    wanted = Signal(str, object)
    opened = Signal(str, object)
    country = Signal(str)
    tag = Signal(str, str)
    memory = Signal(str, object)

    def __init__(self, facts: PersonFacts, spoken: str = "", company: str = "") -> None:
        super().__init__()
        self.facts = facts
        self.sheet = facts.sheet
        self.box.addLayout(self._head())
        self.box.addWidget(self._buttons())
        self.address = AddressCard(facts.forms, spoken, facts.address.couple, company)
        self.address.correct.connect(self.correct)
        self.box.addWidget(Hairline())
        self.box.addWidget(self.address)
        self._postings()
        add_memory(self, facts.memory, self.memory.emit)
        relationships_part(self, facts.address.relationships, self.wanted.emit, self.opened.emit)
        letters_part(self, facts.address.letters, self.wanted.emit, self.sheet.id)
        interests_section(self, facts.bearing, partial(self.asked.emit, "tags"), self.tag.emit)
        self._more()
        self.finish()

    def _head(self) -> QHBoxLayout:
        spoken = language.current()
        sheet, current = self.sheet, self.facts.standing
        name = protocol.styled_name(sheet, current, spoken)
        title = protocol.title_of(current, sheet.draft.gender, spoken)
        tongues = ", ".join(sheet.draft.languages)
        said = f"“{sheet.draft.pronunciation}”" if sheet.draft.pronunciation else ""
        parts = (apart(sheet.draft.native_name), said, tongues)
        quiet = " · ".join(part for part in parts if part)
        words = column(Text(name, "heading", wrap=True, selectable=True), gap=2)
        words.addWidget(Text(title or tr("No function at present"), wrap=True, selectable=True))
        if quiet:
            told = Text(LEFT_TO_RIGHT + quiet, "small", ink="text2", wrap=True, selectable=True)
            told.setToolTip(", ".join(language_words(one) for one in sheet.draft.languages))
            words.addWidget(told)
        words.addStretch(1)
        picture = column(Portrait(names.list_name(sheet.name), sheet.photo), None)
        head = row(picture, words, gap=12)
        head.setStretch(1, 1)
        return head

    def _buttons(self) -> QWidget:
        holder = QWidget()
        flow = Flow(holder)
        for what, words, icon in (
            ("edit", tr("Edit"), "edit"),
            ("log", tr("Log contact"), "clock"),
            ("posting", tr("New posting"), "add"),
            ("invite", tr("Put on a guest list…"), ""),
        ):
            button = Button(words, icon=icon)
            button.clicked.connect(partial(self._pressed, what))
            flow.addWidget(button)
        return holder

    def _pressed(self, what: str) -> None:
        if what == "log":
            self.memory.emit("log", None)
        else:
            self.asked.emit(what)

    def _postings(self) -> None:
        parts = [self._posting(row) for row in self.sheet.postings]
        if not parts:
            parts = [Text(tr("No posting yet. Add the function this person holds."), ink="text2",
                          wrap=True)]  # fmt: skip
        self.section(tr("Postings"), *parts)

    def _posting(self, one: PostingRow) -> QWidget:
        spoken = language.current()
        draft = one.draft
        ended = draft.ends_on is not None and draft.ends_on < clock.today()
        function = draft.title or function_words(draft.function)
        ink = "text2" if ended else "text"
        edit = IconButton("edit", tr("Edit the posting: {function}", function=function), size=24)
        edit.clicked.connect(partial(self.posting.emit, one))
        head = row(Text(function, "medium", ink=ink, wrap=True), edit, gap=4)
        head.setStretch(0, 1)
        facts = Facts(label_width=84)
        where = protocol.place_of(one, spoken)
        if one.organisation_id is not None and where:
            go = partial(self.opened.emit, "organisation", one.organisation_id)
            facts.add(tr("At"), link(where, go, tr("Show {name}", name=where)))
        if one.place.country:
            show = partial(self.country.emit, one.place.country)
            facts.add(tr("Country"), link(country_words(one.place.country), show))
        steps = None if ended else steps_part(draft)
        self._dates(facts, one, told=steps is not None)
        add_accreditations(facts, one)
        current = self.sheet.current
        if current is not None and one.id == current.id:
            add_expected(facts, one, self.facts.habits)
            self._neighbours(facts)
        holder = QWidget()
        parts = column(head, gap=2)
        seat = seat_elsewhere(one, self.facts.home)
        if seat:
            parts.addLayout(attention(seat, "place"))
        if steps is not None:
            parts.addSpacing(4)
            parts.addWidget(steps)
            parts.addSpacing(6)
        parts.addWidget(facts)
        if draft.posting_note:
            parts.addWidget(Text(draft.posting_note, "small", wrap=True, selectable=True))
        holder.setLayout(parts)
        return holder

    @staticmethod
    def _dates(facts: Facts, one: PostingRow, *, told: bool) -> None:
        """The days of a posting; what the strip of steps `told` and is past is not said twice."""
        draft = one.draft
        if period(draft):
            facts.add(tr("Period"), period(draft))
        if draft.credentials_on:
            facts.add(tr("Credentials"), credentials(one))
        for words, value in (
            (tr("Agrément"), draft.agrement_on),
            (tr("Arrived"), draft.arrived_on),
            (tr("Exequatur"), draft.exequatur_on),
            (tr("Farewell"), draft.farewell_on),
        ):
            if value and not (told and value <= clock.today()):
                facts.add(words, day(value, "weekday"))
        if draft.consular_district:
            facts.add(tr("District"), draft.consular_district)

    def _neighbours(self, facts: Facts) -> None:
        for words, other in (
            (tr("Predecessor"), self.facts.before),
            (tr("Successor"), self.facts.after),
        ):
            if other is not None:
                name = names.full_name(other.person)
                told = f"{name} ({years(other.draft)})" if years(other.draft) else name
                go = partial(self.opened.emit, "person", other.person_id)
                facts.add(words, link(told, go, tr("Show {name}", name=name)))

    def _more(self) -> None:
        draft = self.sheet.draft
        contact = reach(draft)
        if contact is not None:
            self.section(tr("Where to reach"), contact)
        about = Facts(label_width=84)
        if draft.birth_date:
            about.add(tr("Born"), day(draft.birth_date))
        if draft.nationality:
            show = partial(self.country.emit, draft.nationality)
            about.add(tr("Nationality"), link(country_words(draft.nationality), show))
        if draft.language:
            about.add(tr("Letters in"), language_words(draft.language))
        if draft.birth_date or draft.nationality or draft.language:
            self.section(tr("About"), about)
        if draft.note:
            self.section(tr("Notes"), Text(draft.note, wrap=True, selectable=True))
        if self.facts.history:
            self.section(tr("History"), history_part(self.facts.history))


def apart(words: str) -> str:
    """A name in its own script, which does not turn the line around it."""
    return f"\u2068{words}\u2069" if words else ""


def credentials(one: PostingRow) -> str:
    """The day with its weekday, the hour, and which of that day."""
    draft = one.draft
    parts = [day(draft.credentials_on, "weekday")]
    if draft.credentials_time:
        parts.append(f"{draft.credentials_time:%H:%M}")
    if draft.credentials_sequence:
        parts.append(tr("number {n} that day", n=draft.credentials_sequence))
    return ", ".join(parts)
