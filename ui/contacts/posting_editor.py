"""The form of a posting."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from app.contacts.draft import PostingDraft
from ui.contacts.choices import function_choices, no_finder, receiving_choices
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, NumberField, TimeField
from ui.core.fields import ChoiceField, TextField
from ui.core.form import Form
from ui.core.language import tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from app.core.errors import Problem
    from ui.core.record_field import Answer, Search

_DATES = ("starts_on", "ends_on", "agrement_on", "arrived_on", "credentials_on", "exequatur_on")


@dataclass(frozen=True, slots=True)
class PostingEntry:
    """A posting in the editor, with the organisation it is at; `look` finds organisations."""

    draft: PostingDraft = field(default_factory=PostingDraft)
    organisation: Choice | None = None
    look: Search = field(default=no_finder, compare=False)

    @property
    def organisation_id(self) -> UUID | None:
        """Where the function is held."""
        return self.organisation.id if self.organisation else None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class PostingEditor(Editor[PostingEntry]):
    """Edits a posting with the dates that decide precedence."""

    width_wanted = 640

    def build(self) -> Form:
        """The form, empty."""
        self._entry = PostingEntry()
        return Form(
            [
                [
                    ChoiceField("function", tr("Function"), function_choices()),
                    RecordField("organisation", tr("At"), self._find),
                ],
                TextField(
                    "title",
                    tr("Title in its own words"),
                    hint=tr("Only where it is another than the function’s"),
                ),
                [DateField("starts_on", tr("From")), DateField("ends_on", tr("Until"))],
                tr("Accreditation"),
                [DateField("agrement_on", tr("Agrément")), DateField("arrived_on", tr("Arrived"))],
                [
                    DateField("credentials_on", tr("Credentials presented")),
                    TimeField("credentials_time", tr("At what time")),
                    NumberField(
                        "credentials_sequence",
                        tr("Which of that day"),
                        least=1,
                        most=99,
                    ),
                ],
                [
                    ChoiceField("receiving_body", tr("Accredited to"), receiving_choices()),
                    DateField("exequatur_on", tr("Exequatur")),
                ],
            ]
        )

    def _find(self, text: str, answer: Answer) -> None:
        self._entry.look(text, answer)

    def fill(self, draft: PostingEntry) -> None:
        """Show a posting."""
        self._entry = draft
        values: dict[str, object] = {
            name: getattr(draft.draft, name) for name in PostingDraft.__slots__
        }
        self.form.set_values({**values, "organisation": draft.organisation})

    def draft(self) -> PostingEntry:
        """Make a posting of what was typed."""
        values = self.form.values()
        dates: dict[str, Any] = {name: values[name] for name in _DATES}
        posting = replace(
            self._entry.draft,  # what this form does not show stays as it is
            function=str(values["function"]),
            title=str(values["title"] or ""),
            credentials_time=cast("dt.time | None", values["credentials_time"]),
            credentials_sequence=cast("int | None", values["credentials_sequence"]),
            receiving_body=str(values["receiving_body"] or ""),
            **dates,
        )
        where = cast("RecordField", self.form["organisation"]).choice()
        return PostingEntry(posting, where, self._entry.look)
