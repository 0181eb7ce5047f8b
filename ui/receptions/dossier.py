"""A reception opened: head, stage, and its tabs."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QMenu

from app.core import clock
from app.dossiers.rules import Origin
from app.dossiers.rules import label as dossier_label
from app.receptions.commands import change_reception
from app.receptions.queries import ReceptionSheet, reception_findings, reception_sheet
from app.receptions.rules.messages import Message
from ui.actions import hint
from ui.core import language
from ui.core.buttons import PRIMARY, Button
from ui.core.language import day, read, tr, trn
from ui.dossiers.programme_tab import ProgrammeTab
from ui.dossiers.record_page import RecordPage, purposes
from ui.receptions.around_card import AroundCard
from ui.receptions.begin_work import BeginWork
from ui.receptions.follow_up_tab import FollowUpTab
from ui.receptions.guests_tab import GuestsTab
from ui.receptions.known import Known, surroundings
from ui.receptions.letters_tab import LettersTab
from ui.receptions.overview_tab import OverviewTab
from ui.receptions.who_to_invite import WhoToInvite

if TYPE_CHECKING:
    from uuid import UUID

    from app.receptions.draft import ReceptionDraft
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk


class ReceptionPage(RecordPage[ReceptionSheet]):
    """One reception with its tabs: overview, guests, programme, paper."""

    noun: ClassVar[str] = "reception"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"dossier", "reception", "guest", "person", "posting", "organisation", "programme_item",
         "dossier_priority", "dossier_goal", "address_override", "accreditation", "precedence_list",
         "precedence_band", "moment", "moment_person", "task", "document", "gift", "letter",
         "companion", "catering_note", "delegation", "setting", "special_day", "national_day",
         "cost_line", "evaluation_answer", "agreement",
         "dossier_role", "dossier_partner", "proposal", "tagging", "golden_book_page"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Receptions"), tr("Reception"))
        self._known = Known()
        self.guests = GuestsTab(desk, self._guests_counted)
        self.around = AroundCard(desk)
        self.overview = OverviewTab(desk)
        self.overview.more.addWidget(self.around)
        self.programme = ProgrammeTab(desk, reception_findings)
        self.follow_up = FollowUpTab(desk)
        self.follow_up.thanking.connect(self._thank)
        self.begin = BeginWork(self, desk, partial(desk.go, "reception"))
        self.overview.stages.printed.connect(self.to_papers)
        self.overview.stages.templated.connect(self._apply_template)
        self.keep(self.overview, self._show_overview)
        self.keep(self.guests, self.guests.refresh)
        self.keep(self.programme, self.programme.show_sheet)
        self.keep(self.follow_up, self.follow_up.show_sheet)
        self.add_tab("overview", tr("Overview"), lambda: self.overview)
        self.add_tab("guests", tr("Guests"), lambda: self.guests)
        self.add_tab("who", tr("Who to invite"), lambda: self.who)
        self.add_tab("letters", tr("Letters"), lambda: self.letters)
        self.add_tab("programme", tr("Programme"), lambda: self.programme)
        self.add_tab("follow-up", tr("Follow-up"), lambda: self.follow_up)
        self.add_tab("paper", tr("Paper"), self.make_paper)
        self.on("reception.edit", self._edit_chosen)
        self.on("reception.add_guest", self.guests.add)
        self.on("reception.replies", self.guests.import_replies)
        self.on("reception.delegations", self.guests.show_delegations)
        for what in ("log", "task", "gift", "agreement"):
            self.on(f"reception.{what}", partial(self.follow_up.ask, what))
        self.on("reception.door", self.open_door)
        self.on("reception.flags", self.around.to_flags)
        self.on("reception.golden_book", self.around.to_golden)
        self.on("reception.who", lambda: self.tabs.choose("who"))
        self.guests.who.clicked.connect(lambda: self.tabs.choose("who"))
        self.on("reception.letters", lambda: self.tabs.choose("letters"))
        self.on("reception.print", self.to_papers)
        self.on("reception.move", self._move)
        self.on("reception.copy", self._copy)
        self.on("reception.apply_template", self._apply_template)
        self.on("reception.keep_template", self._keep_template)

    def head_buttons(self) -> list[Button]:
        """The door on its day, and what is done seldom."""
        self._door = Button(tr("At the door"), PRIMARY, icon="check")
        self._door.setToolTip(hint("reception.door"))
        self._door.clicked.connect(self.open_door)
        self._door.hide()
        more = QMenu(self)
        more.addAction(tr("At the door"), self.open_door)
        more.addAction(tr("Move to another day…"), self._move)
        more.addAction(tr("Copy…"), self._copy)
        more.addAction(tr("Apply a template…"), self._apply_template)
        more.addAction(tr("Save as a template…"), self._keep_template)
        return [self._door, Button(tr("More"), menu=more)]

    @cached_property
    def who(self) -> WhoToInvite:
        """Whom to invite; made when it is first looked at."""
        made = WhoToInvite(self.desk)
        return self.keep(made, made.show_sheet)

    @cached_property
    def letters(self) -> LettersTab:
        """Letters and who gets them; made when they are first looked at."""
        made = LettersTab(self.desk)
        return self.keep(made, made.show_sheet)

    # --- showing ---

    def ask(self, record: UUID) -> None:
        """Ask for the reception and its surroundings."""
        self.desk.jobs.ask(surroundings, then=self._know, owner=self)
        self.desk.jobs.ask(
            reception_sheet, record, then=self.answered, failed=self.gone, owner=self
        )

    def _know(self, known: Known) -> None:
        self._known = known
        self.guests.offer_lists(known.lists)

    def head_words(self, sheet: ReceptionSheet) -> tuple[str, list[str], str]:
        """Its moment, who wanted it and why, how far off it is."""
        facts = sheet.draft.dossier
        origin = read(dossier_label(Origin(facts.origin)))
        if sheet.requested_by:
            origin = f"{origin} · {tr('asked by {name}', name=sheet.requested_by)}"
        self.mark.say(origin, "accent" if facts.origin == Origin.PROACTIVE else "neutral")
        self._door.setVisible(sheet.day == clock.today())
        when, *others = self._facts_of(sheet)
        return when, others, self._distance(sheet)

    def _show_overview(self, sheet: ReceptionSheet) -> None:
        self.overview.show_sheet(sheet)
        self.around.show_sheet(sheet)

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
        return parts + purposes(sheet)

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
