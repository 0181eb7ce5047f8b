"""The cards of the board: their words, their model and how they are painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.core import theme
from ui.core.language import trn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from ui.core.row_models import Index

MIME = "application/x-belfry-dossier"
CARD_LINES = 5
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Card:
    """A dossier on the board, in words; `short` stands for `told` where there is little room."""

    id: UUID
    stage: str
    title: str
    when: str
    place: str
    told: str = ""
    short: str = ""
    tasks: int = 0
    overdue: int = 0


def task_words(card: Card) -> tuple[str, str]:
    """The open tasks in words, and the ink: late ones say so in word and colour."""
    if not card.tasks:
        return "", "text2"
    if card.overdue:
        return trn("{n} task late", "{n} tasks late", card.overdue), "wrong"
    return trn("{n} task open", "{n} tasks open", card.tasks), "text2"


class Cards(QAbstractListModel):
    """The cards of one stage."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: list[Card] = []

    def show(self, cards: Sequence[Card]) -> None:
        """Show these."""
        self.beginResetModel()
        self.cards = list(cards)
        self.endResetModel()

    def place_of(self, record: UUID | None) -> int:
        """Where a card stands; -1 where it does not."""
        return next((at for at, one in enumerate(self.cards) if one.id == record), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many."""
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = 0) -> Any:
        """The words of a card, also for screen readers."""
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        told = (card.title, card.when, card.place, card.told)
        words = ", ".join(part for part in (*told, task_words(card)[0]) if part)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return words
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A card can be taken and dragged."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """What is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The dossier that is dragged."""
        made = QMimeData()
        if indexes:
            made.setData(MIME, QByteArray(self.cards[indexes[0].row()].id.bytes))
        return made


class CardPainter(QStyledItemDelegate):
    """Title (of two lines at most), day, place, replies and tasks."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's signature
        """All cards are alike."""
        return QSize(theme.px(120), theme.px(118))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        model = index.model()
        if not isinstance(model, Cards):
            return
        card = model.cards[index.row()]
        area = QRect(option.rect).adjusted(1, 1, -1, -theme.px(8))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._ground(painter, area, chosen=chosen, focus=focus)
        inner = area.adjusted(theme.px(10), theme.px(8), -theme.px(10), -theme.px(8))
        tasks, ink = task_words(card)
        line = inner.height() / CARD_LINES
        first, second = two_lines(card.title, inner.width())
        told = [
            (first, "strong", "text"),
            (second, "strong", "text"),
            (card.when, "small_medium", "text"),
            (card.place, "small", "text2"),
        ]
        if not second:  # what follows moves up, the foot stays
            del told[1]
        for number, each in enumerate(told):
            self._words(painter, _slot(inner, number, line), each)
        foot = _slot(inner, CARD_LINES - 1, line)
        right = theme.metrics("small_medium").horizontalAdvance(tasks)
        self._words(painter, foot, (tasks, "small_medium", ink), right=True)
        room = foot.adjusted(0, 0, -right - theme.px(6), 0)
        coming = card.told
        if theme.metrics("small").horizontalAdvance(coming) > room.width():
            coming = card.short or coming
        self._words(painter, room, (coming, "small", "text2"))

    @staticmethod
    def _ground(painter: QPainter, area: QRect, *, chosen: bool, focus: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("accent" if focus else "line"))
        painter.setBrush(theme.colour("selection" if chosen else "surface"))
        corner = theme.px(6)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.restore()

    @staticmethod
    def _words(
        painter: QPainter, area: QRectF, told: tuple[str, str, str], *, right: bool = False
    ) -> None:
        words, role, ink = told
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(ink))
        elide = Qt.TextElideMode.ElideRight
        cut = theme.metrics(role).elidedText(words, elide, max(area.width(), 0))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, cut)


def _slot(inner: QRect, number: int, height: float) -> QRectF:
    return QRectF(inner.left(), inner.top() + number * height, inner.width(), height)


def two_lines(words: str, width: float) -> tuple[str, str]:
    """A title broken where its first line is full; the second may be cut when painted."""
    metrics = theme.metrics("strong")
    if metrics.horizontalAdvance(words) <= width:
        return words, ""
    taken: list[str] = []
    rest = words.split()
    while rest and metrics.horizontalAdvance(" ".join([*taken, rest[0]])) <= width:
        taken.append(rest.pop(0))
    return (" ".join(taken), " ".join(rest)) if taken else (words, "")
