"""The missions page: every mission, the coming ones first, as a list or by stage."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from app.core import clock
from app.core.fold import words
from app.missions.commands import remove_mission
from app.missions.queries import MissionRow, mission_board, missions
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Empty, row
from ui.core.language import tr, trn
from ui.core.page import ListPage
from ui.core.row_models import ListModel
from ui.core.search_field import SearchField
from ui.core.table import Table, TableCard
from ui.dossiers.board import BoardView
from ui.dossiers.board_cards import Card
from ui.missions.begin_work import MissionWork
from ui.missions.columns import MISSION_COLUMNS, span
from ui.missions.noun import MISSION

if TYPE_CHECKING:
    from uuid import UUID

    from app.dossiers.queries import BoardCard
    from ui.core.page import Desk
    from ui.core.window_state import Json

COMING, PAST, ALL = "coming", "past", "all"
LIST, BOARD = "list", "board"
KEPT = "missions.look"


class MissionsPage(ListPage):
    """The missions, the coming ones first; opening one leads to its dossier."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"dossier", "mission", "destination", "participant", "organisation", "task"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Missions"))
        self._rows: list[MissionRow] = []
        self._cards: list[BoardCard[MissionRow]] = []
        years = Button(tr("Travel and CO2"), icon="columns")
        years.clicked.connect(self.to_years)
        self.buttons.addWidget(years)
        new = Button(tr("New mission"), PRIMARY, icon="add")
        new.clicked.connect(self.add)
        self.begin = MissionWork(self, desk, self.open)
        more = QMenu(self)
        more.addAction(tr("Templates…"), self._to_templates)
        more.addAction(tr("Copy the mission…"), self._copy)
        self.buttons.addWidget(Button(tr("More"), menu=more))
        self.buttons.addWidget(new)
        self._chips = ChipBar([(ALL, tr("All"))], ALL, name=tr("View"))
        self._chips.chosen.connect(self._show)
        self._filter = SearchField(tr("Filter missions"))
        self._filter.textChanged.connect(lambda _text: self._show(self._chips.current()))
        self.model = ListModel(MISSION_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Missions"), desk.state)
        self.looks = ChipBar(
            [(LIST, tr("List")), (BOARD, tr("Board"))], LIST, name=tr("How the missions are shown")
        )
        self.looks.chosen.connect(self.show_look)
        tools = row(self._chips, None, self._filter, self.looks, gap=12)
        tools.setStretch(0, 1)
        self.body.addLayout(tools)
        self._holder = QStackedLayout()
        box = QWidget()
        box.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addWidget(TableCard(self.table))
        self._holder.addWidget(
            Empty(
                "missions",
                tr("No missions yet"),
                tr("Trade missions, exhibitions and visits to sister cities come here, with their"
                   " delegation, their programme and what came of them."),
                (tr("New mission"), self.add),
            )
        )  # fmt: skip
        self._looks = QStackedLayout()
        both = QWidget()
        both.setLayout(self._looks)
        self._looks.setContentsMargins(0, 0, 0, 0)
        self._looks.addWidget(box)
        self._listed = box
        self.body.addWidget(both, 1)
        self.table.opened.connect(lambda one: self.open(one.id))
        self.on("missions.new", self.add)
        self.on("missions.edit", self._open_current)
        self.on("missions.delete", self._remove)
        self.on("missions.filter", self._filter.setFocus)
        self.on("missions.copy", self._copy)
        self.on("missions.templates", self._to_templates)
        for look in (LIST, BOARD):
            self.on(f"missions.{look}", partial(self.show_look, look))
        kept = str(desk.state.get(KEPT, LIST))
        if kept == BOARD:
            self.show_look(BOARD)
        self.on("missions.travel_years", self.to_years)

    def open(self, mission_id: UUID) -> None:
        """Go to the dossier of a mission."""
        self.desk.go("mission", mission_id)

    def to_years(self) -> None:
        """Go to what all missions travelled and emitted, by year."""
        self.desk.go("travel_years")

    def _open_current(self) -> None:
        current = self.current()
        if current is not None:
            self.open(current)

    def current(self) -> UUID | None:
        """The mission chosen, in the list or on the board."""
        on_board = self.looks.current() == BOARD
        return self.board.current() if on_board else self.table.current_id()

    @cached_property
    def board(self) -> BoardView:
        """The board; made when it is first looked at."""
        made = BoardView(tr(MISSION.by_stage), MISSION.code)
        made.opened.connect(self.open)
        made.moved.connect(partial(self.desk.jobs.run, MISSION.staging))
        self._looks.addWidget(made)
        return made

    def show_look(self, look: str) -> None:
        """Show the missions as a list or by stage from now on."""
        self.looks.choose(look)
        self.desk.state.put(KEPT, look)
        on_board = look == BOARD
        self._looks.setCurrentWidget(self.board if on_board else self._listed)
        self._chips.setVisible(not on_board)
        if on_board:
            self._ask_board()

    def refresh(self) -> None:
        """Ask for all of them."""
        self.desk.jobs.ask(missions, then=self._answered, owner=self)
        if self.looks.current() == BOARD:
            self._ask_board()

    def _ask_board(self) -> None:
        self.desk.jobs.ask(
            mission_board, then=self._show_board, owner=self, channel="board", urgent=True
        )

    def _show_board(self, cards: list[BoardCard[MissionRow]]) -> None:
        self._cards = cards
        wanted = words(self._filter.text()).split()
        self.board.show_cards([_card(one) for one in cards if _named(one.of, wanted)])

    def _answered(self, rows: list[MissionRow]) -> None:
        self._rows = rows
        past = sum(1 for one in rows if _is_past(one))
        self._chips.offer(
            [
                (ALL, tr("All")),
                (COMING, tr("Upcoming · {n}", n=len(rows) - past)),
                (PAST, tr("Past · {n}", n=past)),
            ]
        )
        self.remark.say(trn("{n} mission", "{n} missions", len(rows)))
        self._show(self._chips.current())

    def _show(self, view: str) -> None:
        wanted = words(self._filter.text()).split()

        def shown(one: MissionRow) -> bool:
            in_view = view == ALL or _is_past(one) == (view == PAST)
            return in_view and _named(one, wanted)

        self.model.show([one for one in self._rows if shown(one)])
        if self.looks.current() == BOARD:
            self._show_board(self._cards)
        self._holder.setCurrentIndex(0 if self._rows else 1)

    def add(self) -> None:
        """Ask for a new mission and open it."""
        self.begin.new()

    def _copy(self) -> None:
        current = self.current()
        if current is not None:
            self.begin.copy(current)
        else:
            self.desk.say(tr("Choose a mission in the list or on the board first."))

    def _to_templates(self) -> None:
        self.desk.go(MISSION.templates)

    def _remove(self) -> None:
        if self.looks.current() == BOARD:
            return
        for mission_id in self.table.selected_ids():
            self.desk.jobs.run(remove_mission, mission_id)

    def state(self) -> dict[str, Json]:
        """The view chosen."""
        return {"view": self._chips.current(), "look": self.looks.current()}

    def restore(self, kept: dict[str, Json]) -> None:
        """Take the view again."""
        self._chips.choose(str(kept.get("view", ALL)))
        self.show_look(str(kept.get("look", self.looks.current())))


def _is_past(one: MissionRow) -> bool:
    last = one.ends_on or one.starts_on
    return last is not None and last < clock.today()


def _named(one: MissionRow, wanted: list[str]) -> bool:
    told = words(f"{one.title} {one.where} {one.organiser}")
    return all(part in told for part in wanted)


def _card(one: BoardCard[MissionRow]) -> Card:
    """A mission in the words of the board."""
    of = one.of
    told = trn("{n} goes along", "{n} go along", of.going) if of.going else ""
    when = span(of.starts_on, of.ends_on)
    return Card(one.id, one.stage, of.title, when, of.where, told, "", one.tasks, one.overdue)
