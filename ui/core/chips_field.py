"""A field that gathers several choices as chips: type a part of one, Enter takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.core.fold import fold
from ui.core import theme
from ui.core.buttons import Painted
from ui.core.fields import Field
from ui.core.flow import Flow
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SHOWN = 12


class TakenChip(Painted):
    """A chip that is taken away by a click, Enter or Delete."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setAccessibleName(tr("Take away {name}", name=words))
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words and the cross."""
        width = theme.metrics("chip").horizontalAdvance(self.text())
        return QSize(round(width) + theme.px(37), theme.px(24))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Cut where a chip is wider than the form."""
        return QSize(theme.px(48), theme.px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete takes it away, too."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw ground, words and cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        over = self.underMouse() or self.hasFocus()
        painter.setBrush(theme.colour("hover" if over else "accent_soft"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(theme.colour("accent"))
        painter.setFont(theme.font("chip"))
        room = self.rect().adjusted(theme.px(12), 0, -theme.px(24), 0)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        cut = theme.metrics("chip").elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, left, cut)
        corner = round(theme.px(3.5))
        middle = QPoint(round(area.right() - theme.px(14)), round(area.center().y()))
        for down in (corner, -corner):
            side = QPoint(corner, down)
            painter.drawLine(middle - side, middle + side)
        painter.end()


class _Line(QLineEdit):
    taken = Signal()
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter takes what was typed; Backspace in an empty line drops the last chip."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is selected by walking in."""
        super().focusInEvent(event)
        self.deselect()


class ChipsField(Field):
    """Several of some choices: pairs of value and words. `value()` is a tuple of values.

    `make(words)` gives the value and words of what is not offered, where it may be created.
    """

    def __init__(
        self,
        key: str,
        label: str,
        choices: Sequence[tuple[str, str]],
        *,
        hint: str = "",
        placeholder: str = "",
        make: Callable[[str], tuple[str, str]] | None = None,
    ) -> None:
        super().__init__(key, label, hint=hint)
        self._make = make
        self._words: dict[str, str] = {}
        self._chosen: dict[str, TakenChip] = {}
        self.editor = _Line()
        self.editor.setPlaceholderText(placeholder or tr("Type to choose"))
        self._list = QStringListModel(self.editor)
        self._popup = QCompleter(self._list, self.editor)
        self._popup.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._popup.setMaxVisibleItems(SHOWN)
        self._popup.activated.connect(self._picked, Qt.ConnectionType.QueuedConnection)
        self.editor.setCompleter(self._popup)
        self.editor.taken.connect(self._take_typed)
        self.editor.dropped.connect(self._drop_last)
        self.editor.textEdited.connect(self._typed)
        self._holder = QWidget()
        self._flow = Flow(self._holder, gap=4)
        self._take_editor(self.editor)
        self._box.insertWidget(2, self._holder)
        self._holder.hide()
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; what is chosen stays."""
        self._words = {value: self._words.get(value, value) for value in self._chosen}
        self._words |= dict(choices)
        self._list_left()

    def value(self) -> tuple[str, ...]:
        """The chosen values, in the order they were chosen."""
        return tuple(self._chosen)

    def set_value(self, value: object) -> None:
        """Show these values; one that is not offered is shown as it is."""
        for chip in self._chosen.values():
            self._forget(chip)
        self._chosen = {}
        for one in value if isinstance(value, tuple | list) else ():
            self._add(str(one))
        self.editor.clear()
        self._say_own("")
        self._list_left()

    def own_problem(self) -> str:
        """Words that chose nothing."""
        self._take_typed()
        return self._own_problem

    def _typed(self) -> None:
        self._say_own("")

    def _list_left(self) -> None:
        left = [words for value, words in self._words.items() if value not in self._chosen]
        self._list.setStringList(left)
        self._holder.setVisible(bool(self._chosen))

    def _picked(self, words: str) -> None:
        self.editor.setText(words)
        self._take_typed()

    def _take_typed(self) -> None:
        typed = self.editor.text().strip()
        if not typed:
            return
        value = self._value_of(typed)
        if value is None:
            self._say_own(tr("Choose one from the list, or leave this field empty."))
            return
        self.editor.clear()
        self._say_own("")
        if value not in self._chosen:
            self._add(value)
            self._list_left()
            self._edited()

    def _value_of(self, typed: str) -> str | None:
        """What was typed, whole or the only one that begins so; else made anew where it may be."""
        wanted = fold(typed)
        exact = [value for value, words in self._words.items() if fold(words) == wanted]
        if exact:
            return exact[0]
        if self._make is not None:
            value, words = self._make(typed)
            self._words.setdefault(value, words)
            return value
        begun = [value for value, words in self._words.items() if fold(words).startswith(wanted)]
        return begun[0] if len(begun) == 1 else None

    def _add(self, value: str) -> None:
        chip = TakenChip(self._words.get(value, value))
        chip.clicked.connect(self._dropped)
        self._chosen[value] = chip
        self._flow.addWidget(chip)

    def _dropped(self) -> None:
        gone = next((value for value, chip in self._chosen.items() if chip is self.sender()), None)
        if gone is not None:
            self._drop(gone)

    def _drop_last(self) -> None:
        if self._chosen:
            self._drop(list(self._chosen)[-1])

    def _drop(self, value: str) -> None:
        self._forget(self._chosen.pop(value))
        self.editor.setFocus()
        self._list_left()
        self._edited()

    def _forget(self, chip: TakenChip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
