"""What people do to contacts: each opens a dialog and runs a command when it is saved."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from app.contacts import protocol
from app.contacts.commands import (
    add_organisation,
    add_posting,
    change_organisation,
    change_posting,
    remove_organisation,
    remove_person,
    remove_posting,
    set_override,
)
from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft
from app.core import clock, search
from app.receptions.commands import invite
from ui.contacts import exporting, steps
from ui.contacts.choices import finder
from ui.contacts.country_facts import country_id
from ui.contacts.facts import OrganisationFacts, PersonFacts, person_facts
from ui.contacts.facts import organisation_facts as organisation_query
from ui.contacts.interests import edit_interests
from ui.contacts.inviting import InviteDialog, InviteDraft
from ui.contacts.merging import MergeWork
from ui.contacts.organisation_detail import organisation_name
from ui.contacts.organisation_editor import OrganisationEditor
from ui.contacts.override_editor import OverrideDraft, OverrideEditor
from ui.contacts.person_editor import PersonEditor, PersonEntry
from ui.contacts.posting_editor import PostingEditor, PostingEntry
from ui.contacts.twin_hint import twin_looker
from ui.core import language
from ui.core.buttons import QUIET, Button
from ui.core.language import tr, trn
from ui.core.record_field import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.contacts.draft import ViewDraft
    from app.contacts.queries import PostingRow, ViewRow
    from app.core.directory import Line
    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk

NEW_PERSON = PersonDraft(language="nl")
NEW_POST = OrganisationDraft(kind="embassy", host_country="BE")


class ContactWork(QObject):
    """`kept(kind, id)` once something was added or changed; `dialog` is the one that is open."""

    kept = Signal(str, object)

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._jobs = desk.jobs
        self.dialog: Editor[Any] | None = None
        self.merging = MergeWork(page, desk)
        self.merging.merged.connect(self._merged)

    # People

    def new_person(self, organisation: Choice | None = None) -> None:
        """Ask for a new person, perhaps at an organisation."""
        posting = PostingDraft(function="staff") if organisation else None
        entry = PersonEntry(
            NEW_PERSON,
            posting=posting,
            organisation=organisation,
            look=finder(self._jobs, self, "organisation"),
            twins=twin_looker(self._jobs, self),
        )

        def save(made: PersonEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(steps.add_person, made, then=done, failed=failed, owner=self)

        self._open(
            PersonEditor.edit(self._page, tr("New person"), entry, save=save, then=self._person)
        )

    def edit_person(self, facts: PersonFacts) -> None:
        """Edit a person as just read."""
        sheet = facts.sheet
        entry = PersonEntry(
            sheet.draft, sheet.photo, sheet.photo, twins=twin_looker(self._jobs, self, sheet.id)
        )

        def save(made: PersonEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                steps.change_person, sheet.id, sheet.revision, made,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        name = protocol.styled_name(sheet, sheet.current, language.current())
        title = tr("Edit {name}", name=name)
        self._open(PersonEditor.edit(self._page, title, entry, save=save, then=self._person))

    def correct_form(
        self, spoken: str, channel: str, facts: PersonFacts, company: str = ""
    ) -> None:
        """Edit a person's own form of address, a new one from today on."""
        sheet = facts.sheet
        forms = facts.address.couple if company and facts.address.couple else facts.forms
        shown = forms[language.Language(spoken)][channel]
        since = shown.valid_from if shown.overridden else clock.today()
        draft = OverrideDraft(shown.text, shown.confirmed_on, company, since)

        def save(made: OverrideDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(
                set_override, sheet.id, spoken, channel, made.words, made.confirmed_on,
                made.company, made.valid_from or dt.date.min,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        title = tr("How to address, in {language}", language=spoken.upper())
        self._open(OverrideEditor.edit(self._page, title, draft, save=save))

    # Postings

    def new_posting(self, facts: PersonFacts) -> None:
        """Give a person a function."""
        entry = PostingEntry(PostingDraft(), None, finder(self._jobs, self, "organisation"))

        def save(made: PostingEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                add_posting, facts.sheet.id, made.draft, made.organisation_id, made.accreditations,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        self._open(PostingEditor.edit(self._page, tr("New posting"), entry, save=save))

    def edit_posting(self, row: PostingRow) -> None:
        """Edit a posting; one entered by mistake may be removed there."""
        where = None
        if row.organisation_id is not None:
            name = protocol.place_of(row, language.current())
            where = Choice(row.organisation_id, name, row.place.city)
        look = finder(self._jobs, self, "organisation")
        entry = PostingEntry(row.draft, where, look, row.accreditations)

        def save(made: PostingEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_posting, row.id, row.revision, made.draft, made.organisation_id,
                made.accreditations, then=done, failed=failed, owner=self,
            )  # fmt: skip

        dialog = PostingEditor.edit(self._page, tr("Edit posting"), entry, save=save)
        remove = Button(tr("Remove this posting"), QUIET, icon="delete")
        remove.clicked.connect(partial(self._remove_posting, dialog, row.id))
        _put_beside(dialog, remove)
        self._open(dialog)

    def _remove_posting(self, dialog: Editor[PostingEntry], posting_id: UUID) -> None:
        dialog.form.dirty = False
        dialog.reject()
        self._jobs.run(remove_posting, posting_id)

    # Organisations and countries

    def new_organisation(self) -> None:
        """Ask for a new post or organisation."""

        def save(made: OrganisationDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(add_organisation, made, then=done, failed=failed, owner=self)

        self._open(
            OrganisationEditor.edit(
                self._page,
                tr("New post or organisation"),
                NEW_POST,
                save=save,
                then=self._organisation,
            )
        )

    def edit_organisation(self, facts: OrganisationFacts) -> None:
        """Edit an organisation as just read."""
        sheet = facts.sheet

        def save(made: OrganisationDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_organisation, sheet.id, sheet.revision, made,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        title = tr("Edit {name}", name=organisation_name(sheet))
        self._open(OrganisationEditor.edit(self._page, title, sheet.draft, save=save), sheet.id)

    def open_country(self, code: str) -> None:
        """Show the sheet of a country."""
        self._jobs.ask(country_id, code, then=self._country_known, owner=self, urgent=True)

    def _country_known(self, record: UUID | None) -> None:
        if record is None:
            self._desk.say(tr("The office has no facts of this country."))
        else:
            self._desk.go("country", record)

    def edit_tags(self, facts: object) -> None:
        """Edit the tags and interests of a contact."""
        if isinstance(facts, PersonFacts | OrganisationFacts):
            kind = "person" if isinstance(facts, PersonFacts) else "organisation"
            edit_interests(self._page, self._jobs, kind, facts.sheet.id, self._open)

    # Several at once

    def edit(self, kind: str, record: UUID) -> None:
        """Read a contact, then edit it."""
        query: Callable[..., object] = person_facts if kind == "person" else organisation_query
        self._jobs.ask(query, record, then=self._edit_read, owner=self, urgent=True)

    def _edit_read(self, facts: object) -> None:
        if isinstance(facts, PersonFacts):
            self.edit_person(facts)
        elif isinstance(facts, OrganisationFacts):
            self.edit_organisation(facts)

    def remove(self, people: Sequence[UUID], organisations: Sequence[UUID]) -> None:
        """Remove contacts; the toast takes it back."""
        if len(people) + len(organisations) > 1:
            self._jobs.run(steps.remove_contacts, list(people), list(organisations))
        elif people:
            self._jobs.run(remove_person, people[0])
        elif organisations:
            self._jobs.run(remove_organisation, organisations[0])

    def merge(self, people: Sequence[UUID], organisations: Sequence[UUID]) -> None:
        """Lay two contacts of one kind side by side."""
        for kind, ids in (("person", people), ("organisation", organisations)):
            if len(ids) == len(people) + len(organisations) == 2:
                self.merging.ask(kind, *ids)
                return
        self._desk.say(tr("Choose two people, or two organisations, to merge them."))

    def invite(self, people: Sequence[UUID]) -> None:
        """Put people on a guest list."""
        ids = list(people)
        if not ids:
            self._desk.say(tr("Choose people first; organisations have no place at table."))
            return

        def save(made: InviteDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(
                invite, made.reception, ids, "proposed", made.circle,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        draft = InviteDraft(look=finder(self._jobs, self, "reception"))
        title = trn("Put {n} person on a guest list", "Put {n} people on a guest list", len(ids))
        self._open(InviteDialog.edit(self._page, title, draft, save=save, then=self._invited))

    def export(self, row: ViewRow, shown: ViewDraft) -> None:
        """Write the people of a view as it is shown, or its organisations, to a list."""
        from app.contacts.rules.views import ORGANISATION, core_view
        from app.core import clock

        kinds = core_view(shown.conditions, clock.today()).kinds
        what = "organisations" if kinds == (ORGANISATION,) else "people"
        name, _kind = QFileDialog.getSaveFileName(
            self._page, tr("Export contacts"), f"{what}.csv",
            "CSV (*.csv);;Excel (*.xlsx);;vCard (*.vcf)",
        )  # fmt: skip
        if name:
            self.export_to(what, Path(name), replace(row, draft=shown))

    def export_to(self, what: str, path: Path, view: ViewRow | None = None) -> None:
        """Write a list of "people" or "organisations", all or those of a view; its ending says
        in which format.
        """
        query = partial(exporting.of_view, view) if view is not None else exporting.of_all
        self._jobs.ask(query, what, path, then=self._exported, failed=self._desk.complain,
                       owner=self)  # fmt: skip

    def export_chosen(self, people: Sequence[UUID], organisations: Sequence[UUID]) -> None:
        """Write the chosen people, or where there are none the chosen organisations, to a list."""
        what = "people" if people else "organisations"
        name, _kind = QFileDialog.getSaveFileName(
            self._page, tr("Export the chosen contacts"), f"{what}.csv",
            "CSV (*.csv);;Excel (*.xlsx);;vCard (*.vcf)",
        )  # fmt: skip
        if name:
            query = partial(exporting.of_ids, tuple(people or organisations))
            self._jobs.ask(query, what, Path(name), then=self._exported,
                           failed=self._desk.complain, owner=self)  # fmt: skip

    def _exported(self, count: int) -> None:
        self._desk.say(trn("Wrote {n} row", "Wrote {n} rows", count))

    def _invited(self, count: object) -> None:
        if count == 0:
            self._desk.say(tr("All of them were on the list already."))

    # Inside

    def _open(self, dialog: Editor[Any], but: UUID | None = None) -> None:  # whatever it edits
        self.dialog = dialog
        if isinstance(dialog, PersonEditor | OrganisationEditor):
            dialog.twins.opened.connect(self.kept)
        if isinstance(dialog, OrganisationEditor):
            dialog.twins.look = twin_looker(self._jobs, self, but)
        dialog.finished.connect(self._closed)

    def _closed(self) -> None:
        self.dialog = None

    def _person(self, record: object) -> None:
        self.kept.emit("person", record)

    def _merged(self, kept: UUID, _gone: UUID) -> None:
        self._jobs.ask(search.lines, [kept], then=self._told_merged, owner=self)

    def _told_merged(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self.kept.emit(line.kind, line.id)

    def _organisation(self, record: object) -> None:
        self.kept.emit("organisation", record)


def _put_beside(dialog: Editor[PostingEntry], button: Button) -> None:
    """Put a button at the left of Save and Cancel."""
    box = dialog.layout()
    item = box.itemAt(box.count() - 1) if box is not None else None
    last = item.layout() if item is not None else None
    if isinstance(last, QHBoxLayout):
        last.insertWidget(0, button)
