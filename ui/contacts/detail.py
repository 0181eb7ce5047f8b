"""The pane beside the list: a person, an organisation, or what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.contacts.columns import PERSON
from ui.contacts.facts import (
    OrganisationFacts,
    PersonFacts,
    organisation_facts,
    person_facts,
)
from ui.contacts.many import Many
from ui.contacts.organisation_detail import OrganisationDetail
from ui.contacts.person_detail import PersonDetail
from ui.core.cards import Empty, clear, column
from ui.core.language import tr
from ui.core.problems import sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from ui.core.jobs import Jobs


Query: TypeAlias = "Callable[[Any, UUID], PersonFacts | OrganisationFacts]"


class ContactDetail(QWidget):
    """Asks for a contact and shows it; signals as those of what it shows.

    `asked(what, facts)`: edit, posting, person, invite. `posting(row, facts)`,
    `correct(language, channel, company, facts)`, `opened(kind, id)`, `country(code)`,
    `tag(hex, name)`, `memory(what, data, facts)`, `wanted(what, row, facts)`, `shown(id)` once a
    contact is painted.
    """

    asked = Signal(str, object)
    posting = Signal(object, object)
    correct = Signal(str, str, str, object)
    wanted = Signal(str, object, object)
    opened = Signal(str, object)
    country = Signal(str)
    tag = Signal(str, str)
    memory = Signal(str, object, object)
    shown = Signal(object)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("Clear")
        self._jobs = jobs
        self._kind = ""
        self._record: UUID | None = None
        self._spoken = ""
        self._company = ""
        self.content: QWidget | None = None
        self._box = column(gap=0)
        self.setLayout(self._box)
        self.show_nothing()

    def record(self) -> UUID | None:
        """The contact that is shown or asked for."""
        return self._record

    def kind(self) -> str:
        """Its kind."""
        return self._kind

    def show_contact(self, kind: str, record: UUID) -> None:
        """Ask for a contact; of several questions only the last is answered."""
        self._kind, self._record = kind, record
        query: Query = person_facts if kind == PERSON else organisation_facts
        self._jobs.ask(
            query, record, then=self._answered, failed=self._failed, owner=self, channel="contact",
            urgent=True,
        )  # fmt: skip

    def refresh(self) -> None:
        """Ask anew for what is shown."""
        if self._record is not None:
            self.show_contact(self._kind, self._record)

    def show_nothing(self) -> None:
        """No contact is chosen."""
        self._kind, self._record = "", None
        self._put(Empty("contacts", tr("Nobody chosen"), tr("Choose a contact in the list.")))

    def show_many(self, count: int) -> None:
        """Several contacts are chosen."""
        self._kind, self._record = "", None
        self._put(Many(count, self._ask_many))

    def _ask_many(self, what: str) -> None:
        self.asked.emit(what, None)

    def _answered(self, facts: PersonFacts | OrganisationFacts) -> None:
        if facts.sheet.id != self._record:
            return
        if isinstance(facts, PersonFacts):
            self._put(self._person(facts))
        else:
            self._put(self._organisation(facts))
        self.shown.emit(self._record)

    def _failed(self, error: Exception) -> None:
        self._put(Empty("contacts", tr("Nothing to show"), sentence_of(error)))

    def _person(self, facts: PersonFacts) -> PersonDetail:
        made = PersonDetail(facts, self._spoken, self._company)
        made.asked.connect(self._asked)
        made.posting.connect(self._posting)
        made.correct.connect(self._correct)
        made.wanted.connect(self._wanted)
        made.opened.connect(self.opened)
        made.country.connect(self.country)
        made.tag.connect(self.tag)
        made.memory.connect(self._remember)
        made.address.chosen.connect(self._keep_spoken)
        made.address.company.chosen.connect(self._keep_company)
        return made

    def _organisation(self, facts: OrganisationFacts) -> OrganisationDetail:
        made = OrganisationDetail(facts)
        made.asked.connect(self._asked)
        made.wanted.connect(self._wanted)
        made.opened.connect(self.opened)
        made.country.connect(self.country)
        made.tag.connect(self.tag)
        made.memory.connect(self._remember)
        return made

    def _remember(self, what: str, data: object) -> None:
        self.memory.emit(what, data, self.facts())

    def _keep_spoken(self, spoken: str) -> None:
        self._spoken = spoken

    def _keep_company(self, company: str) -> None:
        self._company = company

    def _asked(self, what: str) -> None:
        self.asked.emit(what, self.facts())

    def _posting(self, row: object) -> None:
        self.posting.emit(row, self.facts())

    def _correct(self, spoken: str, channel: str, company: str) -> None:
        self.correct.emit(spoken, channel, company, self.facts())

    def _wanted(self, what: str, row: object) -> None:
        self.wanted.emit(what, row, self.facts())

    def facts(self) -> PersonFacts | OrganisationFacts | None:
        """What is shown."""
        shown = self.content
        return shown.facts if isinstance(shown, PersonDetail | OrganisationDetail) else None

    def _put(self, content: QWidget) -> None:
        clear(self._box)
        self.content = content
        self._box.addWidget(content)
