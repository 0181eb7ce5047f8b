"""The programme of a mission: one list for everybody, and what a group or a person makes of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from app.briefings.house import Audience
from app.mailing.schedules import Calendars, calendars_of, write_folder
from app.missions.commands import (
    add_mission_line,
    change_mission_line,
    copy_day,
    set_line_whom,
    shift_mission_lines,
)
from app.missions.draft import MissionLineDraft
from app.missions.queries import MissionProgramme, mission_programme, programme_findings
from ui.core.buttons import Button
from ui.core.language import tr, trn
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.dossiers.programme_tab import ProgrammeTab
from ui.missions.line_editor import LineEntry, MissionLineEditor
from ui.missions.programme_dialogs import CopyDayEditor, CopyEntry, Whose, WhoseEditor
from ui.missions.programme_rows import (
    MISSION_COLUMNS,
    STEP_COLUMNS,
    StepRow,
    days_of_steps,
    mission_face,
    step_rows,
)

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.dossiers.draft import ProgrammeDraft
    from app.dossiers.rules.findings import Finding
    from app.missions.rules.itinerary import Step
    from ui.core.columns import Column
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk
    from ui.dossiers.programme_table import Shown


class MissionProgrammeTab(ProgrammeTab):
    """Lines with their clocks and for whom they are; or the schedule of a group or a person.

    Signal: `papers(whom)` when somebody asks for schedules on paper; `whom` is the key of a group
    or a participant, "" for everybody.
    """

    tables: ClassVar[frozenset[str]] = frozenset(
        {"programme_item", "item_for", "leg", "leg_traveller", "meeting", "fair_party", "fair_slot",
         "participant", "participant_group", "group_member", "destination", "person", "dossier"}
    )  # fmt: skip
    columns: ClassVar[tuple[Column, ...]] = MISSION_COLUMNS
    movable: ClassVar[bool] = False
    papers = Signal(str)

    def __init__(self, desk: Desk) -> None:
        self.found: MissionProgramme | None = None
        self._whose: tuple[str, UUID] | None = None
        self.steps = ListModel(STEP_COLUMNS)
        self.schedule = Table(self.steps, tr("Schedule"), desk.state)
        self._choices = QMenu()
        self.whose = Button(tr("Whole delegation"), menu=self._choices)
        super().__init__(desk, _no_findings)
        self.steps.setParent(self)
        self._holder.addWidget(TableCard(self.schedule))
        self.schedule.opened.connect(self._open_step)

    def table_name(self) -> str:
        """The columns of missions are kept apart from those of receptions."""
        return tr("Programme of the mission")

    def tools(self) -> list[QWidget]:
        """Whose schedule, and what else one does with a programme."""
        self._more = QMenu(self)
        self._more.addAction(tr("Copy a day for a group…"), self.copy_a_day)
        self._more.addAction(tr("Personal schedules on paper"), self.to_paper)
        self._more.addAction(tr("Save calendars…"), self.save_calendars)
        return [self.whose, Button(tr("More"), menu=self._more)]

    # --- showing ---

    def show_record(self, mission: UUID) -> None:
        """Ask for the programme of a mission; again when one of `tables` changed."""
        if self.found is not None and self.found.id != mission:
            self._whose = self._findings = None
        self._desk.jobs.ask(
            mission_programme, mission, then=self._answered, owner=self, channel="mission programme"
        )

    def _answered(self, found: MissionProgramme) -> None:
        self.found = self._sheet = found
        self._offer_whose()
        self._show()
        self._desk.jobs.ask(
            _wrong_with, found, then=partial(self._looked_at, found), owner=self, channel="findings"
        )

    def _looked_at(self, found: MissionProgramme, findings: tuple[Finding, ...]) -> None:
        """What is wrong with what is shown, a moment after it is."""
        if found is self.found:
            self._found(findings)

    def _offer_whose(self) -> None:
        found = self.found
        if found is None:
            return
        menu = self._choices
        menu.clear()
        menu.addAction(tr("Whole delegation"), self.show_whole)
        for group in found.groups:
            count = trn("{n} person", "{n} persons", len(group.members))
            menu.addAction(f"{group.name} · {count}", partial(self.show_group, group.id))
        menu.addSeparator()
        menu.addAction(tr("One person…"), self.ask_person)

    def rows_of(self, key: str) -> list[Shown]:
        """The lines of a face, with clocks and people."""
        return mission_face(key, self.found, self._findings or ()) if self.found else []

    def show_whole(self) -> None:
        """Show all lines."""
        self._whose = None
        self._show()

    def show_group(self, group: UUID) -> None:
        """Show what a group does."""
        self._whose = ("group", group)
        self._show()

    def show_person(self, person: UUID) -> None:
        """Show what one participant goes through, journeys, meetings and free time too."""
        self._whose = ("person", person)
        self._show()

    def ask_person(self) -> None:
        """Ask whose schedule to show."""
        if self.found is None:
            return
        chosen = WhoseEditor.ask(self, tr("Whose schedule"), Whose(self.found.party))
        if chosen is not None and chosen.person is not None:
            self.show_person(chosen.person)

    def _show(self) -> None:
        steps = self._steps()
        self.faces.setEnabled(steps is None)
        if steps is None:
            self.whose.setText(tr("Whole delegation"))
            super()._show()
            return
        rows = step_rows(steps)
        self.whose.setText(self._called())
        self.steps.show(rows)
        self.schedule.groups.show(days_of_steps(rows))
        days = len({one.step.day for one in rows})
        self._told.say(trn("{n} day", "{n} days", days))
        self._holder.setCurrentIndex(self._holder.count() - 1)
        self._tell_findings()
        self.details.show_line(None)

    def _steps(self) -> tuple[Step, ...] | None:
        """The steps of the group or person chosen; None for the whole delegation."""
        found = self.found
        if found is None or self._whose is None:
            return None
        kind, record = self._whose
        if kind == "group" and any(one.id == record for one in found.groups):
            return found.of_group(record)
        if record in found.stays:
            return found.of(record)
        self._whose = None
        return None

    def _called(self) -> str:
        found = self.found
        if found is None or self._whose is None:
            return ""
        _kind, record = self._whose
        names = {one.id: one.name for one in found.groups}
        names |= {one: stay.name for one, stay in found.stays.items()}
        return names.get(record, "")

    def go_to(self, line: object) -> None:
        """Show a line a finding is about, among all."""
        self._whose = None
        self._show()
        super().go_to(line)

    def whom(self) -> str:
        """The key of the group or participant shown, "" for everybody."""
        return self._whose[1].hex if self._whose else ""

    def to_paper(self) -> None:
        """Ask for the schedules shown on paper."""
        self.papers.emit(self.whom())

    def save_calendars(self) -> None:
        """Ask for a folder, and write a calendar for each of those shown."""
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder for the calendars"))
        if chosen:
            self.write_calendars(Path(chosen))

    def write_calendars(self, folder: Path) -> None:
        """Write a calendar for each participant, or those of the group or person shown."""
        found = self.found
        if found is None:
            return
        place = folder / tr("Calendars - {mission}", mission=found.title).replace("/", "-")

        def asked(made: Calendars) -> None:
            self._desk.jobs.background(
                write_folder, made, place, then=written, failed=self._failed, owner=self
            )

        def written(count: int) -> None:
            told = trn("{n} calendar in {folder}", "{n} calendars in {folder}", count,
                       folder=place.name)  # fmt: skip
            self._desk.say(told)

        self._desk.jobs.ask(
            calendars_of, found.id, Audience.EXTERNAL, self.whom(),
            then=asked, failed=self._failed, owner=self,
        )  # fmt: skip

    def _open_step(self, row: StepRow) -> None:
        """A step that is a line opens it."""
        line = self.found.line(row.id) if self.found else None
        shown = next((one for one in self.rows_of("edit") if line and one.id == line.id), None)
        if shown is not None:
            self._ask_line(shown)

    def _fill_menu(self, menu: QMenu) -> None:
        super()._fill_menu(menu)
        one = self.table.current_row()
        if one is None or self.found is None:
            return
        menu.addSeparator()
        whom = menu.addMenu(tr("For whom"))
        whom.addAction(tr("Everybody"), partial(self.set_whom, ()))
        for group in self.found.groups:
            whom.addAction(group.name, partial(self.set_whom, (group.id,)))

    # --- changing ---

    def _day(self) -> dt.date:
        one = self.table.current_row()
        if one is not None and one.draft.starts_at is not None:
            day: dt.date = one.draft.starts_at.date()
            return day
        return super()._day()

    def _ask_new(self, at: int | None, draft: ProgrammeDraft) -> None:
        found = self.found
        if found is None:
            return
        del at
        groups = (self._whose[1],) if self._whose and self._whose[0] == "group" else ()
        people = (self._whose[1],) if self._whose and self._whose[0] == "person" else ()
        day = self._day() if found.lines or found.day else None

        def save(made: LineEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(add_mission_line, found.id, made.draft, then=done, failed=failed)

        entry = LineEntry(MissionLineDraft(draft, groups, people), found, day)
        title = tr("Line of the programme")
        MissionLineEditor.edit(self, title, entry, save=save, then=self._added)

    def _ask_line(self, one: Shown) -> None:
        found, line = self.found, self.found.line(one.id) if self.found else None
        if found is None or line is None:
            return

        def save(made: LineEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(
                change_mission_line, one.id, one.of.revision, made.draft,
                shift=bool(dialog.form["shift"].value()), then=done, failed=failed,
            )  # fmt: skip

        entry = LineEntry(MissionLineDraft(one.draft, line.groups, line.people), found, self._day())
        dialog = MissionLineEditor.edit(self, tr("Line of the programme"), entry, save=save)

    def _change(
        self,
        line: Shown,
        made: ProgrammeDraft,
        done: Done | None = None,
        failed: Failed | None = None,
        *,
        shift: bool = True,
    ) -> None:
        kept = self.found.line(line.id) if self.found else None
        if kept is None:
            return
        draft = MissionLineDraft(made, kept.groups, kept.people)
        self._desk.jobs.run(
            change_mission_line, line.id, line.of.revision, draft,
            shift=shift, then=done, failed=failed,
        )  # fmt: skip

    def shift(self, minutes: int) -> None:
        """Move the current line and what follows for the same people that day."""
        one = self.table.current_row()
        if one is not None:
            self._desk.jobs.run(shift_mission_lines, one.id, minutes)

    def set_whom(self, groups: tuple[UUID, ...]) -> None:
        """Say for whom the current line is."""
        one = self.table.current_row()
        if one is not None:
            self._desk.jobs.run(set_line_whom, [one.id], groups)

    def copy_a_day(self) -> None:
        """Copy the lines of a day for a group."""
        found = self.found
        if found is None:
            return

        def save(made: CopyEntry, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(copy_day, found.id, made.draft, then=done, failed=failed)

        day = self._day() if found.lines else None
        CopyDayEditor.edit(self, tr("Copy a day for a group"), CopyEntry(found, day), save=save)


def _wrong_with(_session: object, found: MissionProgramme) -> tuple[Finding, ...]:
    return programme_findings(found)


def _no_findings(*_asked: object) -> tuple[()]:
    """They come with the programme."""
    return ()
