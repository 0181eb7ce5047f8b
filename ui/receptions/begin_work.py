"""What people do to begin a reception, copy it or move it.

Each asks the office for what its dialog offers, opens it, and runs one command when it is kept.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from app.dossiers.queries import TemplateRow, templates
from app.overview.calendar import whole_calendar
from app.receptions.commands import begin_reception, copy_reception, move_reception
from app.receptions.draft import CopyDraft, MoveDraft
from app.receptions.queries import (
    ReceptionSheet,
    circles,
    reception_sheet,
    told_of_moves,
)
from ui.core.language import tr
from ui.dossiers.template_work import TemplateWork
from ui.receptions.beginning import BeginEditor, Beginning, begin_on
from ui.receptions.copying import Copying, MomentEditor, Moving, copy_editor
from ui.receptions.noun import RECEPTION

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.editor import Done, Failed
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


class BeginWork(TemplateWork):
    """Receptions begin, are copied and moved."""

    noun = RECEPTION

    # New

    def new(self, day: dt.date | None = None) -> None:
        """Ask for a new reception, on a day where one was chosen."""
        self._jobs.ask(templates, then=partial(self._ask_new, day), owner=self, urgent=True)

    def _ask_new(self, day: dt.date | None, known: list[TemplateRow]) -> None:
        def save(made: Beginning, done: Done, failed: Failed) -> None:
            self._jobs.run(begin_reception, made.draft, then=done, failed=failed, owner=self)

        self._show(
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
        self._show(copy_editor(found).edit(self._page, title, entry, save=save, then=self._opened))

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
        self._show(MomentEditor.edit(self._page, title, entry, save=save, then=self.tell))

    # Inside

    def _look(self, day: dt.date, answer: Told) -> None:
        """What stands on a day, for the line that asks; no longer when that is gone."""
        self._jobs.ask(whole_calendar, day, day, then=answer, channel="day", urgent=True)
