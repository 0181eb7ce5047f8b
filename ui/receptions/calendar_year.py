"""A year as twelve small months: marks say on which days something stands."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.core import clock
from app.receptions.queries import EntryKind
from ui.core import theme
from ui.receptions.calendar_words import (
    WEEK,
    WEEKEND,
    ByDay,
    by_day,
    day_told,
    grid_start,
    month_name,
    shifted,
    weekday_names,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.receptions.queries import CalendarEntry

_MONTHS = 12
_LINES = 8  # the name, the weekdays, six weeks
_CELL = 24
_GAP = 20
_BETWEEN = 12
_WIDE = 4
_NARROW = 3
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}


class YearView(QWidget):
    """Signals `chosen(day)` by click or Enter, `went(day)` when the keyboard goes to a day."""

    chosen = Signal(object)
    went = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.day = clock.today()
        self.entries: ByDay = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.setMinimumSize(self.minimumSizeHint())
        self.updateGeometry()
        self.update()

    def show_year(self, day: dt.date, entries: Sequence[CalendarEntry]) -> None:
        """Show the year of a day, and make that day current."""
        first, last = dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
        self.entries = by_day(entries, first, last)
        self._be_at(day)

    def _be_at(self, day: dt.date) -> None:
        self.day = day
        self.setAccessibleName(day_told(day, self.entries))
        if self.hasFocus():
            told = QAccessibleEvent(self, QAccessible.Event.NameChanged)
            QAccessible.updateAccessibility(told)
        self.update()

    # --- where things are ---

    def _across(self) -> int:
        wide = _WIDE * WEEK * theme.px(_CELL) + (_WIDE - 1) * theme.px(_GAP)
        return _WIDE if self.width() >= wide else _NARROW

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Four months beside each other."""
        return QSize(_WIDE * (WEEK * theme.px(_CELL) + theme.px(_GAP)), self._height(_WIDE))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Three months beside each other."""
        return QSize(_NARROW * (WEEK * theme.px(_CELL) + theme.px(_GAP)), self._height(_WIDE))

    @staticmethod
    def _height(across: int) -> int:
        rows = _MONTHS // across
        return rows * _LINES * theme.px(_CELL) + (rows - 1) * theme.px(_BETWEEN)

    def resizeEvent(self, event: object) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Three months beside each other need four rows."""
        self.setMinimumHeight(self._height(self._across()))

    def _month_box(self, month: int) -> QRect:
        across = self._across()
        line, place = divmod(month - 1, across)
        width = (self.width() - (across - 1) * theme.px(_GAP)) // across
        height = _LINES * theme.px(_CELL) + theme.px(_BETWEEN)
        return QRect(place * (width + theme.px(_GAP)), line * height, width, height)

    def _day_box(self, day: dt.date) -> QRect:
        box = self._month_box(day.month)
        line, place = divmod((day - grid_start(day.year, day.month)).days, WEEK)
        width = min(box.width() // WEEK, theme.px(_CELL + 14))
        top = box.top() + (line + 2) * theme.px(_CELL)
        return QRect(box.left() + place * width, top, width, theme.px(_CELL))

    def day_at(self, point: QPoint) -> dt.date | None:
        """The day under the pointer."""
        for month in range(1, _MONTHS + 1):
            if self._month_box(month).contains(point):
                day = dt.date(self.day.year, month, 1)
                while day.month == month:
                    if self._day_box(day).contains(point):
                        return day
                    day += dt.timedelta(days=1)
        return None

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw twelve months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = weekday_names(narrow=True)
        for month in range(1, _MONTHS + 1):
            self._paint_month(painter, month, names)
        painter.end()

    def _paint_month(self, painter: QPainter, month: int, names: list[str]) -> None:
        box = self._month_box(month)
        day = dt.date(self.day.year, month, 1)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text"))
        head = QRect(box.left() + theme.px(6), box.top(), box.width(), theme.px(_CELL))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head, left, month_name(month))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text2"))
        first = self._day_box(grid_start(day.year, month) + dt.timedelta(days=WEEK))
        for place, name in enumerate(names):
            top = box.top() + theme.px(_CELL)
            cell = QRect(box.left() + place * first.width(), top, first.width(), theme.px(_CELL))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, name)
        while day.month == month:
            self._paint_day(painter, day)
            day += dt.timedelta(days=1)

    def _paint_day(self, painter: QPainter, day: dt.date) -> None:
        area = self._day_box(day)
        found = {one.kind for one in self.entries.get(day, [])}
        held = EntryKind.RECEPTION in found
        inner = QRectF(area).adjusted(theme.px(2), theme.px(2), -theme.px(2), -theme.px(2))
        corner = theme.px(4)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = "text2" if day.weekday() >= WEEKEND else "text"
        if held:
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(inner, corner, corner)
            ink = "on_accent"
        elif EntryKind.MISSION in found:
            painter.setBrush(theme.colour("good_soft"))
            painter.drawRoundedRect(inner, corner, corner)
            ink = "good"
        elif EntryKind.SPECIAL_DAY in found:
            painter.setBrush(theme.colour("attention_soft"))
            painter.drawRoundedRect(inner, corner, corner)
            ink = "attention_ink"
        if day == self.day and self.hasFocus():
            painter.setPen(theme.colour("text" if held else "accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(-1, -1, 1, 1), corner, corner)
        today = day == clock.today()
        painter.setFont(theme.font("small_strong" if today or held else "small"))
        painter.setPen(theme.colour("accent" if today and not held else ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if today:
            line = QRectF(inner.left() + 4, inner.bottom() - theme.px(3), inner.width() - 8, 1.5)
            painter.fillRect(line, theme.colour(ink if held else "accent"))
        if EntryKind.NATIONAL_DAY in found:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("on_accent" if held else "good"))
            dot = theme.px(5)
            painter.drawEllipse(QRectF(inner.right() - dot - 1, inner.top() + 2, dot, dot))

    # --- hands ---

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go through the days, page keys through the months, Enter shows the month."""
        key = event.key()
        if key in _STEPS:
            self._go(self.day + dt.timedelta(days=_STEPS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go(shifted(self.day, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key == Qt.Key.Key_Home:
            self._go(clock.today())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.day)
        else:
            super().keyPressEvent(event)

    def _go(self, day: dt.date) -> None:
        if day.year == self.day.year:
            self._be_at(day)
        self.went.emit(day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click shows the month of a day."""
        day = self.day_at(event.position().toPoint())
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self._be_at(day)
            self.chosen.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The hand says that a day can be opened."""
        over = self.day_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """A tooltip says what stands on a day."""
        if isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            words = day_told(day, self.entries) if day in self.entries and day else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return bool(super().event(event))
