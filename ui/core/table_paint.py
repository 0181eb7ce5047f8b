"""How tables are painted: cells from caches of laid-out text, a quiet header.

Measured: laid-out text and pills kept in caches paint a full screen in a third of the time.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPixmap, QStaticText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from ui.core import icons, theme
from ui.core.columns import Cell, Kind
from ui.core.labels import paint_pill, pill_size
from ui.core.row_models import Index, TableModel

ROW = 30
BAND = 26
"""The heading of a group, above its first row."""
PAD = 8
_CACHE_LIMIT = 6000
_ROLES = {
    Kind.TEXT: ("body", "text"),
    Kind.NAME: ("strong", "text"),
    Kind.QUIET: ("small", "text2"),
    Kind.NUMBER: ("number", "text"),
    Kind.DATE: ("number", "text"),
    Kind.PILL: ("small_strong", "text"),
    Kind.BAR: ("small", "text2"),
}


class Cells(QStyledItemDelegate):
    """Paints the cells of a `TableModel`."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._texts: dict[tuple[str, str, int], tuple[QStaticText, float, bool]] = {}
        self._pills: dict[tuple[str, str, float], QPixmap] = {}
        self.hovered = -1
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Drop what was laid out: theme or text size changed."""
        self._texts.clear()
        self._pills.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's signature
        """For a double click between titles: as wide as the cell."""
        cells = self._model().cells(index.row())
        if cells is None:
            return QSize(theme.px(60), theme.px(ROW))
        cell = cells[index.column()]
        column = self._model().columns[index.column()]
        if column.kind is Kind.PILL:
            return QSize(pill_size(cell.text).width() + 2 * theme.px(PAD), theme.px(ROW))
        role = _ROLES[column.kind][0]
        width = theme.metrics(role).horizontalAdvance(cell.text) + theme.px(2 * PAD + 4)
        if cell.quiet:
            width += theme.metrics("small").horizontalAdvance(cell.quiet) + theme.px(PAD)
        return QSize(round(width), theme.px(ROW))

    def _model(self) -> TableModel:
        model = self._view.model()
        if not isinstance(model, TableModel):
            raise TypeError("tables show a TableModel")
        return model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        area = QRect(option.rect)
        area.setTop(area.bottom() - theme.px(ROW) + 1)  # of a group's first row the lower part
        selected = self._view.selectionModel().isSelected(index)
        number = index.row()
        if selected:
            painter.fillRect(area, theme.colour("selection"))
        elif number == self.hovered:
            painter.fillRect(area, theme.colour("hover"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        self._accent(painter, area, index)
        model = self._model()
        cells = model.cells(number)
        if cells is None:
            self._placeholder(painter, area)
            return
        column = model.columns[index.column()]
        cell = cells[index.column()]
        if column.kind is Kind.PILL:
            self._pill(painter, area, cell)
        elif column.kind is Kind.BAR:
            _bar(painter, area, cell)
        else:
            self._words(painter, area, cell, column.kind, right=column.right)

    def _accent(self, painter: QPainter, area: QRect, index: Index) -> None:
        """The bar of the current row, in the first column shown, while the keyboard is here."""
        view = self._view
        if index.row() != view.currentIndex().row() or not view.hasFocus():
            return
        if view.horizontalHeader().visualIndex(index.column()) == first_shown(view):
            bar = QRect(area.left(), area.top(), theme.px(3), area.height() - 1)
            painter.fillRect(bar, theme.colour("accent"))

    def _placeholder(self, painter: QPainter, area: QRect) -> None:
        width = min(area.width() - theme.px(2 * PAD), theme.px(80))
        bar = QRect(area.left() + theme.px(PAD), area.center().y() - 3, width, 6)
        painter.fillRect(bar, theme.colour("line"))

    def _words(
        self, painter: QPainter, area: QRect, cell: Cell, kind: Kind, *, right: bool
    ) -> None:
        role, ink = _ROLES[kind]
        room = area.width() - theme.px(2 * PAD)
        text, width, _ = self._laid_out(cell.text, role, room)
        x = area.right() - theme.px(PAD) - width if right else area.left() + theme.px(PAD)
        self._draw(painter, text, x, area, theme.font(role), theme.colour(ink))
        left = round(room - width - theme.px(PAD))
        if cell.quiet and left > theme.px(20):
            quiet, _, _ = self._laid_out(cell.quiet, "small", left)
            at = x + width + theme.px(PAD)
            self._draw(painter, quiet, at, area, theme.font("small"), theme.colour("text2"))

    @staticmethod
    def _draw(
        painter: QPainter, text: QStaticText, x: float, area: QRect, font: QFont, ink: QColor
    ) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        top = area.top() + (area.height() - 1 - text.size().height()) / 2
        painter.drawStaticText(QPointF(x, top), text)

    def _laid_out(self, words: str, role: str, room: int) -> tuple[QStaticText, float, bool]:
        """The words cut to the room, their width, and whether they were cut."""
        key = (words, role, room)
        found = self._texts.get(key)
        if found is not None:
            return found
        if len(self._texts) > _CACHE_LIMIT:
            self._texts.clear()
        metrics = theme.metrics(role)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))
        text = QStaticText(shown)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        text.prepare(font=theme.font(role))
        made = (text, text.size().width(), shown != words)
        self._texts[key] = made
        return made

    def _pill(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        if not cell.text:
            return
        density = painter.device().devicePixelRatioF()
        key = (cell.text, cell.tone, density)
        drawn = self._pills.get(key)
        if drawn is None:
            drawn = draw_pill(cell, density)
            self._pills[key] = drawn
        size = drawn.deviceIndependentSize()
        top = area.top() + (area.height() - 1 - size.height()) / 2
        painter.save()
        painter.setClipRect(area.adjusted(0, 0, -theme.px(4), 0))
        painter.drawPixmap(QPointF(area.left() + theme.px(PAD) - theme.px(2), top), drawn)
        painter.restore()

    def helpEvent(  # noqa: N802 - Qt's name
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The whole words, only where they are cut."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return False
        if self.sizeHint(option, index).width() > view.visualRect(_model_index(index)).width():
            QToolTip.showText(event.globalPos(), str(index.data()), view)
        else:
            QToolTip.hideText()
        return True


def _bar(painter: QPainter, area: QRect, cell: Cell) -> None:
    """A thin bar on its ground, as long as the share."""
    if not cell.text.isdigit():
        return
    room = area.adjusted(theme.px(PAD), 0, -theme.px(PAD), 0)
    height = theme.px(4)
    ground = QRectF(room.left(), room.center().y() - height / 2, room.width(), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("line"))
    painter.drawRoundedRect(ground, height / 2, height / 2)
    ground.setWidth(max(height, ground.width() * min(int(cell.text), 100) / 100))
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(ground, height / 2, height / 2)
    painter.restore()


def _model_index(index: Index) -> Any:
    return index.model().index(index.row(), index.column())


def draw_pill(cell: Cell, density: float) -> QPixmap:
    """A pill as a picture."""
    size = pill_size(cell.text)
    made = QPixmap(size * density)
    made.setDevicePixelRatio(density)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_pill(painter, QRectF(QPointF(0, 0), size.toSizeF()), cell.text, cell.tone)
    painter.end()
    return made


def first_shown(view: QTableView) -> int:
    """The visual place of the first column that is not hidden."""
    header = view.horizontalHeader()
    for place in range(header.count()):
        if not header.isSectionHidden(header.logicalIndex(place)):
            return place
    return 0


class Header(QHeaderView):
    """Titles in small type, an arrow at the sorted one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(False)
        self.setMinimumSectionSize(theme.px(36))
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sorted_column = -1
        self.descending = False
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.setFixedHeight(theme.px(ROW))
        self._paint_again()

    def mark_sorted(self, section: int, *, descending: bool) -> None:
        """Draw the arrow at a section; -1 for none."""
        self.sorted_column = section
        self.descending = descending
        self._paint_again()

    def _paint_again(self) -> None:
        if self.isVisible():
            self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a row."""
        return QSize(super().sizeHint().width(), theme.px(ROW))

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:  # noqa: N802 - Qt's name
        """Draw one title."""
        painter.fillRect(area, theme.colour("surface"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        model = self.model()
        if not isinstance(model, TableModel):
            return
        column = model.columns[section]
        metrics = theme.metrics("small_medium")
        painter.setFont(theme.font("small_medium"))
        painter.setPen(theme.colour("text2"))
        room = area.adjusted(theme.px(PAD), 0, -theme.px(PAD), 0)
        sorted_here = section == self.sorted_column
        arrow = theme.px(12) if sorted_here else 0
        width = room.width() - arrow
        title = metrics.elidedText(column.name(), Qt.TextElideMode.ElideRight, width)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            room.adjusted(0, 0, -arrow, 0) if column.right else room,
            side | Qt.AlignmentFlag.AlignVCenter,
            title,
        )
        if sorted_here:
            name = "chevron-down" if self.descending else "chevron-up"
            x = (
                room.right() - arrow
                if column.right
                else room.left() + metrics.horizontalAdvance(title)
            )
            corner = QPoint(round(x) + 3, area.center().y() - arrow // 2)
            icons.paint(painter, name, QRect(corner, QSize(arrow, arrow)), theme.colour("text2"))
