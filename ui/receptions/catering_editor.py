"""The kitchen's notes of one guest: what it must do, who told it, and whether it may be kept."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from app.core import clock
from app.receptions.draft import CateringDraft
from app.receptions.queries import catering_notes
from ui.core.buttons import QUIET, Button, IconButton
from ui.core.cards import column, row
from ui.core.editor import Editor
from ui.core.fields import Field
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import day, tr
from ui.receptions.guest_editor import guest_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from app.core.errors import Problem
    from app.receptions.queries import CateringRow, CompanionRow, GuestRow
    from ui.core.jobs import Jobs


@dataclass(frozen=True, slots=True)
class CateringEntry:
    """The notes of a guest in the editor; `company` are whom they may also be for, `seen` what
    there was when it opened.
    """

    drafts: tuple[CateringDraft, ...] = ()
    company: tuple[CompanionRow, ...] = ()
    drops_on: dt.date | None = None
    own: str = field(default="", compare=False)
    seen: tuple[CateringDraft, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return [problem for one in self.drafts for problem in one.problems()]


class _Note(QWidget):
    """One note."""

    def __init__(self, draft: CateringDraft, whom: Sequence[tuple[UUID | None, str]]) -> None:
        super().__init__()
        self._draft = draft
        self._ids = [one for one, _ in whom]
        self.what = QLineEdit(draft.instruction)
        self.what.setPlaceholderText(tr("What the kitchen must do, never why"))
        self.what.setAccessibleName(tr("Instruction"))
        self.whom = QComboBox()
        self.whom.setAccessibleName(tr("For whom"))
        for _, name in whom:
            self.whom.addItem(name)
        self.whom.setCurrentIndex(
            self._ids.index(draft.companion) if draft.companion in self._ids else 0
        )
        self.source = QLineEdit(draft.source)
        self.source.setPlaceholderText(tr("Who told it"))
        self.source.setAccessibleName(tr("Who told it"))
        self.consent = QCheckBox(tr("May be kept"))
        self.consent.setChecked(draft.consent)
        self.drop = IconButton("close", tr("Remove this note"))
        told = tr("Told on {day}", day=day(draft.told_on)) if draft.told_on else ""
        first = row(self.what, self.whom, self.drop, gap=8)
        first.setStretch(0, 3)
        first.setStretch(1, 2)
        second = row(self.source, self.consent, Text(told, "small", ink="text2"), 38, gap=8)
        second.setStretch(0, 1)
        self.setLayout(column(first, second, gap=6))

    def draft(self) -> CateringDraft:
        """What stands in it."""
        return replace(
            self._draft,
            instruction=self.what.text().strip(),
            source=self.source.text().strip(),
            consent=self.consent.isChecked(),
            companion=self._ids[self.whom.currentIndex()],
        )


class NotesField(Field):
    """`value()` are the notes; one without a word is left out."""

    def __init__(self, key: str, label: str, *, hint: str = "") -> None:
        super().__init__(key, label, hint=hint)
        self.notes: list[_Note] = []
        self.whom: list[tuple[UUID | None, str]] = []
        self._holder = QWidget()
        self._inner = column(gap=16)
        self._holder.setLayout(self._inner)
        self.more = Button(tr("Add a note"), QUIET, icon="add")
        self.more.clicked.connect(self._more)
        self._take_editor(self._holder)
        self._box.addLayout(row(self.more, None, gap=0))
        self.setFocusProxy(self.more)

    def value(self) -> tuple[CateringDraft, ...]:
        """The notes with an instruction."""
        return tuple(one for one in (note.draft() for note in self.notes) if one.instruction)

    def set_value(self, value: object) -> None:
        """Show notes."""
        for one in list(self.notes):
            self._remove(one)
        given: Sequence[object] = value if isinstance(value, tuple | list) else ()
        for draft in given:
            if isinstance(draft, CateringDraft):
                self._add(draft)

    def _more(self) -> None:
        self._add(CateringDraft(told_on=clock.today())).what.setFocus()
        self._edited()

    def _add(self, draft: CateringDraft) -> _Note:
        note = _Note(draft, self.whom)
        self.notes.append(note)
        self._inner.addWidget(note)
        note.what.textEdited.connect(self._edited)
        note.source.textEdited.connect(self._edited)
        note.whom.activated.connect(self._edited)
        note.consent.toggled.connect(self._edited)
        note.drop.clicked.connect(partial(self._drop, note))
        return note

    def _drop(self, note: _Note) -> None:
        self._remove(note)
        self._edited()
        self.more.setFocus()

    def _remove(self, note: _Note) -> None:
        self.notes.remove(note)
        self._inner.removeWidget(note)
        note.hide()
        note.deleteLater()


class CateringEditor(Editor[CateringEntry]):
    """Edits the kitchen's notes of a guest."""

    width_wanted = 620

    @classmethod
    def begin(
        cls,
        parent: QWidget,
        jobs: Jobs,
        guest: GuestRow,
        where: tuple[UUID, dt.date | None],
        save: Callable[..., object],
    ) -> None:
        """Ask for the notes, which a list does not know, then show the form. `where` is the
        reception and the day its notes are dropped.
        """

        def asked(found: dict[UUID, tuple[CateringRow, ...]]) -> None:
            drafts = tuple(one.draft for one in found.get(guest.id, ()))
            entry = CateringEntry(drafts, guest.companions, where[1], guest_name(guest), drafts)
            title = tr("Catering notes: {name}", name=entry.own)
            cls.edit(parent, title, entry, save=save)

        jobs.ask(catering_notes, where[0], then=asked, owner=parent, urgent=True)

    def build(self) -> Form:
        """The form, empty."""
        self.told = Text("", "small", ink="text2", wrap=True)
        self.notes = NotesField("notes", tr("For the kitchen"))
        return Form([self.told, self.notes])

    def fill(self, draft: CateringEntry) -> None:
        """Show the notes."""
        self._entry = draft
        self.notes.whom = [(None, draft.own), *((one.id, one.name) for one in draft.company)]
        words = tr("Only the instruction: no reason, no illness, no religion.")
        if draft.drops_on is not None:
            ends = tr("They are dropped on {day}, from the history too.", day=day(draft.drops_on))
            words = f"{words} {ends}"
        self.told.say(words)
        self.form.set_values({"notes": draft.drafts or (CateringDraft(told_on=clock.today()),)})

    def draft(self) -> CateringEntry:
        """The notes as typed."""
        return replace(self._entry, drafts=self.notes.value())
