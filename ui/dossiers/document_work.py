"""Bringing files into the office, opening copies of them, saving, renaming, removing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.dossiers.commands import add_documents, change_document, remove_document
from app.dossiers.queries import document_body, one_document
from app.dossiers.rules.files import safe_name
from app.dossiers.taking import copy_to_open, save_copy, taken
from ui.core.language import tr
from ui.dossiers.task_editor import DocumentEditor

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.dossiers.draft import DocumentDraft
    from app.dossiers.queries import DocumentRow
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk
    from ui.dossiers.subject import Subject


class DocumentWork(QObject):
    """Files are read and written in the desk's thread, the office's bytes in the office's own."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._jobs = desk.jobs

    def attach(self, subject: Subject) -> None:
        """Ask which files, and keep them."""
        names, _kind = QFileDialog.getOpenFileNames(self._page, tr("Add documents"))
        self.take(subject, [Path(name) for name in names])

    def take(self, subject: Subject, paths: Sequence[Path]) -> None:
        """Keep files with a person, a post or a reception."""
        links = subject.links()
        if not paths or not links:
            return

        def read(files: list[tuple[DocumentDraft, bytes]]) -> None:
            kept = [(replace(draft, **links), body) for draft, body in files]  # type: ignore[arg-type]  # ids by field
            self._jobs.run(add_documents, kept, failed=self._desk.complain, owner=self)

        self._jobs.background(taken, list(paths), then=read, failed=self._desk.complain, owner=self)

    def open_by_id(self, document_id: UUID) -> None:
        """Open a copy of a document."""
        self._jobs.ask(
            one_document, document_id, then=self.open, failed=self._desk.complain, owner=self
        )

    def open(self, row: DocumentRow) -> None:
        """Open a copy with the system's program for it."""
        name = row.draft.name

        def read(body: bytes) -> None:
            self._jobs.background(
                copy_to_open, name, body, then=self._show, failed=self._desk.complain, owner=self
            )

        self._body(row, read)

    def _show(self, place: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            self._desk.say(tr("No program opens {name}: save a copy of it.", name=place.name))

    def save(self, row: DocumentRow) -> None:
        """Ask where, and write a copy there."""
        name, _kind = QFileDialog.getSaveFileName(
            self._page, tr("Save a copy"), safe_name(row.draft.name)
        )
        if name:
            self.save_to(row, Path(name))

    def save_to(self, row: DocumentRow, place: Path) -> None:
        """Write a copy."""

        def read(body: bytes) -> None:
            self._jobs.background(
                save_copy, place, body, then=self._saved, failed=self._desk.complain, owner=self
            )

        self._body(row, read)

    def _saved(self, place: Path) -> None:
        self._desk.say(tr("Saved {name}", name=place.name))

    def _body(self, row: DocumentRow, then: object) -> None:
        self._jobs.ask(
            document_body, row.id, then=then, failed=self._desk.complain, owner=self  # type: ignore[arg-type]  # takes bytes
        )  # fmt: skip

    def rename(self, row: DocumentRow) -> None:
        """Another name, date or note."""

        def save(made: DocumentDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_document, row.id, row.revision, made, then=done, failed=failed, owner=self
            )

        DocumentEditor.edit(self._page, tr("Document"), row.draft, save=save)

    def remove(self, row: DocumentRow) -> None:
        """Remove a document; the toast takes it back."""
        self._jobs.run(remove_document, row.id)
