"""The missions page: every mission, the coming ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.core import clock
from app.core.fold import words
from app.missions.commands import add_mission, remove_mission
from app.missions.draft import MissionDraft
from app.missions.queries import MissionRow, missions
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Empty, row
from ui.core.language import tr, trn
from ui.core.page import ListPage
from ui.core.row_models import ListModel
from ui.core.search_field import SearchField
from ui.core.table import Table, TableCard
from ui.missions.columns import MISSION_COLUMNS
from ui.missions.known import Known, surroundings

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.editor import Done, Failed
    from ui.core.page import Desk
    from ui.core.window_state import Json

COMING, PAST, ALL = "coming", "past", "all"


class MissionsPage(ListPage):
    """The missions, the coming ones first; opening one leads to its dossier."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"dossier", "mission", "destination", "participant", "organisation"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Missions"))
        self._rows: list[MissionRow] = []
        years = Button(tr("Travel and CO2"), icon="columns")
        years.clicked.connect(self.to_years)
        self.buttons.addWidget(years)
        new = Button(tr("New mission"), PRIMARY, icon="add")
        new.clicked.connect(self.add)
        self.buttons.addWidget(new)
        self._chips = ChipBar([(ALL, tr("All"))], ALL, name=tr("View"))
        self._chips.chosen.connect(self._show)
        self._filter = SearchField(tr("Filter missions"))
        self._filter.textChanged.connect(lambda _text: self._show(self._chips.current()))
        self.model = ListModel(MISSION_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Missions"), desk.state)
        tools = row(self._chips, self._filter, gap=12)
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
        self.body.addWidget(box, 1)
        self.table.opened.connect(lambda one: self.open(one.id))
        self.on("missions.new", self.add)
        self.on("missions.edit", self._open_current)
        self.on("missions.delete", self._remove)
        self.on("missions.filter", self._filter.setFocus)
        self.on("missions.travel_years", self.to_years)

    def open(self, mission_id: UUID) -> None:
        """Go to the dossier of a mission."""
        self.desk.go("mission", mission_id)

    def to_years(self) -> None:
        """Go to what all missions travelled and emitted, by year."""
        self.desk.go("travel_years")

    def _open_current(self) -> None:
        current = self.table.current_id()
        if current is not None:
            self.open(current)

    def refresh(self) -> None:
        """Ask for all of them."""
        self.desk.jobs.ask(missions, then=self._answered, owner=self)

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
            told = words(f"{one.title} {one.where} {one.organiser}")
            in_view = view == ALL or _is_past(one) == (view == PAST)
            return in_view and all(part in told for part in wanted)

        self.model.show([one for one in self._rows if shown(one)])
        self._holder.setCurrentIndex(0 if self._rows else 1)

    def add(self) -> None:
        """Ask for a new mission and open it."""
        self.desk.jobs.ask(surroundings, then=self._ask_for, owner=self)

    def _ask_for(self, known: Known) -> None:
        from ui.missions.editor import Surroundings, editor_for

        around = Surroundings(self.desk.jobs, known.priorities)
        editor_for(around).edit(
            self, tr("New mission"), MissionDraft(), save=self._save, then=self.open
        )

    def _save(self, draft: MissionDraft, done: Done, failed: Failed) -> None:
        self.desk.jobs.run(add_mission, draft, then=done, failed=failed)

    def _remove(self) -> None:
        for mission_id in self.table.selected_ids():
            self.desk.jobs.run(remove_mission, mission_id)

    def state(self) -> dict[str, Json]:
        """The view chosen."""
        return {"view": self._chips.current()}

    def restore(self, kept: dict[str, Json]) -> None:
        """Take the view again."""
        self._chips.choose(str(kept.get("view", ALL)))


def _is_past(one: MissionRow) -> bool:
    last = one.ends_on or one.starts_on
    return last is not None and last < clock.today()
