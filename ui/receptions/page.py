"""The receptions page: every reception, the coming ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.core import clock
from app.receptions.commands import add_reception, remove_reception
from app.receptions.draft import ReceptionDraft
from app.receptions.queries import ReceptionRow, receptions
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Empty
from ui.core.language import tr, trn
from ui.core.page import ListPage
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.receptions.columns import RECEPTION_COLUMNS
from ui.receptions.known import Known, surroundings

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.editor import Done, Failed
    from ui.core.page import Desk
    from ui.core.window_state import Json

COMING, PAST, ALL = "coming", "past", "all"


class ReceptionsPage(ListPage):
    """The receptions, the coming ones first; opening one leads to its dossier."""

    tables: ClassVar[frozenset[str]] = frozenset({"dossier", "reception", "guest"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Receptions"))
        self._rows: list[ReceptionRow] = []
        new = Button(tr("New reception"), PRIMARY, icon="add")
        new.clicked.connect(self.add)
        register = Button(tr("Gift register"), icon="gift")
        register.clicked.connect(self._to_gifts)
        balance = Button(tr("Balance"), icon="columns")
        balance.clicked.connect(lambda: self.desk.go("balance"))
        self.buttons.addWidget(balance)
        self.buttons.addWidget(register)
        self.buttons.addWidget(new)
        self._chips = ChipBar([(ALL, tr("All"))], ALL, name=tr("View"))
        self._chips.chosen.connect(self._show)
        self.model = ListModel(RECEPTION_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Receptions"), desk.state)
        self.body.addWidget(self._chips)
        self._holder = QStackedLayout()
        box = QWidget()
        box.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addWidget(TableCard(self.table))
        self._holder.addWidget(
            Empty(
                "receptions",
                tr("No receptions yet"),
                tr("Receptions, courtesy calls and golden-book signings come here, with guests"
                   " and papers."),
                (tr("New reception"), self.add),
            )
        )  # fmt: skip
        self.body.addWidget(box, 1)
        self.table.opened.connect(lambda row: self.open(row.id))
        self.on("receptions.new", self.add)
        self.on("receptions.edit", self._open_current)
        self.on("receptions.delete", self._remove)

    def open(self, reception_id: UUID) -> None:
        """Go to the dossier of a reception."""
        self.desk.go("reception", reception_id)

    def _to_gifts(self) -> None:
        self.desk.go("gifts")

    def _open_current(self) -> None:
        current = self.table.current_id()
        if current is not None:
            self.open(current)

    def refresh(self) -> None:
        """Ask for all of them."""
        self.desk.jobs.ask(receptions, then=self._answered, owner=self)

    def _answered(self, rows: list[ReceptionRow]) -> None:
        self._rows = rows
        today = clock.today()
        past = sum(1 for row in rows if row.starts_at and row.starts_at.date() < today)
        self._chips.offer(
            [
                (ALL, tr("All")),
                (COMING, tr("Upcoming · {n}", n=len(rows) - past)),
                (PAST, tr("Past · {n}", n=past)),
            ]
        )
        self.remark.say(trn("{n} reception", "{n} receptions", len(rows)))
        self._show(self._chips.current())

    def _show(self, view: str) -> None:
        today = clock.today()

        def shown(row: ReceptionRow) -> bool:
            past = row.starts_at is not None and row.starts_at.date() < today
            return view == ALL or past == (view == PAST)

        self.model.show([row for row in self._rows if shown(row)])
        self._holder.setCurrentIndex(0 if self._rows else 1)

    def add(self) -> None:
        """Ask for a new reception and open it."""
        self.desk.jobs.ask(surroundings, then=self._ask_for, owner=self)

    def _ask_for(self, known: Known) -> None:
        from ui.receptions.editor import Surroundings, editor_for

        around = Surroundings(self.desk.jobs, known.priorities, lists=known.lists)
        editor_for(around).edit(
            self, tr("New reception"), ReceptionDraft(), save=self._save, then=self.open
        )

    def _save(self, draft: ReceptionDraft, done: Done, failed: Failed) -> None:
        self.desk.jobs.run(add_reception, draft, then=done, failed=failed)

    def _remove(self) -> None:
        for reception_id in self.table.selected_ids():
            self.desk.jobs.run(remove_reception, reception_id)

    def state(self) -> dict[str, Json]:
        """The view chosen."""
        return {"view": self._chips.current()}

    def restore(self, kept: dict[str, Json]) -> None:
        """Take the view again."""
        self._chips.choose(str(kept.get("view", ALL)))
