"""The form of a posting."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from app.contacts.draft import AccreditationDraft, PostingDraft
from app.contacts.draft.accreditations import list_problems
from ui.contacts.accreditation_editor import (
    accreditation_words,
    ask_accreditation,
    body_choices,
)
from ui.contacts.choices import function_choices, no_finder
from ui.core.editor import Editor
from ui.core.entries import EntriesField
from ui.core.exact_fields import DateField, NumberField, TimeField
from ui.core.fields import ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from app.core.errors import Problem
    from ui.core.record_field import Answer, Search

_DATES = (
    "starts_on", "ends_on", "expected_end_on", "agrement_on", "arrived_on", "credentials_on",
    "exequatur_on", "farewell_on",
)  # fmt: skip
_TEXTS = ("function", "title", "receiving_body", "consular_district", "posting_note")


@dataclass(frozen=True, slots=True)
class PostingEntry:
    """A posting in the editor, with the organisation it is at; `look` finds organisations.

    `accreditations` are those besides the posting's own.
    """

    draft: PostingDraft = field(default_factory=PostingDraft)
    organisation: Choice | None = None
    look: Search = field(default=no_finder, compare=False)
    accreditations: tuple[AccreditationDraft, ...] = ()

    @property
    def organisation_id(self) -> UUID | None:
        """Where the function is held."""
        return self.organisation.id if self.organisation else None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return [
            *self.draft.problems(),
            *list_problems(self.accreditations, self.draft.receiving_body),
        ]


class PostingEditor(Editor[PostingEntry]):
    """Edits a posting with the dates that decide precedence."""

    width_wanted = 680

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
                [
                    DateField("starts_on", tr("From")),
                    DateField("ends_on", tr("Until")),
                    DateField(
                        "expected_end_on",
                        tr("Expected until"),
                        hint=tr("Only if somebody said so; else Belfry guesses"),
                    ),
                ],
                tr("Accreditation"),
                [
                    ChoiceField("receiving_body", tr("Accredited to"), _receiving_choices()),
                    DateField("agrement_on", tr("Agrément")),
                    DateField("arrived_on", tr("Arrived")),
                ],
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
                EntriesField(
                    "accreditations",
                    tr("Also accredited to"),
                    ask=lambda entry, keep: ask_accreditation(self, entry, keep),
                    words=accreditation_words,
                    add=tr("Add a State or body…"),
                ),
                [
                    DateField("farewell_on", tr("Farewell")),
                    DateField("exequatur_on", tr("Exequatur")),
                    TextField("consular_district", tr("Consular district")),
                ],
                LongTextField("posting_note", tr("Note on this posting"), lines=2),
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
        values |= {"organisation": draft.organisation, "accreditations": draft.accreditations}
        self.form.set_values(values)

    def draft(self) -> PostingEntry:
        """Make a posting of what was typed."""
        values = self.form.values()
        typed: dict[str, Any] = {name: values[name] for name in _DATES}
        typed |= {name: str(values[name] or "") for name in _TEXTS}
        posting = replace(
            self._entry.draft,  # what this form does not show stays as it is
            credentials_time=cast("dt.time | None", values["credentials_time"]),
            credentials_sequence=cast("int | None", values["credentials_sequence"]),
            **typed,
        )
        where = cast("RecordField", self.form["organisation"]).choice()
        also = cast("tuple[AccreditationDraft, ...]", values["accreditations"])
        return PostingEntry(posting, where, self._entry.look, also)


def _receiving_choices() -> list[tuple[str, str]]:
    (_nothing, _words), *bodies = body_choices()
    return [("", tr("Not given")), *bodies]
