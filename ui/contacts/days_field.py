"""The field with a country's national days: each with its rule, what that gives, and its names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.contacts.draft import NationalDayDraft
from app.contacts.rules import days
from app.core import clock
from ui.core import theme
from ui.core.buttons import QUIET, Button, IconButton
from ui.core.cards import Card, column, row
from ui.core.fields import Field
from ui.core.labels import Text
from ui.core.language import day, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID


class _Line(Card):
    """One day: rule, preview, three names, checked, and how to move or remove it."""

    def __init__(self, draft: NationalDayDraft, changed: Callable[[], None]) -> None:
        super().__init__(margin=8, gap=6)
        self._id: UUID | None = draft.id
        self._source = draft.source
        self._changed = changed
        self.rule = self._edit(draft.rule, "07-21", tr("Day"))
        self.names = {
            spoken: self._edit(value, words, words)
            for spoken, value, words in (
                ("nl", draft.name_nl, tr("In Dutch")),
                ("fr", draft.name_fr, tr("In French")),
                ("en", draft.name_en, tr("In English")),
            )
        }
        self.verified = QCheckBox(tr("Checked"))
        self.verified.setChecked(draft.verified)
        self.verified.toggled.connect(self._edited)
        self.preview = Text("", "small", ink="text2", elide=True)
        self.up = IconButton("chevron-up", tr("Move this day up"), size=26)
        self.remove = IconButton("delete", tr("Remove this day"), size=26)
        first = row(self.rule, self.preview, self.verified, self.up, self.remove, gap=8)
        first.setStretch(0, 2)
        first.setStretch(1, 3)
        second = row(*self.names.values(), gap=8)
        self.add(first, second)
        self._preview()

    def _edit(self, value: str, placeholder: str, name: str) -> QLineEdit:
        made = QLineEdit(value)
        made.setPlaceholderText(placeholder)
        made.setAccessibleName(name)
        made.setCursorPosition(0)
        made.textEdited.connect(self._edited)
        return made

    def _edited(self) -> None:
        self._preview()
        self._changed()

    def _preview(self) -> None:
        """What the rule gives next, so that a person sees whether it is understood."""
        rule = self.rule.text().strip()
        if not rule:
            self.preview.say("")
            return
        found = days.next_date(rule, clock.today())
        self.preview.say(
            tr("next on {day}", day=day(found, "weekday"))
            if found
            else tr("kept as words: no date can be computed")
        )

    def draft(self) -> NationalDayDraft:
        """What was typed."""
        typed = {spoken: edit.text().strip() for spoken, edit in self.names.items()}
        return NationalDayDraft(
            " ".join(self.rule.text().split()),
            typed["en"],
            typed["nl"],
            typed["fr"],
            self._source,
            self.verified.isChecked(),
            self._id,
        )


class DaysField(Field):
    """The national days in order, the first the principal one."""

    def __init__(self, key: str, label: str, *, hint: str = "") -> None:
        super().__init__(key, label, hint=hint)
        self._lines: list[_Line] = []
        self._holder = QWidget()
        self._stack = column(gap=8)
        self._holder.setLayout(self._stack)
        self.more = Button(tr("Add a day"), QUIET, icon="add")
        self.more.clicked.connect(self._add_empty)
        whole = QWidget()
        whole.setLayout(column(self._holder, row(self.more, None), gap=4))
        self._take_editor(whole)
        self.setFocusProxy(self.more)

    def value(self) -> tuple[NationalDayDraft, ...]:
        """The days, without empty ones."""
        drafts = (line.draft() for line in self._lines)
        return tuple(one for one in drafts if not one.is_empty)

    def set_value(self, value: object) -> None:
        """Show days."""
        for line in list(self._lines):
            self._drop(line)
        for one in value if isinstance(value, tuple | list) else ():
            if isinstance(one, NationalDayDraft):
                self._add(one)

    def lines(self) -> list[_Line]:
        """The lines shown, in order."""
        return list(self._lines)

    def _add_empty(self) -> None:
        line = self._add(NationalDayDraft())
        line.rule.setFocus()
        self._edited()

    def _add(self, draft: NationalDayDraft) -> _Line:
        line = _Line(draft, self._edited)
        line.up.clicked.connect(partial(self._move_up, line))
        line.remove.clicked.connect(partial(self._remove, line))
        self._lines.append(line)
        self._stack.addWidget(line)
        self._number()
        return line

    def _remove(self, line: _Line) -> None:
        self._drop(line)
        self.more.setFocus()
        self._edited()

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        self._stack.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._number()

    def _move_up(self, line: _Line) -> None:
        at = self._lines.index(line)
        if at:
            self._lines.insert(at - 1, self._lines.pop(at))
            self._stack.removeWidget(line)
            self._stack.insertWidget(at - 1, line)
            self._number()
            line.rule.setFocus()
            self._edited()

    def _number(self) -> None:
        for at, line in enumerate(self._lines):
            line.up.setVisible(at > 0)
            first = tr("The national day") if at == 0 else tr("Day {n}", n=at + 1)
            line.setAccessibleName(first)
        self._holder.setVisible(bool(self._lines))
        self._stack.setSpacing(theme.px(8))
