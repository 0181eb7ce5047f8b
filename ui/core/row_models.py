"""What tables of rows share, and the model of short lists kept whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.core import language
from ui.core.columns import Cell, Column, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from uuid import UUID

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole
_READ_OUT = Qt.ItemDataRole.AccessibleTextRole
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WAITING = Cell("")


class TableModel(QAbstractTableModel):
    """Rows and columns; `row`, `id_at` and `place_of` are for pages, `cells` for the delegate."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._cells: dict[UUID, tuple[Cell, ...]] = {}
        language.changed.connect(self.forget_cells)

    # For the subclass

    def row(self, place: int) -> Any:
        """The row at a place; None where it is not there yet."""
        raise NotImplementedError

    def id_at(self, place: int) -> UUID:
        """The id at a place."""
        raise NotImplementedError

    def place_of(self, record: UUID) -> int:
        """Where a record stands; -1 where it does not."""
        raise NotImplementedError

    def rows_at(self, places: Sequence[int], then: Callable[[list[Any]], None]) -> None:
        """Give the rows at these places, when they are there (copying)."""
        raise NotImplementedError

    # Shared

    def cells(self, place: int) -> tuple[Cell, ...] | None:
        """What a row paints; None while it is being fetched."""
        row = self.row(place)
        if row is None:
            return None
        made = self._cells.get(row.id)
        if made is None:
            made = tuple(column.cell(row) for column in self.columns)
            self._cells[row.id] = made
        return made

    def forget_cells(self) -> None:
        """Words changed: write the cells anew."""
        self._cells.clear()

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Words of a cell, also for screen readers."""
        if not index.isValid():
            return None
        if role in (_DISPLAY, _READ_OUT):
            cells = self.cells(index.row())
            cell = _WAITING if cells is None else cells[index.column()]
            words = f"{cell.text} {cell.quiet}" if cell.quiet else cell.text
            if role == _DISPLAY:
                return words
            return f"{self.columns[index.column()].name()}: {words}"
        if role == _ALIGN:
            return _RIGHT if self.columns[index.column()].right else _LEFT
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        """Titles of columns."""
        if role != _DISPLAY:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.columns[section].name()
        return section + 1

    def drop_cells_of(self, rows: Iterable[Any]) -> None:
        """These rows changed: write their cells anew."""
        for row in rows:
            self._cells.pop(row.id, None)

    def number_columns(self) -> set[int]:
        """The columns set in figures."""
        figures = (Kind.NUMBER, Kind.DATE)
        return {place for place, column in enumerate(self.columns) if column.kind in figures}


class ListModel(TableModel):
    """Short lists (a reception's guests, an import's rows): all rows in memory."""

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[Any] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self._rows = list(rows)
        self._places: dict[UUID, int] | None = None  # made when somebody asks

    def show(self, rows: Sequence[Any]) -> None:
        """Show these rows; selection and scroll stay where the same records are shown."""
        fresh = list(rows)
        if [row.id for row in fresh] == [row.id for row in self._rows]:
            self._rows = fresh
            self._cells.clear()
            if fresh:
                last = self.index(len(fresh) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = fresh
        self._places = None
        self._cells.clear()
        self.endResetModel()

    def rows(self) -> list[Any]:
        """All rows, in the order shown."""
        return list(self._rows)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def row(self, place: int) -> Any:
        """The row at a place."""
        return self._rows[place]

    def id_at(self, place: int) -> UUID:
        """The id at a place."""
        found: UUID = self._rows[place].id
        return found

    def place_of(self, record: UUID) -> int:
        """Where a record stands; -1 where it does not."""
        if self._places is None:
            self._places = {row.id: place for place, row in enumerate(self._rows)}
        return self._places.get(record, -1)

    def rows_at(self, places: Sequence[int], then: Callable[[list[Any]], None]) -> None:
        """Give the rows at these places, at once."""
        then([self._rows[place] for place in places])
