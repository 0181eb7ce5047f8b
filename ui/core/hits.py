"""What the search over the window finds, and how a line of it is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.core import icons, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.core.row_models import Index

ROW = 34
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Hit:
    """A line of the search: what it is called, what tells it apart, its kind, what Enter does."""

    title: str
    subtitle: str
    kind: str
    icon: str
    open: Callable[[], object]


class Hits(QAbstractListModel):
    """The lines shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def show(self, hits: Sequence[Hit]) -> None:
        """Show these."""
        self.beginResetModel()
        self.hits = list(hits)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = 0) -> Any:
        """The words, for screen readers."""
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (hit.title, hit.subtitle, hit.kind) if part)
        return None


class HitLine(QStyledItemDelegate):
    """Icon, name, the rest quiet beside it, the kind at the right; text is laid out once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._texts: dict[tuple[str, str, int], QStaticText] = {}
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Theme or text size changed."""
        self._texts.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's signature
        """All lines are alike."""
        return QSize(theme.px(200), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        model = index.model()
        if not isinstance(model, Hits):
            return
        hit = model.hits[index.row()]
        area: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("selection"))
        side = theme.px(16)
        box = QRect(area.left() + theme.px(10), area.center().y() - side // 2, side, side)
        icons.paint(painter, hit.icon, box, theme.colour("text2"))
        kind = self._laid_out(hit.kind, "small", theme.px(160))
        right = area.right() - theme.px(10) - kind.size().width()
        self._draw(painter, kind, right, area, "small")
        left = area.left() + theme.px(38)
        title = self._laid_out(hit.title, "strong", int(right - left - theme.px(12)))
        self._draw(painter, title, left, area, "strong")
        left += round(title.size().width()) + theme.px(8)
        room = int(right - left - theme.px(12))
        if hit.subtitle and room > theme.px(24):
            self._draw(painter, self._laid_out(hit.subtitle, "small", room), left, area, "small")

    def _draw(self, painter: QPainter, text: QStaticText, x: float, area: QRect, role: str) -> None:
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour("text" if role == "strong" else "text2"))
        top = area.top() + (area.height() - text.size().height()) / 2
        painter.drawStaticText(QPointF(x, top), text)

    def _laid_out(self, words: str, role: str, room: int) -> QStaticText:
        key = (words, role, room)
        made = self._texts.get(key)
        if made is None:
            if len(self._texts) > 2000:
                self._texts.clear()
            cut = theme.metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))
            made = QStaticText(cut)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            made.prepare(font=theme.font(role))
            self._texts[key] = made
        return made
