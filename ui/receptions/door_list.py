"""The list at the door: names one reads from a step away, what they are, whether they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.receptions.rules import Status, label
from ui.core import icons, theme
from ui.core.language import read, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.receptions.queries import DoorRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
HIGH = 62
_TONES = {
    Status.ACCEPTED: "accent",
    Status.REPRESENTED: "accent",
    Status.REGRETS: "attention",
    Status.WAITING: "attention",
    Status.ABSENT: "wrong",
}


def status_words(row: DoorRow) -> tuple[str, str]:
    """What stands at the end of a line, and its tone."""
    if row.came:
        time = f"{row.came_at:%H:%M}" if row.came_at else ""
        return (tr("In · {time}", time=time) if time else tr("In")), "good"
    if row.is_companion:
        return "", "neutral"
    status = Status(row.status)
    if status == Status.ACCEPTED:
        return tr("To come"), "accent"
    if status == Status.INVITED:
        return tr("No answer"), "neutral"
    return read(label(status)), _TONES.get(status, "neutral")


def marks(row: DoorRow) -> list[tuple[str, str]]:
    """The small words before the status, each with its tone."""
    found = []
    if row.guest_of_honour:
        found.append((tr("Guest of honour"), "accent"))
    if row.no_photo:
        found.append((tr("No photo"), "attention"))
    if row.walk_in:
        found.append((tr("Walk-in"), "neutral"))
    return found


def second_line(row: DoorRow) -> str:
    """Function, organisation, and with whom."""
    if row.is_companion:
        whom = tr("with {name}", name=row.with_whom)
        return " · ".join(part for part in (row.role, whom) if part)
    parts = [row.role, row.place, row.delegation]
    if row.instead_of:
        parts.insert(0, tr("for {name}", name=row.instead_of))
    parts += [f"+ {name}" for name in row.others]
    if row.unnamed:
        parts.append(trn("+ {n} without a name", "+ {n} without a name", row.unnamed))
    return " · ".join(part for part in parts if part)


def spoken(row: DoorRow) -> str:
    """The line for a screen reader."""
    words = [row.number, row.name, second_line(row), row.seat, status_words(row)[0]]
    return ", ".join([*filter(None, words), *(word for word, _ in marks(row))])


class DoorModel(QAbstractListModel):
    """The lines shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[DoorRow] = []

    def show(self, rows: Sequence[DoorRow]) -> None:
        """Show these lines."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def place_of(self, record: UUID | None) -> int:
        """Where a line stands; -1 where it does not."""
        return next((n for n, row in enumerate(self.rows) if row.id == record), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many lines."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name; the whole line for a screen reader."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        return spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None


class DoorLines(QListView):
    """It never takes the keyboard: all keys are the search field's."""

    def __init__(self, model: DoorModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(tr("Guests"))
        self.setItemDelegate(_Line(self, model))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)


class _Line(QStyledItemDelegate):
    """Paints one line: number, tick, name over what they are; marks and status at the end."""

    def __init__(self, view: QListView, model: DoorModel) -> None:
        super().__init__(view)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's signature
        """As high as two lines of large type."""
        return QSize(theme.px(200), theme.px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        row = self._model.rows[index.row()]
        area = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("selection"))
            painter.fillRect(
                QRect(area.left(), area.top(), theme.px(4), area.height()), theme.colour("accent")
            )
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        area.adjust(theme.px(16), 0, -theme.px(16), 0)
        self._number(painter, area, row)
        self._tick(painter, area, row)
        left = theme.px(108 if not row.is_companion else 132)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        right = self._ends(painter, area, row, selected=selected)
        self._names(painter, QRect(area.left() + left, area.top(), right - left, HIGH), row)
        painter.restore()

    @staticmethod
    def _number(painter: QPainter, area: QRect, row: DoorRow) -> None:
        painter.setFont(theme.font("door_body"))
        painter.setPen(theme.colour("text2"))
        box = QRect(area.left(), area.top(), theme.px(44), area.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box, flags, row.number)

    @staticmethod
    def _tick(painter: QPainter, area: QRect, row: DoorRow) -> None:
        side = theme.px(28)
        top = area.top() + (area.height() - side) // 2
        indent = theme.px(60 if not row.is_companion else 84)
        box = QRectF(area.left() + indent, top, side, side)
        ink, ground = theme.tone("good" if row.came else "neutral")
        painter.setPen(Qt.PenStyle.NoPen if row.came else theme.colour("strong_line"))
        painter.setBrush(ground if row.came else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if row.came:
            inner = theme.px(6)
            icons.paint(painter, "check", box.toRect().adjusted(inner, inner, -inner, -inner), ink)

    @staticmethod
    def _names(painter: QPainter, area: QRect, row: DoorRow) -> None:
        middle = area.top() + theme.px(HIGH) // 2
        lines = (
            (row.name or tr("Without a name"), "door_name", "text", middle - theme.px(27)),
            (second_line(row), "door_body", "text2", middle + theme.px(2)),
        )
        for words, role, ink, top in lines:
            metrics = theme.metrics(role)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(ink))
            box = QRect(area.left(), top, area.width(), theme.px(26))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    @staticmethod
    def _ends(painter: QPainter, area: QRect, row: DoorRow, *, selected: bool) -> int:
        """Status and marks from the right edge; answers the room left for names."""
        metrics = theme.metrics("door_strong")
        at = area.right()
        high = theme.px(30)
        top = area.top() + (area.height() - high) // 2
        painter.setFont(theme.font("door_strong"))
        for word, tone in [status_words(row), *marks(row)]:
            if not word:
                continue
            wide = round(metrics.horizontalAdvance(word)) + theme.px(28)
            ink, ground = theme.tone(tone)
            box = QRectF(at - wide, top, wide, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface") if selected and tone == "accent" else ground)
            painter.drawRoundedRect(box, high / 2, high / 2)
            painter.setPen(ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
            at -= wide + theme.px(8)
        if row.seat:
            wide = round(metrics.horizontalAdvance(row.seat)) + theme.px(12)
            painter.setPen(theme.colour("text"))
            box = QRectF(at - wide, top, wide, high)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, row.seat
            )
            at -= wide
        return at - area.left() - theme.px(12)
