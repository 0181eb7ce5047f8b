"""Merging two contacts: read both, ask, write; or remember that they are two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.contacts.commands import keep_apart, keep_organisations_apart
from app.dossiers.merging import merge_organisations, merge_people
from ui.contacts.merge_dialog import MergeDialog, MergeEntry
from ui.contacts.twins import TwoSheets, two_sheets
from ui.core.language import tr

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.core.editor import Done, Failed
    from ui.core.page import Desk


class MergeWork(QObject):
    """`merged(kept, gone)` and `parted(one, two)` once it is written; `dialog` is the open one."""

    merged = Signal(object, object)
    parted = Signal(object, object)

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._jobs = desk.jobs
        self._complain = desk.complain
        self.dialog: MergeDialog | None = None

    def ask(self, kind: str, one: UUID, two: UUID) -> None:
        """Read two records and lay them side by side."""
        self._jobs.ask(
            two_sheets, kind, one, two,
            then=self._read, failed=self._complain, owner=self, urgent=True,
        )  # fmt: skip

    def _read(self, two: TwoSheets) -> None:
        kept, other = two.kept, two.other

        def save(made: MergeEntry, done: Done, failed: Failed) -> None:
            def told(_: object) -> None:
                done(kept.id)
                self.merged.emit(kept.id, other.id)

            revisions = (kept.revision, other.revision)
            if two.kind == "person":
                self._jobs.run(
                    merge_people, kept.id, other.id, made.draft, revisions,
                    photo_of_other=made.photo_of_other, then=told, failed=failed, owner=self,
                )  # fmt: skip
            else:
                self._jobs.run(
                    merge_organisations, kept.id, other.id, made.draft, revisions,
                    then=told, failed=failed, owner=self,
                )  # fmt: skip

        title = tr("Merge two contacts")
        made = MergeDialog.edit(self._page, title, MergeEntry(two), save=save)
        if isinstance(made, MergeDialog):
            self.dialog = made
            made.apart.connect(lambda: self.part(two.kind, kept.id, other.id))
            made.finished.connect(self._closed)

    def _closed(self) -> None:
        self.dialog = None

    def part(self, kind: str, one: UUID, two: UUID) -> None:
        """Remember that two are two."""
        command = keep_apart if kind == "person" else keep_organisations_apart
        self._jobs.run(
            command, one, two,
            then=lambda _: self.parted.emit(one, two), failed=self._complain, owner=self,
        )  # fmt: skip
