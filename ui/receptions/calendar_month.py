"""A month as a sheet of six weeks, each day with what stands on it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from app.core import clock
from app.receptions.queries import EntryKind
from ui.core import icons, language, theme
from ui.core.language import tr, trn
from ui.receptions.calendar_words import (
    WEEK,
    WEEKEND,
    ByDay,
    by_day,
    day_told,
    entry_told,
    entry_tone,
    entry_words,
    grid_start,
    shifted,
    weekday_names,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.receptions.queries import CalendarEntry
    from ui.core.row_models import Index

WEEKS = 6
_ROOT = QModelIndex()
_LINE = 20
_TOP = 28
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}


class MonthModel(QAbstractTableModel):
    """Six weeks from the Monday before the first of the month."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        today = clock.today()
        self.month = today.replace(day=1)
        self.entries: ByDay = {}

    def show(self, month: dt.date, entries: Sequence[CalendarEntry]) -> None:
        """Show a month."""
        self.beginResetModel()
        self.month = month.replace(day=1)
        self.entries = by_day(entries, self.first(), self.last())
        self.endResetModel()

    def first(self) -> dt.date:
        """The first day on the sheet."""
        return grid_start(self.month.year, self.month.month)

    def last(self) -> dt.date:
        """The last day on the sheet."""
        return self.first() + dt.timedelta(days=WEEK * WEEKS - 1)

    def day(self, index: Index) -> dt.date:
        """The day of a cell."""
        return self.first() + dt.timedelta(days=index.row() * WEEK + index.column())

    def index_of(self, day: dt.date) -> QModelIndex:
        """The cell of a day on the sheet."""
        week, weekday = divmod((day - self.first()).days, WEEK)
        return self.index(week, weekday)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Six weeks, so that nothing jumps from month to month."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Seven days."""
        return 0 if parent.isValid() else WEEK

    def data(self, index: Index, role: int = 0) -> Any:
        """The words of a day, also for screen readers."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.day(index).day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return day_told(self.day(index), self.entries)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = 0
    ) -> Any:
        """The weekdays."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return weekday_names()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def entry_boxes(area: QRect, entries: Sequence[CalendarEntry]) -> list[tuple[QRect, Any]]:
    """Where each entry of a day is drawn; where room ends, the last box holds the number left."""
    top, height, gap = theme.px(_TOP), theme.px(_LINE), theme.px(2)
    room = max((area.height() - top) // (height + gap), 0)
    shown = list(entries)
    boxes: list[tuple[QRect, Any]] = []
    fits = len(shown) if len(shown) <= room else max(room - 1, 0)
    left, width = area.left() + theme.px(4), area.width() - theme.px(8)
    for at, one in enumerate(shown[:fits]):
        box = QRect(left, area.top() + top + at * (height + gap), width, height)
        boxes.append((box, one))
    if fits < len(shown):
        box = QRect(left, area.top() + top + fits * (height + gap), width, height)
        boxes.append((box, len(shown) - fits))
    return boxes


class _Day(QStyledItemDelegate):
    """A day: its number, and a line to each entry."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one day."""
        model = index.model()
        if not isinstance(model, MonthModel):
            return
        area: QRect = QRect(option.rect)
        day = model.day(index)
        inside = day.month == model.month.month
        ground = "surface" if inside and day.weekday() < WEEKEND else "background"
        painter.fillRect(area, theme.colour(ground))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("selection"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        painter.fillRect(QRect(area.right(), area.top(), 1, area.height()), theme.colour("line"))
        self._number(painter, area, day, inside=inside)
        for box, what in entry_boxes(area, model.entries.get(day, [])):
            if isinstance(what, int):
                self._more(painter, box, what)
            else:
                self._entry(painter, box, what)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0, 0, -2, -2))

    @staticmethod
    def _number(painter: QPainter, area: QRect, day: dt.date, *, inside: bool) -> None:
        side = theme.px(22)
        box = QRect(area.left() + theme.px(4), area.top() + theme.px(3), side, side)
        ink = "text" if inside else "text2"
        painter.setFont(theme.font("small_strong" if inside else "small"))
        if day == clock.today():
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(box)
            painter.restore()
            ink = "on_accent"
        painter.setPen(theme.colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))

    @staticmethod
    def _entry(painter: QPainter, box: QRect, one: CalendarEntry) -> None:
        ink, ground = theme.tone(entry_tone(one))
        room = box.adjusted(theme.px(6), 0, -theme.px(4), 0)
        role = "small_medium"
        if one.kind is EntryKind.NATIONAL_DAY:
            side = theme.px(12)
            sign = QRect(room.left() - theme.px(2), box.center().y() - side // 2, side, side)
            icons.paint(painter, "flag", sign, ink)
            room.setLeft(room.left() + theme.px(14))
            role = "small"
        else:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(box), theme.px(4), theme.px(4))
            painter.restore()
        painter.setPen(ink)
        painter.setFont(theme.font(role))
        elide = Qt.TextElideMode.ElideRight
        words = theme.metrics(role).elidedText(entry_words(one), elide, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    @staticmethod
    def _more(painter: QPainter, box: QRect, number: int) -> None:
        painter.setPen(theme.colour("text2"))
        painter.setFont(theme.font("small_medium"))
        room = box.adjusted(theme.px(6), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags, trn("and {n} more", "and {n} more", number))


class _Weekdays(QHeaderView):
    """The names of the weekdays, quiet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Draw one."""
        painter.fillRect(rect, theme.colour("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        painter.setFont(theme.font("small_medium"))
        painter.setPen(theme.colour("text2"))
        room = rect.adjusted(theme.px(8), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags, weekday_names()[logicalIndex])


class MonthView(QTableView):
    """Signals: `opened(entry)`, `wanted(day)` for a new reception, `moved(entry)` to another
    moment, `went(day)` when another day became current, on the sheet or beyond it.
    """

    opened = Signal(object)
    wanted = Signal(object)
    moved = Signal(object)
    went = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sheet = MonthModel(self)
        self.setModel(self.sheet)
        self.setItemDelegate(_Day(self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        head = _Weekdays(self)
        self.setHorizontalHeader(head)
        for one in (head, self.verticalHeader()):
            one.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            one.setSectionsClickable(False)
            one.setHighlightSections(False)
        self.setAccessibleName(tr("Month"))
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.horizontalHeader().setFixedHeight(theme.px(28))
        self.verticalHeader().setMinimumSectionSize(theme.px(_TOP + _LINE))
        self.viewport().update()

    def show_month(self, day: dt.date, entries: Sequence[CalendarEntry]) -> None:
        """Show the month of a day, and make that day current."""
        self.sheet.show(day, entries)
        self.setCurrentIndex(self.sheet.index_of(day))

    def day(self) -> dt.date:
        """The current day."""
        index = self.currentIndex()
        return self.sheet.day(index) if index.isValid() else self.sheet.month

    def entries(self) -> list[CalendarEntry]:
        """What stands on the current day."""
        return self.sheet.entries.get(self.day(), [])

    def go_to(self, day: dt.date) -> None:
        """Make a day current; whoever listens shows its month."""
        month = self.sheet.month
        if (day.year, day.month) == (month.year, month.month):
            self.setCurrentIndex(self.sheet.index_of(day))
        self.went.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go through the days, page keys through the months, Home to today."""
        key = event.key()
        if key in _STEPS:
            self.go_to(self.day() + dt.timedelta(days=_STEPS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_to(shifted(self.day(), -1 if key == Qt.Key.Key_PageUp else 1))
        elif key == Qt.Key.Key_Home:
            self.go_to(clock.today())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_day()
        else:
            super().keyPressEvent(event)

    def _open_day(self) -> None:
        found = self.entries()
        if len(found) == 1:
            self.opened.emit(found[0])
        else:
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu().popup(self.viewport().mapToGlobal(corner))

    def menu(self) -> QMenu:
        """What stands on the current day, and a new reception on it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = self.entries()
        for one in found:
            menu.addAction(entry_told(one), partial(self.opened.emit, one))
        for one in found:
            if one.kind is EntryKind.RECEPTION:
                words = tr("Move {name}…", name=one.name(language.current()))
                menu.addAction(words, partial(self.moved.emit, one))
        if found:
            menu.addSeparator()
        words = tr("New reception on {day}", day=language.day(self.day(), "weekday"))
        menu.addAction(words, partial(self.wanted.emit, self.day()))
        return menu

    def entry_at(self, point: QPoint) -> CalendarEntry | None:
        """The entry under the pointer."""
        index = self.indexAt(point)
        if not index.isValid():
            return None
        found = self.sheet.entries.get(self.sheet.day(index), [])
        boxes = entry_boxes(self.visualRect(index), found)
        hit = (what for box, what in boxes if box.contains(point) and not isinstance(what, int))
        return next(hit, None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on an entry opens it; elsewhere the day becomes current."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        entry = self.entry_at(event.position().toPoint())
        if entry is not None:
            self.opened.emit(entry)
        elif self.currentIndex().isValid():
            self.went.emit(self.day())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A double click on an empty place begins a reception on that day."""
        if self.entry_at(event.position().toPoint()) is None:
            self.wanted.emit(self.day())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The menu of the day."""
        self.menu().popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A tooltip says what is cut, and the hand what can be opened."""
        if isinstance(event, QHelpEvent):
            entry = self.entry_at(event.pos())
            QToolTip.showText(event.globalPos(), entry_told(entry) if entry else "", self)
            return True
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            over = self.entry_at(event.position().toPoint()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        return bool(super().viewportEvent(event))
