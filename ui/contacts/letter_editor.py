"""The form of a letter, its address and opening shown as they will stand on the paper."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias, cast

from app.dossiers.draft import LetterDraft
from ui.contacts.choices import letter_language_choices
from ui.core.cards import Card
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import tr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from app.core.errors import Problem
    from app.dossiers.queries import LetterForms

See: TypeAlias = "Callable[[QObject, LetterDraft, Callable[[LetterForms], None]], object]"
"""Asks for somebody (who may be gone by then) how a letter as typed would address its reader."""


def _see_nothing(asker: QObject, draft: LetterDraft, answer: Callable[[LetterForms], None]) -> None:
    del asker, draft, answer


@dataclass(frozen=True, slots=True)
class LetterEntry:
    """A letter in the editor; `couple` says whether there is a partner to write to as well."""

    draft: LetterDraft = field(default_factory=LetterDraft)
    couple: bool = False
    see: See = field(default=_see_nothing, compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class LetterEditor(Editor[LetterEntry]):
    """Edits a letter."""

    width_wanted = 680

    def build(self) -> Form:
        """The form, empty."""
        self._entry = LetterEntry()
        self._asked: LetterDraft | None = None
        self._envelope = Text("", ink="text2", wrap=True, selectable=True)
        self._opening = Text("", "strong", wrap=True, selectable=True)
        self._closing = Text("", "strong", wrap=True, selectable=True)
        self._advice = Text("", "small", ink="attention_ink", wrap=True)
        begins = Card(margin=12, gap=8)
        begins.add(self._envelope, self._opening, self._advice)
        spoken = [("", tr("Their own")), *letter_language_choices()[1:]]
        made = Form(
            [
                [
                    DateField("written_on", tr("Date of the letter"), needed=True),
                    ChoiceField("language", tr("Language"), spoken),
                ],
                CheckField("couple", tr("To the couple")),
                TextField("subject", tr("Subject")),
                begins,
                LongTextField(
                    "body",
                    tr("Letter"),
                    hint=tr("An empty line begins a new paragraph."),
                    lines=9,
                ),
                self._closing,
                LongTextField(
                    "signed_by", tr("Signed by"), hint=tr("Name, then function"), lines=2
                ),
            ]
        )
        made.changed.connect(self._look)
        return made

    def fill(self, draft: LetterEntry) -> None:
        """Show a letter."""
        self._entry = draft
        names = ("written_on", "language", "couple", "subject", "body", "signed_by")
        self.form.set_values({name: getattr(draft.draft, name) for name in names})
        self.form["couple"].setVisible(draft.couple or draft.draft.couple)
        self._look()

    def draft(self) -> LetterEntry:
        """Make a letter of what was typed."""
        return replace(self._entry, draft=self._typed())

    def _typed(self) -> LetterDraft:
        values = self.form.values()
        return replace(
            self._entry.draft,
            written_on=cast("dt.date | None", values["written_on"]),
            language=str(values["language"] or ""),
            couple=bool(values["couple"]),
            subject=str(values["subject"] or ""),
            body=str(values["body"] or ""),
            signed_by=str(values["signed_by"] or ""),
        )

    def _look(self) -> None:
        """Ask for the forms of address, where day, language or company changed."""
        asked = replace(self._typed(), subject="", body="", signed_by="")
        if asked == self._asked or asked.written_on is None:
            return
        self._asked = asked

        def told(forms: LetterForms) -> None:
            if asked == self._asked:
                self._show(forms)

        self._entry.see(self, asked, told)

    def _show(self, forms: LetterForms) -> None:
        self._envelope.say(forms.envelope.text)
        self._envelope.setVisible(bool(forms.envelope.text))
        self._opening.say(forms.opening.text)
        self._closing.say(forms.closing.text)
        doubtful = not (forms.opening.verified and forms.envelope.verified)
        words = tr("Not verified: ask before you send it") if doubtful else ""
        self._advice.say(words)
        self._advice.setVisible(doubtful)
