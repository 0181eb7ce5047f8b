"""A field with several entries, each edited in a dialog of its own: a small list in a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from ui.core.buttons import QUIET, Button, IconButton
from ui.core.cards import clear, column, row
from ui.core.fields import Field
from ui.core.labels import Text
from ui.core.language import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

Keep: TypeAlias = Callable[[Any], None]
Ask: TypeAlias = "Callable[[Any | None, Keep], object]"
Words: TypeAlias = Callable[[Any], tuple[str, str]]


class EntriesField(Field):
    """`value()` is a tuple of entries, whatever they are.

    `ask(entry or None, keep)` opens what edits one (None: a new one) and calls `keep(entry)` when
    it is done; `words(entry)` are its title and what is said under it. With `ordered` entries move
    up and down.
    """

    def __init__(
        self,
        key: str,
        label: str,
        *,
        ask: Ask,
        words: Words,
        add: str,
        hint: str = "",
        ordered: bool = False,
    ) -> None:
        super().__init__(key, label, hint=hint)
        self._ask = ask
        self._words = words
        self._ordered = ordered
        self._entries: list[Any] = []
        self._lines = column(gap=0)
        self.add = Button(add, QUIET, icon="add")
        self.add.clicked.connect(partial(self._open, None))
        frame = QFrame()
        frame.setObjectName("Card")
        inside = column(self._lines, row(self.add, None, gap=0), gap=0)
        frame.setLayout(inside)
        self._take_editor(frame)
        self.setFocusProxy(self.add)
        self._show()

    def value(self) -> tuple[Any, ...]:
        """The entries, in their order."""
        return tuple(self._entries)

    def set_value(self, value: object) -> None:
        """Show entries."""
        self._entries = list(value) if isinstance(value, Sequence) else []
        self._show()

    def _show(self) -> None:
        clear(self._lines)
        last = len(self._entries) - 1
        for at, entry in enumerate(self._entries):
            self._lines.addWidget(_Line(self, at, *self._words(entry), last=at == last))

    # For the lines

    @property
    def ordered(self) -> bool:
        """Whether entries move."""
        return self._ordered

    def edit(self, at: int, *_: object) -> None:
        """Open an entry."""
        self._open(at)

    def remove(self, at: int, *_: object) -> None:
        """Take an entry out."""
        del self._entries[at]
        self._edited_at(min(at, len(self._entries) - 1))

    def shift(self, at: int, by: int, *_: object) -> None:
        """Move an entry, as far as the list goes."""
        goal = at + by
        if 0 <= goal < len(self._entries):
            self._entries.insert(goal, self._entries.pop(at))
            self._edited_at(goal)

    def _open(self, at: int | None, *_: object) -> None:
        self._ask(None if at is None else self._entries[at], partial(self._keep, at))

    def _keep(self, at: int | None, entry: Any) -> None:
        if at is None:
            self._entries.append(entry)
        else:
            self._entries[at] = entry
        self._edited_at(len(self._entries) - 1 if at is None else at)

    def _edited_at(self, at: int) -> None:
        self._show()
        item = self._lines.itemAt(at) if at >= 0 else None
        line = item.widget() if item is not None else None
        (line or self.add).setFocus()
        self._edited()


class _Line(QWidget):
    """One entry with its buttons; Enter or F2 edits it, Delete removes it, Alt+arrows move it."""

    def __init__(self, field: EntriesField, at: int, title: str, told: str, *, last: bool) -> None:
        super().__init__()
        self._field, self._at = field, at
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(", ".join(part for part in (title, told) if part))
        words = column(Text(title, "medium", wrap=True), gap=0)
        if told:
            words.addWidget(Text(told, "small", ink="text2", wrap=True))
        line = row(words, gap=4)
        line.setStretch(0, 1)
        for icon, name, do, able in self._buttons(title, last=last):
            button = IconButton(icon, name, size=26)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line has their keys
            button.setEnabled(able)
            button.clicked.connect(do)
            line.addWidget(button)
        line.setContentsMargins(12, 4, 4, 4)
        self.setLayout(line)

    def _buttons(
        self, title: str, *, last: bool
    ) -> list[tuple[str, str, Callable[[], object], bool]]:
        field, at = self._field, self._at
        edit = ("edit", tr("Edit {name}", name=title), partial(field.edit, at), True)
        gone = ("delete", tr("Remove {name}", name=title), partial(field.remove, at), True)
        if not field.ordered:
            return [edit, gone]
        up = ("chevron-up", tr("Move {name} up", name=title), partial(field.shift, at, -1), at > 0)
        down = (
            "chevron-down", tr("Move {name} down", name=title), partial(field.shift, at, 1),
            not last,
        )  # fmt: skip
        return [up, down, gone]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The keys of an entry."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and self._field.ordered
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._field.edit(self._at)
        elif event.key() == Qt.Key.Key_Delete:
            self._field.remove(self._at)
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._field.shift(self._at, -1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)
