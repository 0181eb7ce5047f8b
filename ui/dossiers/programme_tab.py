"""The programme of a dossier: one list with its faces, typed into, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Protocol
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QMenu, QStackedLayout, QTabBar, QWidget

from app.dossiers.commands import add_line, change_line, move_line, remove_line, shift_lines
from app.dossiers.draft import ProgrammeDraft
from app.dossiers.rules.findings import Severity
from app.dossiers.rules.programme import ItemKind
from ui.actions import bind_keys, hint
from ui.core import theme
from ui.core.buttons import Button, ChipBar, IconButton
from ui.core.cards import Banner, Card, Empty, Scroll, column, row
from ui.core.dates import BadEntryError
from ui.core.labels import Text
from ui.core.language import read, tr
from ui.core.problems import sentence_of
from ui.core.table import TableCard
from ui.dossiers.findings import FindingList
from ui.dossiers.line_card import LineCard
from ui.dossiers.programme_editor import ProgrammeEditor
from ui.dossiers.programme_table import COLUMNS as _COLUMNS
from ui.dossiers.programme_table import (
    EDIT,
    PUBLIC,
    RUN_SHEET,
    SPEECHES,
    ProgrammeModel,
    ProgrammeTable,
    Shown,
    days_of,
    face,
    typed,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from app.dossiers.queries import ProgrammeRow
    from app.dossiers.rules.findings import Finding
    from ui.core.columns import Column
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk

_SHIFTS = (-15, -5, 5, 15)
_BESIDE, _BELOW, _ANY = 1040, 112, 16_777_215
"""With less room than this the findings stand below the table, no higher than so (Qt's most)."""


class ProgrammeSheet(Protocol):
    """A dossier, as far as its programme is concerned."""

    @property
    def id(self) -> UUID: ...
    @property
    def day(self) -> dt.date | None: ...
    @property
    def programme(self) -> tuple[ProgrammeRow, ...]: ...


class ProgrammeTab(QWidget):
    """Lines in order; faces of the same list; findings that lead to their line.

    `find` is the query that says what is wrong with the programme of a dossier. A subclass may
    have other columns, rows and commands, and lines that stand in the order of time alone
    (`movable` False).
    """

    printed = Signal()
    columns: ClassVar[tuple[Column, ...]] = _COLUMNS
    movable: ClassVar[bool] = True

    def __init__(self, desk: Desk, find: Callable[..., tuple[Finding, ...]]) -> None:
        super().__init__()
        self._desk = desk
        self._find = find
        self._sheet: ProgrammeSheet | None = None
        self._findings: tuple[Finding, ...] | None = None
        self._wanted: UUID | None = None
        self.model = ProgrammeModel(self.columns, parent=self)
        self.table = ProgrammeTable(self.model, self.table_name(), desk.state)
        self.table.setDragEnabled(self.movable)
        self.faces = ChipBar(_faces(), EDIT, name=tr("View"))
        self._told = Text("", "small", ink="text2", elide=True)
        self._notice = Banner("Notice")
        self.findings = FindingList()
        self.details = LineCard()
        self._count = Text(tr("To look at"), "strong")
        self._holder = QStackedLayout()
        self._parts: QBoxLayout = row(gap=12)
        self._side: QBoxLayout = column(gap=12)
        self._lay_out()
        self._wire()

    def table_name(self) -> str:
        """For screen readers; the columns people arrange are kept under it."""
        return tr("Programme")

    def _lay_out(self) -> None:
        add = Button(tr("Add a line…"), icon="add")
        add.clicked.connect(self.add)
        menu = QMenu(self)
        for minutes in _SHIFTS:
            words = f"{minutes:+d}".replace("-", "−")
            menu.addAction(tr("{n} min", n=words), partial(self.shift, minutes))
        shift = Button(tr("From here on"), icon="clock", menu=menu)
        shift.setToolTip(tr("Moves this line and what follows, up to a fixed line"))
        tools = row(self.faces, self._told, *self._icons(), *self.tools(), shift, add, gap=8)
        tools.setStretch(1, 1)
        self._lay_out_parts()
        whole = column(tools, self._notice, self._parts, gap=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def tools(self) -> list[QWidget]:
        """More buttons before the usual ones."""
        return []

    def _icons(self) -> list[IconButton]:
        made = []
        steps = (
            ("chevron-up", "lines.up", partial(self.move_by, -1)),
            ("chevron-down", "lines.down", partial(self.move_by, +1)),
        )
        for icon, action, do in (
            *(steps if self.movable else ()),
            ("delete", "lines.remove", self.remove),
        ):
            button = IconButton(icon, hint(action))
            button.clicked.connect(do)
            made.append(button)
        return made

    def _lay_out_parts(self) -> None:
        box = QWidget()
        box.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addWidget(TableCard(self.table))
        first = tr("Arrival, speeches, golden book, toast: each with its time, place and owner.")
        step = (tr("Add a line…"), self.add)
        self._holder.addWidget(Empty("programme", tr("No programme yet"), first, step))
        speeches = tr("A line of the kind “Speech” stands here with its language and interpreter.")
        self._holder.addWidget(Empty("programme", tr("No speeches are planned"), speeches))
        inner = QWidget()
        inner.setLayout(column(self.findings, None))
        self._strip = Card(margin=12).add(self._count, Scroll(inner))
        self._strip.setAccessibleName(tr("To look at"))
        self._beside = side = QWidget()
        self._side.addWidget(self._strip, 1)
        self._side.addWidget(self.details, 1)
        side.setLayout(self._side)
        self._parts.addWidget(box, 4)
        self._parts.addWidget(side, 1)

    def _wire(self) -> None:
        self.faces.chosen.connect(lambda _key: self._show())
        self.table.opened.connect(lambda _row: self.edit())
        self.table.chosen.connect(self.details.show_line)
        self.table.moved.connect(self._move)
        self.table.menu_maker = self._fill_menu
        self.model.entered.connect(self._entered)
        if self.movable:
            bind_keys(self.table, "lines.up", partial(self.move_by, -1))
            bind_keys(self.table, "lines.down", partial(self.move_by, +1))
        bind_keys(self.table, "lines.remove", self.remove)
        bind_keys(self.table, "lines.add", self.add)

    # --- showing ---

    def show_sheet(self, sheet: ProgrammeSheet) -> None:
        """Show the programme of a dossier, then ask what is wrong with it."""
        if self._sheet is None or self._sheet.id != sheet.id:
            self._findings = None
        self._sheet = sheet
        self._show()
        self._desk.jobs.ask(self._find, sheet.id, then=self._found, owner=self, channel="findings")

    def _found(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self._show()

    def _show(self) -> None:
        key, sheet = self.faces.current(), self._sheet
        lines = sheet.programme if sheet else ()
        rows = self.rows_of(key)
        self.table.show_face(key)
        self.model.show(rows)
        self.table.groups.show(days_of(rows))
        self._told.say(words_of(key, rows) if rows else "")
        empty = 2 if key == SPEECHES and lines else 1
        self._holder.setCurrentIndex(0 if rows else empty)
        self._tell_findings()
        if self._wanted is not None and self.table.select_id(self._wanted):
            self._wanted = None
        self.details.show_line(self.table.current_row())

    def rows_of(self, key: str) -> list[Shown]:
        """The lines of a face."""
        lines = list(self._sheet.programme) if self._sheet else []
        return face(key, lines, self._findings or ())

    def show_face(self, key: str) -> None:
        """Show another face of the programme."""
        self.faces.choose(key)
        self._show()

    def _tell_findings(self) -> None:
        found = self._findings or ()
        grave = sum(one.severity is not Severity.NOTE for one in found)
        head = tr("To look at · {n}", n=grave) if grave else tr("To look at")
        lines = [(one.severity, "", read(one.sentence), one.line) for one in found]
        self.findings.show_lines(lines, self.go_to)
        has_lines = self._sheet is not None and bool(self._sheet.programme)
        if has_lines and self._findings == ():
            head = tr("Nothing stands in its own way")
        self._count.say(head)
        self._strip.setVisible(bool(lines) or has_lines)

    def go_to(self, line: object) -> None:
        """Show a line a finding is about, in a face that has it."""
        if not isinstance(line, UUID):
            return
        if not self.table.select_id(line):
            self.show_face(EDIT)
            self.table.select_id(line)
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Findings go below the table where there is too little room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_BESIDE)
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        if self._parts.direction() is not (down if narrow else along):
            self._parts.setDirection(down if narrow else along)
            self._side.setDirection(along if narrow else down)
            self._beside.setMaximumHeight(theme.px(_BELOW) if narrow else _ANY)

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(tr("Edit…"), self.edit)
        menu.addAction(tr("Add a line after it…"), self.add)
        menu.addAction(tr("Remove the line"), self.remove)
        menu.addSeparator()
        for minutes in _SHIFTS:
            words = f"{minutes:+d}".replace("-", "−")
            told = tr("From here on {n} min", n=words)
            menu.addAction(told, partial(self.shift, minutes))

    # --- changing ---

    def _day(self) -> dt.date:
        day = self._sheet.day if self._sheet else None
        return day or dt.date(2000, 1, 1)

    def _place(self, line: Shown) -> int:
        """Where a line stands in the whole list."""
        rows = self._sheet.programme if self._sheet else ()
        return next((n for n, one in enumerate(rows) if one.id == line.id), 0)

    def add(self) -> None:
        """Add a line after the current one, else at the end."""
        one = self.table.current_row()
        at = self._place(one) + 1 if one is not None else None
        speech = self.faces.current() == SPEECHES
        self._ask_new(at, ProgrammeDraft(kind=ItemKind.SPEECH if speech else ItemKind.ITEM))

    def _ask_new(self, at: int | None, draft: ProgrammeDraft) -> None:
        """Ask for a new line, for the place `at`."""

        def save(made: ProgrammeDraft, done: Done, failed: Failed) -> None:
            if self._sheet is not None:
                place = at if made.starts_at is None else None
                run = self._desk.jobs.run
                run(add_line, self._sheet.id, made, place, then=done, failed=failed)

        self._editor().edit(self, tr("Line of the programme"), draft, save=save, then=self._added)

    def _added(self, line: object) -> None:
        if isinstance(line, UUID):
            self._wanted = None if self.table.select_id(line) else line

    def _editor(self) -> type[ProgrammeEditor]:
        return type("ProgrammeEditor", (ProgrammeEditor,), {"day": self._day()})

    def edit(self) -> None:
        """Edit all the current line says."""
        one = self.table.current_row()
        if one is not None:
            self._ask_line(one)

    def _ask_line(self, one: Shown) -> None:
        """Ask what a line is to say."""

        def save(made: ProgrammeDraft, done: Done, failed: Failed) -> None:
            self._change(one, made, done, failed, shift=bool(dialog.form["shift"].value()))

        title = tr("Line of the programme")
        dialog = self._editor().edit(self, title, one.draft, save=save)

    def edit_cell(self) -> None:
        """Type into the current cell."""
        self.table.edit_cell()

    def _entered(self, line: Shown, key: str, text: str) -> None:
        try:
            made = typed(line.draft, key, text, self._day())
        except BadEntryError as error:
            self._notice.say(read(error.sentence))
            return
        found = made.problems()
        self._notice.say(read(found[0].sentence) if found else "")
        if not found:
            self._change(line, made, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._notice.say(sentence_of(error))

    def _change(
        self,
        line: Shown,
        made: ProgrammeDraft,
        done: Done | None = None,
        failed: Failed | None = None,
        *,
        shift: bool = True,
    ) -> None:
        run = self._desk.jobs.run
        of = line.of
        run(change_line, of.id, of.revision, made, shift=shift, then=done, failed=failed)

    def shift(self, minutes: int) -> None:
        """Move the current line and what follows."""
        one = self.table.current_row()
        if one is not None:
            self._desk.jobs.run(shift_lines, one.id, minutes)

    def move_by(self, by: int) -> None:
        """Move the current line up or down among those shown."""
        one = self.table.current_row()
        if one is not None:
            self._move(one, one.number - 1 + by)

    def _move(self, line: Shown, place: int) -> None:
        rows: list[Shown] = self.model.rows()
        if 0 <= place < len(rows) and place != line.number - 1:
            self._desk.jobs.run(move_line, line.id, self._place(rows[place]))

    def remove(self) -> None:
        """Take the current line out."""
        one = self.table.current_row()
        if one is not None:
            self._desk.jobs.run(remove_line, one.id)

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Give the keyboard to the table, unless somebody walks along the tabs with it."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        if not isinstance(QApplication.focusWidget(), QTabBar):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _faces() -> list[tuple[str, str]]:
    return [
        (EDIT, tr("All lines")),
        (PUBLIC, tr("Public programme")),
        (RUN_SHEET, tr("Run sheet")),
        (SPEECHES, tr("Speeches")),
    ]
