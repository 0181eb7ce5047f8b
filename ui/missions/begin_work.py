"""What people do to begin a mission, copy it, or move it to other dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from app.dossiers.draft import MoveDraft
from app.dossiers.queries import TemplateRow, templates
from app.missions.commands import begin_mission, copy_mission, move_mission
from app.missions.draft import MissionCopyDraft
from app.missions.queries import Booked, MissionSheet, booked, mission_sheet
from ui.contacts.choices import finder
from ui.core.language import tr
from ui.core.record_field import Choice
from ui.dossiers.template_work import TemplateWork
from ui.missions.beginning import BeginMissionEditor, Beginning, begin_inside
from ui.missions.copying import Copying, DepartureEditor, MissionCopyEditor, Moving
from ui.missions.noun import MISSION

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.editor import Done, Failed

A_YEAR = 364
"""A copy is proposed a year on, in whole weeks: on the same weekday."""


def _known(session: Any, mission_id: UUID) -> tuple[MissionSheet, Booked]:
    """A mission and what is arranged for its dates, in one question."""
    return mission_sheet(session, mission_id), booked(session, mission_id)


class MissionWork(TemplateWork):
    """Missions begin, are copied and moved."""

    noun = MISSION

    # New

    def new(self) -> None:
        """Ask for a new mission."""
        self._ask_templates(begin_inside(None, (None, None)))

    def new_inside(self, sheet: MissionSheet) -> None:
        """Ask for a delegation inside a larger mission, on its days."""
        parent = Choice(sheet.id, sheet.draft.dossier.title)
        self._ask_templates(begin_inside(parent, (sheet.day, sheet.back_on)))

    def _ask_templates(self, entry: Beginning) -> None:
        then = partial(self._ask_new, entry)
        self._jobs.ask(templates, MISSION.code, then=then, owner=self, urgent=True)

    def _ask_new(self, entry: Beginning, known: list[TemplateRow]) -> None:
        def save(made: Beginning, done: Done, failed: Failed) -> None:
            self._jobs.run(begin_mission, made.draft, then=done, failed=failed, owner=self)

        whole = replace(
            entry,
            templates=tuple(known),
            find_organisation=finder(self._jobs, self, "organisation"),
            find_mission=finder(self._jobs, self, "mission"),
        )
        title = tr("New mission")
        self._show(BeginMissionEditor.edit(self._page, title, whole, save=save, then=self._opened))

    # Copies and moves

    def copy(self, mission_id: UUID) -> None:
        """Ask what comes along into a copy."""
        then = partial(self._ask_copy, mission_id)
        self._jobs.ask(
            mission_sheet, mission_id, then=then, failed=self._desk.complain, owner=self,
            urgent=True,
        )  # fmt: skip

    def _ask_copy(self, source: UUID, sheet: MissionSheet) -> None:
        facts = sheet.draft.dossier
        begins = facts.starts_at + dt.timedelta(days=A_YEAR) if facts.starts_at else None
        people = sum(number for status, number in sheet.counts.items() if status != "withdrawn")

        def save(made: Copying, done: Done, failed: Failed) -> None:
            self._jobs.run(copy_mission, source, made.draft, then=done, failed=failed, owner=self)

        title = tr("Copy {name}", name=facts.title)
        entry = Copying(MissionCopyDraft(facts.title, begins), people)
        self._show(MissionCopyEditor.edit(self._page, title, entry, save=save, then=self._opened))

    def move(self, mission_id: UUID) -> None:
        """Ask for another departure."""
        then = partial(self._ask_departure, mission_id)
        self._jobs.ask(
            _known, mission_id, then=then, failed=self._desk.complain, owner=self, urgent=True
        )

    def _ask_departure(self, record: UUID, known: tuple[MissionSheet, Booked]) -> None:
        sheet, found = known
        before = sheet.draft.dossier.starts_at

        def save(made: Moving, done: Done, failed: Failed) -> None:
            self._jobs.run(
                move_mission, record, sheet.revision, made.draft,
                then=done, failed=failed, owner=self,
            )  # fmt: skip

        title = tr("Move {name}", name=sheet.draft.dossier.title)
        entry = Moving(MoveDraft(before), before, found)
        self._show(DepartureEditor.edit(self._page, title, entry, save=save, then=self.tell))
