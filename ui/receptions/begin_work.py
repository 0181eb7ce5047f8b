"""What people do to begin a reception, copy it, move it, or make a template of it.

Each asks the office for what its dialog offers, opens it, and runs one command when it is kept.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.dossiers.commands import apply_template, keep_as_template
from app.dossiers.queries import TemplateRow, templates
from app.receptions.commands import begin_reception, copy_reception, move_reception
from app.receptions.draft import CopyDraft, MoveDraft
from app.receptions.queries import (
    ReceptionSheet,
    calendar,
    circles,
    reception_sheet,
    told_of_moves,
)
from ui.core.language import read, tr
from ui.receptions.beginning import (
    BeginEditor,
    Beginning,
    NameDraft,
    NameEditor,
    TemplateChoice,
    TemplateChooser,
    begin_on,
)
from ui.receptions.copying import Copying, MomentEditor, Moving, copy_editor

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk
    from ui.receptions.day_hint import Told

A_YEAR = 364
"""A copy is proposed a year on, in whole weeks: on the same weekday."""


def _known(session: Any, reception_id: UUID) -> tuple[ReceptionSheet, Any, int]:
    """A reception, its circles and how many were invited, in one question."""
    return (
        reception_sheet(session, reception_id),
        circles(session, reception_id),
        told_of_moves(session, reception_id),
    )


class BeginWork(QObject):
    """`opened(id)` shows a reception. `dialog` is the dialog that is open."""

    def __init__(self, page: QWidget, desk: Desk, opened: Callable[[UUID], object]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._jobs = desk.jobs
        self._opened = opened
        self.dialog: Editor[Any] | None = None

    # New

    def new(self, day: dt.date | None = None) -> None:
        """Ask for a new reception, on a day where one was chosen."""
        self._jobs.ask(templates, then=partial(self._ask_new, day), owner=self, urgent=True)

    def _ask_new(self, day: dt.date | None, known: list[TemplateRow]) -> None:
        def save(made: Beginning, done: Done, failed: Failed) -> None:
            self._jobs.run(begin_reception, made.draft, then=done, failed=failed, owner=self)

        self._open(
            BeginEditor.edit(
                self._page,
                tr("New reception"),
                begin_on(day, known, self._look),
                save=save,
                then=self._opened,
            )
        )

    # Copies and moves

    def copy(self, reception_id: UUID) -> None:
        """Ask what comes along into a copy."""
        then = partial(self._ask_copy, reception_id)
        self._jobs.ask(
            _known, reception_id, then=then, failed=self._desk.complain, owner=self, urgent=True
        )

    def _ask_copy(self, source: UUID, known: tuple[ReceptionSheet, Any, int]) -> None:
        sheet, found, _ = known
        facts = sheet.draft.dossier
        begins = facts.starts_at + dt.timedelta(days=A_YEAR) if facts.starts_at else None
        chosen = tuple(code for code, _number in found)
        entry = Copying(CopyDraft(facts.title, begins, circles=chosen))

        def save(made: Copying, done: Done, failed: Failed) -> None:
            self._jobs.run(copy_reception, source, made.draft, then=done, failed=failed, owner=self)

        title = tr("Copy {name}", name=facts.title)
        self._open(copy_editor(found).edit(self._page, title, entry, save=save, then=self._opened))

    def move(self, reception_id: UUID, day: dt.date | None = None) -> None:
        """Ask for another moment; on a day that was chosen already."""
        then = partial(self._ask_moment, reception_id, day)
        self._jobs.ask(
            _known, reception_id, then=then, failed=self._desk.complain, owner=self, urgent=True
        )

    def _ask_moment(
        self, record: UUID, day: dt.date | None, known: tuple[ReceptionSheet, Any, int]
    ) -> None:
        sheet, _, told = known
        before = sheet.draft.dossier.starts_at
        wanted = before
        if day is not None:
            wanted = dt.datetime.combine(day, before.time() if before else dt.time(18))

        def save(made: Moving, done: Done, failed: Failed) -> None:
            self._jobs.run(
                move_reception, record, sheet.revision, made.draft,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        title = tr("Move {name}", name=sheet.draft.dossier.title)
        entry = Moving(MoveDraft(wanted), before, told, record, self._look)
        self._open(MomentEditor.edit(self._page, title, entry, save=save, then=self.tell))

    def tell(self, told: Any) -> None:
        """Say who must be told, where somebody must."""
        words = read(told) if told is not None else ""
        if words:
            self._desk.say(words)

    # Templates

    def keep(self, reception_id: UUID, title: str, kind: str) -> None:
        """Ask under which name a reception becomes a template."""

        def save(made: NameDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(
                keep_as_template, reception_id, made.name, kind,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        words = tr("Save as a template")
        self._open(NameEditor.edit(self._page, words, NameDraft(title), save=save))

    def apply(self, reception_id: UUID, kind: str = "") -> None:
        """Ask which template is applied to a reception, one for its kind first."""
        then = partial(self._ask_template, reception_id, kind)
        self._jobs.ask(templates, then=then, owner=self, urgent=True)

    def _ask_template(self, record: UUID, kind: str, known: list[TemplateRow]) -> None:
        if not known:
            self._desk.say(tr("There is no template yet: make one on the page of templates."))
            return
        first = next((one for one in known if one.draft.dossier_kind == kind), known[0])

        def save(made: TemplateChoice, done: Done, failed: Failed) -> None:
            self._jobs.run(apply_template, record, made.id, then=done, failed=failed, owner=self)

        entry = TemplateChoice(first.id.hex, tuple(known))
        self._open(TemplateChooser.edit(self._page, tr("Apply a template"), entry, save=save))

    # Inside

    def _look(self, day: dt.date, answer: Told) -> None:
        """What stands on a day, for the line that asks; no longer when that is gone."""
        self._jobs.ask(calendar, day, day, then=answer, channel="day", urgent=True)

    def _open(self, dialog: Editor[Any]) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)

    def _closed(self) -> None:
        self.dialog = None
