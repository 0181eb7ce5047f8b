"""The dialog of letters of thanks: to whom, in which words, signed by whom."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.text import Language
from app.dossiers.draft import LettersDraft
from app.missions.rules.thanks import reason_words
from ui.contacts.choices import language_words
from ui.core import theme
from ui.core.buttons import Button
from ui.core.cards import Scroll, column, row
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import Field, LongTextField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import day, read, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.core.errors import Problem
    from app.missions.queries import ToThank

_LIST_HIGH = 220


@dataclass(frozen=True, slots=True)
class ThanksEntry:
    """Letters in the dialog; `people` are whom one may thank, `usual` the office's language."""

    draft: LettersDraft = field(default_factory=LettersDraft)
    people: tuple[ToThank, ...] = ()
    usual: str = "nl"

    def problems(self) -> list[Problem]:
        """What a person must mend before these can be written."""
        return self.draft.problems()


class ThankList(Field):
    """Whom to thank, with why; its value are the keys of those ticked."""

    def __init__(self) -> None:
        super().__init__("to", tr("To whom"))
        self.boxes: dict[UUID, QCheckBox] = {}
        self._lines = column(gap=6)
        inner = QWidget()
        inner.setLayout(column(self._lines, None))
        scroll = Scroll(inner)
        scroll.setMinimumHeight(theme.px(_LIST_HIGH))
        self._none = Button(tr("Nobody"))
        self._none.clicked.connect(self._clear)
        self._take_editor(scroll)
        self._count = Text("", "small", ink="text2")
        foot = row(self._count, None, self._none)
        self._box.addLayout(foot)

    def offer(self, people: Sequence[ToThank]) -> None:
        """Show whom one may thank."""
        for one in people:
            box = QCheckBox(one.name)
            box.setFont(theme.font("medium"))
            box.toggled.connect(self._ticked)
            self.boxes[one.id] = box
            parts = [one.where, *(read(reason_words(why)) for why in one.reasons)]
            if one.written_on:
                parts.append(tr("thanked on {day}", day=day(one.written_on)))
            told = " · ".join(part for part in parts if part)
            ink = "good" if one.written_on else "text2"
            under = row(24, Text(told, "small", ink=ink, elide=True), gap=0)
            self._lines.addLayout(column(box, under, gap=0))
        self._tell()

    def _clear(self) -> None:
        for box in self.boxes.values():
            box.setChecked(False)

    def _ticked(self, *_: object) -> None:
        self._tell()
        self._edited()

    def _tell(self) -> None:
        self._count.say(trn("{n} letter", "{n} letters", len(self.value())))

    def value(self) -> tuple[UUID, ...]:
        """Who is ticked."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: object) -> None:
        """Tick some."""
        chosen = set(cast("Sequence[UUID]", value or ()))
        for key, box in self.boxes.items():
            box.setChecked(key in chosen)


class ThanksEditor(Editor[ThanksEntry]):
    """Writes a letter to each, with the form of address of the day, in the reader's language."""

    width_wanted = 700

    def build(self) -> Form:
        """The form, empty."""
        self._entry = ThanksEntry()
        self._list = ThankList()
        parts: list[Any] = [
            self._list,
            [
                DateField("written_on", tr("Date of the letters"), needed=True),
                LongTextField("signed_by", tr("Signed by"), lines=2,
                              hint=tr("Name, then function")),
            ],
        ]  # fmt: skip
        for one in Language:
            spoken = language_words(str(one))
            hint = tr("Opening and closing are added from the forms of address.")
            parts.append(TextField(f"subject {one}", tr("Subject, {language}", language=spoken)))
            parts.append(
                LongTextField(
                    f"body {one}", tr("Letter, {language}", language=spoken), lines=6, hint=hint
                )
            )
        made = Form(parts)
        self._list.changed.connect(self._show_languages)
        return made

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Write the letters")

    def fill(self, draft: ThanksEntry) -> None:
        """Show whom and what."""
        self._entry = draft
        self._list.offer(draft.people)
        letters = draft.draft
        values: dict[str, object] = {
            "to": (*letters.people, *letters.posts),
            "written_on": letters.written_on,
            "signed_by": letters.signed_by,
        }
        for one, (subject, body) in letters.texts.items():
            values |= {f"subject {one}": subject, f"body {one}": body}
        self.form.set_values(values)
        self._show_languages()

    def _spoken(self) -> set[str]:
        """The languages of who is ticked; a post may be headed by anybody."""
        ticked = set(self._list.value())
        found = set()
        for one in self._entry.people:
            if one.id in ticked:
                known = one.language in set(Language) and one.kind == "person"
                found |= {one.language} if known else {self._entry.usual}
                if one.kind != "person":
                    found |= set(map(str, Language))
        return found or {self._entry.usual}

    def _show_languages(self) -> None:
        spoken = self._spoken()
        for one in map(str, Language):
            for part in ("subject", "body"):
                self.form[f"{part} {one}"].setVisible(one in spoken)

    def draft(self) -> ThanksEntry:
        """The letters as typed."""
        values: dict[str, Any] = self.form.values()
        ticked = set(values["to"])
        spoken = self._spoken()
        texts = {
            one: (str(values[f"subject {one}"]), str(values[f"body {one}"]))
            for one in map(str, Language)
            if one in spoken
        }
        chosen = [one for one in self._entry.people if one.id in ticked]
        made = replace(
            self._entry.draft,
            written_on=values["written_on"],
            texts=texts,
            signed_by=str(values["signed_by"]),
            people=tuple(one.id for one in chosen if one.kind == "person"),
            posts=tuple(one.id for one in chosen if one.kind != "person"),
        )
        return replace(self._entry, draft=made)
