"""A reception opened: head, stage, and its tabs."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QMenu, QWidget

from app.core import clock
from app.dossiers.commands import set_stage
from app.dossiers.rules import Origin, Stage
from app.dossiers.rules import label as dossier_label
from app.policy.rules import goal_title
from app.receptions.commands import change_reception
from app.receptions.queries import ReceptionSheet, reception_findings, reception_sheet
from app.receptions.rules.messages import Message
from ui.actions import hint
from ui.briefings.panel import PaperPanel
from ui.core import language
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import row
from ui.core.labels import Pill, Text
from ui.core.language import day, read, tr, trn
from ui.core.page import DossierPage
from ui.core.tabs import StageLine
from ui.dossiers.programme_tab import ProgrammeTab
from ui.receptions.around_card import AroundCard
from ui.receptions.begin_work import BeginWork
from ui.receptions.follow_up_tab import FollowUpTab
from ui.receptions.guests_tab import GuestsTab
from ui.receptions.known import Known, surroundings
from ui.receptions.letters_tab import LettersTab
from ui.receptions.overview_tab import OverviewTab
from ui.receptions.who_to_invite import WhoToInvite

if TYPE_CHECKING:
    from app.receptions.draft import ReceptionDraft
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk
    from ui.core.window_state import Json

_STAGES = list(Stage)
T = TypeVar("T", bound=QWidget)


class ReceptionPage(DossierPage):
    """One reception with its tabs: overview, guests, programme, paper."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"dossier", "reception", "guest", "person", "posting", "organisation", "programme_item",
         "dossier_priority", "dossier_goal", "address_override", "accreditation", "precedence_list",
         "precedence_band", "moment", "moment_person", "task", "document", "gift", "letter",
         "companion", "catering_note", "delegation", "setting", "special_day", "national_day",
         "cost_line", "evaluation_answer",
         "dossier_role", "dossier_partner", "proposal", "tagging", "golden_book_page"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Receptions"), tr("Reception"))
        self.record: UUID | None = None
        self._sheet: ReceptionSheet | None = None
        self._known = Known()
        self._origin = Pill("")
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
        self._stage.chosen.connect(self._stage_chosen)
        self.guests = GuestsTab(desk, self._guests_counted)
        self.around = AroundCard(desk)
        self.overview = OverviewTab(desk)
        self.overview.more.addWidget(self.around)
        self.programme = ProgrammeTab(desk, reception_findings)
        self.follow_up = FollowUpTab(desk)
        self.follow_up.thanking.connect(self._thank)
        self.begin = BeginWork(self, desk, partial(desk.go, "reception"))
        self.overview.stages.printed.connect(self._show_paper)
        self.overview.stages.templated.connect(self._apply_template)
        for part in (self.guests, self.overview, self.programme, self.follow_up):
            self._keep(part)
        self.add_tab("overview", tr("Overview"), lambda: self.overview)
        self.add_tab("guests", tr("Guests"), lambda: self.guests)
        self.add_tab("who", tr("Who to invite"), lambda: self.who)
        self.add_tab("letters", tr("Letters"), lambda: self.letters)
        self.add_tab("programme", tr("Programme"), lambda: self.programme)
        self.add_tab("follow-up", tr("Follow-up"), lambda: self.follow_up)
        self.add_tab("paper", tr("Paper"), self._make_paper)
        self.on("reception.edit", self._edit_chosen)
        self.on("reception.add_guest", self.guests.add)
        self.on("reception.replies", self.guests.import_replies)
        self.on("reception.delegations", self.guests.show_delegations)
        for what in ("log", "task", "gift"):
            self.on(f"reception.{what}", partial(self.follow_up.ask, what))
        self.on("reception.door", self.open_door)
        self.on("reception.flags", self.around.to_flags)
        self.on("reception.golden_book", self.around.to_golden)
        self.on("reception.who", lambda: self.tabs.choose("who"))
        self.guests.who.clicked.connect(lambda: self.tabs.choose("who"))
        self.on("reception.letters", lambda: self.tabs.choose("letters"))
        self.on("reception.print", lambda: self.tabs.choose("paper"))
        self.on("reception.move", self._move)
        self.on("reception.copy", self._copy)
        self.on("reception.apply_template", self._apply_template)
        self.on("reception.keep_template", self._keep_template)

    def _build_head(self) -> None:
        """Buttons at the right of the title."""
        self.remark.hide()
        self.buttons.insertWidget(0, self._origin)
        menu = QMenu(self)
        for stage in _STAGES:
            menu.addAction(read(dossier_label(stage)), partial(self._set_stage, stage))
        self.buttons.addWidget(Button(tr("Stage"), menu=menu))
        change = Button(tr("Edit…"), icon="edit")
        change.clicked.connect(self.edit)
        self.buttons.addWidget(change)
        self._door = Button(tr("At the door"), PRIMARY, icon="check")
        self._door.setToolTip(hint("reception.door"))
        self._door.clicked.connect(self.open_door)
        self._door.hide()
        self.buttons.addWidget(self._door)
        more = QMenu(self)
        more.addAction(tr("At the door"), self.open_door)
        more.addAction(tr("Move to another day…"), self._move)
        more.addAction(tr("Copy…"), self._copy)
        more.addAction(tr("Apply a template…"), self._apply_template)
        more.addAction(tr("Save as a template…"), self._keep_template)
        self.buttons.addWidget(Button(tr("More"), menu=more))
        paper = Button(tr("Papers"), icon="print")
        paper.clicked.connect(lambda: self.tabs.choose("paper"))
        self.buttons.addWidget(paper)

    @cached_property
    def who(self) -> WhoToInvite:
        """Whom to invite; made when it is first looked at."""
        return self._keep(WhoToInvite(self.desk))

    @cached_property
    def letters(self) -> LettersTab:
        """Letters and who gets them; made when they are first looked at."""
        return self._keep(LettersTab(self.desk))

    def _keep(self, part: T) -> T:
        """It goes with the page, also where nobody looks at its tab; it shows what is open."""
        part.setParent(self)
        part.hide()
        if self._sheet is not None and isinstance(part, WhoToInvite | LettersTab):
            part.show_sheet(self._sheet)
        return part

    def _make_paper(self) -> PaperPanel:
        made = PaperPanel(self.desk, "reception")
        if self._sheet is not None:
            made.show_record(self._sheet.id, self._sheet.draft.dossier.title)
        return made

    # --- showing ---

    def show_record(self, record: UUID) -> None:
        """Open a reception, on the guests where another was open before."""
        if record != self.record:
            self.record = record
            self._sheet = None
        self.mark_stale()

    def state(self) -> dict[str, Json]:
        """Which reception, which tab."""
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
            reception_sheet, self.record, then=self._answered, failed=self._gone, owner=self
        )

    def _know(self, known: Known) -> None:
        self._known = known
        self.guests.offer_lists(known.lists)

    def _gone(self, error: Exception) -> None:
        del error
        self.left.emit()

    def _answered(self, sheet: ReceptionSheet) -> None:
        self._sheet = sheet
        facts = sheet.draft.dossier
        self.heading.say(facts.title)
        self.set_title(facts.title)
        origin = read(dossier_label(Origin(facts.origin)))
        if sheet.requested_by:
            origin = f"{origin} · {tr('asked by {name}', name=sheet.requested_by)}"
        tone = "accent" if facts.origin == Origin.PROACTIVE else "neutral"
        self._origin.say(origin, tone)
        when, *others = self._facts_of(sheet)
        self._when.say(when)
        self._line.say(" · ".join(others))
        self._stage.show_stage(_STAGES.index(Stage(facts.stage)))
        self._days_left.say(self._distance(sheet))
        self._door.setVisible(sheet.day == clock.today())
        self.overview.show_sheet(sheet)
        self.around.show_sheet(sheet)
        self.guests.refresh(sheet)
        self.programme.show_sheet(sheet)
        self.follow_up.show_sheet(sheet)
        for part in ("letters", "who"):
            if part in self.__dict__:  # somebody looked at it
                getattr(self, part).show_sheet(sheet)
        paper = self._made.get("paper")
        if isinstance(paper, PaperPanel):
            paper.show_record(sheet.id, facts.title)

    def _facts_of(self, sheet: ReceptionSheet) -> list[str]:
        facts = sheet.draft.dossier
        parts = []
        if facts.starts_at:
            hours = f"{facts.starts_at:%H:%M}"
            if facts.ends_at:
                hours += f"–{facts.ends_at:%H:%M}"
            parts.append(f"{day(facts.starts_at.date(), 'full')}, {hours}")
        else:
            parts.append(tr("no date yet"))
        parts += [facts.place] if facts.place else []
        parts += [tr("Host: {name}", name=facts.host)] if facts.host else []
        parts += sheet.priorities
        spoken = language.current()
        sdg = tr("SDG\u00a0{n}")
        parts += [f"{sdg.format(n=one)} {goal_title(one, spoken)}" for one in facts.goals[:3]]
        return parts

    def _distance(self, sheet: ReceptionSheet) -> str:
        if sheet.day is None:
            return ""
        days = (sheet.day - clock.today()).days
        if days > 0:
            return trn("{n} day left", "{n} days left", days)
        return tr("today") if days == 0 else tr("held {day}", day=day(sheet.day))

    def _guests_counted(self, number: int) -> None:
        self.tabs.rename("guests", tr("Guests · {n}", n=language.number(number)))

    # --- doing ---

    def edit(self) -> None:
        """Edit the facts of the reception."""
        from ui.receptions.editor import Surroundings, editor_for

        sheet = self._sheet
        if sheet is None:
            return
        known = self._known
        around = Surroundings(
            self.desk.jobs, known.priorities, sheet.requested_by, known.lists, sheet.id
        )

        def save(draft: ReceptionDraft, done: Done, failed: Failed) -> None:
            self.desk.jobs.run(
                change_reception, self.record, sheet.revision, draft, then=done, failed=failed
            )

        editor_for(around).edit(self, tr("Reception"), sheet.draft, save=save, then=self.begin.tell)

    def _thank(self) -> None:
        self.tabs.choose("letters")
        self.letters.choose(Message.THANKS)

    def open_door(self) -> None:
        """Check guests in, in a window of its own."""
        from ui.receptions.door_window import open_door

        if self.record is not None:
            open_door(self.window(), self.desk.jobs, self.record)

    def _edit_chosen(self) -> None:
        """F2 means the guest where somebody works in the guest list, else the reception."""
        if self.guests.table.hasFocus():
            self.guests.edit()
        elif self.programme.table.hasFocus():
            self.programme.edit_cell()
        else:
            self.edit()

    def _stage_chosen(self, place: int) -> None:
        self._set_stage(_STAGES[place])

    def _show_paper(self, kind: str) -> None:
        self.tabs.choose("paper")
        made = self._made.get("paper")
        if isinstance(made, PaperPanel):
            made.choose(kind)

    def _move(self) -> None:
        if self.record is not None:
            self.begin.move(self.record)

    def _copy(self) -> None:
        if self.record is not None:
            self.begin.copy(self.record)

    def _apply_template(self) -> None:
        if self._sheet is not None:
            self.begin.apply(self._sheet.id, self._sheet.draft.kind)

    def _keep_template(self) -> None:
        if self._sheet is not None:
            draft = self._sheet.draft
            self.begin.keep(self._sheet.id, draft.dossier.title, draft.kind)

    def _set_stage(self, stage: Stage) -> None:
        if self.record is not None:
            self.desk.jobs.run(set_stage, self.record, stage)
