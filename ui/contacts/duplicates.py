"""The page of duplicates: likely pairs of the office, best first, to merge or keep apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from app.core.text import N_
from ui.actions import bind_keys, hint
from ui.contacts.merging import MergeWork
from ui.contacts.twins import PairRow, read_material, scan, told_pairs
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Empty, column, row
from ui.core.columns import Cell, Column, Kind
from ui.core.labels import Link, Text
from ui.core.language import number, tr, trn
from ui.core.page import ListPage
from ui.core.problems import is_cancel, sentence_of
from ui.core.progress import ProgressPanel
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.core.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.contacts.queries.twins import Material, TwinRow
    from ui.core.jobs import Changes
    from ui.core.page import Desk

VERY_LIKELY = 0.9
SHOWN_AT_MOST = 2_000
_ALL, _SURE, _MAYBE = "all", "sure", "maybe"
_TABLE, _WAITING, _NONE = 0, 1, 2


def _likely(one: PairRow) -> Cell:
    percent = f"{min(99, round(one.twin.score * 100))} %"
    return Cell(percent, tone="accent" if one.twin.score >= VERY_LIKELY else "attention")


def _first(one: PairRow) -> Cell:
    return Cell(one.one, one.one_is)


def _second(one: PairRow) -> Cell:
    return Cell(one.two, one.two_is)


PAIR_COLUMNS = (
    Column("likely", N_("Likely"), 76, Kind.PILL, value=_likely),
    Column("one", N_("One"), 260, Kind.NAME, value=_first, stretch=3),
    Column("two", N_("The other"), 260, Kind.NAME, value=_second, stretch=3),
    Column("why", N_("Why"), 260, Kind.QUIET, stretch=4),
)


class DuplicatesPage(ListPage):
    """Scans when it is opened; a pair merged or kept apart leaves the list."""

    tables: ClassVar[frozenset[str]] = frozenset({"person", "organisation", "not_same"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Duplicates"))
        self.pairs: list[PairRow] = []
        self.watch: Watch | None = None
        self._scanned = self._own = False
        self.work = MergeWork(self, desk)
        self.work.merged.connect(self._merged)
        self.work.parted.connect(self._parted)
        back = Link(f"‹ {tr('Contacts')}", role="small_medium", ink="text2")
        back.setAccessibleName(tr("Contacts"))
        back.clicked.connect(lambda: self.desk.go("contacts"))
        self.body.insertWidget(0, back)
        self.again = Button(tr("Scan again"), icon="refresh")
        self.part = Button(tr("Not the same"))
        self.part.setToolTip(hint("duplicates.part"))
        self.merge = Button(tr("Compare and merge…"), PRIMARY, icon="merge")
        self.merge.setToolTip(hint("duplicates.merge"))
        for button, do in (
            (self.again, self.scan),
            (self.part, self._part),
            (self.merge, self._merge),
        ):
            button.clicked.connect(do)
            self.buttons.addWidget(button)
        self._make_list()
        self.on("duplicates.scan", self.scan)
        self._show_state()

    def _make_list(self) -> None:
        self.chips = ChipBar(
            [(_ALL, tr("All")), (_SURE, tr("Very likely")), (_MAYBE, tr("Perhaps"))],
            _ALL,
            name=tr("How likely"),
        )
        self.chips.chosen.connect(self._show_pairs)
        self._changed_since = Text("", "small", ink="text2", elide=True)
        line = row(self.chips, self._changed_since, gap=12)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self.model = ListModel(PAIR_COLUMNS, parent=self)
        self.table = Table(self.model, tr("Duplicates"), self.desk.state)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(lambda _: self._enable())
        self.table.menu_maker = self._fill_menu
        bind_keys(self.table, "duplicates.merge", self._merge)
        bind_keys(self.table, "duplicates.part", self._part)
        self._waiting = QWidget()
        self._waiting.setLayout(column(None))
        self._holder = QWidget()
        self._stack = QStackedLayout(self._holder)
        self._stack.addWidget(TableCard(self.table))
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(
            Empty(
                "duplicate",
                tr("Nobody stands twice"),
                tr(
                    "Names were compared in every script and order, with mail, telephone, birth"
                    " date, address and post. Pairs you kept apart are left out."
                ),
                (tr("Scan again"), self.scan),
                step_icon="refresh",
            )
        )
        self.body.addWidget(self._holder, 1)

    # Scanning

    def refresh(self) -> None:
        """The first look scans; later ones say that something changed."""
        if not self._scanned:
            self.scan()
        elif self._own:
            self._own = False
        else:
            self._changed_since.say(tr("Contacts changed since the scan."))

    def _changed(self, changes: Changes) -> None:
        if self._scanned:
            super()._changed(changes)

    def scan(self) -> None:
        """Compare everybody with everybody who may be the same; the window goes on meanwhile."""
        if self.watch is not None:
            return
        self._scanned = True
        self._changed_since.say("")
        self.watch = Watch(self)
        panel = ProgressPanel(tr("Looking for duplicates"), self.watch)
        box = self._waiting.layout()
        if box is not None:
            box.addWidget(panel)
        self.watch.finished.connect(panel.deleteLater)
        self._stack.setCurrentIndex(_WAITING)
        self._enable()
        self.desk.jobs.ask(read_material, then=self._compare, failed=self._stopped, owner=self)

    def _compare(self, read: Material) -> None:
        if self.watch is not None:
            self.desk.jobs.background(
                scan, read,
                then=self._found, failed=self._stopped, owner=self, watch=self.watch,
            )  # fmt: skip

    def _found(self, twins: Sequence[TwinRow]) -> None:
        self.desk.jobs.ask(
            told_pairs, list(twins)[:SHOWN_AT_MOST],
            then=self._told, failed=self._stopped, owner=self,
        )  # fmt: skip

    def _told(self, pairs: list[PairRow]) -> None:
        self.watch = None
        self.pairs = pairs
        self._show_pairs()

    def _stopped(self, error: Exception) -> None:
        if self.watch is not None:
            self.watch.finished.emit()
        self.watch = None
        self._show_pairs()
        if is_cancel(error):
            self.desk.say(sentence_of(error))
        else:
            self.desk.complain(error)

    # Showing

    def _show_pairs(self) -> None:
        chosen = self.chips.current()
        shown = [
            pair
            for pair in self.pairs
            if chosen == _ALL or (pair.twin.score >= VERY_LIKELY) == (chosen == _SURE)
        ]
        place = max(0, self.table.currentIndex().row())
        self.model.show(shown)
        if shown and self.table.current_id() is None:
            self.table.select_id(shown[min(place, len(shown) - 1)].id)
        self._show_state()

    def _show_state(self) -> None:
        if self.watch is None:
            self._stack.setCurrentIndex(_TABLE if self.pairs or not self._scanned else _NONE)
        sure = sum(1 for pair in self.pairs if pair.twin.score >= VERY_LIKELY)
        told = trn("{n} pair", "{n} pairs", len(self.pairs))
        if self.pairs:
            told += " · " + tr("{n} very likely", n=number(sure))
        self.remark.say(told if self._scanned and self.watch is None else "")
        self._enable()

    def _enable(self) -> None:
        able = self.watch is None and self._pair() is not None
        self.merge.setEnabled(able)
        self.part.setEnabled(able)
        self.again.setEnabled(self.watch is None)

    def _pair(self) -> PairRow | None:
        found: PairRow | None = self.table.current_row()
        return found

    # Doing

    def _open(self, pair: PairRow) -> None:
        twin = pair.twin
        self.work.ask(twin.kind, twin.a.id, twin.b.id)

    def _merge(self) -> None:
        pair = self._pair()
        if pair is not None:
            self._open(pair)

    def _part(self) -> None:
        pair = self._pair()
        if pair is not None:
            self.work.part(pair.twin.kind, pair.twin.a.id, pair.twin.b.id)

    def _merged(self, _kept: UUID, gone: UUID) -> None:
        self._own = True
        self.pairs = [one for one in self.pairs if gone not in (one.twin.a.id, one.twin.b.id)]
        self._show_pairs()

    def _parted(self, one: UUID, two: UUID) -> None:
        self._own = True
        both = {one, two}
        self.pairs = [pair for pair in self.pairs if {pair.twin.a.id, pair.twin.b.id} != both]
        self._show_pairs()

    def _fill_menu(self, menu: QMenu) -> None:
        for words, do in (
            (tr("Compare and merge…"), self._merge),
            (tr("Not the same"), self._part),
            (tr("Copy"), self.table.copy_selection),
        ):
            menu.addAction(words).triggered.connect(do)
