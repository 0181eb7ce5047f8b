"""Fields of a form: a label above, the editor, a hint or what is wrong below.

Every kind has `value()` and `set_value()`; `changed` is emitted when a person changes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from ui.core import theme
from ui.core.cards import column, row
from ui.core.icons import IconView
from ui.core.labels import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent


class _Foot(QWidget):
    """What stands below a field: a hint, or the sign and the sentence of what is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = IconView("wrong", size=14, ink="wrong")
        self._words = Text("", "small", ink="text2", wrap=True)
        line = row(self._sign, self._words, gap=4)
        line.setStretch(1, 1)
        line.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def say(self, wrong: str, hint: str) -> None:
        """Show the one or the other; nothing where there is neither."""
        self._sign.setVisible(bool(wrong))
        self._words.say(wrong or hint, "wrong" if wrong else "text2")
        self.setVisible(bool(wrong or hint))


class Field(QWidget):
    """Base of the fields; `key` is the name of the draft's field."""

    changed = Signal()

    def __init__(self, key: str, label: str, *, hint: str = "", needed: bool = False) -> None:
        super().__init__()
        self.key = key
        self.label = label
        self._hint = hint
        self._problem = ""
        self._own_problem = ""
        self._name = QLabel(f"{label} *" if needed else label)
        self._foot: _Foot | None = None  # made when there is something to say
        self._editors: list[QWidget] = []
        self._box = column(gap=4)
        self.setLayout(self._box)
        self._box.addWidget(self._name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present theme."""
        self._name.setFont(theme.font("small_medium"))
        palette = self._name.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.colour("text2"))
        self._name.setPalette(palette)

    def _take_editor(self, editor: QWidget, *others: QWidget) -> None:
        """Put the editor in its place and name it; for subclasses, once."""
        self._editors = [editor]
        editor.setAccessibleName(self.label.replace("&", ""))
        self._name.setBuddy(editor)
        self.setFocusProxy(editor)
        self._box.addLayout(row(editor, *others, gap=8))
        self._show_below()

    # For forms

    def value(self) -> object:
        """What the person entered."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value."""
        raise NotImplementedError

    def own_problem(self) -> str:
        """Why what is typed cannot be read, "" where it can."""
        return self._own_problem

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong; "" takes it away."""
        self._problem = sentence
        self._show_below()

    def problem(self) -> str:
        """The problem shown."""
        return self._problem or self._own_problem

    def set_hint(self, hint: str) -> None:
        """Show another hint."""
        self._hint = hint
        self._show_below()

    # For subclasses

    def _edited(self, *_: object) -> None:
        self.show_problem("")
        self.changed.emit()

    def _say_own(self, sentence: str) -> None:
        self._own_problem = sentence
        self._show_below()

    def _show_below(self) -> None:
        wrong = self._problem or self._own_problem
        if self._foot is None and (wrong or self._hint) and self._editors:
            self._foot = _Foot()
            self._box.addWidget(self._foot)
        if self._foot is not None:
            self._foot.say(wrong, self._hint)
        for editor in self._editors:
            editor.setAccessibleDescription(wrong or self._hint)
            mark = "true" if wrong else "false"
            if (editor.property("wrong") or "false") != mark:
                editor.setProperty("wrong", mark)
                editor.style().unpolish(editor)
                editor.style().polish(editor)


class TextField(Field):
    """One line of text; `right_to_left` scripts find their side by themselves."""

    def __init__(
        self, key: str, label: str, *, hint: str = "", needed: bool = False, placeholder: str = ""
    ) -> None:
        super().__init__(key, label, hint=hint, needed=needed)
        self.editor = QLineEdit()
        self.editor.setPlaceholderText(placeholder)
        self.editor.textEdited.connect(self._edited)
        self._take_editor(self.editor)

    def value(self) -> str:
        """The text without space around it."""
        return self.editor.text().strip()

    def set_value(self, value: object) -> None:
        """Show a text."""
        self.editor.setText("" if value is None else str(value))
        self.editor.setCursorPosition(0)


class _Lines(QPlainTextEdit):
    """Tab leaves, as in every other field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)


