"""The gift register: everything given and received, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.core.fold import words
from app.core.text import N_
from app.dossiers.commands import remove_gift
from app.dossiers.queries import GiftRow, gifts
from app.dossiers.rules import Direction, direction_label, euros
from ui.briefings.one_paper import OnePaper
from ui.core import language
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Empty, row
from ui.core.columns import Cell, Column, Kind
from ui.core.labels import Link
from ui.core.language import read, tr, trn
from ui.core.page import ListPage
from ui.core.row_models import ListModel
from ui.core.search_field import SearchField
from ui.core.table import Table, TableCard
from ui.dossiers.subject import DOSSIERS, Subject
from ui.dossiers.work import MemoryWork
from ui.receptions.golden_book import GoldenBook
from ui.receptions.stock_dialog import StockDialog

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.page import Desk
    from ui.core.window_state import Json

ALL = "all"


def _day(one: GiftRow) -> object:
    return one.draft.given_on or tr("no day given")


def _way(one: GiftRow) -> Cell:
    tone = "accent" if one.draft.direction == Direction.OUT else "good"
    return Cell(read(direction_label(one.draft.direction)), tone=tone)


def _value(one: GiftRow) -> str:
    return f"€ {euros(one.draft.value)}" if one.draft.value is not None else ""


def _occasion(one: GiftRow) -> str:
    at = [named.name for named in one.about if named.kind in DOSSIERS]
    return one.draft.occasion or ", ".join(at)


COLUMNS = (
    Column("day", N_("Day"), 110, value=_day),
    Column("what", N_("What"), 240, Kind.NAME, value=lambda one: one.draft.what, stretch=3),
    Column("way", N_("Which way"), 130, Kind.PILL, value=_way),
    Column("party", N_("For or from"), 220, stretch=2),
    Column("value", N_("Value"), 90, Kind.NUMBER, value=_value),
    Column("occasion", N_("Occasion"), 200, value=_occasion, stretch=2),
    Column("kept", N_("Where it is now"), 160, value=lambda one: one.draft.kept_at),
)


class GiftsPage(ListPage):
    """The register with a filter."""

    tables: ClassVar[frozenset[str]] = frozenset({"gift", "person", "organisation", "dossier"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Gift register"))
        self._rows: list[GiftRow] = []
        self.work = MemoryWork(self, desk, self._opened)
        back = Link(f"‹ {tr('Receptions')}", role="small_medium", ink="text2")
        back.setAccessibleName(tr("Receptions"))
        back.clicked.connect(self._back)
        self.body.insertWidget(0, back)
        new = Button(tr("Register a gift"), PRIMARY, icon="add")
        new.clicked.connect(self._add)
        stock, book = Button(tr("Stock…"), icon="gift"), Button(tr("Golden book…"), icon="star")
        stock.clicked.connect(lambda: StockDialog(self, desk).open())
        book.clicked.connect(lambda: GoldenBook(self, desk).open())
        paper = Button(tr("Paper"), icon="print")
        paper.clicked.connect(lambda: OnePaper(self, desk, "gift-register").open())
        for button in (stock, book, paper, new):
            self.buttons.addWidget(button)
        self.chips = ChipBar(
            [(ALL, tr("All"))] + [(str(one), read(direction_label(one))) for one in Direction],
            ALL,
            name=tr("Which way"),
        )
        self.filter = SearchField(tr("Filter gifts"))
        tools = row(self.chips, self.filter, gap=12)
        tools.setStretch(0, 3)
        tools.setStretch(1, 1)
        self.body.addLayout(tools)
        self.model = ListModel(COLUMNS, parent=self)
        self.table = Table(self.model, tr("Gift register"), desk.state)
        self._stack = QStackedLayout()
        holder = QWidget()
        holder.setLayout(self._stack)
        self._stack.addWidget(TableCard(self.table))
        told = tr("What the city gives and receives stands here: what, for whom, worth how much,"
                  " and where it is now. So nobody gets the same twice.")  # fmt: skip
        self._stack.addWidget(
            Empty("gift", tr("No gifts yet"), told, (tr("Register a gift"), self._add))
        )
        self.body.addWidget(holder, 1)
        self._wire()

    def _wire(self) -> None:
        self.chips.chosen.connect(self._show)
        self.filter.textChanged.connect(self._show)
        self.table.opened.connect(self._edit)
        self.on("gifts.new", self._add)
        self.on("gifts.edit", self._edit)
        self.on("gifts.delete", self._remove)
        self.on("gifts.slip", self._slip)
        self.on("gifts.filter", self.filter.setFocus)

    def refresh(self) -> None:
        """Ask for the register."""
        self.desk.jobs.ask(gifts, language.current(), then=self._answered, owner=self)

    def _answered(self, rows: list[GiftRow]) -> None:
        self._rows = rows
        self.remark.say(trn("{n} gift", "{n} gifts", len(rows)))
        self._show()

    def _show(self, _: object = None) -> None:
        way, wanted = self.chips.current(), words(self.filter.text()).split()

        def shown(one: GiftRow) -> bool:
            told = words(" ".join([one.draft.what, one.party, _occasion(one), one.draft.kept_at]))
            return way in (ALL, one.draft.direction) and all(part in told for part in wanted)

        self.model.show([one for one in self._rows if shown(one)])
        self._stack.setCurrentIndex(0 if self._rows else 1)

    def show_record(self, record: UUID) -> None:
        """Choose a gift."""
        self.table.select_id(record)

    def state(self) -> dict[str, Json]:
        """The filter chosen."""
        return {"way": self.chips.current(), "filter": self.filter.text()}

    def restore(self, kept: dict[str, Json]) -> None:
        """Take it again."""
        self.chips.choose(str(kept.get("way", ALL)))
        self.filter.setText(str(kept.get("filter", "")))

    def _add(self) -> None:
        self.work.gift(Subject())

    def _edit(self, _: object = None) -> None:
        current = self.table.current_id()
        if current is not None:
            self.work.edit_gift(current)

    def _remove(self) -> None:
        if not self.filter.hasFocus():
            for gift_id in self.table.selected_ids():
                self.desk.jobs.run(remove_gift, gift_id)

    def _slip(self) -> None:
        one = self.table.current_row()
        if one is not None:
            OnePaper(self, self.desk, "gift-slip", one.id, one.draft.what).open()

    def _opened(self, kind: str, record: UUID) -> None:
        self.desk.go(kind if kind in DOSSIERS else "contacts", record)

    def _back(self) -> None:
        self.desk.go("receptions")
