"""The contacts page and the office's memory: whom it is about, its keys, its drop of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.contacts import protocol
from app.contacts.rules import names
from app.core import search
from ui.contacts.choices import choice_of, country_words
from ui.contacts.columns import ORGANISATION, PERSON
from ui.contacts.facts import OrganisationFacts, PersonFacts
from ui.core import language
from ui.core.drops import FileDrop
from ui.core.language import tr, trn
from ui.core.record_field import Choice
from ui.dossiers import parts
from ui.dossiers.follow_up_cards import agreements_part
from ui.dossiers.subject import COUNTRY, Subject
from ui.dossiers.work import MemoryWork

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from uuid import UUID

    from app.core.directory import Line
    from ui.contacts.detail_parts import Sections
    from ui.contacts.page import ContactsPage
    from ui.core.page import Desk
    from ui.dossiers.facts import MemoryFacts

MEMORY_TABLES = frozenset(
    {"moment", "moment_person", "task", "document", "letter", "gift", "agreement"}
)


def add_memory(
    sections: Sections, facts: MemoryFacts, wanted: Callable[[str, object], object]
) -> None:
    """Timeline, tasks, agreements and documents as sections of a pane."""
    whole = parts.more_of_timeline(wanted) if facts.timeline.rows else None
    sections.section(tr("With the city"), parts.timeline_part(facts, wanted), beside=whole)
    sections.section(
        tr("Tasks"),
        parts.tasks_part(facts, wanted),
        beside=parts.add_link(tr("New…"), "task", wanted, tr("New task")),
    )
    if facts.agreements:
        sections.section(
            tr("Agreements"),
            agreements_part(facts.agreements, wanted, at=True),
            beside=parts.add_link(tr("New…"), "agreement", wanted, tr("New agreement")),
        )
    sections.section(
        tr("Documents"),
        parts.documents_part(facts, wanted),
        beside=parts.add_link(tr("Add…"), "attach", wanted, tr("Add documents")),
    )


def subject_of(facts: object) -> Subject:
    """The contact that is shown, with the post of a person."""
    spoken = language.current()
    if isinstance(facts, PersonFacts):
        sheet, posting = facts.sheet, facts.sheet.current
        name = names.full_name(sheet.name)
        where = None
        if posting is not None and posting.organisation_id is not None:
            where = Choice(posting.organisation_id, protocol.place_of(posting, spoken))
        return Subject(PERSON, sheet.id, name, (Choice(sheet.id, name),), where)
    if isinstance(facts, OrganisationFacts):
        from ui.contacts.organisation_detail import organisation_name

        shown = facts.sheet
        name = organisation_name(shown)
        return Subject(ORGANISATION, shown.id, name, (), Choice(shown.id, name))
    return Subject()


class ContactMemory(QObject):
    """Does what pane, keys and menu of the contacts page ask of the memory."""

    def __init__(
        self, page: ContactsPage, desk: Desk, show_contact: Callable[[str, UUID], object]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._show_contact = show_contact
        self.work = MemoryWork(page, desk, self._opened)
        self._drop = FileDrop(page.detail, self.take)
        page.detail.memory.connect(self._asked)

    def make_actions(self) -> None:
        """Say what the keys do."""
        self._page.on("contacts.log", self.log)
        for what in ("task", "gift", "attach", "timeline", "agreement"):
            self._page.on(f"contacts.{what}", self._doing(what))

    def _doing(self, what: str) -> Callable[[], object]:
        return lambda: self._asked(what, None, self._page.detail.facts())

    def _asked(self, what: str, data: object, facts: object) -> None:
        if what == "country":
            code = str(data)
            subject = Subject(COUNTRY, name=country_words(code), code=code)
            self.work.timeline(subject)
            return
        subject = subject_of(facts)
        if subject.id is None:
            self._desk.say(tr("Choose one contact in the list first."))
        else:
            self.work.do(what, data, subject)

    def take(self, paths: list[Path]) -> None:
        """Files were dropped on the pane."""
        subject = subject_of(self._page.detail.facts())
        if subject.id is None:
            self._desk.say(tr("Choose one contact in the list first."))
        else:
            self.work.documents.take(subject, paths)

    def log(self) -> None:
        """Log a contact with everybody selected."""
        ids = self._page.table.selected_ids()
        if len(ids) > 1:
            self._desk.jobs.ask(search.lines, ids, then=self._log_many, owner=self)
        else:
            self._asked("log", None, self._page.detail.facts())

    def _log_many(self, found: Sequence[Line]) -> None:
        people = tuple(choice_of(line) for line in found if line.kind == PERSON)
        posts = [choice_of(line) for line in found if line.kind == ORGANISATION]
        name = trn("{n} person", "{n} people", len(people))
        self.work.log(Subject(PERSON, None, name, people, posts[0] if len(posts) == 1 else None))

    def _opened(self, kind: str, record: UUID) -> None:
        if kind in ("reception", "mission"):
            self._desk.go(kind, record)
        else:
            self._show_contact(kind, record)
