"""The whole timeline of a person, a post, a country or a reception, with its filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QStackedLayout, QWidget

from app.core.text import N_
from app.overview.entries import Kind, TimelineRow, label
from app.receptions.rules import Status
from ui.core import theme
from ui.core.buttons import Button, ChipBar
from ui.core.cards import Empty, Hairline, column, row
from ui.core.columns import Cell, Column
from ui.core.columns import Kind as Set
from ui.core.focus_ring import FocusRing
from ui.core.labels import Text
from ui.core.language import day, number, read, tr, trn
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.dossiers.facts import timeline_of
from ui.receptions.columns import STATUS_TONES

if TYPE_CHECKING:
    from app.overview.timeline import Timeline
    from ui.core.jobs import Changes
    from ui.core.page import Desk
    from ui.dossiers.subject import Subject

PORTION = 200
ALL = ""
TABLES = frozenset(
    {"moment", "moment_person", "task", "document", "letter", "gift", "guest", "reception",
     "mission", "participant", "dossier", "posting", "person", "organisation"}
)  # fmt: skip
_TONES = {
    Kind.POSTING: "neutral",
    Kind.MOMENT: "accent",
    Kind.RECEPTION: "good",
    Kind.MISSION: "good",
    Kind.GIFT: "attention",
    Kind.LETTER: "accent",
    Kind.DOCUMENT: "neutral",
    Kind.TASK: "good",
}


def _when(one: TimelineRow) -> str:
    return day(one.day, "weekday") if one.day else tr("No day yet")


def _kind(one: TimelineRow) -> Cell:
    return Cell(read(label(one.kind)), tone=_TONES[Kind(one.kind)])


def _what(one: TimelineRow) -> Cell:
    return Cell(read(one.title), tr("Confidential") if one.confidential else "")


def _reply(one: TimelineRow) -> str:
    return STATUS_TONES[Status(one.status)] if one.status else "neutral"


COLUMNS = (
    Column("when", N_("Day"), 146, value=_when),
    Column("kind", N_("Kind"), 120, Set.PILL, value=_kind),
    Column("what", N_("What"), 340, Set.NAME, value=_what, stretch=3),
    Column("more", N_("With whom, how"), 260, Set.QUIET, value=lambda one: one.subtitle, stretch=2),
)


class TimelineDialog(QDialog):
    """`opened(row)` when somebody wants to see the record of a line."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None, desk: Desk, subject: Subject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._subject = subject
        self._limit = PORTION
        title = tr("Timeline of {name}", name=subject.name)
        self.setWindowTitle(title)
        self.chips = ChipBar([(ALL, tr("All"))], ALL, name=tr("What is shown"))
        self.model = ListModel(COLUMNS, parent=self)
        self.table = Table(self.model, tr("Timeline"), desk.state)
        self.older = Button(tr("Show older"))
        self._told = Text("", "small", ink="text2", elide=True)
        self._stack = QStackedLayout()
        self._lay_out(title)
        self.chips.chosen.connect(self._again)
        self.older.clicked.connect(self._more)
        self.table.opened.connect(self.opened)
        desk.jobs.changed.connect(self._changed)
        self._ring = FocusRing(self)
        self._ask()

    def _lay_out(self, title: str) -> None:
        box = QWidget()
        box.setLayout(self._stack)
        self._stack.addWidget(TableCard(self.table))
        words = tr("Contacts, receptions, gifts, letters and documents come here by themselves.")
        self._stack.addWidget(Empty("history", tr("Nothing yet"), words))
        head = column(Text(title, "title", elide=True), self.chips, box, margin=20, gap=12)
        head.setStretch(2, 1)
        leave = Button(tr("Close"))
        leave.clicked.connect(self.reject)
        foot = row(self._told, self.older, leave, margin=12, gap=8)
        foot.setStretch(0, 1)
        self.setLayout(column(head, Hairline(), foot, gap=0))
        self.resize(theme.px(920), theme.px(620))

    def _again(self) -> None:
        self._limit = PORTION
        self._ask()

    def _more(self) -> None:
        self._limit += 5 * PORTION
        self._ask()

    def _ask(self) -> None:
        kind = self.chips.current()
        self._desk.jobs.ask(
            timeline_of, self._subject, (kind,) if kind else (), self._limit,
            then=self._answered, owner=self, channel="timeline",
        )  # fmt: skip

    def _changed(self, changes: Changes) -> None:
        if TABLES & changes.tables:
            self._ask()

    def _answered(self, told: Timeline) -> None:
        total = sum(count for _, count in told.counts)
        offered = [(ALL, tr("All · {n}", n=number(total)))]
        offered += [(kind, f"{read(label(kind))} · {number(count)}") for kind, count in told.counts]
        asked = self.chips.current()
        self.chips.offer(offered)
        if self.chips.current() != asked:  # the last of its kind is gone
            self._again()
            return
        self.model.show(told.rows)
        if self.table.current_id() is None and told.rows:
            self.table.select_id(told.rows[0].id)
        self._stack.setCurrentIndex(0 if told.rows else 1)
        self.older.setVisible(told.more > 0)
        shown = trn("{n} entry", "{n} entries", len(told.rows))
        left = trn("{n} older one", "{n} older ones", told.more) if told.more else ""
        self._told.say(" · ".join(part for part in (shown, left) if part))
