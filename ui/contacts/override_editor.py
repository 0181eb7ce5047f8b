"""The form of a person's own form of address: the words, from when, who confirmed them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from app.contacts.rules.addressing import COUPLE
from app.core.errors import Problem
from app.core.text import N_, say
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import ChoiceField, LongTextField
from ui.core.form import Form
from ui.core.language import tr

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class OverrideDraft:
    """A person's own form of address; no words go back to the usual form.

    `company` is "couple" for the form with their spouse or partner; without `valid_from` it has
    always been so.
    """

    words: str = ""
    confirmed_on: dt.date | None = None
    company: str = ""
    valid_from: dt.date | None = None

    def problems(self) -> list[Problem]:
        """A confirmation needs words."""
        if self.confirmed_on is not None and not self.words.strip():
            return [Problem("words", say(N_("Type the words the embassy confirmed.")))]
        return []


class OverrideEditor(Editor[OverrideDraft]):
    """Edits how a person wishes to be addressed in one language and place."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        company = [("", tr("The person alone")), (COUPLE, tr("With spouse or partner"))]
        return Form(
            [
                LongTextField(
                    "words",
                    tr("In these words"),
                    hint=tr("Leave empty to go back to the usual form."),
                    lines=3,
                ),
                [
                    ChoiceField("company", tr("For"), company),
                    DateField(
                        "valid_from",
                        tr("From this day on"),
                        hint=tr("Letters dated before keep the form they had."),
                    ),
                ],
                DateField(
                    "confirmed_on",
                    tr("Confirmed by the embassy on"),
                    hint=tr("Leave empty while nobody confirmed it."),
                ),
            ]
        )

    def fill(self, draft: OverrideDraft) -> None:
        """Show a form of address."""
        names = ("words", "company", "valid_from", "confirmed_on")
        self.form.set_values({name: getattr(draft, name) for name in names})

    def draft(self) -> OverrideDraft:
        """Make a form of address of what was typed."""
        values = self.form.values()
        return OverrideDraft(
            str(values["words"] or ""),
            cast("dt.date | None", values["confirmed_on"]),
            str(values["company"] or ""),
            cast("dt.date | None", values["valid_from"]),
        )
