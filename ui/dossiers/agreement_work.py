"""What people do with agreements: write down, change, remove."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.core import clock
from app.dossiers.commands import add_agreement, change_agreement, remove_agreement
from app.dossiers.draft import AgreementDraft
from app.dossiers.queries import AgreementRow, DocumentRow, agreement, documents
from ui.contacts.choices import finder
from ui.core import language
from ui.core.buttons import QUIET, Button
from ui.core.language import tr
from ui.core.record_field import Choice
from ui.dossiers.agreement_editor import AgreementEditor, AgreementEntry
from ui.dossiers.subject import DOSSIERS

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.core.editor import Done, Failed
    from ui.core.page import Desk
    from ui.dossiers.subject import Subject


@dataclass(frozen=True, slots=True)
class Known:
    """An agreement to change, or none yet, and the documents its scan may be among."""

    row: AgreementRow | None
    scans: tuple[DocumentRow, ...]


def known(
    session: Any, agreement_id: UUID | None, dossier: UUID | None, organisation: UUID | None
) -> Known:  # a session: ui knows no SQL
    """What the dialog of an agreement begins with."""
    row = agreement(session, agreement_id, language.current()) if agreement_id else None
    dossier = row.draft.dossier if row else dossier
    organisation = row.draft.organisation if row else organisation
    scans: list[DocumentRow] = documents(session, dossier=dossier) if dossier else []
    scans += documents(session, organisation=organisation) if organisation else []
    return Known(row, tuple(scans))


class AgreementWork(QObject):
    """`dialog` is the dialog that is open."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._jobs = desk.jobs
        self.dialog: AgreementEditor | None = None

    def add(self, subject: Subject) -> None:
        """Write down what was signed with a post, or at a dossier."""
        at = subject.dossier.id if subject.dossier else None
        where = subject.organisation.id if subject.organisation else None
        told = partial(self._fresh, subject)
        self._ask(None, at, where, told)

    def _fresh(self, subject: Subject, found: Known) -> None:
        at, where = subject.dossier, subject.organisation
        draft = AgreementDraft(
            signed_on=clock.today(),
            organisation=where.id if where else None,
            dossier=at.id if at else None,
        )

        def save(made: AgreementEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(add_agreement, made.draft, then=done, failed=failed, owner=self)

        self._show(tr("New agreement"), self._entry(draft, where, at, found), save)

    def edit(self, agreement_id: UUID) -> None:
        """Read an agreement, then edit it."""
        self._ask(agreement_id, None, None, self._read)

    def _read(self, found: Known) -> None:
        row = found.row
        if row is None:
            return
        where = Choice(row.organisation.id, row.organisation.name) if row.organisation else None
        at = Choice(row.dossier.id, row.dossier.name) if row.dossier else None

        def save(made: AgreementEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_agreement, row.id, row.revision, made.draft,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        self._show(tr("Agreement"), self._entry(row.draft, where, at, found), save)
        dialog = self.dialog
        if dialog is not None:
            away = Button(tr("Remove"), QUIET, icon="delete")
            away.clicked.connect(partial(self._remove, dialog, row.id))
            dialog.foot.insertWidget(0, away)

    def _entry(
        self, draft: AgreementDraft, where: Choice | None, at: Choice | None, found: Known
    ) -> AgreementEntry:
        scans = tuple((one.id, one.draft.name) for one in found.scans)
        return AgreementEntry(
            draft, where, at, scans,
            finder(self._jobs, self, "organisation"), finder(self._jobs, self, *DOSSIERS),
        )  # fmt: skip

    def _ask(
        self, agreement_id: UUID | None, dossier: UUID | None, organisation: UUID | None, then: Any
    ) -> None:
        self._jobs.ask(
            known, agreement_id, dossier, organisation, then=then, failed=self._desk.complain,
            owner=self, urgent=True,
        )  # fmt: skip

    def _show(self, title: str, entry: AgreementEntry, save: Any) -> None:
        dialog = AgreementEditor.edit(self._page, title, entry, save=save)
        if isinstance(dialog, AgreementEditor):
            self.dialog = dialog
            dialog.finished.connect(self._closed)

    def _closed(self) -> None:
        self.dialog = None

    def _remove(self, dialog: AgreementEditor, agreement_id: UUID) -> None:
        dialog.form.dirty = False
        dialog.reject()
        self._jobs.run(remove_agreement, agreement_id)
