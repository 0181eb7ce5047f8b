"""The schedule of meetings: who meets whom in which slot, moved by dragging, menu or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu, QStyledItemDelegate, QStyleOptionViewItem

from ui.core import icons, theme
from ui.core.language import tr
from ui.core.own_keys import keeps
from ui.missions.grid_view import GridView, Head, Index

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QResizeEvent,
    )

    from app.missions.queries import FairBoard, MeetingRow, PartyRow, Proposal, SlotRow
    from app.missions.rules.meetings import Side

from ui.missions.schedule_model import MIME, ScheduleModel, Spot

_ROW, _COLUMN, _WIDEST, _NAMES = 40, 124, 220, 178


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

    def event(self, event: QEvent) -> bool:
        """Alt and arrows move a meeting: they do not go back to the page before."""
        alt = Qt.KeyboardModifier.AltModifier
        return keeps(event, Qt.Key.Key_Left, Qt.Key.Key_Right, held=alt) or super().event(event)

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
