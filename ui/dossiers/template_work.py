"""What people do with templates on a dossier: apply one, or save the dossier as one.

The work of a noun (`ui.receptions.begin_work`, `ui.missions.begin_work`) adds how one begins, is
copied and moved. Each asks the office for what its dialog offers, opens it, and runs one command.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.dossiers.commands import apply_template, keep_as_template
from app.dossiers.queries import TemplateRow, templates
from ui.core.language import read, tr
from ui.dossiers.template_choice import NameDraft, NameEditor, TemplateChoice, TemplateChooser

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk
    from ui.dossiers.noun import Noun


class TemplateWork(QObject):
    """`opened(id)` shows a dossier. `dialog` is the dialog that is open."""

    noun: Noun

    def __init__(self, page: QWidget, desk: Desk, opened: Callable[[UUID], object]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._jobs = desk.jobs
        self._opened = opened
        self.dialog: Editor[Any] | None = None

    def tell(self, told: Any) -> None:
        """Say what must be seen to, where something must."""
        words = read(told) if told is not None else ""
        if words:
            self._desk.say(words)

    def keep(self, record: UUID, title: str, kind: str) -> None:
        """Ask under which name a dossier becomes a template."""

        def save(made: NameDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(
                keep_as_template, record, made.name, kind, then=done, failed=failed, owner=self
            )

        words = tr("Save as a template")
        self._show(NameEditor.edit(self._page, words, NameDraft(title), save=save))

    def apply(self, record: UUID, kind: str = "") -> None:
        """Ask which template is applied to a dossier, one for its kind first."""
        then = partial(self._ask_template, record, kind)
        self._jobs.ask(templates, self.noun.code, then=then, owner=self, urgent=True)

    def _ask_template(self, record: UUID, kind: str, known: list[TemplateRow]) -> None:
        if not known:
            self._desk.say(tr("There is no template yet: make one on the page of templates."))
            return
        first = next((one for one in known if one.draft.dossier_kind == kind), known[0])

        def save(made: TemplateChoice, done: Done, failed: Failed) -> None:
            self._jobs.run(apply_template, record, made.id, then=done, failed=failed, owner=self)

        entry = TemplateChoice(first.id.hex, tuple(known))
        self._show(TemplateChooser.edit(self._page, tr("Apply a template"), entry, save=save))

    def _show(self, dialog: Editor[Any]) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)

    def _closed(self) -> None:
        self.dialog = None
