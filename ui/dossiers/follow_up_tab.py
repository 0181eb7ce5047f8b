"""What every follow-up tab is: the outcome above, cards in two columns, and what they ask.

A subclass says what it reads (`query`), which cards it has (`left`, `right`) and what its own
buttons do (`own_acts`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.dossiers.commands import set_evaluation, set_outcome
from ui.core.buttons import Button
from ui.core.cards import Card, Scroll, clear, column, row
from ui.core.drops import FileDrop
from ui.core.labels import Text
from ui.core.language import tr
from ui.core.record_field import Choice
from ui.dossiers import parts
from ui.dossiers.evaluation_editor import EvaluationEditor
from ui.dossiers.facts import MemoryFacts, memory_of
from ui.dossiers.follow_up_cards import (
    OutcomeCard,
    agreements_part,
    evaluation_part,
    mean_words,
)
from ui.dossiers.subject import DOSSIERS, RECEPTION, Subject
from ui.dossiers.work import MemoryWork

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QLayout

    from app.dossiers.queries import FollowUp
    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk


class DossierFollowUp(QWidget):
    """Cards with what came of a dossier. `dialog` is the dialog of its own that is open."""

    kind: ClassVar[str] = RECEPTION
    evaluation: ClassVar[type[EvaluationEditor]] = EvaluationEditor

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._subject = Subject()
        self._brought: Any = None
        self._memory: MemoryFacts | None = None
        self._waiting = ""
        self.work = MemoryWork(self, desk, self._opened)
        self._drop = FileDrop(self, self._dropped)
        self.outcome = OutcomeCard()
        self.outcome.written.connect(self._write_outcome)
        self.dialog: Editor[Any] | None = None
        inner = QWidget()
        self._top = column(self.outcome, gap=12)
        self._box = column(gap=12)
        inner.setLayout(column(self._top, self._box, None, gap=12))
        self.setLayout(column(Scroll(inner)))

    # For subclasses

    def query(self) -> Any:
        """The query of what the dossier brought: its answer has a `follow_up`."""
        raise NotImplementedError

    def left(self, facts: MemoryFacts, found: Any) -> QLayout:
        """The cards at the left."""
        raise NotImplementedError

    def right(self, facts: MemoryFacts, found: Any) -> QLayout:
        """The cards at the right."""
        raise NotImplementedError

    def own_acts(self) -> dict[str, Callable[[], object]]:
        """What buttons of the subclass do."""
        return {}

    # Showing

    def show_dossier(self, record: UUID, title: str) -> None:
        """Ask for what a dossier brought."""
        if record != self._subject.id:
            self._brought = self._memory = None
        self._subject = Subject(self.kind, record, title, dossier=Choice(record, title))
        jobs = self._desk.jobs
        jobs.ask(self.query(), record, then=self._told, owner=self, channel=f"brought {self.kind}")
        jobs.ask(
            memory_of, self.kind, record, then=self._remembered, owner=self,
            channel=f"follow-up {self.kind}",
        )  # fmt: skip

    def _told(self, found: Any) -> None:
        self._brought = found
        self.outcome.show_outcome(found.follow_up.outcome)
        self._fill()
        waiting, self._waiting = self._waiting, ""
        if waiting:
            self._wanted(waiting, None)

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
        whole = row(self.left(facts, found), self.right(facts, found), gap=12)
        whole.setStretch(0, 3)
        whole.setStretch(1, 2)
        self._box.addLayout(whole)

    # Doing

    def ask(self, what: str) -> None:
        """Do what a key or a button asks: log, task, gift."""
        self._wanted(what, None)

    def _wanted(self, what: str, data: object) -> None:
        own: dict[str, Callable[[], object]] = {"evaluate": self.evaluate} | self.own_acts()
        if what in own and self._brought is None:
            self._waiting = what  # a key was pressed before the tab had read anything
        elif what in own:
            own[what]()
        elif self._subject.id is not None:
            self.work.do(what, data, self._subject)

    def _dropped(self, paths: list[Path]) -> None:
        self.work.documents.take(self._subject, paths)

    def _opened(self, kind: str, record: object) -> None:
        self._desk.go(kind if kind in DOSSIERS else "contacts", record)

    def _write_outcome(self, words: str) -> None:
        self._desk.jobs.run(set_outcome, self._subject.id, words)

    def evaluate(self) -> None:
        """Answer the questions."""
        if self._brought is not None:
            draft = self._brought.follow_up.evaluation
            self.dialog = self.evaluation.edit(
                self, tr("Evaluation"), draft, save=partial(self._save, set_evaluation, draft)
            )

    def _save(self, command: Any, seen: object, draft: object, done: Done, failed: Failed) -> None:
        self._desk.jobs.run(
            command, self._subject.id, draft, seen, then=done, failed=failed, owner=self
        )

    # Cards

    def card(self, title: str, part: QWidget, *buttons: tuple[str, str, str]) -> Card:
        """A card with its title and buttons (words, what, icon)."""
        head = row(Text(title, "strong"), None, gap=8)
        for words, what, icon in buttons:
            button = Button(words, icon=icon)
            button.clicked.connect(partial(self._wanted, what, None))
            head.addWidget(button)
        card = Card().add(head, part)
        card.setAccessibleName(title)
        return card

    def evaluation_card(self, found: FollowUp) -> Card:
        """The answers, with their mean in the title."""
        mean = mean_words(found)
        title = f"{tr('Evaluation')} · {mean}" if mean else tr("Evaluation")
        return self.card(title, evaluation_part(found), (tr("Evaluate…"), "evaluate", "edit"))

    def agreements_card(self, facts: MemoryFacts) -> Card:
        """What was signed."""
        part = agreements_part(facts.agreements, self._wanted)
        return self.card(tr("Agreements"), part, (tr("New agreement"), "agreement", "add"))

    def documents_card(self, facts: MemoryFacts) -> Card:
        """The files."""
        part = parts.documents_part(facts, self._wanted)
        return self.card(tr("Documents"), part, (tr("Add documents"), "attach", "add"))

    def tasks_card(self, facts: MemoryFacts) -> Card:
        """What is still to be done."""
        part = parts.tasks_part(facts, self._wanted)
        return self.card(tr("Tasks"), part, (tr("New task"), "task", "add"))
