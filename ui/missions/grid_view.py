"""A grid whose cells are painted, not built: sixty rows by forty columns open at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView

from ui.core import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class GridModel(QAbstractTableModel):
    """Rows and columns with heads; subclasses say what a cell holds."""

    def at(self, row: int, column: int) -> Any:
        """What a cell holds, for the delegate."""
        raise NotImplementedError

    def words_at(self, row: int, column: int) -> str:
        """A cell in words, for tooltips and screen readers."""
        raise NotImplementedError

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell in words."""
        roles = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if not index.isValid() or role not in roles:
            return None
        return self.words_at(index.row(), index.column())


class GridView(QTableView):
    """A `GridModel` shown densely; hairlines, a bar at the current cell."""

    def __init__(self, model: GridModel, name: str, cells: QStyledItemDelegate) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(cells)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setHighlightSections(True)
            head.setSectionsClickable(True)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the present text size."""
        self.viewport().update()


class Head(QHeaderView):
    """Names of rows or columns in small type; `turned` ones are read from below."""

    def __init__(
        self, way: Qt.Orientation, parent: QWidget, *, size: int, turned: bool = False
    ) -> None:
        """`size` is its width or height in pixels at 100 %."""
        super().__init__(way, parent)
        self._size, self._turned = size, turned
        self.setSectionsClickable(True)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the present text size."""
        if self.orientation() is Qt.Orientation.Horizontal:
            self.setFixedHeight(theme.px(self._size))
        else:
            self.setFixedWidth(theme.px(self._size))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the names; what lies behind the last is plain."""
        super().paintEvent(event)
        rest = self.viewport().rect()
        if self.orientation() is Qt.Orientation.Horizontal:
            rest.setLeft(self.length() - self.offset())
        else:
            rest.setTop(self.length() - self.offset())
        if rest.isValid():
            painter = QPainter(self.viewport())
            painter.fillRect(rest, theme.colour("surface"))
            painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's name
        """Draw one name, the current one stronger."""
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        words = str(self.model().headerData(section, self.orientation()) or "")
        flat = self.orientation() is Qt.Orientation.Horizontal
        view = self.parent()
        index = view.currentIndex() if isinstance(view, QTableView) else QModelIndex()
        chosen = section == (index.column() if flat else index.row()) and index.isValid()
        role = "small_strong" if chosen else "small"
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour("accent" if chosen else "text2"))
        room = rect.adjusted(theme.px(8), 0, -theme.px(6), 0)
        if self._turned:
            painter.translate(rect.left(), rect.bottom())
            painter.rotate(-90)
            room = QRect(theme.px(6), 0, rect.height() - theme.px(10), rect.width())
        shown = theme.metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        if not flat:
            line = QRect(rect.right(), rect.top(), 1, rect.height())
            painter.fillRect(line, theme.colour("line"))
