"""A mission opened: head, stage, and its tabs."""

from __future__ import annotations

import datetime as dt
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QMenu

from app.core import clock
from app.dossiers.rules import Origin, Stage
from app.dossiers.rules import label as dossier_label
from app.missions.commands import change_mission, set_mission_stage
from app.missions.queries import MissionSheet, mission_sheet
from app.missions.rules.mission import kind_label
from ui.briefings.panel import PaperPanel
from ui.core import language
from ui.core.buttons import Button
from ui.core.language import day, read, tr, trn
from ui.dossiers.record_page import RecordPage, purposes
from ui.missions.begin_work import MissionWork
from ui.missions.columns import span
from ui.missions.costs_tab import CostsTab
from ui.missions.delegation_tab import DelegationTab
from ui.missions.follow_up_tab import FollowUpTab
from ui.missions.known import Known, surroundings
from ui.missions.meetings_tab import MeetingsTab
from ui.missions.overview_tab import OverviewTab
from ui.missions.programme_tab import MissionProgrammeTab
from ui.missions.rooms_tab import RoomsTab
from ui.missions.travel_tab import TravelTab

if TYPE_CHECKING:
    from uuid import UUID

    from app.missions.draft import MissionDraft
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk


class MissionPage(RecordPage[MissionSheet]):
    """One mission with its tabs: overview, delegation, programme, meetings, travel, rooms,
    costs, follow-up, paper.

    Tabs beyond the first two are made when they are first looked at (`cached_property`).
    """

    noun: ClassVar[str] = "mission"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"dossier", "mission", "destination", "objective", "participant", "participant_group",
         "group_member", "travel_papers", "task", "dossier_role", "dossier_partner",
         "programme_item", "leg", "room", "person", "posting", "organisation", "dossier_priority",
         "dossier_goal", "accreditation", "precedence_list", "precedence_band", "setting",
         "mission_text", "printing"}
    ) | TravelTab.tables | RoomsTab.tables | CostsTab.tables | FollowUpTab.tables \
      | MeetingsTab.tables | MissionProgrammeTab.tables  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Missions"), tr("Mission"))
        self._known = Known()
        self.overview = OverviewTab(desk, self.edit)
        self.begin = MissionWork(self, desk, partial(desk.go, "mission"))
        self.overview.stages.printed.connect(self.to_papers)
        self.overview.stages.templated.connect(self._apply_template)
        self.overview.inside.connect(self._new_inside)
        self.delegation = DelegationTab(desk, self._counted)
        self.keep(self.overview, self.overview.show_sheet)
        self.keep(self.delegation, self.delegation.refresh)
        self.add_tab("overview", tr("Overview"), lambda: self.overview)
        self.add_tab("delegation", tr("Delegation"), lambda: self.delegation)
        self.add_tab("programme", tr("Programme"), lambda: self.programme)
        self.add_tab("meetings", tr("Meetings"), lambda: self.meetings)
        self.add_tab("travel", tr("Travel"), lambda: self.travel)
        self.add_tab("rooms", tr("Rooms"), lambda: self.rooms)
        self.add_tab("costs", tr("Costs"), lambda: self.costs)
        self.add_tab("follow-up", tr("Follow-up"), lambda: self.follow_up)
        self.add_tab("paper", tr("Paper"), self.make_paper)
        self.on("mission.edit", self._edit_chosen)
        self.on("mission.add_participant", self.delegation.add)
        self.on("mission.import", self.delegation.bring_in)
        self.on("mission.destination", self.overview.add_destination)
        self.on("mission.objective", self.overview.add_objective)
        for what in ("log", "gift", "agreement", "thank", "close"):
            self.on(f"mission.{what}", partial(self._follow_up_asks, what))
        self.on("mission.print", self.to_papers)
        for tab in ("programme", "meetings", "travel", "rooms", "costs", "follow-up"):
            self.on(f"mission.{tab}", partial(self.tabs.choose, tab))
        self.on("mission.move", self._move)
        self.on("mission.copy", self._copy)
        self.on("mission.apply_template", self._apply_template)
        self.on("mission.keep_template", self._keep_template)
        self.on("mission.task", self._add_task)
        self.on("mission.inside", self._new_inside)

    def head_buttons(self) -> list[Button]:
        """What is done seldom."""
        more = QMenu(self)
        more.addAction(tr("Move to other dates…"), self._move)
        more.addAction(tr("Copy…"), self._copy)
        more.addAction(tr("New delegation inside…"), self._new_inside)
        more.addAction(tr("Apply a template…"), self._apply_template)
        more.addAction(tr("Save as a template…"), self._keep_template)
        return [Button(tr("More"), menu=more)]

    @cached_property
    def programme(self) -> MissionProgrammeTab:
        """What happens when, for whom."""
        made = MissionProgrammeTab(self.desk)
        made.papers.connect(self._print_schedules)
        return self.keep(made, lambda sheet: made.show_record(sheet.id))

    @cached_property
    def travel(self) -> TravelTab:
        """Journeys and what they emit."""
        made = TravelTab(self.desk)
        return self.keep(made, lambda sheet: made.show_record(sheet.id))

    @cached_property
    def rooms(self) -> RoomsTab:
        """Who sleeps where."""
        made = RoomsTab(self.desk)
        return self.keep(made, lambda sheet: made.show_record(sheet.id))

    @cached_property
    def costs(self) -> CostsTab:
        """What it costs, and who pays."""
        made = CostsTab(self.desk)
        return self.keep(made, lambda sheet: made.show_record(sheet.id))

    @cached_property
    def meetings(self) -> MeetingsTab:
        """Who meets whom, and what came of it."""
        made = MeetingsTab(self.desk)
        return self.keep(made, lambda sheet: made.show_record(sheet.id))

    @cached_property
    def follow_up(self) -> FollowUpTab:
        """What came of it."""
        made = FollowUpTab(self.desk)
        return self.keep(made, lambda sheet: made.show_dossier(sheet.id, sheet.draft.dossier.title))

    def _set_stage(self, stage: Stage) -> None:
        """To close asks first what is still open."""
        if self.record is None or self._sheet is None:
            return
        if stage is not Stage.CLOSED:
            self.desk.jobs.run(set_mission_stage, self.record, stage)
        elif (self._sheet.draft.closed_on or dt.date.max) > clock.today():
            self._follow_up_asks("close")

    def _follow_up_asks(self, what: str) -> None:
        """Keys of the follow-up go to its tab."""
        self.tabs.choose("follow-up")
        self.follow_up.ask(what)

    def _print_schedules(self, whom: str) -> None:
        """Show the personal schedules of everybody, of a group or of one person."""
        self.to_papers()
        panel = self._made.get("paper")
        if isinstance(panel, PaperPanel):
            panel.show_for("personal-schedule", whom)

    # --- showing ---

    def another(self) -> None:
        """Travel papers that another mission showed are hidden again."""
        self.delegation.hide_papers()

    def ask(self, record: UUID) -> None:
        """Ask for the mission and its surroundings."""
        self.desk.jobs.ask(surroundings, then=self._know, owner=self)
        self.desk.jobs.ask(
            mission_sheet, record, language.current(),
            then=self.answered, failed=self.gone, owner=self,
        )  # fmt: skip

    def _know(self, known: Known) -> None:
        self._known = known
        self.delegation.know(known)
        self.overview.know(known)

    def head_words(self, sheet: MissionSheet) -> tuple[str, list[str], str]:
        """Its days, who leads it and why, how far off it is."""
        self.mark.say(read(kind_label(sheet.draft.kind)), "accent")
        return span(sheet.day, sheet.back_on), self._facts_of(sheet), _distance(sheet)

    def _facts_of(self, sheet: MissionSheet) -> list[str]:
        facts = sheet.draft.dossier
        cities = dict.fromkeys(one.draft.city for one in sheet.destinations)
        parts = [" → ".join(cities)] if cities else []
        parts += [tr("Led by {name}", name=sheet.organiser)] if sheet.organiser else []
        origin = read(dossier_label(Origin(facts.origin)))
        if sheet.requested_by:
            origin = f"{origin}, {tr('asked by {name}', name=sheet.requested_by)}"
        parts.append(origin)
        return parts + purposes(sheet)

    def _counted(self, number: int) -> None:
        self.tabs.rename("delegation", tr("Delegation · {n}", n=language.number(number)))

    # --- doing ---

    def edit(self) -> None:
        """Edit the facts of the mission."""
        from ui.missions.editor import Surroundings, editor_for

        sheet = self._sheet
        if sheet is None:
            return
        around = Surroundings(self.desk.jobs, self._known.priorities, sheet)

        def save(draft: MissionDraft, done: Done, failed: Failed) -> None:
            self.desk.jobs.run(
                change_mission, self.record, sheet.revision, draft, then=done, failed=failed
            )

        editor_for(around).edit(self, tr("Mission"), sheet.draft, save=save, then=self.begin.tell)

    def _edit_chosen(self) -> None:
        """F2 means the participant where somebody works in the list, else the mission."""
        if self.delegation.table.hasFocus():
            self.delegation.edit()
        elif self.delegation.papers.hasFocus():
            self.delegation.edit_papers()
        elif self.tabs.current() == "programme" and self.programme.table.hasFocus():
            self.programme.edit_cell()
        else:
            self.edit()

    def _move(self) -> None:
        if self.record is not None:
            self.begin.move(self.record)

    def _copy(self) -> None:
        if self.record is not None:
            self.begin.copy(self.record)

    def _new_inside(self) -> None:
        if self._sheet is not None:
            self.begin.new_inside(self._sheet)

    def _apply_template(self) -> None:
        if self._sheet is not None:
            self.begin.apply(self._sheet.id, self._sheet.draft.kind)

    def _keep_template(self) -> None:
        if self._sheet is not None:
            draft = self._sheet.draft
            self.begin.keep(self._sheet.id, draft.dossier.title, draft.kind)

    def _add_task(self) -> None:
        self.tabs.choose("overview")
        self.overview.stages.add_task()


def _distance(sheet: MissionSheet) -> str:
    first, last, today = sheet.day, sheet.back_on, clock.today()
    if first is None:
        return ""
    if first > today:
        return trn("{n} day left", "{n} days left", (first - today).days)
    if last is not None and last >= today:
        return tr("on its way")
    return tr("back since {day}", day=day(last))