class LongTextField(Field):
    """Several lines of text."""

    def __init__(self, key: str, label: str, *, hint: str = "", lines: int = 4) -> None:
        super().__init__(key, label, hint=hint)
        self._lines = lines
        self.editor = _Lines()
        self._take_editor(self.editor)
        self.editor.textChanged.connect(self._edited)
        self.restyle()

    def restyle(self) -> None:
        """Take the present text size."""
        super().restyle()
        if hasattr(self, "editor"):
            height = round(theme.metrics("body").lineSpacing() * self._lines) + theme.px(26)
            self.editor.setFixedHeight(height)

    def value(self) -> str:
        """The text without space around it."""
        return self.editor.toPlainText().strip()

    def set_value(self, value: object) -> None:
        """Show a text."""
        self.editor.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.editor.setPlainText("" if value is None else str(value))
        self.editor.blockSignals(False)  # noqa: FBT003 - Qt's signature


class _Choice(QComboBox):
    """The wheel scrolls the form; it never changes a value by accident."""

    def wheelEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Leave it to the form."""
        event.ignore()  # type: ignore[attr-defined]  # a QWheelEvent


class ChoiceField(Field):
    """One of some choices: pairs of value and words. Type to find."""

    def __init__(
        self,
        key: str,
        label: str,
        choices: Sequence[tuple[str, str]],
        *,
        hint: str = "",
        needed: bool = False,
    ) -> None:
        super().__init__(key, label, hint=hint, needed=needed)
        self.editor = _Choice()
        self.editor.setMaxVisibleItems(16)
        self.editor.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.editor.setMinimumContentsLength(8)
        self.offer(choices)
        self.editor.activated.connect(self._edited)
        self._take_editor(self.editor)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Show other choices; the chosen one stays where it is still there."""
        chosen = self.value()
        self.editor.clear()
        for value, words in choices:
            self.editor.addItem(words, value)
        self.set_value(chosen)

    def value(self) -> str:
        """The chosen value; "" where none is."""
        data = self.editor.currentData()
        return "" if data is None else str(data)

    def set_value(self, value: object) -> None:
        """Choose a value; one that is not offered (any more) is kept and shown as it is."""
        wanted = "" if value is None else str(value)
        place = self.editor.findData(wanted)
        if place < 0 and wanted:
            self.editor.addItem(wanted, wanted)
            place = self.editor.count() - 1
        self.editor.setCurrentIndex(max(place, 0))


class CheckField(Field):
    """Yes or no; its label stands beside the box."""

    def __init__(self, key: str, label: str, *, hint: str = "") -> None:
        super().__init__(key, label, hint=hint)
        self._name.hide()
        self.editor = QCheckBox(label)
        self.editor.toggled.connect(self._edited)
        self._take_editor(self.editor)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.editor.isChecked()

    def set_value(self, value: object) -> None:
        """Tick it or not."""
        self.editor.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.editor.setChecked(bool(value))
        self.editor.blockSignals(False)  # noqa: FBT003 - Qt's signature


class ListField(Field):
    """Several short texts (phones, mail addresses): one a line; Enter begins the next."""

    def __init__(self, key: str, label: str, *, hint: str = "", lines: int = 2) -> None:
        super().__init__(key, label, hint=hint)
        self.editor = _ShortLines(lines)
        self._take_editor(self.editor)
        self.editor.textChanged.connect(self._edited)
        self.editor.grow()

    def value(self) -> tuple[str, ...]:
        """The texts, without empty lines."""
        lines = self.editor.toPlainText().splitlines()
        return tuple(line.strip() for line in lines if line.strip())

    def set_value(self, value: object) -> None:
        """Show texts."""
        texts = value if isinstance(value, tuple | list) else ()
        self.editor.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.editor.setPlainText("\n".join(str(text) for text in texts))
        self.editor.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.editor.grow()


class _ShortLines(_Lines):
    """Grows with its lines, up to six."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._least = lines
        self.textChanged.connect(self.grow)
        theme.changed.connect(self.grow)

    def grow(self) -> None:
        """Be as high as the lines."""
        lines = min(max(self.blockCount(), self._least), 6)
        self.setFixedHeight(round(theme.metrics("body").lineSpacing() * lines) + theme.px(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter belongs to the dialog."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
