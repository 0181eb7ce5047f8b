"""The follow-up of a mission: results, contacts, thanks, actions, agreements, gifts, closing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QFileDialog

from app.briefings.letters_together import letter_documents
from app.core import clock
from app.dossiers.commands import write_letters
from app.dossiers.draft import LettersDraft
from app.missions.commands import close_mission, reopen_mission, set_result
from ui.core import language
from ui.core.cards import column
from ui.core.language import tr, trn
from ui.core.progress import ProgressPanel
from ui.core.watch import Watch
from ui.dossiers.evaluation_editor import EvaluationEditor, MissionEvaluationEditor
from ui.dossiers.follow_up_cards import gifts_part
from ui.dossiers.follow_up_tab import DossierFollowUp
from ui.dossiers.subject import MISSION
from ui.missions.after_cards import actions_part, closing_part, contacts_part, thanks_part
from ui.missions.after_facts import After, after
from ui.missions.closing_editor import ClosingDraft, ClosingEditor
from ui.missions.letters_file import print_letters
from ui.missions.objectives_card import ObjectivesCard
from ui.missions.thanks_editor import ThanksEditor, ThanksEntry

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QLayout

    from app.briefings.blocks import Document
    from app.briefings.paper import Printed
    from ui.core.cards import Card
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk
    from ui.dossiers.facts import MemoryFacts


class FollowUpTab(DossierFollowUp):
    """Cards with what came of a mission."""

    kind = MISSION
    evaluation: ClassVar[type[EvaluationEditor]] = MissionEvaluationEditor
    tables: ClassVar[frozenset[str]] = frozenset(
        {"moment", "moment_person", "task", "document", "letter", "gift", "agreement", "objective",
         "evaluation_answer", "cost_line", "dossier_partner", "fair_party", "meeting", "mission",
         "dossier", "participant"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.objectives = ObjectivesCard()
        self.objectives.written.connect(self._write_result)
        self._top.addWidget(self.objectives)
        self.progress = column()
        self._top.addLayout(self.progress)

    def query(self) -> Any:
        """What a mission brought."""
        return after

    def _told(self, found: After) -> None:
        self.objectives.show_objectives(found.sheet.objectives)
        super()._told(found)

    def own_acts(self) -> dict[str, Callable[[], object]]:
        """Letters, and closing."""
        return {
            "thank": self.thank,
            "letters_file": self.ask_letters_file,
            "close": self.close_mission,
            "reopen": self.reopen,
        }

    # Cards

    def left(self, facts: MemoryFacts, found: After) -> QLayout:
        """Whom the mission met and thanks."""
        contacts = self.card(
            _counted(tr("Contacts made"), len(found.contacts)),
            contacts_part(found, self._wanted),
            (tr("Log contact"), "log", "clock"),
        )
        buttons = [(tr("Letters of thanks…"), "thank", "mail")] if found.thanks else []
        if found.letters:
            buttons.append((tr("One PDF…"), "letters_file", "print"))
        thanks = self.card(tr("Thanks"), thanks_part(found), *buttons)
        documents = self.documents_card(facts)
        return column(contacts, thanks, documents, self._closing(found), None, gap=12)

    def right(self, facts: MemoryFacts, found: After) -> QLayout:
        """What follows, what was signed and given, how it is judged."""
        actions = self.card(
            _counted(tr("Actions"), sum(one.done_on is None for one in found.actions)),
            actions_part(found, self._wanted),
            (tr("New action"), "task", "add"),
        )
        gifts = self.card(
            tr("Gifts"),
            gifts_part(found.gifts, self._wanted),
            (tr("Plan a gift"), "plan_gift", "gift"),
            (tr("Received"), "gift_received", "add"),
        )
        judged = self.evaluation_card(found.follow_up)
        return column(actions, self.agreements_card(facts), gifts, judged, None, gap=12)

    def _closing(self, found: After) -> Card:
        closed = found.sheet.draft.closed_on
        shut = closed is not None and closed <= clock.today()
        button = (tr("Open again"), "reopen", "undo") if shut else (
            tr("Close the mission…"), "close", "check")  # fmt: skip
        return self.card(tr("Closing"), closing_part(found), button)

    # Doing

    def _write_result(
        self, objective: UUID, revision: UUID | None, reached: str, result: str
    ) -> None:
        self._desk.jobs.run(
            set_result, objective, revision, reached, result,
            failed=self._desk.complain, owner=self,
        )  # fmt: skip

    def thank(self) -> None:
        """Ask whom to thank in which words; who was not thanked yet is ticked."""
        found = self._brought
        if found is None:
            return
        waiting = found.unthanked
        draft = LettersDraft(
            clock.today(),
            found.texts,
            found.host,
            tuple(one.id for one in waiting if one.kind == "person"),
            tuple(one.id for one in waiting if one.kind != "person"),
            self._subject.id,
        )

        def save(made: ThanksEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(write_letters, made.draft, then=done, failed=failed, owner=self)

        entry = ThanksEntry(draft, found.thanks, found.usual)
        self.dialog = ThanksEditor.edit(self, tr("Letters of thanks"), entry, save=save)

    def ask_letters_file(self) -> None:
        """Ask where the letters go, and write them there."""
        name = f"{tr('Letters')} - {self._subject.name}".replace("/", "-")
        start = str(Path.home() / f"{name}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Save as PDF"), start, tr("PDF files (*.pdf)")
        )
        if chosen:
            self.write_letters_file(Path(chosen))

    def write_letters_file(self, path: Path) -> None:
        """Write every letter about the mission into one PDF."""
        found = self._brought
        if found is None or not found.letters:
            return
        watch = Watch(self)
        title = tr("Letters")
        self.progress.addWidget(ProgressPanel(title, watch))

        def composed(documents: list[Document]) -> None:
            self._desk.jobs.background(
                print_letters, documents, title, path,
                then=written, failed=self._desk.complain, owner=self, watch=watch,
            )  # fmt: skip

        def written(printed: Printed) -> None:
            told = trn("{name}: {n} page", "{name}: {n} pages", printed.pages, name=path.name)
            self._desk.say(told)

        self._desk.jobs.ask(
            letter_documents, found.letters, language.current(),
            then=composed, failed=self._desk.complain, owner=self,
        )  # fmt: skip

    def close_mission(self) -> None:
        """Say what is open, then close it."""
        found = self._brought
        if found is None:
            return

        def save(made: ClosingDraft, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(
                close_mission, self._subject.id, despite=made.despite,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        title = tr("Close the mission")
        self.dialog = ClosingEditor.edit(self, title, ClosingDraft(found.findings), save=save)

    def reopen(self) -> None:
        """Let its figures change again."""
        self._desk.jobs.run(reopen_mission, self._subject.id)


def _counted(title: str, number: int) -> str:
    return f"{title} · {language.number(number)}" if number else title
