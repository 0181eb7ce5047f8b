"""The table of a programme: typed into, moved by keys and by dragging."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from app.core.text import N_, say
from app.dossiers.rules.findings import Finding, Severity
from app.dossiers.rules.programme import ItemKind, item_label
from ui.core import language, theme
from ui.core.columns import Cell, Column, Kind
from ui.core.dates import BadEntryError, read_time
from ui.core.language import read, tr
from ui.core.row_models import ListModel
from ui.core.table import Table
from ui.core.table_paint import Cells
from ui.dossiers.spoken import spoken_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.dossiers.draft import ProgrammeDraft
    from app.dossiers.queries import ProgrammeRow
    from ui.core.row_models import Index
    from ui.core.window_state import WindowState

EDIT, PUBLIC, RUN_SHEET, SPEECHES = "edit", "public", "run-sheet", "speeches"
_FACES: dict[str, tuple[str, ...]] = {
    EDIT: (),
    PUBLIC: ("time", "until", "title", "speaker", "place", "language"),
    RUN_SHEET: (
        "time", "minutes", "title", "place", "travel", "host", "owner", "phone", "note",
    ),
    SPEECHES: ("number", "time", "minutes", "speaker", "title", "language", "interpreter"),
}  # fmt: skip
_SHORT = {
    "overlap": N_("Overlap"),
    "travel": N_("Way too short"),
    "twice": N_("Two places"),
    "weekday": N_("Weekday"),
    "hours": N_("Hours"),
    "interpreter": N_("Interpreter?"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A line in the table: the `number`-th of those shown, with what weighs most against it."""

    of: ProgrammeRow
    number: int
    finding: Finding | None = None

    @property
    def id(self) -> UUID:
        """The line."""
        return self.of.id

    @property
    def draft(self) -> ProgrammeDraft:
        """What it says."""
        return self.of.draft


