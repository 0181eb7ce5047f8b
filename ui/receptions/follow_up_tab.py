"""The follow-up of a reception: outcome, who came, contacts, gifts, tasks, costs, evaluation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core import settings
from app.dossiers.commands import set_costs, set_evaluation, set_outcome
from app.receptions.commands import log_attendance
from ui.core.buttons import Button
from ui.core.cards import Card, Scroll, clear, column, row
from ui.core.drops import FileDrop
from ui.core.labels import Text
from ui.core.language import tr, trn
from ui.core.record_field import Choice
from ui.dossiers import parts
from ui.dossiers.facts import MemoryFacts, memory_of
from ui.dossiers.subject import RECEPTION, Subject
from ui.dossiers.work import MemoryWork
from ui.receptions.follow_up_cards import (
    Brought,
    OutcomeCard,
    attendance_part,
    brought,
    costs_part,
    evaluation_part,
    mean_words,
)
from ui.receptions.follow_up_editors import CostsEditor, EvaluationEditor, WordDraft, WordEditor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QLayout

    from app.receptions.queries import ReceptionSheet
    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk


class FollowUpTab(QWidget):
    """Cards with what came of a reception. `thanking()` asks for the thank-you letters."""

    thanking = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._subject = Subject()
        self._brought: Brought | None = None
        self._memory: MemoryFacts | None = None
        self.work = MemoryWork(self, desk, self._opened)
        self._drop = FileDrop(self, self._dropped)
        self.outcome = OutcomeCard()
        self.outcome.written.connect(self._write_outcome)
        self.dialog: Editor[Any] | None = None
        inner = QWidget()
        self._box = column(gap=12)
        inner.setLayout(column(self.outcome, self._box, None, gap=12))
        self.setLayout(column(Scroll(inner)))

    def show_sheet(self, sheet: ReceptionSheet) -> None:
        """Ask for what a reception brought."""
        title = sheet.draft.dossier.title
        if sheet.id != self._subject.id:
            self._brought = self._memory = None
        self._subject = Subject(RECEPTION, sheet.id, title, reception=Choice(sheet.id, title))
        self._desk.jobs.ask(
            brought, sheet.id, then=self._told, owner=self, channel="follow-up brought"
        )
        self._desk.jobs.ask(
            memory_of, RECEPTION, sheet.id, then=self._remembered, owner=self, channel="follow-up"
        )

    def ask(self, what: str) -> None:
        """Do what a key or a button asks: log, task, gift."""
        self._wanted(what, None)

    def _wanted(self, what: str, data: object) -> None:
        own: dict[str, Callable[[], object]] = {
            "costs": self.edit_costs,
            "evaluate": self.evaluate,
            "word": self.write_down,
            "thank": self.thanking.emit,
        }
        if what in own:
            own[what]()
        elif self._subject.id is not None:
            self.work.do(what, data, self._subject)

    def _dropped(self, paths: list[Path]) -> None:
        self.work.documents.take(self._subject, paths)

    def _opened(self, kind: str, record: object) -> None:
        self._desk.go(kind if kind == RECEPTION else "contacts", record)

    # Writing

    def _write_outcome(self, words: str) -> None:
        self._desk.jobs.run(set_outcome, self._subject.id, words)

    def edit_costs(self) -> None:
        """Edit budget and costs."""
        if self._brought is not None:
            draft = self._brought.follow_up.costs
            self.dialog = CostsEditor.edit(
                self, tr("Costs"), draft, save=partial(self._save, set_costs, draft)
            )

    def evaluate(self) -> None:
        """Answer the five questions."""
        if self._brought is not None:
            draft = self._brought.follow_up.evaluation
            self.dialog = EvaluationEditor.edit(
                self, tr("Evaluation"), draft, save=partial(self._save, set_evaluation, draft)
            )

    def _save(self, command: Any, seen: object, draft: object, done: Done, failed: Failed) -> None:
        self._desk.jobs.run(
            command, self._subject.id, draft, seen, then=done, failed=failed, owner=self
        )

    def write_down(self) -> None:
        """Write a contact moment onto the timeline of everybody who was there."""

        def save(draft: WordDraft, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(
                log_attendance, self._subject.id, draft.words, draft.by, draft.subject,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        draft = WordDraft(self._subject.name, by=settings.who())
        title = tr("Write it onto the guests' timelines")
        self.dialog = WordEditor.edit(self, title, draft, save=save)

    # Showing

    def _told(self, found: Brought) -> None:
        self._brought = found
        self.outcome.show_outcome(found.follow_up.outcome)
        self._fill()

    def _remembered(self, facts: MemoryFacts) -> None:
        self._memory = facts
        self._fill()

    @property
    def is_filled(self) -> bool:
        """Whether what was asked has come."""
        return self._memory is not None and self._brought is not None

    def _fill(self) -> None:
        facts, found = self._memory, self._brought
        if facts is None or found is None:
            return
        clear(self._box)
        whole = row(self._left(facts, found), self._right(facts, found), gap=12)
        whole.setStretch(0, 3)
        whole.setStretch(1, 2)
        self._box.addLayout(whole)

    def _left(self, facts: MemoryFacts, found: Brought) -> QLayout:
        what = self._card(
            tr("What came of it"),
            parts.timeline_part(facts, self._wanted),
            (tr("Log contact"), "log", "clock"),
            (tr("Register a gift"), "gift", "gift"),
        )
        there = found.attendance
        buttons = []
        if there.unlogged:
            words = trn(
                "Write it onto {n} timeline…", "Write it onto {n} timelines…", len(there.unlogged)
            )
            buttons.append((words, "word", "history"))
        if there.came:
            buttons.append((tr("Thank-you letters…"), "thank", "mail"))
        came = self._card(tr("Who was there"), attendance_part(there), *buttons)
        return column(came, what, None, gap=12)

    def _right(self, facts: MemoryFacts, found: Brought) -> QLayout:
        tasks = self._card(
            tr("Tasks"), parts.tasks_part(facts, self._wanted), (tr("New task"), "task", "add")
        )
        mean = mean_words(found.follow_up)
        title = f"{tr('Evaluation')} · {mean}" if mean else tr("Evaluation")
        judged = self._card(
            title, evaluation_part(found.follow_up), (tr("Five questions…"), "evaluate", "edit")
        )
        costs = self._card(tr("Costs"), costs_part(found.follow_up), (tr("Edit…"), "costs", "edit"))
        files = self._card(
            tr("Documents"),
            parts.documents_part(facts, self._wanted),
            (tr("Add documents"), "attach", "add"),
        )
        return column(tasks, judged, costs, files, None, gap=12)

    def _card(self, title: str, part: QWidget, *buttons: tuple[str, str, str]) -> Card:
        head = row(Text(title, "strong"), None, gap=8)
        for words, what, icon in buttons:
            button = Button(words, icon=icon)
            button.clicked.connect(partial(self._wanted, what, None))
            head.addWidget(button)
        card = Card().add(head, part)
        card.setAccessibleName(title)
        return card
