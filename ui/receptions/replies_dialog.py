"""Replies from a list: what would change, whom a reply may be of, and nothing noted before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from app.contacts.rules import names
from app.core.text import N_
from app.interchange.replies import read_replies
from app.interchange.reply_import import RepliesPut, Taken, import_replies
from app.interchange.reply_matching import plan_replies
from app.receptions.rules import Status, label
from ui.core import language, theme
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Banner, Hairline, column, row
from ui.core.columns import Cell, Column, Kind
from ui.core.drops import READ
from ui.core.focus_ring import FocusRing
from ui.core.labels import Text
from ui.core.language import read, tr, trn
from ui.core.problems import sentence_of
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.receptions.columns import STATUS_TONES

if TYPE_CHECKING:
    from app.interchange.replies import Replies, ReplyRow
    from app.interchange.reply_matching import Match, ReplyPlan
    from app.receptions.queries import GuestRow
    from ui.core.page import Desk

ALL, CHANGES, ASK = "all", "changes", "ask"
_NAMES = UUID("6f1c2f0e-6a3d-4d6e-9b52-0c1c59e8f0aa")


@dataclass(frozen=True, slots=True)
class Line:
    """One reply of the list and what becomes of it. `guest` is None where nobody is meant (yet);
    `state` is "sure", "doubtful", "unknown", "undecided" or "earlier".
    """

    id: UUID
    row: ReplyRow
    state: str
    guest: GuestRow | None = None
    taken: bool = False
    score: float = 0.0
    why: str = ""

    @property
    def line(self) -> int:
        """Where it stands in the file."""
        return self.row.line


def lines_of(plan: ReplyPlan) -> list[Line]:
    """Every reply of the file, in its order: nothing is lost."""

    def line(one: Match, state: str, *, taken: bool) -> Line:
        return Line(_id(one.row), one.row, state, one.guest, taken, one.score, read(one.why))

    found = [line(one, "sure", taken=True) for one in plan.sure]
    found += [line(one, "doubtful", taken=False) for one in plan.doubtful]
    found += [line(one, "undecided", taken=False) for one in plan.undecided]
    found += [Line(_id(one), one, "unknown") for one in plan.unknown]
    found += [
        Line(_id(one), one, "earlier", after.guest,
             why=tr("Replied again on line {line}", line=after.row.line))
        for one, after in plan.earlier
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.line)


def _id(one: ReplyRow) -> UUID:
    return uuid5(_NAMES, str(one.line))


def _name(one: Line) -> str:
    return one.row.name or ", ".join(one.row.mails)


def _guest(one: Line) -> Cell:
    if one.guest is None:
        return Cell("—")
    percent = "" if one.score >= 1 or not one.score else f"{min(99, round(one.score * 100))} %"
    return Cell(names.full_name(one.guest.name), percent)


def _reply(one: Line) -> Cell:
    answer = one.row.answer
    if not answer.status:
        return Cell(tr("Neither yes nor no"), tone="attention")
    words = read(label(Status(answer.status)))
    if answer.substitute:
        words = tr("Represented by {name}", name=answer.substitute)
    return Cell(words, tone=STATUS_TONES[Status(answer.status)])


def _with(one: Line) -> str:
    parts = [language.number(one.row.answer.persons)] if one.row.answer.persons else []
    return " · ".join([*parts, *one.row.companions])


_STATES = {
    "sure": (N_("Is noted"), "good"),
    "doubtful": (N_("Confirm"), "attention"),
    "unknown": (N_("Not on the list"), "wrong"),
    "undecided": (N_("To be asked"), "attention"),
    "earlier": (N_("Replied again"), "neutral"),
}


def _state(one: Line) -> Cell:
    if one.taken:
        new = one.state == "unknown"
        return Cell(tr("Is added and noted") if new else tr("Is noted"), tone="good")
    words, tone = _STATES[one.state]
    if one.state == "sure":
        return Cell(tr("Is left out"), tone="neutral")
    return Cell(tr(words), tone=tone)


COLUMNS = (
    Column("line", N_("Line"), 52, Kind.NUMBER),
    Column("name", N_("In the list"), 180, value=_name, stretch=2),
    Column("guest", N_("Guest"), 200, Kind.NAME, value=_guest, stretch=3),
    Column("words", N_("As written"), 160, value=lambda one: one.row.words, stretch=2),
    Column("reply", N_("Reply"), 150, Kind.PILL, value=_reply),
    Column("with", N_("Persons"), 130, value=_with, stretch=2),
    Column("kitchen", N_("Catering"), 88,
           value=lambda one: tr("a note") if one.row.catering else ""),
    Column("state", N_("What becomes of it"), 168, Kind.PILL, value=_state),
    Column("why", N_("Why"), 200, Kind.QUIET, stretch=4, empty=""),
)  # fmt: skip


class RepliesDialog(QDialog):
    """Shows a list laid beside the guests; Space confirms or leaves out, the button notes."""

    def __init__(self, parent: QWidget, desk: Desk, reception: UUID) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Replies from a list"))
        self._desk, self._reception = desk, reception
        self._lines: list[Line] = []
        self._file = ""
        self.banner = Banner()
        self.told = Text(tr("Reading…"), ink="text2", wrap=True)
        self.chips = ChipBar([(ALL, tr("All"))], ALL, name=tr("View"))
        self.chips.chosen.connect(lambda _key: self._show())
        self.model = ListModel(COLUMNS, parent=self)
        self.table = Table(self.model, tr("Replies from a list"), desk.state)
        self.table.menu_maker = self._fill_menu
        self.table.opened.connect(lambda _row: self.turn())
        self.all_new = Button(tr("Add the unknown…"))
        self.all_new.clicked.connect(self._take_unknown)
        self.note = Button(tr("Note the replies"), PRIMARY)
        self.note.clicked.connect(self._keep)
        leave = Button(tr("Cancel"))
        leave.clicked.connect(self.reject)
        tools = row(
            self.chips, Text(tr("Space confirms or leaves out"), "small", ink="text2"), gap=12
        )
        tools.setStretch(0, 1)
        head = column(
            Text(tr("Replies from a list"), "title"), self.told, self.banner, tools,
            TableCard(self.table), margin=20, gap=12,
        )  # fmt: skip
        head.setStretch(4, 1)
        foot = row(self.all_new, None, leave, self.note, margin=12, gap=8)
        self.setLayout(column(head, Hairline(), foot, gap=0))
        self.resize(theme.px(1120), theme.px(640))
        self._ring = FocusRing(self)
        self.table.installEventFilter(self)
        self._count()

    @classmethod
    def ask(cls, parent: QWidget, desk: Desk, reception: UUID) -> RepliesDialog | None:
        """Let a person choose a file, then show what it says."""
        endings = " ".join(f"*{one}" for one in READ)
        kinds = f"{tr('Lists')} ({endings});;{tr('All files')} (*)"
        name, _kind = QFileDialog.getOpenFileName(parent, tr("Choose a list of replies"), "", kinds)
        return cls.show_file(parent, desk, reception, Path(name)) if name else None

    @classmethod
    def show_file(cls, parent: QWidget, desk: Desk, reception: UUID, path: Path) -> RepliesDialog:
        """Read a file away from the window and lay it beside the guests."""
        dialog = cls(parent, desk, reception)
        dialog.open()
        desk.jobs.background(
            read_replies, path, then=dialog.match, failed=dialog.fail, owner=dialog
        )
        return dialog

    def eventFilter(self, watched: object, event: object) -> bool:  # noqa: N802 - Qt's name
        """Space on the table confirms or leaves out."""
        from PySide6.QtCore import QEvent
        from PySide6.QtGui import QKeyEvent

        if (
            watched is self.table
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
        ):
            self.turn()
            return True
        return False

    # --- showing ---

    def match(self, replies: Replies) -> None:
        """Ask whose replies they are."""
        self._desk.jobs.ask(
            plan_replies, replies, self._reception, language.current(), then=self.show_plan,
            failed=self.fail, owner=self,
        )  # fmt: skip

    def fail(self, error: Exception) -> None:
        """The file cannot be read: say why."""
        self.told.say("")
        self.banner.say(sentence_of(error))

    def show_plan(self, plan: ReplyPlan) -> None:
        """Show every reply and what becomes of it."""
        self._file = plan.file
        self._lines = lines_of(plan)
        self._show()

    def _show(self) -> None:
        chosen = self.chips.current()
        ask = [one for one in self._lines if one.state != "sure" and not one.taken]
        taken = [one for one in self._lines if one.taken]
        self.chips.offer(
            [
                (ALL, tr("All · {n}", n=len(self._lines))),
                (CHANGES, tr("Noted · {n}", n=len(taken))),
                (ASK, tr("To look at · {n}", n=len(ask))),
            ]
        )
        shown = {CHANGES: taken, ASK: ask}.get(chosen, self._lines)
        self.model.show(shown)
        self._count()

    def _count(self) -> None:
        taken = sum(one.taken for one in self._lines)
        unknown = sum(one.state == "unknown" and not one.taken for one in self._lines)
        self.note.setEnabled(taken > 0)
        self.note.setText(
            trn("Note {n} reply", "Note {n} replies", taken) if taken else tr("Note the replies")
        )
        self.note.updateGeometry()
        self.all_new.setVisible(unknown > 0)
        if self._lines:
            read_all = trn(
                "{n} reply in {file}.", "{n} replies in {file}.", len(self._lines), file=self._file
            )
            rest = tr("Nothing is noted before you say so; one undo takes all of it back.")
            self.told.say(f"{read_all} {rest}")

    # --- deciding ---

    def turn(self) -> None:
        """Confirm the selected replies, or leave them out."""
        chosen = set(self.table.selected_ids())
        mine = [one for one in self._lines if one.id in chosen and self._may_be_taken(one)]
        take = not all(one.taken for one in mine)
        self._set({one.id for one in mine}, taken=take)

    @staticmethod
    def _may_be_taken(one: Line) -> bool:
        named = one.guest is not None or bool(one.row.name)
        return (
            one.state in ("sure", "doubtful", "unknown") and named and bool(one.row.answer.status)
        )

    def _take_unknown(self) -> None:
        """Add everybody the list names and the office does not know."""
        unknown = {
            one.id for one in self._lines if one.state == "unknown" and self._may_be_taken(one)
        }
        self._set(unknown, taken=True)

    def _set(self, ids: set[UUID], *, taken: bool) -> None:
        self._lines = [replace(one, taken=taken) if one.id in ids else one for one in self._lines]
        self._show()

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(tr("Confirm, or leave out"), self.turn)
        menu.addAction(tr("Show what is to be looked at"), partial(self._view, ASK))

    def _view(self, key: str) -> None:
        self.chips.choose(key)
        self._show()

    def _keep(self) -> None:
        """Note what was confirmed, in one step."""
        taken = [Taken(one.guest.id, one.row) for one in self._lines if one.taken and one.guest]
        new = [one.row for one in self._lines if one.taken and one.guest is None]
        self.note.setEnabled(False)
        self._desk.jobs.run(
            import_replies, self._reception, taken, self._file, new, then=self._noted,
            failed=self._refused, owner=self,
        )  # fmt: skip

    def _refused(self, error: Exception) -> None:
        self.note.setEnabled(True)
        self.banner.say(sentence_of(error))

    def _noted(self, done: RepliesPut) -> None:
        if done.waiting:
            words = trn(
                "{n} of them is on the waiting list: the room is full.",
                "{n} of them are on the waiting list: the room is full.",
                done.waiting,
            )
            self._desk.say(words)
        self.accept()
