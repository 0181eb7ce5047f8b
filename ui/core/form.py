"""A form: fields under each other or side by side, their values, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.core import language, theme
from ui.core.cards import Banner, column, row
from ui.core.fields import Field
from ui.core.labels import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.core.errors import Problem

Part: TypeAlias = "Field | Sequence[Field] | str | QWidget"


class Form(QWidget):
    """Parts from top to bottom: a field, several fields side by side (a list), a heading (text).

    `values()` has a value for each field's key; `changed` comes with each change a person makes.
    """

    changed = Signal()

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self.setObjectName("Clear")
        self.fields: dict[str, Field] = {}
        self.dirty = False
        self.banner = Banner()
        self._rows: list[QHBoxLayout] = []
        box = column(self.banner, gap=12)
        for part in parts:
            self._add(box, part)
        box.addStretch(1)
        self.setLayout(box)

    def _add(self, box: QBoxLayout, part: Part) -> None:
        if isinstance(part, str):
            box.addWidget(Text(part, "strong"))
        elif isinstance(part, Field):
            self._know(part)
            box.addWidget(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            line = row(*part, gap=12)
            for place, field in enumerate(part):
                self._know(field)
                line.setStretch(place, 1)
                line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
            self._rows.append(line)
            box.addLayout(line)

    def _know(self, field: Field) -> None:
        self.fields[field.key] = field
        field.changed.connect(self._touched)

    def _touched(self) -> None:
        self.dirty = True
        self.changed.emit()

    def values(self) -> dict[str, object]:
        """The value of each field by its key."""
        return {key: field.value() for key, field in self.fields.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show values; keys the form does not have are passed over. The form is then clean."""
        for key, value in values.items():
            if key in self.fields:
                self.fields[key].set_value(value)
        self.clear_problems()
        self.dirty = False

    def __getitem__(self, key: str) -> Field:
        return self.fields[key]

    def readable(self) -> bool:
        """Whether everything typed can be read; shows what cannot, and goes there."""
        wrong = [field for field in self.fields.values() if field.own_problem()]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem at its field, those of no field in a banner, and go to the first."""
        self.clear_problems()
        elsewhere: list[str] = []
        first: Field | None = None
        for problem in problems:
            words = language.read(problem.sentence)
            field = self.fields.get(problem.field)
            if field is None:
                elsewhere.append(words)
            elif not field.problem():
                field.show_problem(words)
                first = first or field
        self.banner.say("\n".join(elsewhere))
        if first is not None:
            first.setFocus()

    def clear_problems(self) -> None:
        """Take all problems away."""
        self.banner.say("")
        for field in self.fields.values():
            field.show_problem("")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fields side by side go under each other where there is too little room."""
        super().resizeEvent(event)
        for line in self._rows:
            narrow = self.width() < theme.px(130) * line.count()
            way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            if line.direction() is not way:
                line.setDirection(way)
