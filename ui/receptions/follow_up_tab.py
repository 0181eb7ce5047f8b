"""The follow-up of a reception: contacts, gifts and letters, tasks, documents."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.core.buttons import Button
from ui.core.cards import Card, Scroll, clear, column, row
from ui.core.drops import FileDrop
from ui.core.labels import Text
from ui.core.language import tr
from ui.core.record_field import Choice
from ui.dossiers import parts
from ui.dossiers.facts import MemoryFacts, memory_of
from ui.dossiers.subject import RECEPTION, Subject
from ui.dossiers.work import MemoryWork

if TYPE_CHECKING:
    from pathlib import Path

    from app.receptions.queries import ReceptionSheet
    from ui.core.page import Desk


class FollowUpTab(QWidget):
    """Cards with what came of a reception."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._subject = Subject()
        self.work = MemoryWork(self, desk, self._opened)
        self._drop = FileDrop(self, self._dropped)
        inner = QWidget()
        self._box = column(gap=12)
        inner.setLayout(self._box)
        self.setLayout(column(Scroll(inner)))

    def show_sheet(self, sheet: ReceptionSheet) -> None:
        """Ask for what a reception brought."""
        title = sheet.draft.dossier.title
        self._subject = Subject(RECEPTION, sheet.id, title, reception=Choice(sheet.id, title))
        self._desk.jobs.ask(
            memory_of, RECEPTION, sheet.id, then=self._answered, owner=self, channel="follow-up"
        )

    def ask(self, what: str) -> None:
        """Do what a key or a button asks: log, task, gift."""
        self._wanted(what, None)

    def _wanted(self, what: str, data: object) -> None:
        if self._subject.id is not None:
            self.work.do(what, data, self._subject)

    def _dropped(self, paths: list[Path]) -> None:
        self.work.documents.take(self._subject, paths)

    def _opened(self, kind: str, record: object) -> None:
        self._desk.go(kind if kind == RECEPTION else "contacts", record)

    def _answered(self, facts: MemoryFacts) -> None:
        clear(self._box)
        what = self._card(
            tr("What came of it"),
            parts.timeline_part(facts, self._wanted),
            (tr("Log contact"), "log", "clock"),
            (tr("Register a gift"), "gift", "gift"),
        )
        tasks = self._card(
            tr("Tasks"), parts.tasks_part(facts, self._wanted), (tr("New task"), "task", "add")
        )
        files = self._card(
            tr("Documents"),
            parts.documents_part(facts, self._wanted),
            (tr("Add documents"), "attach", "add"),
        )
        right = column(tasks, files, None, gap=12)
        left = column(what, None)
        whole = row(left, right, gap=12)
        whole.setStretch(0, 3)
        whole.setStretch(1, 2)
        self._box.addLayout(whole)
        self._box.addStretch(1)

    def _card(self, title: str, part: QWidget, *buttons: tuple[str, str, str]) -> Card:
        head = row(Text(title, "strong"), None, gap=8)
        for words, what, icon in buttons:
            button = Button(words, icon=icon)
            button.clicked.connect(partial(self._wanted, what, None))
            head.addWidget(button)
        card = Card().add(head, part)
        card.setAccessibleName(title)
        return card
