"""The schedule of meetings: who meets whom in which slot, moved by dragging, menu or keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMimeData, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu, QStyledItemDelegate, QStyleOptionViewItem

from app.missions.rules.meetings import Side, interpreter_parts, table_label
from ui.core import icons, language, theme
from ui.core.language import read, tr
from ui.missions.grid_view import ROOT, GridModel, GridView, Head, Index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QResizeEvent,
    )

    from app.missions.queries import FairBoard, MeetingRow, PartyRow, Proposal, SlotRow

MIME = "application/x-belfry-meeting"
_ROW, _COLUMN, _WIDEST, _NAMES = 40, 124, 220, 178


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: who meets in it, or why nobody can; `fresh` says how a proposal differs."""

    meeting: MeetingRow | None = None
    other: str = ""
    place: str = ""
    voice: str = ""
    locked: bool = False
    away: bool = False
    fresh: str = ""
    weight: int = 0


_EMPTY, _AWAY = Spot(), Spot(away=True)


class ScheduleModel(GridModel):
    """Companies (or hosts) by slots. While a proposal is shown its meetings stand here."""

    def __init__(self) -> None:
        super().__init__()
        self.board: FairBoard | None = None
        self.proposal: Proposal | None = None
        self.side = Side.OURS
        self._cells: dict[tuple[UUID, UUID], Spot] = {}

    def show(self, board: FairBoard, proposal: Proposal | None, side: Side) -> None:
        """Show the meetings as they stand, or as proposed, from one side."""
        self.beginResetModel()
        self.board, self.proposal, self.side = board, proposal, side
        self._cells = self._spots(board, proposal)
        self.endResetModel()

    def _spots(self, board: FairBoard, proposal: Proposal | None) -> dict[tuple[UUID, UUID], Spot]:
        ours = self.side is Side.OURS
        made: dict[tuple[UUID, UUID], Spot] = {}
        if proposal is None:
            for one in board.meetings:
                if one.slot is not None:
                    me, other = (one.company, one.host) if ours else (one.host, one.company)
                    made[me, one.slot] = self._spot(board, one, other)
            return made
        for company, host, slot in proposal.meetings:
            me, other = (company, host) if ours else (host, company)
            there = board.placed.get((company, host))
            same = there is not None and there.slot == slot
            if there is not None and same:
                made[me, slot] = self._spot(board, there, other)
            else:
                weight = board.pair_wishes.get((company, host), 0)
                word = tr("new") if there is None else tr("moved")
                name = board.parties[other].name
                made[me, slot] = Spot(None, name, fresh=word, weight=weight)
        return made

    def _spot(self, board: FairBoard, one: MeetingRow, other: UUID) -> Spot:
        return Spot(
            one,
            board.parties[other].name,
            read(table_label(one.place)) if one.place else "",
            voice_words(one.interpreter),
            one.locked,
            weight=board.pair_wishes.get(one.pair, 0),
        )

    @property
    def rows(self) -> Sequence[PartyRow]:
        """Whose days are shown."""
        if self.board is None:
            return ()
        return self.board.companies if self.side is Side.OURS else self.board.hosts

    def party(self, row: int) -> PartyRow:
        """Whose day a row is."""
        return self.rows[row]

    def slot(self, column: int) -> SlotRow:
        """The slot of a column."""
        assert self.board is not None  # noqa: S101 - a column exists only with a board
        return self.board.slots[column]

    def at(self, row: int, column: int) -> Spot:
        """What a cell holds."""
        party, slot = self.party(row), self.slot(column)
        found = self._cells.get((party.id, slot.id))
        if found is not None:
            return found
        return _AWAY if slot.position in party.draft.away else _EMPTY

    def words_at(self, row: int, column: int) -> str:
        """A cell in words."""
        spot = self.at(row, column)
        if spot.away:
            return tr("cannot come")
        if not spot.other:
            return tr("free")
        parts = [spot.other, spot.place, spot.voice, tr("locked") if spot.locked else ""]
        return " · ".join(part for part in parts if part)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """A row for each party."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """A column for each slot."""
        return 0 if parent.isValid() or self.board is None else len(self.board.slots)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Names at the left, slots above."""
        if role != Qt.ItemDataRole.DisplayRole or self.board is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.party(section).name if section < len(self.rows) else None
        slots = self.board.slots
        return slot_words(slots, section) if section < len(slots) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A meeting may be dragged, an other cell dropped on; a proposal stands still."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid() or self.proposal is not None:
            return usual
        spot = self.at(index.row(), index.column())
        return usual | (
            Qt.ItemFlag.ItemIsDragEnabled if spot.meeting else Qt.ItemFlag.ItemIsDropEnabled
        ) | Qt.ItemFlag.ItemIsDropEnabled  # fmt: skip

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Only our own."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The meeting that is dragged."""
        made = QMimeData()
        spot = self.at(indexes[0].row(), indexes[0].column())
        made.setData(MIME, spot.meeting.id.bytes if spot.meeting else b"")
        return made


