"""The checklist of a dossier: a line to a task, ticked by Space or a click on its box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.core import clock
from app.dossiers.rules.memory import Due, due
from app.dossiers.rules.templates import before_words
from ui.core import icons, theme
from ui.core.language import day, read, tr
from ui.core.own_keys import keeps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.dossiers.queries import TaskRow
    from ui.core.row_models import Index

LINE = 30
_ROOT = QModelIndex()
_BOX = 16
_INKS = {Due.OVERDUE: "wrong", Due.TODAY: "attention_ink"}


def when_words(one: TaskRow) -> tuple[str, str]:
    """When a task is due: "14 days before · Fri 3 Jul", and the ink; late ones say so."""
    draft = one.draft
    if one.done_on is not None:
        return tr("done {day}", day=day(one.done_on, "weekday")), "text2"
    relative = read(before_words(draft.days_before)) if draft.days_before is not None else ""
    if draft.due_on is None:
        return relative, "text2"
    near = due(draft.due_on, clock.today())
    exact = day(draft.due_on, "weekday")
    if near is Due.OVERDUE:
        exact = tr("overdue since {day}", day=exact)
    elif near is Due.TODAY:
        exact = tr("today")
    words = " · ".join(part for part in (relative, exact) if part)
    return words, _INKS.get(near, "text2")


class Tasks(QAbstractListModel):
    """The tasks shown, in order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tasks: list[TaskRow] = []

    def show(self, tasks: Sequence[TaskRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.tasks = list(tasks)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many."""
        return 0 if parent.isValid() else len(self.tasks)

    def data(self, index: Index, role: int = 0) -> Any:
        """The words of a task, also for screen readers, and whether it is done."""
        if not index.isValid():
            return None
        one = self.tasks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.draft.title
        if role == Qt.ItemDataRole.CheckStateRole:
            done = one.done_on is not None
            return Qt.CheckState.Checked if done else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            told = (one.draft.title, one.draft.owner, when_words(one)[0])
            return ", ".join(part for part in told if part)
        return None


class _Line(QStyledItemDelegate):
    """Box, title, owner, when."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's signature
        """All lines are alike."""
        return QSize(theme.px(240), theme.px(LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one task."""
        model = index.model()
        if not isinstance(model, Tasks):
            return
        one = model.tasks[index.row()]
        area: QRect = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("selection"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            bar = QRect(area.left(), area.top(), theme.px(3), area.height() - 1)
            painter.fillRect(bar, theme.colour("accent"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        done = one.done_on is not None
        self._box(painter, box_of(area), done=done)
        words, ink = when_words(one)
        right = area.right() - theme.px(8)
        when = min(
            round(theme.metrics("small_medium").horizontalAdvance(words)) + 2, area.width() // 2
        )
        role = "small_medium" if ink != "text2" else "small"
        self._words(painter, QRect(right - when, area.top(), when, area.height()),
                    (words, role, ink), right=True)  # fmt: skip
        left = area.left() + theme.px(36)
        room = right - when - theme.px(16) - left
        owner = min(round(theme.metrics("small").horizontalAdvance(one.draft.owner)) + 2, room // 3)
        title = ("body", "text2") if done else ("medium", "text")
        at = QRect(left, area.top(), room - owner - theme.px(10), area.height())
        self._words(painter, at, (one.draft.title, *title))
        at = QRect(left + room - owner, area.top(), owner, area.height())
        self._words(painter, at, (one.draft.owner, "small", "text2"), right=True)

    @staticmethod
    def _box(painter: QPainter, box: QRect, *, done: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("accent" if done else "strong_line"))
        painter.setBrush(theme.colour("accent" if done else "surface"))
        frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, theme.px(4), theme.px(4))
        painter.restore()
        if done:
            icons.paint(painter, "check", box.adjusted(2, 2, -2, -2), theme.colour("on_accent"))

    @staticmethod
    def _words(
        painter: QPainter, area: QRect, told: tuple[str, str, str], *, right: bool = False
    ) -> None:
        words, role, ink = told
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(ink))
        elide = Qt.TextElideMode.ElideRight
        cut = theme.metrics(role).elidedText(words, elide, max(area.width(), 0))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, cut)


def box_of(area: QRect) -> QRect:
    """Where the box of a line is."""
    side = theme.px(_BOX)
    return QRect(area.left() + theme.px(10), area.center().y() - side // 2, side, side)


class ChecklistView(QListView):
    """Signals `ticked(row)` and `opened(row)`; as high as its lines, so that the page scrolls."""

    ticked = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tasks = Tasks(self)
        self.setModel(self.tasks)
        self.setItemDelegate(_Line(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("Bare")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for bar in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Checklist"))
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        self.setFixedHeight(theme.px(LINE) * self.tasks.rowCount())
        self.viewport().update()

    def show_tasks(self, tasks: Sequence[TaskRow]) -> None:
        """Show these; the line that was current stays so."""
        current = self.current()
        self.tasks.show(tasks)
        self.restyle()
        wanted = current.id if current else None
        place = next((at for at, one in enumerate(tasks) if one.id == wanted), -1)
        if place < 0 and current is not None and tasks:
            place = min(self._last, len(tasks) - 1)
        if place >= 0:
            self.setCurrentIndex(self.tasks.index(place, 0))

    def current(self) -> TaskRow | None:
        """The current task."""
        self._last = self.currentIndex().row()
        return self.tasks.tasks[self._last] if 0 <= self._last < len(self.tasks.tasks) else None

    def _open(self, *_: object) -> None:
        one = self.current()
        if one is not None:
            self.opened.emit(one)

    def event(self, event: QEvent) -> bool:
        """F2 opens the task, not what the page is about."""
        return keeps(event, Qt.Key.Key_F2) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks, Enter and F2 open."""
        one = self.current()
        if event.key() == Qt.Key.Key_Space and one is not None:
            self.ticked.emit(one)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on the box ticks."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        reach = theme.px(6)
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            box = box_of(self.visualRect(index)).adjusted(-reach, -reach, reach, reach)
            if box.contains(point):
                self.ticked.emit(self.tasks.tasks[index.row()])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Twice on the box is twice a tick, never the dialog."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and point.x() < theme.px(36):
            return
        super().mouseDoubleClickEvent(event)
