"""A field that chooses a record by typing a part of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.core import theme
from ui.core.fields import Field
from ui.core.language import tr

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QFocusEvent, QPainter


@dataclass(frozen=True, slots=True)
class Choice:
    """A record to choose: its id, name, and what tells it from its namesakes."""

    id: UUID
    title: str
    subtitle: str = ""


Answer: TypeAlias = Callable[[Sequence[Choice]], None]
Search: TypeAlias = Callable[[str, Answer], object]
_ROOT = QModelIndex()


class _Found(QAbstractListModel):
    def __init__(self, parent: QLineEdit) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []

    def show(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = list(choices)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        choice = self.choices[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return choice.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.title}, {choice.subtitle}" if choice.subtitle else choice.title
        return None


class _Line(QStyledItemDelegate):
    """Name in the stronger type, the rest quiet beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:  # noqa: N802, ARG002 - Qt's signature
        return QSize(theme.px(240), theme.px(30))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        if not isinstance(model, _Found):
            return
        choice = model.choices[index.row()]
        area: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("selection"))
        room = area.adjusted(theme.px(8), 0, -theme.px(8), 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text"))
        painter.drawText(room, middle, choice.title)
        width = round(theme.metrics("strong").horizontalAdvance(choice.title)) + theme.px(8)
        rest = room.adjusted(width, 0, 0, 0)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text2"))
        cut = theme.metrics("small").elidedText(
            choice.subtitle, Qt.TextElideMode.ElideRight, max(rest.width(), 0)
        )
        painter.drawText(rest, middle, cut)


class _Editor(QLineEdit):
    def __init__(self, owner: RecordField) -> None:
        super().__init__()
        self._owner = owner

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._owner.settle()


class RecordField(Field):
    """Type to search, choose one. `value()` is the chosen id, or None.

    `search(words, answer)` looks for records and calls `answer(choices)` when it has them; answers
    to older words are dropped here.
    """

    def __init__(
        self, key: str, label: str, search: Search, *, hint: str = "", needed: bool = False
    ) -> None:
        super().__init__(key, label, hint=hint, needed=needed)
        self._search = search
        self._chosen: Choice | None = None
        self._question = 0
        self.editor = _Editor(self)
        self.editor.setPlaceholderText(tr("Type a part of the name"))
        self._found = _Found(self.editor)
        self._popup = QCompleter(self._found, self.editor)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setMaxVisibleItems(8)
        self._popup.setWidget(self.editor)
        self._list = QListView()
        self._popup.setPopup(self._list)
        self._list.setItemDelegate(_Line(self._list))
        self._popup.activated[QModelIndex].connect(self._picked)  # type: ignore[index]  # the stubs do not know overloads of signals
        self.editor.textEdited.connect(self._typed)
        self._take_editor(self.editor)

    def value(self) -> UUID | None:
        """The id of the chosen record."""
        return None if self._chosen is None else self._chosen.id

    def choice(self) -> Choice | None:
        """The chosen record with its name."""
        return self._chosen

    def set_value(self, value: object) -> None:
        """Show a `Choice`, or nothing."""
        self._chosen = value if isinstance(value, Choice) else None
        self.editor.setText("" if self._chosen is None else self._chosen.title)
        self._say_own("")

    def own_problem(self) -> str:
        """Words that chose nothing."""
        self.settle()
        return self._own_problem

    def settle(self) -> None:
        """Say so where words were typed that chose nothing."""
        unknown = self._chosen is None and bool(self.editor.text().strip())
        self._say_own(tr("Choose one from the list, or leave this field empty.") if unknown else "")

    def _typed(self, words: str) -> None:
        self._chosen = None
        self._own_problem = ""
        self._edited()
        self._question += 1
        question = self._question
        if words.strip():
            self._search(words.strip(), lambda choices: self._show(question, choices))
        else:
            self._show(question, [])

    def _show(self, question: int, choices: Sequence[Choice]) -> None:
        if question != self._question:
            return
        self._found.show(choices)
        if choices and self.editor.hasFocus():
            self._popup.complete(QRect(0, 0, self.editor.width(), self.editor.height()))
        else:
            self._list.hide()

    def _picked(self, index: QModelIndex) -> None:
        place = index.row()
        if 0 <= place < len(self._found.choices):
            self.set_value(self._found.choices[place])
            self._edited()