def _hour(moment: dt.datetime | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


def _time(one: Shown) -> Cell:
    return Cell(_hour(one.draft.starts_at), tr("fixed") if one.draft.fixed else "")


def _until(one: Shown) -> str:
    if one.draft.starts_at is None or not one.draft.minutes:
        return ""
    return _hour(one.draft.starts_at + dt.timedelta(minutes=one.draft.minutes))


def _title(one: Shown) -> Cell:
    kind = one.draft.kind
    return Cell(one.draft.title, "" if kind == ItemKind.ITEM else read(item_label(kind)))


def _for_whom(one: Shown) -> str:
    return tr("Guests") if one.draft.public else tr("Internal")


def _spoken(one: Shown) -> str:
    return spoken_name(one.draft.language) if one.draft.language else ""


def _look(one: Shown) -> str:
    found = one.finding
    if found is None or found.severity is Severity.NOTE or found.kind not in _SHORT:
        return ""
    return tr(_SHORT[found.kind])


def _tone(one: Shown) -> str:
    wrong = one.finding is not None and one.finding.severity is Severity.WRONG
    return "wrong" if wrong else "attention"


COLUMNS = (
    Column("number", "#", 44, Kind.NUMBER, shown=False),
    Column("time", N_("Time"), 92, value=_time),
    Column("until", N_("Until"), 70, value=_until, shown=False),
    Column("minutes", N_("Min."), 58, Kind.NUMBER, value=lambda one: one.draft.minutes),
    Column("title", N_("What"), 260, Kind.NAME, value=_title, stretch=6),
    Column("look", N_("To look at"), 128, Kind.PILL, value=_look, tone=_tone),
    Column("place", N_("Where"), 112, value=lambda one: one.draft.place, stretch=2),
    Column("travel", N_("Way"), 56, Kind.NUMBER, value=lambda one: one.draft.travel_minutes,
           shown=False),
    Column("speaker", N_("Speaker"), 170, value=lambda one: one.draft.speaker, stretch=2,
           shown=False),
    Column("host", N_("Host"), 100, value=lambda one: one.draft.host, stretch=1),
    Column("owner", N_("Owner"), 120, value=lambda one: one.draft.owner, stretch=1),
    Column("phone", N_("Phone"), 110, value=lambda one: one.draft.phone, shown=False),
    Column("language", N_("Language"), 96, value=_spoken, shown=False),
    Column("interpreter", N_("Interpreter"), 150, value=lambda one: one.draft.interpreter,
           stretch=1, shown=False),
    Column("rain", N_("If it rains"), 140, value=lambda one: one.draft.rain_plan, stretch=1,
           shown=False),
    Column("note", N_("Note for staff"), 160, value=lambda one: one.draft.note, stretch=2,
           shown=False),
    Column("public", N_("For"), 72, value=_for_whom),
)  # fmt: skip
_TYPED = {
    "time": "starts_at", "minutes": "minutes", "title": "title", "place": "place",
    "travel": "travel_minutes", "speaker": "speaker", "host": "host", "owner": "owner",
    "phone": "phone", "interpreter": "interpreter", "rain": "rain_plan", "note": "note",
}  # fmt: skip
"""Columns one may type into, and the field of the draft each fills."""


def face(key: str, rows: list[ProgrammeRow], findings: tuple[Finding, ...]) -> list[Shown]:
    """The lines of a face of the programme, numbered, each with the finding that weighs most."""
    worst: dict[UUID, Finding] = {}
    for one in findings:
        if one.line is not None:
            worst.setdefault(one.line, one)
    wanted = [
        one
        for one in rows
        if (key != PUBLIC or one.draft.public)
        and (key != SPEECHES or one.draft.kind == ItemKind.SPEECH)
    ]
    return [Shown(one, place, worst.get(one.id)) for place, one in enumerate(wanted, start=1)]


def days_of(rows: Sequence[Shown]) -> list[tuple[str, int]]:
    """Headings over the lines where they are of several days: the day, and how many it has."""
    days: list[tuple[dt.date | None, int]] = []
    for one in rows:
        begins = one.draft.starts_at
        day = begins.date() if begins else days[-1][0] if days else None
        if days and days[-1][0] == day:
            days[-1] = (day, days[-1][1] + 1)
        else:
            days.append((day, 1))
    if len({day for day, _count in days if day}) < 2:  # one day needs no name
        return []
    return [(language.day(day, "full") if day else tr("No day yet"), n) for day, n in days]


def typed(draft: ProgrammeDraft, key: str, text: str, day: dt.date) -> ProgrammeDraft:
    """A line as it is once something was typed into a column.

    Raises:
        BadEntryError: that is no time, or no number.
    """
    field, words = _TYPED[key], text.strip()
    value: Any = words
    if key == "time":
        value = _moment(draft, words, day)
    elif key in ("minutes", "travel"):
        value = _number(words)
    return replace(draft, **{field: value})


def _moment(draft: ProgrammeDraft, words: str, day: dt.date) -> dt.datetime | None:
    time = read_time(words)
    if time is None:
        return None
    return dt.datetime.combine(draft.starts_at.date() if draft.starts_at else day, time)


def _number(words: str) -> int | None:
    if not words:
        return None
    if not words.isdecimal():
        raise BadEntryError(say(N_("Type the minutes as a whole number.")))
    return int(words)


class ProgrammeModel(ListModel):
    """Lines that may be typed into; `typed(line, column, text)` when somebody did."""

    entered = Signal(object, str, str)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells of most columns are editable; every line may be dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        usual = super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled
        if self.columns[index.column()].key in _TYPED:
            return usual | Qt.ItemFlag.ItemIsEditable
        return usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What an editor starts from is the value alone."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return super().data(index, role)
        field = _TYPED.get(self.columns[index.column()].key, "title")
        value = getattr(self.row(index.row()).draft, field)
        if isinstance(value, dt.datetime):
            return _hour(value)
        return "" if value is None else str(value)

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tell what was typed; it is shown once the office has it."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, role):
            return False
        key = self.columns[index.column()].key
        self.entered.emit(self.row(index.row()), key, str(value))
        return True

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Lines are moved."""
        return Qt.DropAction.MoveAction


class _EditedCells(Cells):
    """Cells with an editor, and a frame around the current one while the keyboard is here."""

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """A line of text in the place of the cell."""
        del option
        editor = QLineEdit(parent)
        editor.setObjectName("CellEditor")
        editor.setFont(theme.font("body"))
        model = index.model()
        if isinstance(model, ProgrammeModel):
            editor.setAccessibleName(model.columns[index.column()].name())
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Start from the value; what is typed already stays, whatever comes from the office."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:  # noqa: N802 - Qt's name
        """Hand on what was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """As large as the cell."""
        del index
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, framed where one would type."""
        super().paint(painter, option, index)
        view = self._view
        current = view.currentIndex()
        here = (current.row(), current.column()) == (index.row(), index.column())
        if not (here and view.hasFocus() and index.flags() & Qt.ItemFlag.ItemIsEditable):
            return
        painter.save()
        painter.setPen(QPen(theme.colour("accent"), 1))
        painter.drawRect(QRectF(option.rect).adjusted(0.5, 1.5, -1.5, -1.5))
        painter.restore()


class ProgrammeTable(Table):
    """Signals: `moved(line, place)` with the place among the lines shown."""

    moved = Signal(object, int)

    def __init__(self, model: ProgrammeModel, name: str, state: WindowState | None = None) -> None:
        super().__init__(model, name, state)
        self._cells = _EditedCells(self)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def show_face(self, key: str) -> None:
        """Show the columns of a face."""
        self.show_columns(_FACES[key])

    def edit_cell(self) -> None:
        """Type into the current cell, or into the title where that cannot be typed into."""
        index = self.currentIndex()
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            keys = [column.key for column in self.rows.columns]
            index = self.rows.index(index.row(), keys.index("title"))
            self.setCurrentIndex(index)
        if index.isValid():
            self.edit(index)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Move the frame."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in an editor keeps what was typed, and does not open the line."""
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()
            return
        super().keyPressEvent(event)

    def edit(  # type: ignore[override]  # Qt has two of this name; both come here
        self,
        index: QModelIndex | QPersistentModelIndex,
        trigger: QAbstractItemView.EditTrigger = QAbstractItemView.EditTrigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Begin to type; Space and keys with Alt or Ctrl do not."""
        if isinstance(event, QKeyEvent):
            held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
            if event.modifiers() & held or not event.text().strip():
                return False
        return bool(super().edit(index, trigger, event))  # type: ignore[arg-type]  # Qt takes None

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """A dragged line goes before the one it is dropped on, or behind in its lower half."""
        line = self.current_row()
        if event.source() is not self or line is None:
            event.ignore()
            return
        self.drop_at(line, event.position().toPoint().y())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def drop_at(self, line: Shown, y: int) -> None:
        """Move a line to where it was dropped, `y` pixels down the rows."""
        place = self.rowAt(y)
        if place < 0:
            place = self.rows.rowCount()
        elif y > self.rowViewportPosition(place) + self.rowHeight(place) / 2:
            place += 1
        own = line.number - 1
        target = place - 1 if place > own else place
        if target != own:
            self.moved.emit(line, target)


def words_of(key: str, rows: Sequence[Shown]) -> str:
    """What a face amounts to: how many lines, from when to when or on how many days; of speeches
    how long.
    """
    if key == SPEECHES:
        minutes = sum(one.draft.minutes or 0 for one in rows)
        number = language.trn("{n} speech", "{n} speeches", len(rows))
        return f"{number} · {language.trn('{n} minute', '{n} minutes', minutes)}"
    number = language.trn("{n} line", "{n} lines", len(rows))
    begun = [one.draft.starts_at for one in rows if one.draft.starts_at]
    if not begun:
        return number
    days = {one.date() for one in begun}
    if len(days) > 1:
        return f"{number} · {language.trn('{n} day', '{n} days', len(days))}"
    ends = max(
        one.draft.starts_at + dt.timedelta(minutes=one.draft.minutes or 0)
        for one in rows
        if one.draft.starts_at
    )
    return f"{number} · {min(begun):%H:%M}–{ends:%H:%M}"
