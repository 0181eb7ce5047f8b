"""A field of lines: whom a guest brings along, each with a name, a badge and a seat."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from app.receptions.draft import CompanionDraft
from ui.core.buttons import QUIET, Button, IconButton
from ui.core.cards import column, row
from ui.core.fields import Field
from ui.core.language import tr
from ui.core.record_field import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS = ("name", "relation", "badge_name", "seat")


class _Line(QWidget):
    """One companion."""

    def __init__(self, draft: CompanionDraft, shown: str) -> None:
        super().__init__()
        self._draft = draft
        named = {
            "name": tr("Name"),
            "relation": tr("Relation"),
            "badge_name": tr("On the badge"),
            "seat": tr("Seat"),
        }
        self.edits = {part: QLineEdit() for part in _PARTS}
        for part, edit in self.edits.items():
            edit.setPlaceholderText(named[part])
            edit.setAccessibleName(tr("{what} of who comes along", what=named[part]))
            edit.setText(getattr(draft, part))
        if shown and not draft.name:
            self.edits["name"].setPlaceholderText(shown)
        self.drop = IconButton("close", tr("Take {name} out", name=draft.name or shown))
        line = row(*self.edits.values(), self.drop, gap=8)
        for place, share in enumerate((5, 3, 4, 2)):
            line.setStretch(place, share)
        self.setLayout(line)

    def draft(self) -> CompanionDraft:
        """What stands in the line."""
        typed: dict[str, Any] = {part: edit.text().strip() for part, edit in self.edits.items()}
        return replace(self._draft, **typed)

    def is_empty(self) -> bool:
        """Whether nobody is meant."""
        return not self.draft().name and self._draft.person is None


class CompanyField(Field):
    """`value()` are the companions, those without a name left out; `shown` names people by id."""

    def __init__(self, key: str, label: str, *, hint: str = "") -> None:
        super().__init__(key, label, hint=hint)
        self.lines: list[_Line] = []
        self._people: dict[object, str] = {}
        self._holder = QWidget()
        self._inner = column(gap=8)
        self._holder.setLayout(self._inner)
        self.more = Button(tr("Add who comes along"), QUIET, icon="add")
        self.more.clicked.connect(self._more)
        self._take_editor(self._holder)
        self._box.addLayout(row(self.more, None, gap=0))
        self.setFocusProxy(self.more)

    def value(self) -> tuple[CompanionDraft, ...]:
        """Whom the guest brings."""
        return tuple(one.draft() for one in self.lines if not one.is_empty())

    def set_value(self, value: object) -> None:
        """Show companions; a `Choice` adds a person of the office."""
        if isinstance(value, Choice):
            self._people[value.id] = value.title
            self._add(CompanionDraft(person=value.id), value.title)
            return
        for one in list(self.lines):
            self._remove(one)
        given: Sequence[object] = value if isinstance(value, tuple | list) else ()
        for draft in given:
            if isinstance(draft, CompanionDraft):
                self._add(draft, self._people.get(draft.person, ""))

    def know(self, people: dict[object, str]) -> None:
        """How the companions who are people of the office are called."""
        self._people.update(people)

    def _more(self) -> None:
        line = self._add(CompanionDraft(), "")
        line.edits["name"].setFocus()
        self._edited()

    def _add(self, draft: CompanionDraft, shown: str) -> _Line:
        line = _Line(draft, shown)
        self.lines.append(line)
        self._inner.addWidget(line)
        line.drop.clicked.connect(partial(self._drop, line))
        for edit in line.edits.values():
            edit.textEdited.connect(self._edited)
        return line

    def _drop(self, line: _Line) -> None:
        self._remove(line)
        self._edited()
        self.more.setFocus()

    def _remove(self, line: _Line) -> None:
        self.lines.remove(line)
        self._inner.removeWidget(line)
        line.hide()
        line.deleteLater()
