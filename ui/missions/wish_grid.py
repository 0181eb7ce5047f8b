"""Who wishes to meet whom, companies by hosts: a figure typed in a cell is a wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.missions.rules.meetings import HIGHEST_WISH, USUAL_WISH, Side
from ui.core import theme
from ui.core.language import tr
from ui.missions.grid_view import ROOT, GridModel, GridView, Head, Index

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from app.missions.queries import FairBoard, PartyRow

_CELL, _NAMES, _TITLES = 30, 190, 148


class WishModel(GridModel):
    """The wishes of one side; the other side's wish stands small beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.board: FairBoard | None = None
        self.side = Side.OURS

    def show(self, board: FairBoard, side: Side) -> None:
        """Show the wishes of a side; the same parties keep their cells."""
        same = self.board is not None and (self.board.companies, self.board.hosts) == (
            board.companies, board.hosts,
        )  # fmt: skip
        if same:
            self.board, self.side = board, side
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.board, self.side = board, side
        self.endResetModel()

    def pair(self, row: int, column: int) -> tuple[PartyRow, PartyRow]:
        """Who wishes and whom, of the side that is shown."""
        assert self.board is not None  # noqa: S101 - a cell exists only with a board
        company, host = self.board.companies[row], self.board.hosts[column]
        return (company, host) if self.side is Side.OURS else (host, company)

    def at(self, row: int, column: int) -> tuple[int, int, bool]:
        """The wish, the other side's wish, and whether they meet."""
        assert self.board is not None  # noqa: S101 - as above
        one, other = self.pair(row, column)
        pair = (one.id, other.id) if self.side is Side.OURS else (other.id, one.id)
        wishes = self.board.wishes
        return (
            wishes.get((one.id, other.id), 0),
            wishes.get((other.id, one.id), 0),
            pair in self.board.placed,
        )

    def words_at(self, row: int, column: int) -> str:
        """A cell in words."""
        one, other = self.pair(row, column)
        mine, theirs, meet = self.at(row, column)
        told = tr("{name} would meet {other}: {n}", name=one.name, other=other.name, n=mine or "–")
        if theirs:
            told += "\n" + tr("{name} would meet {other}: {n}",
                              name=other.name, other=one.name, n=theirs)  # fmt: skip
        return told + ("\n" + tr("They meet.") if meet else "")

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """A row for each company."""
        return 0 if parent.isValid() or self.board is None else len(self.board.companies)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """A column for each host."""
        return 0 if parent.isValid() or self.board is None else len(self.board.hosts)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Companies at the left, hosts above."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if self.board is None:
            return None
        flat = orientation is Qt.Orientation.Horizontal
        names = self.board.hosts if flat else self.board.companies
        return names[section].name if section < len(names) else None


class WishCells(QStyledItemDelegate):
    """Paints a wish: the stronger the darker."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        view, model, area = self.parent(), index.model(), QRect(option.rect)
        if not isinstance(view, GridView) or not isinstance(model, WishModel):
            return
        mine, theirs, meet = model.at(index.row(), index.column())
        painter.save()
        painter.fillRect(area, theme.colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5)
        if mine:
            ground = QColor(theme.colour("accent"))
            ground.setAlphaF(0.08 + 0.17 * mine)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, theme.px(4), theme.px(4))
            painter.setPen(theme.colour("on_accent" if mine >= 4 else "text"))
            painter.setFont(theme.font("small_strong"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(mine))
        else:
            painter.setPen(theme.colour("line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        if theirs:
            self._corner(painter, area, theirs)
        if meet:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("good"))
            dot = theme.px(6)
            painter.drawEllipse(area.left() + theme.px(3), area.top() + theme.px(3), dot, dot)
        if index == view.currentIndex():
            painter.setPen(theme.colour("text"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.restore()

    @staticmethod
    def _corner(painter: QPainter, area: QRect, theirs: int) -> None:
        """The wish of the other side, as strokes along the lower edge."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("attention"))
        width, gap = theme.px(3), theme.px(1)
        left = area.left() + theme.px(4)
        for stroke in range(theirs):
            at = left + stroke * (width + gap)
            painter.drawRect(at, area.bottom() - theme.px(5), width, theme.px(2))


class WishView(GridView):
    """Signals `wished(party, other, weight)` by 1 to 5, Space, 0 or Delete, and
    `party_chosen(id)`.
    """

    wished = Signal(object, object, int)
    party_chosen = Signal(object)

    def __init__(self) -> None:
        self.grid = WishModel()
        super().__init__(self.grid, tr("Wishes"), WishCells())
        self.itemDelegate().setParent(self)
        self.grid.setParent(self)
        self.setVerticalHeader(Head(Qt.Orientation.Vertical, self, size=_NAMES))
        across = Qt.Orientation.Horizontal
        self.setHorizontalHeader(Head(across, self, size=_TITLES, turned=True))
        self.doubleClicked.connect(lambda _index: self._step())
        self.verticalHeader().sectionClicked.connect(self._row_clicked)
        self.horizontalHeader().sectionClicked.connect(self._column_clicked)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        for head in (self.verticalHeader(), self.horizontalHeader()):
            head.setMinimumSectionSize(theme.px(_CELL))
            head.setDefaultSectionSize(theme.px(_CELL))
        super().restyle()

    def show_board(self, board: FairBoard, side: Side) -> None:
        """Show the wishes; the current cell stays."""
        self.grid.show(board, side)
        if not self.currentIndex().isValid() and self.grid.rowCount():
            self.setCurrentIndex(self.grid.index(0, 0))

    def _row_clicked(self, row: int) -> None:
        self.setCurrentIndex(self.grid.index(row, max(self.currentIndex().column(), 0)))

    def _column_clicked(self, column: int) -> None:
        self.setCurrentIndex(self.grid.index(max(self.currentIndex().row(), 0), column))
        if self.grid.board is not None:
            self.party_chosen.emit(self.grid.board.hosts[column].id)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell whose wish it is."""
        super().currentChanged(current, previous)
        self.verticalHeader().viewport().update()
        self.horizontalHeader().viewport().update()
        if current.isValid() and self.grid.rowCount():
            self.party_chosen.emit(self.grid.pair(current.row(), current.column())[0].id)

    def _wish(self, weight: int) -> None:
        at = self.currentIndex()
        if at.isValid():
            one, other = self.grid.pair(at.row(), at.column())
            self.wished.emit(one.id, other.id, weight)

    def _step(self) -> None:
        """The usual wish, then none again."""
        at = self.currentIndex()
        if at.isValid():
            self._wish(0 if self.grid.at(at.row(), at.column())[0] else USUAL_WISH)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A figure is a wish, Space the usual one, Delete takes it back."""
        typed, key = event.text(), event.key()
        if typed.isdecimal() and len(typed) == 1 and int(typed) <= HIGHEST_WISH:
            self._wish(int(typed))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._wish(0)
        elif key == Qt.Key.Key_Space:
            self._step()
        else:
            super().keyPressEvent(event)


def chosen_pair(view: WishView) -> tuple[UUID, UUID] | None:
    """Who wishes and whom in the current cell."""
    at = view.currentIndex()
    if not at.isValid():
        return None
    one, other = view.grid.pair(at.row(), at.column())
    return one.id, other.id
