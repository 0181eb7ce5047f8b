"""The follow-up of a reception: outcome, who came, contacts, gifts, tasks, costs, evaluation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from app.core import settings
from app.dossiers.commands import set_costs
from app.receptions.commands import log_attendance
from ui.core.cards import column
from ui.core.language import tr, trn
from ui.dossiers import parts
from ui.dossiers.follow_up_tab import DossierFollowUp
from ui.receptions.follow_up_cards import Brought, attendance_part, brought, costs_part
from ui.receptions.follow_up_editors import CostsEditor, WordDraft, WordEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLayout

    from app.receptions.queries import ReceptionSheet
    from ui.core.editor import Done, Failed
    from ui.dossiers.facts import MemoryFacts


class FollowUpTab(DossierFollowUp):
    """Cards with what came of a reception. `thanking()` asks for the thank-you letters."""

    thanking = Signal()

    def show_sheet(self, sheet: ReceptionSheet) -> None:
        """Ask for what a reception brought."""
        self.show_dossier(sheet.id, sheet.draft.dossier.title)

    def query(self) -> Any:
        """What a reception brought."""
        return brought

    def own_acts(self) -> dict[str, Callable[[], object]]:
        """Costs, timelines, letters of thanks."""
        return {
            "costs": self.edit_costs,
            "word": self.write_down,
            "thank": self.thanking.emit,
        }

    def edit_costs(self) -> None:
        """Edit budget and costs."""
        if self._brought is not None:
            draft = self._brought.follow_up.costs
            self.dialog = CostsEditor.edit(
                self, tr("Costs"), draft, save=partial(self._save, set_costs, draft)
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

    def left(self, facts: MemoryFacts, found: Brought) -> QLayout:
        """Who was there, what came of it."""
        what = self.card(
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
        came = self.card(tr("Who was there"), attendance_part(there), *buttons)
        return column(came, what, None, gap=12)

    def right(self, facts: MemoryFacts, found: Brought) -> QLayout:
        """Tasks, agreements, evaluation, costs, documents."""
        costs = self.card(tr("Costs"), costs_part(found.follow_up), (tr("Edit…"), "costs", "edit"))
        return column(
            self.tasks_card(facts), self.agreements_card(facts),
            self.evaluation_card(found.follow_up), costs, self.documents_card(facts), None,
            gap=12,
        )  # fmt: skip
