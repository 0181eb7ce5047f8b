"""The table of the house: rows chosen whole, columns people arrange, copied as a spreadsheet likes.

Give it a model (`RowsModel` or `ListModel`) and a name under which its columns are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QVBoxLayout

from ui.core import theme
from ui.core.columns_kept import ColumnsKept
from ui.core.copying import put_on_clipboard
from ui.core.groups import Groups
from ui.core.own_keys import keeps
from ui.core.table_paint import ROW, Cells, Header

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from uuid import UUID

    from ui.core.row_models import Index, TableModel
    from ui.core.window_state import WindowState

COPIED_AT_MOST = 20_000
Held: TypeAlias = "tuple[UUID | None, frozenset[UUID]]"
"""The current record and those selected."""


class Table(QTableView):
    """Signals: `chosen(row or None)` for the current row, `opened(row)` by Enter or double click,
    `sort_asked(key, descending)`, `selection_grew(count)`, `copied(count)`, `arranged()` when a
    person arranged the columns.
    """

    chosen = Signal(object)
    opened = Signal(object)
    sort_asked = Signal(str, bool)
    selection_grew = Signal(int)
    copied = Signal(int)
    arranged = Signal()

    def __init__(self, model: TableModel, name: str, state: WindowState | None = None) -> None:
        """`name` is for screen readers; columns are kept in `state` under it."""
        super().__init__()
        self.rows = model
        self.menu_maker: Callable[[QMenu], None] | None = None
        self.f2_opens = False
        self._cells = Cells(self)
        self._head = Header(self)
        self._kept_ids: tuple[UUID | None, set[UUID], int] = (None, set(), 0)
        self.setAccessibleName(name)
        self._behave()
        self.setHorizontalHeader(self._head)
        self.setItemDelegate(self._cells)
        self.setModel(model)
        self._columns = ColumnsKept(self, model.columns, state, name)
        self._columns.arranged.connect(self.arranged)
        self.groups = Groups(self)
        self._head.sectionClicked.connect(self._sort_by)
        self._head.customContextMenuRequested.connect(self._column_menu)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._find_again)
        model.dataChanged.connect(self._data_changed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def restyle(self) -> None:
        """Take the present text size."""
        self.verticalHeader().setMinimumSectionSize(theme.px(ROW))
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self._columns.fit()
        self.groups.fit()
        if self.isVisible():
            self.viewport().update()

    # For pages

    def current_row(self) -> Any:
        """The current row; None where there is none, or it is still being fetched."""
        place = self.currentIndex().row()
        return self.rows.row(place) if place >= 0 else None

    def current_id(self) -> UUID | None:
        """The id of the current row."""
        place = self.currentIndex().row()
        return self.rows.id_at(place) if 0 <= place < self.rows.rowCount() else None

    def selected_places(self) -> list[int]:
        """The places of the selected rows, in order."""
        return sorted(
            {place for span in self._spans() for place in range(span.top(), span.bottom() + 1)}
        )

    def selected_ids(self) -> list[UUID]:
        """The ids of the selected rows, in order."""
        return [self.rows.id_at(place) for place in self.selected_places()]

    def select_id(self, record: UUID | None) -> bool:
        """Make a record current and show it; false where it is not in the list."""
        place = self.rows.place_of(record) if record is not None else -1
        if place < 0:
            return False
        how = QItemSelectionModel.SelectionFlag  # not by the view, which minds Ctrl held meanwhile
        index = self.rows.index(place, self._first_column())
        self.selectionModel().setCurrentIndex(index, how.ClearAndSelect | how.Rows)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def mark_sorted(self, key: str, *, descending: bool = False) -> None:
        """Show the arrow at the column sorted by `key`."""
        places = [n for n, column in enumerate(self.rows.columns) if column.sort == key and key]
        self._head.mark_sorted(places[0] if places else -1, descending=descending)

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard, as a table."""
        places = self.selected_places()[:COPIED_AT_MOST]
        columns = self._columns.shown()
        if places:
            self.rows.rows_at(places, lambda rows: self._copy(rows, columns))

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show these columns in this order; with none, those the person chose."""
        self._columns.use(keys)

    def columns_shown(self) -> tuple[str, ...]:
        """The keys of the columns shown, in their order."""
        return tuple(column.key for column in self._columns.shown())

    def hold(self) -> Held:
        """What is chosen, to be taken up once other rows are there."""
        places = self.selected_places()[:COPIED_AT_MOST]
        return self.current_id(), frozenset(self.rows.id_at(place) for place in places)

    def take_up(self, held: Held) -> bool:
        """Choose what was held, as far as it is shown; false where the current row is gone."""
        current, ids = held
        place = self.rows.place_of(current) if current is not None else -1
        if place < 0:
            return False
        self._choose_again(ids, place)
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def choose_columns(self) -> None:
        """Open the menu of columns (its button stands outside the table)."""
        self._column_menu(QPoint(self._head.width() - theme.px(24), self._head.height()))

    # Inside

    def _spans(self) -> list[QItemSelectionRange]:
        marks = self.selectionModel().selection()
        return [marks.at(number) for number in range(marks.count())]

    def _copy(self, rows: list[Any], columns: list[Any]) -> None:
        put_on_clipboard(rows, columns)
        self.copied.emit(len(rows))

    def _first_column(self) -> int:
        return next(
            (n for n in range(self._head.count()) if not self.isColumnHidden(n)),
            0,
        )

    def _sort_by(self, section: int) -> None:
        key = self.rows.columns[section].sort
        if not key:
            return
        descending = section == self._head.sorted_column and not self._head.descending
        self.mark_sorted(key, descending=descending)
        self.sort_asked.emit(key, descending)

    def _column_menu(self, at: QPoint) -> None:
        self._columns.menu().exec(self._head.mapToGlobal(at))

    def _remember(self) -> None:
        place = self.verticalScrollBar().value()
        selected = self.selected_places()[:COPIED_AT_MOST]
        ids = {self.rows.id_at(n) for n in selected if n < self.rows.rowCount()}
        self._kept_ids = (self.current_id(), ids, place)

    def _find_again(self) -> None:
        current, ids, scroll = self._kept_ids
        place = self.rows.place_of(current) if current is not None else -1
        if place < 0:
            if current is not None:
                self.chosen.emit(None)
            return
        self.verticalScrollBar().setValue(scroll)
        self._choose_again(ids, place)

    def _choose_again(self, ids: Iterable[UUID], place: int) -> None:
        marks = QItemSelection()
        last = len(self.rows.columns) - 1
        for record in ids:
            at = self.rows.place_of(record)
            if at >= 0:
                marks.select(self.rows.index(at, 0), self.rows.index(at, last))
        self.selectionModel().select(marks, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        index = self.rows.index(place, self._first_column())
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        place = self.currentIndex().row()
        if first.row() <= place <= last.row():
            self.chosen.emit(self.current_row())

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell the page."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            self._update_row(index.row())
        if current.row() != previous.row():
            self.chosen.emit(self.current_row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """Tell how many are selected."""
        super().selectionChanged(selected, deselected)
        self.selection_grew.emit(sum(span.height() for span in self._spans()))

    def _update_row(self, place: int) -> None:
        if place >= 0:
            top = self.rowViewportPosition(place)
            self.viewport().update(0, top, self.viewport().width(), self.rowHeight(place))

    def _hover(self, place: int) -> None:
        before, self._cells.hovered = self._cells.hovered, place
        if before != place:
            self._update_row(before)
            self._update_row(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Light up the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Light up nothing."""
        super().leaveEvent(event)
        self._hover(-1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the row."""
        super().mouseDoubleClickEvent(event)
        row = self.current_row()
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(row)

    def event(self, event: QEvent) -> bool:
        """Where F2 opens the row it does not edit what the page is about."""
        return (self.f2_opens and keeps(event, Qt.Key.Key_F2)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens, copy copies, Home and End go to the first and last row."""
        opens = {Qt.Key.Key_Return, Qt.Key.Key_Enter} | (
            {Qt.Key.Key_F2} if self.f2_opens else set()
        )
        if event.key() in opens:
            row = self.current_row()
            if row is not None:
                self.opened.emit(row)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.rows.rowCount():
            last = event.key() == Qt.Key.Key_End
            place = self.rows.rowCount() - 1 if last else 0
            self.setCurrentIndex(self.rows.index(place, self._first_column()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the bar of the current row; take the first row where there was none."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, self._first_column()))
        self._update_row(self.currentIndex().row())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Drop the bar."""
        super().focusOutEvent(event)
        self._update_row(self.currentIndex().row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The page's menu for the selected rows (`menu_maker` fills it)."""
        if self.menu_maker is not None and self.currentIndex().isValid():
            menu = QMenu(self)
            self.menu_maker(menu)
            menu.exec(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the rows, then the headings of groups."""
        super().paintEvent(event)
        self.groups.paint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._columns.fit()


class TableCard(QFrame):
    """A table in a frame with rounded corners."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.setObjectName("Card")
        self.table = table
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 2, 1, 2)
        box.addWidget(table)
