"""A mission opened: head, stage, and its tabs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from app.core import clock
from app.dossiers.rules import Origin
from app.dossiers.rules import label as dossier_label
from app.missions.commands import change_mission
from app.missions.queries import MissionSheet, mission_sheet
from app.missions.rules.mission import kind_label
from ui.core import language
from ui.core.language import day, read, tr, trn
from ui.dossiers.record_page import RecordPage, purposes
from ui.missions.columns import span
from ui.missions.costs_tab import CostsTab
from ui.missions.delegation_tab import DelegationTab
from ui.missions.known import Known, surroundings
from ui.missions.meetings_tab import MeetingsTab
from ui.missions.overview_tab import OverviewTab
from ui.missions.rooms_tab import RoomsTab
from ui.missions.travel_tab import TravelTab

if TYPE_CHECKING:
    from uuid import UUID

    from app.missions.draft import MissionDraft
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk


class MissionPage(RecordPage[MissionSheet]):
    """One mission with its tabs: overview, delegation, travel, rooms, costs, paper.

    Tabs beyond the first two are made when they are first looked at (`cached_property`).
    """

    noun: ClassVar[str] = "mission"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"dossier", "mission", "destination", "objective", "participant", "participant_group",
         "group_member", "travel_papers", "person", "posting", "organisation", "dossier_priority",
         "dossier_goal", "accreditation", "precedence_list", "precedence_band", "setting"}
    ) | TravelTab.tables | RoomsTab.tables | CostsTab.tables | MeetingsTab.tables  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Missions"), tr("Mission"))
        self._known = Known()
        self.overview = OverviewTab(desk, self.edit)
        self.delegation = DelegationTab(desk, self._counted)
        self.keep(self.overview, self.overview.show_sheet)
        self.keep(self.delegation, self.delegation.refresh)
        self.add_tab("overview", tr("Overview"), lambda: self.overview)
        self.add_tab("delegation", tr("Delegation"), lambda: self.delegation)
        self.add_tab("meetings", tr("Meetings"), lambda: self.meetings)
        self.add_tab("travel", tr("Travel"), lambda: self.travel)
        self.add_tab("rooms", tr("Rooms"), lambda: self.rooms)
        self.add_tab("costs", tr("Costs"), lambda: self.costs)
        self.add_tab("paper", tr("Paper"), self.make_paper)
        self.on("mission.edit", self._edit_chosen)
        self.on("mission.add_participant", self.delegation.add)
        self.on("mission.import", self.delegation.bring_in)
        self.on("mission.destination", self.overview.add_destination)
        self.on("mission.objective", self.overview.add_objective)
        self.on("mission.print", self.to_papers)

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

        editor_for(around).edit(self, tr("Mission"), sheet.draft, save=save)

    def _edit_chosen(self) -> None:
        """F2 means the participant where somebody works in the list, else the mission."""
        if self.delegation.table.hasFocus():
            self.delegation.edit()
        elif self.delegation.papers.hasFocus():
            self.delegation.edit_papers()
        else:
            self.edit()


def _distance(sheet: MissionSheet) -> str:
    first, last, today = sheet.day, sheet.back_on, clock.today()
    if first is None:
        return ""
    if first > today:
        return trn("{n} day left", "{n} days left", (first - today).days)
    if last is not None and last >= today:
        return tr("on its way")
    return tr("back since {day}", day=day(last))
