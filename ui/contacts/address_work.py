"""What people do to relationships and letters, from the panes of the contacts page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout

from app.contacts.commands import add_relationship, change_relationship, remove_relationship
from app.contacts.queries import RelationshipRow
from app.contacts.rules import names
from app.core import clock
from app.dossiers.commands import change_letter, remove_letter, write_letter
from app.dossiers.draft import LetterDraft
from app.dossiers.queries import LetterRow, letter_forms
from ui.contacts.choices import finder
from ui.contacts.facts import OrganisationFacts, PersonFacts
from ui.contacts.letter_editor import LetterEditor, LetterEntry
from ui.contacts.organisation_detail import organisation_name
from ui.contacts.relationship_editor import RelationshipEditor, RelationshipEntry
from ui.core.buttons import QUIET, Button
from ui.core.language import tr
from ui.core.record_field import Choice

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.core.command import Command
    from app.dossiers.queries import LetterForms
    from ui.contacts.letter_paper import LetterPaper
    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk

SIGNED_BY = "letters_signed_by"


class AddressWork(QObject):
    """`dialog` is the one that is open, `paper` the preview."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._jobs = desk.jobs
        self.dialog: Editor[Any] | None = None
        self.paper: LetterPaper | None = None

    def do(self, what: str, row: object, facts: object) -> None:
        """Do what a pane asked: see `ui.contacts.address_parts`."""
        if what == "relationship" and isinstance(facts, PersonFacts):
            if isinstance(row, RelationshipRow):
                self.edit_relationship(row)
            else:
                self.new_relationship(facts)
        elif what == "letter" and isinstance(row, LetterRow):
            self.edit_letter(row)
        elif what == "letter":
            self.new_letter(facts)
        elif what == "print" and isinstance(row, LetterRow):
            self.show_paper(row.id, row.draft.subject or tr("Letter"))

    # Relationships

    def new_relationship(self, facts: PersonFacts) -> None:
        """Say who somebody is to a person."""
        entry = RelationshipEntry(look=finder(self._jobs, self, "person"))

        def save(made: RelationshipEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                add_relationship, facts.sheet.id, made.draft, made.other_id, made.fresh,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        title = tr("Beside {name}", name=names.full_name(facts.sheet.name))
        self._open(RelationshipEditor.edit(self._page, title, entry, save=save))

    def edit_relationship(self, row: RelationshipRow) -> None:
        """Edit a relationship; one entered by mistake may be removed there."""
        other = Choice(row.other_id, names.full_name(row.other))
        entry = RelationshipEntry(row.draft, other, fixed=True)

        def save(made: RelationshipEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_relationship, row.id, row.revision, made.draft,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        dialog = RelationshipEditor.edit(self._page, tr("Edit relationship"), entry, save=save)
        self._offer_removal(dialog, tr("Remove this relationship"), remove_relationship, row.id)
        self._open(dialog)

    # Letters

    def new_letter(self, facts: object) -> None:
        """Write to a person, or to a post: whoever heads it."""
        signed = self._desk.state.get(SIGNED_BY, "")
        draft = LetterDraft(clock.today(), signed_by=signed)
        if isinstance(facts, PersonFacts):
            name = names.full_name(facts.sheet.name)
            spoken = facts.sheet.draft.language
            draft = LetterDraft(
                clock.today(), spoken, signed_by=signed, person_id=facts.sheet.id,
                couple=facts.address.partner is not None and facts.address.partner.joint_envelope,
            )  # fmt: skip
            couple = facts.address.partner is not None
        elif isinstance(facts, OrganisationFacts):
            name = organisation_name(facts.sheet)
            draft = LetterDraft(clock.today(), signed_by=signed, organisation_id=facts.sheet.id)
            couple = True
        else:
            return
        entry = LetterEntry(draft, couple, self._see)

        def save(made: LetterEntry, done: Done, failed: Failed) -> None:
            self._keep_signature(made)
            self._jobs.run(write_letter, made.draft, then=done, failed=failed, owner=self)

        def written(letter_id: UUID) -> None:
            self.show_paper(letter_id, tr("Letter to {name}", name=name))

        title = tr("New letter to {name}", name=name)
        self._open(LetterEditor.edit(self._page, title, entry, save=save, then=written))

    def edit_letter(self, row: LetterRow) -> None:
        """Edit a letter; it may be removed there."""
        entry = LetterEntry(row.draft, couple=True, see=self._see)

        def save(made: LetterEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_letter, row.id, row.revision, made.draft,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        name = names.full_name(row.to) if row.to else ""
        title = tr("Letter to {name}", name=name) if name else tr("Edit letter")
        dialog = LetterEditor.edit(self._page, title, entry, save=save)
        self._offer_removal(dialog, tr("Remove this letter"), remove_letter, row.id)
        self._open(dialog)

    def show_paper(self, letter_id: UUID, name: str) -> None:
        """Show a letter as it will print."""
        from ui.contacts.letter_paper import LetterPaper  # printing is loaded on the first print

        self.paper = LetterPaper(self._page, self._desk, letter_id, name)
        self.paper.destroyed.connect(self._paper_closed)
        self.paper.open()

    def _see(
        self, asker: QObject, draft: LetterDraft, answer: Callable[[LetterForms], None]
    ) -> None:
        self._jobs.ask(
            letter_forms, draft, then=answer, owner=asker, channel="letter forms", urgent=True
        )

    def _keep_signature(self, made: LetterEntry) -> None:
        self._desk.state.put(SIGNED_BY, made.draft.signed_by)

    # Inside

    def _offer_removal(
        self, dialog: Editor[Any], words: str, command: Command[[UUID], None], row_id: UUID
    ) -> None:
        remove = Button(words, QUIET, icon="delete")
        remove.clicked.connect(partial(self._remove, dialog, command, row_id))
        box = dialog.layout()
        item = box.itemAt(box.count() - 1) if box is not None else None
        last = item.layout() if item is not None else None
        if isinstance(last, QHBoxLayout):
            last.insertWidget(0, remove)

    def _remove(self, dialog: Editor[Any], command: Command[[UUID], None], row_id: UUID) -> None:
        dialog.form.dirty = False
        dialog.reject()
        self._jobs.run(command, row_id)

    def _open(self, dialog: Editor[Any]) -> None:  # whatever it edits
        self.dialog = dialog
        dialog.finished.connect(self._closed)

    def _closed(self) -> None:
        self.dialog = None

    def _paper_closed(self) -> None:
        self.paper = None
