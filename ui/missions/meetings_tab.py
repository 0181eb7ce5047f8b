"""Meetings of a mission: the schedule, the wishes, who may meet, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QStackedLayout, QWidget

from app.core.errors import BelfryError, CancelledError
from app.missions.commands import take_schedule
from app.missions.queries import fair_board, propose
from app.missions.rules.meetings import Side
from ui.core import language, theme
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Banner, Empty, Figure, column, row
from ui.core.flow import Flow
from ui.core.labels import Text
from ui.core.language import read, tr
from ui.core.problems import problems_of, sentence_of
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.core.watch import Watch
from ui.missions.findings import side_width
from ui.missions.meeting_columns import (
    OUTCOME_COLUMNS,
    PARTY_COLUMNS,
    meeting_lines,
    party_lines,
)
from ui.missions.meetings_work import MeetingsWork
from ui.missions.party_panel import PartyPanel
from ui.missions.proposal_bar import ProposalBar, lacking_for
from ui.missions.schedule_grid import ScheduleView
from ui.missions.wish_grid import WishView

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from app.missions.queries import FairBoard, Proposal
    from ui.core.page import Desk

SCHEDULE, WISHES, PARTIES, OUTCOMES = "schedule", "wishes", "parties", "outcomes"
_ROOMY = 1140
"""From this width what to show and what to do stand beside each other."""
_FACES = (SCHEDULE, WISHES, PARTIES, OUTCOMES)


class MeetingsTab(QWidget):
    """Faces over one board of meetings; a proposal is looked at before it is taken."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"fair_party", "fair_wish", "fair_slot", "meeting", "task", "mission", "dossier",
         "destination", "organisation"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.record: UUID | None = None
        self.board: FairBoard | None = None
        self.proposal: Proposal | None = None
        self._watch: Watch | None = None
        self._note = ""
        self.work = MeetingsWork(self)
        self._figures = {
            "companies": Figure(tr("Companies")),
            "hosts": Figure(tr("Hosts")),
            "slots": Figure(tr("Slots")),
            "meetings": Figure(tr("Meetings")),
            "wishes": Figure(tr("Wishes fulfilled")),
        }
        self.faces = ChipBar(
            [
                (SCHEDULE, tr("Schedule")),
                (WISHES, tr("Wishes")),
                (PARTIES, tr("Companies and hosts")),
                (OUTCOMES, tr("What came of it")),
            ],
            SCHEDULE,
            name=tr("What to show"),
        )
        self.sides = ChipBar(
            [(Side.OURS, tr("By company")), (Side.HOST, tr("By host"))],
            Side.OURS,
            name=tr("Whose days"),
        )
        self.schedule, self.wishes = ScheduleView(), WishView()
        self.parties = ListModel(PARTY_COLUMNS, parent=self)
        self.party_table = Table(self.parties, tr("Companies and hosts"), desk.state)
        self.outcomes = ListModel(OUTCOME_COLUMNS, parent=self)
        self.outcome_table = Table(self.outcomes, tr("What came of it"), desk.state)
        self.panel = PartyPanel()
        self.bar = ProposalBar()
        self.banner = Banner()
        self._holder = QStackedLayout()
        self._lay_out()
        self._wire()

    # --- layout ---

    def _lay_out(self) -> None:
        self._arrange = Button(tr("Arrange"), PRIMARY, icon="refresh")
        self._more = Button(tr("Add"), icon="add", menu=self._add_menu())
        self._hosts = Button(tr("Counterparts to contacts…"))
        acts = QWidget()
        flow = Flow(acts)
        for one in (self._hosts, self._more, self._arrange):
            flow.addWidget(one)
        self._tools = tools = row(self.faces, acts, gap=8)
        tools.setStretch(0, 1)
        box = QWidget()
        box.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        for view in (self.schedule, self.wishes):
            self._holder.addWidget(_framed(view))
        for table in (self.party_table, self.outcome_table):
            self._holder.addWidget(TableCard(table))
        self._holder.addWidget(self._empty())
        self._hint = Text("", "small", ink="text2", wrap=True)
        self._below = QWidget()
        below = row(self.sides, self._hint, gap=12)
        below.setStretch(1, 1)
        self._below.setLayout(below)
        left = column(tools, self.banner, self.bar, self._below, box, gap=12)
        left.setStretch(4, 1)
        parts = row(gap=12)
        parts.addLayout(left, 1)
        parts.addWidget(self.panel)
        self._tiles = QWidget()
        self._tiles.setLayout(row(*self._figures.values(), gap=12))
        whole = column(self._tiles, gap=12)
        whole.addLayout(parts, 1)
        self.setLayout(whole)

    def _add_menu(self) -> QMenu:
        menu, work = QMenu(self), self.work
        menu.addAction(tr("Companies of the delegation"), work.add_companies)
        menu.addAction(tr("Company or host…"), work.add_party)
        menu.addAction(tr("Companies and hosts from a list…"), work.bring_in_parties)
        menu.addAction(tr("Wishes from a list…"), work.bring_in_wishes)
        menu.addAction(tr("Suggestions for wishes…"), work.suggest)
        menu.addSeparator()
        menu.addAction(tr("Slots…"), work.add_slots)
        menu.addAction(tr("Tables and interpreters…"), work.edit_tables)
        menu.addSeparator()
        menu.addAction(tr("Meeting by hand…"), work.add_meeting)
        menu.addAction(tr("List of meetings (CSV)…"), work.export)
        return menu

    def _empty(self) -> Empty:
        return Empty(
            "seat",
            tr("Nobody is to meet anybody yet"),
            tr(
                "1. Take the companies of the delegation and add the hosts they may meet. "
                "2. Make the slots, and note who wishes to meet whom. "
                "3. Arrange: the schedule is proposed, you look at it and take it."
            ),
            (tr("Companies of the delegation"), self.work.add_companies),
            (tr("Company or host…"), self.work.add_party),
            (tr("From a list…"), self.work.bring_in_parties),
        )

    def _wire(self) -> None:
        work = self.work
        self._arrange.clicked.connect(self.arrange)
        self._hosts.clicked.connect(work.counterparts)
        self.faces.chosen.connect(lambda _key: self._show())
        self.sides.chosen.connect(lambda _key: self._show())
        self.bar.taken.connect(self.take)
        self.bar.dropped.connect(self.drop)
        grid = self.schedule
        grid.party_chosen.connect(self._choose)
        grid.moved.connect(work.move)
        grid.opened.connect(work.open_cell)
        grid.lock_asked.connect(work.turn_lock)
        grid.removed.connect(work.remove_meeting)
        grid.menu_maker = work.fill_cell_menu
        self.wishes.party_chosen.connect(self._choose)
        self.wishes.wished.connect(work.wish)
        self.panel.meet.connect(work.meet)
        self.panel.edited.connect(work.edit_party)
        self.panel.ranked.connect(work.rank)
        self.panel.gone_to.connect(self.go_to)
        self.party_table.chosen.connect(lambda one: self._choose(one.id if one else None))
        self.party_table.opened.connect(lambda one: work.edit_party(one.id))
        self.party_table.menu_maker = work.fill_party_menu
        self.outcome_table.opened.connect(lambda one: work.edit_outcome(one.row))
        self.outcome_table.menu_maker = work.fill_outcome_menu
        self.party_table.f2_opens = self.outcome_table.f2_opens = True
        for keys, do in (("Delete", work.remove_parties), ("Ctrl+N", work.add_party)):
            shortcut = QShortcut(QKeySequence(keys), self.party_table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(do)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The card at the side is narrower in a small window."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(side_width(self))
        way = QBoxLayout.Direction
        roomy = self.width() >= theme.px(_ROOMY)
        self._tools.setDirection(way.LeftToRight if roomy else way.TopToBottom)

    # --- showing ---

    def show_record(self, mission: UUID) -> None:
        """Ask for the meetings of a mission; to be called again when one of `tables` changed."""
        if mission != self.record:
            self.record, self.board = mission, None
            self.drop()
        self.desk.jobs.ask(
            fair_board, mission, then=self._answered, owner=self, channel="mission meetings"
        )

    def _answered(self, board: FairBoard) -> None:
        self.board = board
        if self.proposal is not None and self.proposal.seen != board.seen:
            self.proposal = None
            self.bar.clear()
            self.tell(tr("Something changed since this was proposed: arrange anew."))
        self._show_figures(board)
        self._show()

    def _show_figures(self, board: FairBoard) -> None:
        shown = self._figures
        shown["companies"].show_figure(language.number(len(board.companies)))
        shown["hosts"].show_figure(language.number(len(board.hosts)))
        days = len({one.starts_at.date() for one in board.slots})
        city, zone = board.zone_of(board.slots[0].starts_at.date()) if board.slots else ("", "")
        remark = tr("time of {place}", place=city or zone) if zone else ""
        if days > 1:
            remark = tr("on {n} days", n=days)
        shown["slots"].show_figure(language.number(len(board.slots)), remark)
        shown["meetings"].show_figure(language.number(len(board.placed)))
        of_all = tr("of {n}", n=language.number(len(board.pair_wishes)))
        shown["wishes"].show_figure(language.number(board.fulfilled), of_all)

    def _show(self) -> None:
        board = self.board
        if board is None:
            return
        face = self.faces.current() or SCHEDULE
        nobody = not board.companies and not board.hosts
        self._holder.setCurrentIndex(4 if nobody else _FACES.index(face))
        self.panel.setVisible(not nobody and face != OUTCOMES)
        self._tiles.setVisible(not nobody)
        by_side, lacking = face in (SCHEDULE, WISHES), lacking_for(board)
        self._below.setVisible(not nobody and (by_side or bool(lacking)))
        self.sides.setVisible(by_side)
        self._hint.say(lacking or self._how(face))
        self._arrange.setEnabled(not lacking and self._watch is None)
        self._arrange.setToolTip(lacking)
        self._arrange.setVisible(self.proposal is None and not nobody)
        self._hosts.setVisible(bool(board.meetings))
        side = Side(self.sides.current() or Side.OURS)
        if face == SCHEDULE:
            self.schedule.show_board(board, self.proposal, side)
            self._say_contradictions(board)
        elif face == WISHES:
            self.wishes.show_board(board, side)
        elif face == PARTIES:
            self.parties.show(party_lines(board))
            if self.party_table.current_row() is None and board.parties:
                self.party_table.select_id(self.panel.party or next(iter(board.parties)))
        else:
            self.outcomes.show(meeting_lines(board))
        self.panel.show_party(board, self.panel.party)

    def _how(self, face: str) -> str:
        """What keys and signs mean here."""
        if self.proposal is not None:
            return ""
        if face == WISHES:
            return tr(
                "Type 1 to 5; 0 takes a wish back. Strokes below a cell are the wish of the other "
                "side, a dot says that they meet."
            )
        return tr(
            "Drag a meeting, or move it by Alt and arrows; L lets it stay, Delete removes it."
        )

    def _say_contradictions(self, board: FairBoard) -> None:
        """What stands and cannot be kept is said above the schedule, by name."""
        if self.proposal is None and not self.bar.isVisible():
            found = board.contradictions(all_of_them=True)
            lines = [self._note, *(read(one) for one in found[:5])]
            self.banner.say("\n".join(one for one in lines if one))

    def tell(self, words: str) -> None:
        """Say something above the schedule, until somebody does the next thing."""
        self._note = words
        self.banner.say(words)

    def _choose(self, party: UUID | None) -> None:
        if self.board is not None and party is not None:
            self.panel.show_party(self.board, party)

    def go_to(self, party: UUID | None) -> None:
        """Show somebody's day, of whichever side they are."""
        board = self.board
        if board is None or party is None:
            return
        ours = any(one.id == party for one in board.companies)
        self.sides.choose(Side.OURS if ours else Side.HOST)
        self.faces.choose(SCHEDULE)
        self._show()
        self.schedule.select_party(party)
        self.panel.show_party(board, party)

    # --- arranging ---

    def arrange(self) -> None:
        """Work out a proposal, away from the window."""
        if self.board is None or self._watch is not None:
            return
        self.faces.choose(SCHEDULE)
        self.proposal = None
        self.tell("")
        self._watch = Watch(self)
        self.bar.follow(self._watch)
        self._show()
        self.desk.jobs.background(
            propose, self.board, then=self._proposed, failed=self._not_proposed, owner=self,
            watch=self._watch,
        )  # fmt: skip

    def _proposed(self, made: Proposal) -> None:
        stopped = (
            self._watch is not None and self._watch.cancelled
        )  # it may be done before it hears
        self._watch = None
        self.bar.clear()
        if not stopped and self.board is not None and made.seen == self.board.seen:
            self.proposal = made
            self.bar.show_proposal(made)
        elif not stopped:
            self.tell(tr("Something changed since this was proposed: arrange anew."))
        self._show()

    def _not_proposed(self, error: Exception) -> None:
        self._watch = None
        self.bar.clear()
        self._show()
        if isinstance(error, CancelledError):
            return
        self.complain(error)

    def complain(self, error: Exception) -> None:
        """Say above the schedule why something was refused, each contradiction by name."""
        told = [read(one.sentence) for one in problems_of(error)]
        self.tell("\n".join(told[:5]) or sentence_of(error))
        if not isinstance(error, BelfryError):
            self.desk.complain(error)

    def take(self) -> None:
        """Let the proposal stand."""
        made = self.proposal
        if made is None:
            return
        self.desk.jobs.run(
            take_schedule, made.mission, made.seen, made.meetings,
            failed=self._refused, owner=self,
        )  # fmt: skip
        self.proposal = None
        self.bar.clear()

    def _refused(self, error: Exception) -> None:
        self._show()
        self.complain(error)

    def drop(self) -> None:
        """Leave everything as it was; what is being worked out is stopped."""
        if self._watch is not None:
            self._watch.cancel()
        self.proposal = None
        self.bar.clear()
        self.tell("")
        self._show()

    def current_parties(self) -> list[Any]:
        """The ids selected in the list of parties."""
        return list(self.party_table.selected_ids())


def _framed(view: QWidget) -> QWidget:
    made = QFrame()
    made.setObjectName("Card")
    box = column(view, margin=1)
    made.setLayout(box)
    return made
