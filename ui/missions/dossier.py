"""A mission opened: head, stage, and its tabs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QMenu

from app.core import clock
from app.dossiers.commands import set_stage
from app.dossiers.rules import Origin, Stage
from app.dossiers.rules import label as dossier_label
from app.missions.commands import change_mission
from app.missions.queries import MissionSheet, mission_sheet
from app.missions.rules.mission import kind_label
from app.policy.rules import goal_title
from ui.briefings.panel import PaperPanel
from ui.core import language
from ui.core.buttons import Button
from ui.core.cards import row
from ui.core.labels import Pill, Text
from ui.core.language import day, read, tr, trn
from ui.core.page import DossierPage
from ui.core.tabs import StageLine
from ui.missions.columns import span
from ui.missions.costs_tab import CostsTab
from ui.missions.delegation_tab import DelegationTab
from ui.missions.known import Known, surroundings
from ui.missions.overview_tab import OverviewTab
from ui.missions.programme_tab import MissionProgrammeTab
from ui.missions.rooms_tab import RoomsTab
from ui.missions.travel_tab import TravelTab

if TYPE_CHECKING:
    from app.missions.draft import MissionDraft
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk
    from ui.core.window_state import Json

_STAGES = list(Stage)


class MissionPage(DossierPage):
    """One mission with its tabs: overview, delegation, programme, travel, rooms, costs, paper."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"dossier", "mission", "destination", "objective", "participant", "participant_group",
         "group_member", "travel_papers", "person", "posting", "organisation", "dossier_priority",
         "dossier_goal", "accreditation", "precedence_list", "precedence_band", "setting"}
    ).union(
        MissionProgrammeTab.tables, TravelTab.tables, RoomsTab.tables, CostsTab.tables
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Missions"), tr("Mission"))
        self.record: UUID | None = None
        self._sheet: MissionSheet | None = None
        self._known = Known()
        self._kind = Pill("")
        self._build_head()
        self._when = Text("", "strong")
        self._line = Text("", ink="text2", wrap=True)
        self._days_left = Text("", "small", ink="text2")
        self._stage = StageLine([read(dossier_label(one)) for one in _STAGES])
        stages = row(self._stage, self._days_left, gap=12)
        stages.insertStretch(1, 1)
        facts = row(self._when, self._line, gap=12)
        facts.setStretch(1, 1)
        self.facts.addLayout(facts)
        self.facts.addLayout(stages)
        self.overview = OverviewTab(desk, self.edit)
        self.delegation = DelegationTab(desk, self._counted)
        self.travel, self.rooms, self.costs = TravelTab(desk), RoomsTab(desk), CostsTab(desk)
        self.programme = MissionProgrammeTab(desk)
        journey = (self.programme, self.travel, self.rooms, self.costs)
        for part in (self.overview, self.delegation, *journey):
            part.setParent(self)  # it goes with the page, also where nobody looked at its tab
            part.hide()
        self.add_tab("overview", tr("Overview"), lambda: self.overview)
        self.add_tab("delegation", tr("Delegation"), lambda: self.delegation)
        self.add_tab("programme", tr("Programme"), lambda: self.programme)
        self.add_tab("travel", tr("Travel"), lambda: self.travel)
        self.add_tab("rooms", tr("Rooms"), lambda: self.rooms)
        self.add_tab("costs", tr("Costs"), lambda: self.costs)
        self.add_tab("paper", tr("Paper"), self._make_paper)
        self.programme.papers.connect(self._print_schedules)
        self.on("mission.edit", self._edit_chosen)
        self.on("mission.add_participant", self.delegation.add)
        self.on("mission.import", self.delegation.bring_in)
        self.on("mission.destination", self.overview.add_destination)
        self.on("mission.objective", self.overview.add_objective)
        self.on("mission.print", lambda: self.tabs.choose("paper"))

    def _build_head(self) -> None:
        """Buttons at the right of the title."""
        self.remark.hide()
        self.buttons.insertWidget(0, self._kind)
        menu = QMenu(self)
        for stage in _STAGES:
            menu.addAction(read(dossier_label(stage)), partial(self._set_stage, stage))
        self.buttons.addWidget(Button(tr("Stage"), menu=menu))
        change = Button(tr("Edit…"), icon="edit")
        change.clicked.connect(self.edit)
        self.buttons.addWidget(change)
        paper = Button(tr("Papers"), icon="print")
        paper.clicked.connect(lambda: self.tabs.choose("paper"))
        self.buttons.addWidget(paper)

    def _make_paper(self) -> PaperPanel:
        made = PaperPanel(self.desk, "mission")
        if self._sheet is not None:
            made.show_record(self._sheet.id, self._sheet.draft.dossier.title)
        return made

    def _print_schedules(self, whom: str) -> None:
        """Show the personal schedules of everybody, of a group or of one person."""
        self.tabs.choose("paper")
        panel = self._made.get("paper")
        if isinstance(panel, PaperPanel):
            panel.show_for("personal-schedule", whom)

    # --- showing ---

    def show_record(self, record: UUID) -> None:
        """Open a mission; travel papers another one showed are hidden again."""
        if record != self.record:
            self.record = record
            self._sheet = None
            self.delegation.hide_papers()
        self.mark_stale()

    def state(self) -> dict[str, Json]:
        """Which mission, which tab."""
        return super().state() | {"record": self.record.hex if self.record else ""}

    def restore(self, kept: dict[str, Json]) -> None:
        """Open it again."""
        if kept.get("record"):
            self.show_record(UUID(str(kept["record"])))
        super().restore(kept)

    def refresh(self) -> None:
        """Ask for the dossier, then for what its tabs show."""
        if self.record is None:
            return
        self.desk.jobs.ask(surroundings, then=self._know, owner=self)
        self.desk.jobs.ask(
            mission_sheet, self.record, language.current(),
            then=self._answered, failed=self._gone, owner=self,
        )  # fmt: skip

    def _know(self, known: Known) -> None:
        self._known = known
        self.delegation.know(known)
        self.overview.know(known)

    def _gone(self, error: Exception) -> None:
        del error
        self.left.emit()

    def _answered(self, sheet: MissionSheet) -> None:
        self._sheet = sheet
        facts = sheet.draft.dossier
        self.heading.say(facts.title)
        self.set_title(facts.title)
        self._kind.say(read(kind_label(sheet.draft.kind)), "accent")
        self._when.say(span(sheet.day, sheet.back_on))
        self._line.say(" · ".join(self._facts_of(sheet)))
        self._stage.show_stage(_STAGES.index(Stage(facts.stage)))
        self._days_left.say(_distance(sheet))
        self.overview.show_sheet(sheet)
        self.delegation.refresh(sheet)
        for part in (self.programme, self.travel, self.rooms, self.costs):
            part.show_record(sheet.id)
        paper = self._made.get("paper")
        if isinstance(paper, PaperPanel):
            paper.show_record(sheet.id, facts.title)

    def _facts_of(self, sheet: MissionSheet) -> list[str]:
        facts = sheet.draft.dossier
        cities = dict.fromkeys(one.draft.city for one in sheet.destinations)
        parts = [" → ".join(cities)] if cities else []
        parts += [tr("Led by {name}", name=sheet.organiser)] if sheet.organiser else []
        origin = read(dossier_label(Origin(facts.origin)))
        if sheet.requested_by:
            origin = f"{origin}, {tr('asked by {name}', name=sheet.requested_by)}"
        parts.append(origin)
        parts += sheet.priorities
        spoken = language.current()
        sdg = tr("SDG\u00a0{n}")
        parts += [f"{sdg.format(n=one)} {goal_title(one, spoken)}" for one in facts.goals[:3]]
        return parts

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
        elif self.programme.table.hasFocus():
            self.programme.edit_cell()
        else:
            self.edit()

    def _set_stage(self, stage: Stage) -> None:
        if self.record is not None:
            self.desk.jobs.run(set_stage, self.record, stage)


def _distance(sheet: MissionSheet) -> str:
    first, last, today = sheet.day, sheet.back_on, clock.today()
    if first is None:
        return ""
    if first > today:
        return trn("{n} day left", "{n} days left", (first - today).days)
    if last is not None and last >= today:
        return tr("on its way")
    return tr("back since {day}", day=day(last))