def voice_words(kept: str) -> str:
    """An interpreter in words: "Japanese 2", or the name as typed."""
    found = interpreter_parts(kept)
    if found is None:
        return kept
    name = language_words(found[0])
    return f"{name} {found[1]}" if found[1] else name


def language_words(code: str) -> str:
    """The name of a language in the window's."""
    from app.briefings.programme_words import language_name

    return language_name(code, language.current())


def slot_words(slots: Sequence[SlotRow], place: int) -> str:
    """A slot's number and time, with its day where a day begins."""
    one = slots[place]
    head = f"{one.number} · {one.starts_at:%H:%M}"
    several = slots[0].starts_at.date() != slots[-1].starts_at.date()
    if several and (not place or slots[place - 1].starts_at.date() != one.starts_at.date()):
        return f"{head} · {one.starts_at.day}/{one.starts_at.month}"
    return head


class ScheduleCells(QStyledItemDelegate):
    """Paints a cell: whom one meets, at which table; free and away ones quietly."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        view, area = self.parent(), QRect(option.rect)
        model = index.model()
        if not isinstance(view, GridView) or not isinstance(model, ScheduleModel):
            return
        spot = model.at(index.row(), index.column())
        painter.save()
        self._ground(painter, area, spot)
        if spot.other:
            self._words(painter, area, spot)
        if index == view.currentIndex():
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(QRectF(area).adjusted(2.5, 2.5, -2.5, -3.5), 4, 4)
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, area: QRect, spot: Spot) -> None:
        painter.fillRect(area, theme.colour("surface"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        painter.fillRect(QRect(area.right(), area.top(), 1, area.height()), theme.colour("line"))
        if spot.away:
            painter.fillRect(area.adjusted(0, 0, -1, -1), theme.colour("rail"))
            return
        if not spot.other:
            return
        held = spot.meeting is not None and bool(spot.meeting.result)
        token = "attention_soft" if spot.fresh else "good_soft" if held else "accent_soft"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(token))
        painter.drawRoundedRect(QRectF(area).adjusted(3, 3, -4, -4), theme.px(4), theme.px(4))

    @staticmethod
    def _words(painter: QPainter, area: QRect, spot: Spot) -> None:
        room = area.adjusted(theme.px(9), theme.px(4), -theme.px(9), -theme.px(5))
        if spot.locked:
            side = theme.px(11)
            box = QRect(room.right() - side, room.top() + theme.px(2), side, side)
            icons.paint(painter, "lock", box, theme.colour("text2"))
            room.setRight(room.right() - side - theme.px(3))
        painter.setFont(theme.font("small_medium"))
        painter.setPen(theme.colour("text"))
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2 + 1)
        name = theme.metrics("small_medium").elidedText(
            spot.other, Qt.TextElideMode.ElideRight, upper.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(upper, flags, name)
        lower = " · ".join(part for part in (spot.place, spot.voice) if part)
        if spot.fresh:
            lower = spot.fresh
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("attention_ink" if spot.fresh else "text2"))
        under = QRect(room.left(), upper.bottom() + 1, room.width(), room.height() // 2)
        shown = theme.metrics("small").elidedText(lower, Qt.TextElideMode.ElideRight, under.width())
        painter.drawText(under, flags, shown)


class ScheduleView(GridView):
    """Signals: `party_chosen(id)`, `moved(meeting, slot)` by drop or Alt and arrows,
    `opened(row, column)` by Enter or double click, `lock_asked()`, `removed()`.
    """

    party_chosen = Signal(object)
    moved = Signal(object, object)
    opened = Signal(object, object)
    lock_asked = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        self.grid = ScheduleModel()
        super().__init__(self.grid, tr("Schedule of meetings"), ScheduleCells())
        self.itemDelegate().setParent(self)
        self.grid.setParent(self)
        self.menu_maker: Callable[[QMenu, Spot, PartyRow, SlotRow], None] | None = None
        self.setVerticalHeader(Head(Qt.Orientation.Vertical, self, size=_NAMES))
        self.setHorizontalHeader(Head(Qt.Orientation.Horizontal, self, size=30))
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.doubleClicked.connect(self._open)
        self.verticalHeader().sectionClicked.connect(self._head_clicked)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self._fit()
        super().restyle()

    def _fit(self) -> None:
        """Few slots share the width, many keep theirs and scroll."""
        count = max(self.grid.columnCount(), 1)
        room = self.viewport().width() // count
        width = min(max(room, theme.px(_COLUMN)), theme.px(_WIDEST))
        self.horizontalHeader().setDefaultSectionSize(width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def show_board(self, board: FairBoard, proposal: Proposal | None, side: Side) -> None:
        """Show the meetings; the current cell stays."""
        at = self.currentIndex()
        row, column = at.row(), at.column()
        self.grid.show(board, proposal, side)
        self._fit()
        if row < 0:
            row = column = 0
        self.setCurrentIndex(self.grid.index(row, column))

    def select_party(self, party: UUID) -> None:
        """Go to somebody's day."""
        for row, one in enumerate(self.grid.rows):
            if one.id == party:
                self.setCurrentIndex(self.grid.index(row, max(self.currentIndex().column(), 0)))

    def current(self) -> tuple[PartyRow, SlotRow, Spot] | None:
        """Whose day, which slot, and what is there."""
        at = self.currentIndex()
        if not at.isValid():
            return None
        row, column = at.row(), at.column()
        return self.grid.party(row), self.grid.slot(column), self.grid.at(row, column)

    def _head_clicked(self, row: int) -> None:
        self.setCurrentIndex(self.grid.index(row, max(self.currentIndex().column(), 0)))

    def _open(self, index: Index) -> None:
        found = self.current() if index.isValid() else None
        if found is not None and self.grid.proposal is None:
            party, slot, spot = found
            self.opened.emit(spot.meeting, (party, slot))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell whose day it is."""
        super().currentChanged(current, previous)
        self.verticalHeader().viewport().update()
        self.horizontalHeader().viewport().update()
        if current.isValid() and current.row() < len(self.grid.rows):
            self.party_chosen.emit(self.grid.party(current.row()).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens, Alt and arrows move, L locks, Delete removes."""
        key, found = event.key(), self.current()
        if found is None or self.grid.proposal is not None:
            super().keyPressEvent(event)
            return
        meeting = found[2].meeting
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif meeting is not None and key == Qt.Key.Key_L:
            self.lock_asked.emit(meeting)
        elif meeting is not None and key == Qt.Key.Key_Delete:
            self.removed.emit(meeting)
        elif (
            meeting is not None
            and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self._step(meeting, -1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def _step(self, meeting: MeetingRow, way: int) -> None:
        column = self.currentIndex().column() + way
        if 0 <= column < self.grid.columnCount():
            self.moved.emit(meeting, self.grid.slot(column).id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """What can be done with a meeting, or an empty slot."""
        found = self.current()
        if found is None or self.menu_maker is None or self.grid.proposal is not None:
            return
        menu = QMenu(self)
        self.menu_maker(menu, found[2], found[0], found[1])
        menu.exec(event.globalPos())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """A meeting may be dropped on any slot."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Move the meeting to the slot it was dropped on."""
        data = bytes(event.mimeData().data(MIME).data())
        at = self.indexAt(event.position().toPoint())
        board = self.grid.board
        if len(data) == 16 and at.isValid() and board is not None:
            wanted = UUID(bytes=data)
            meeting = next((one for one in board.meetings if one.id == wanted), None)
            if meeting is not None:
                self.moved.emit(meeting, self.grid.slot(at.column()).id)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
