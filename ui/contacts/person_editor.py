"""The form of a person; a new one may be given a function at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from app.contacts.draft import PersonDraft, PostingDraft
from app.contacts.rules.names import Name, list_name
from app.core.errors import Problem
from app.core.text import N_, say
from ui.contacts.choices import (
    country_choices,
    function_choices,
    gender_choices,
    letter_language_choices,
    name_order_choices,
    no_finder,
)
from ui.contacts.photo_field import PhotoField
from ui.contacts.twin_hint import TwinHint, nobody
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import ChoiceField, ListField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from ui.contacts.twin_hint import Looker
    from ui.core.record_field import Answer, Search

_TEXTS = (
    "family_name", "given_name", "name_order", "native_name", "pronunciation", "gender", "language",
    "honorific", "nationality", "street", "postal_code", "city", "country", "website", "note",
    "external_id",
)  # fmt: skip
_LISTS = ("emails", "phones")


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person in the editor: the draft, the photo, and for a new person the function held.

    `look` finds organisations; a form without it (a change) does not ask for a function.
    """

    draft: PersonDraft = field(default_factory=PersonDraft)
    photo: bytes | None = field(default=None, repr=False)
    photo_was: bytes | None = field(default=None, repr=False)
    posting: PostingDraft | None = None
    organisation: Choice | None = None
    look: Search | None = field(default=None, compare=False)
    twins: Looker = field(default=nobody, compare=False)

    @property
    def organisation_id(self) -> UUID | None:
        """Where the function is held."""
        return self.organisation.id if self.organisation else None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = self.draft.problems()
        if self.posting is not None:
            found += self.posting.problems()
        if self.organisation is not None and self.posting is None:
            found.append(
                Problem("function", say(N_("Choose the function held there, or leave both empty.")))
            )
        return found


class PersonEditor(Editor[PersonEntry]):
    """Edits a person: `PersonEditor.edit(page, title, PersonEntry(draft), save=…, then=…)`."""

    width_wanted = 680

    def build(self) -> Form:
        """The form, empty."""
        self._look: Search = no_finder
        self._was = PersonEntry()
        self._new = [
            ChoiceField("function", tr("Function"), [("", tr("None")), *function_choices()]),
            RecordField("organisation", tr("At"), self._find),
        ]
        self.twins = TwinHint(lambda: self.draft().draft)
        self._since = DateField("starts_on", tr("In this function since"))
        form = Form(
            [
                [
                    TextField("honorific", tr("Title before the name"), placeholder="Dr."),
                    ChoiceField("gender", tr("Gender, for forms of address"), gender_choices()),
                ],
                [
                    TextField("given_name", tr("Given name")),
                    TextField("family_name", tr("Family name"), needed=True),
                ],
                self.twins,
                [
                    ChoiceField("name_order", tr("Order of names"), name_order_choices()),
                    TextField("native_name", tr("Name in its own script")),
                ],
                TextField(
                    "pronunciation",
                    tr("Pronunciation"),
                    hint=tr("As the host should say it: “ah-OH-ee ta-NA-ka”"),
                ),
                list(self._new),
                self._since,
                PhotoField("photo", tr("Photo")),
                tr("Languages and origin"),
                [
                    ChoiceField("language", tr("Language of letters"), letter_language_choices()),
                    TextField(
                        "languages", tr("Languages spoken"), hint=tr("Two-letter codes: nl, en, ja")
                    ),
                ],
                [
                    ChoiceField("nationality", tr("Nationality"), country_choices()),
                    DateField("birth_date", tr("Date of birth")),
                ],
                tr("Where to reach"),
                [
                    ListField("emails", tr("Mail addresses"), hint=tr("One a line")),
                    ListField("phones", tr("Telephones"), hint=tr("One a line")),
                ],
                TextField("website", tr("Web page")),
                TextField("street", tr("Street and number")),
                [
                    TextField("postal_code", tr("Postal code")),
                    TextField("city", tr("Town")),
                    ChoiceField("country", tr("Country"), country_choices()),
                ],
                tr("More"),
                LongTextField("note", tr("Notes"), lines=4),
                TextField("external_id", tr("Number in another program")),
            ]
        )
        form.changed.connect(self.twins.typed)
        return form

    def _find(self, text: str, answer: Answer) -> None:
        self._look(text, answer)

    def fill(self, draft: PersonEntry) -> None:
        """Show a person."""
        self._was = draft
        self.twins.look = draft.twins
        person = draft.draft
        values: dict[str, object] = {name: getattr(person, name) for name in (*_TEXTS, *_LISTS)}
        values["languages"] = ", ".join(person.languages)
        values["birth_date"] = person.birth_date
        values["photo"] = draft.photo
        values["organisation"] = draft.organisation
        posting = draft.posting
        values["function"] = posting.function if posting else ""
        values["starts_on"] = posting.starts_on if posting else None
        self.form.set_values(values)
        name = Name(person.family_name, person.given_name, person.name_order)
        cast("PhotoField", self.form["photo"]).picture.show_name(list_name(name))
        asks = draft.look is not None
        if draft.look is not None:
            self._look = draft.look
        for one in (*self._new, self._since):
            one.setVisible(asks)

    def draft(self) -> PersonEntry:
        """Make a person of what was typed."""
        values = self.form.values()
        texts = {name: str(values[name] or "") for name in _TEXTS}
        lists = {name: tuple(cast("tuple[str, ...]", values[name])) for name in _LISTS}
        person = PersonDraft(
            **texts,  # type: ignore[arg-type]  # by name, each of its type
            **lists,  # type: ignore[arg-type]  # by name, each of its type
            languages=tuple(re.findall(r"[\w-]+", str(values["languages"] or "").lower())),
            birth_date=cast("dt.date | None", values["birth_date"]),
        )
        photo = cast("bytes | None", values["photo"])
        if self._was.look is None:
            return replace(self._was, draft=person, photo=photo)
        function = str(values["function"] or "")
        starts = cast("dt.date | None", values["starts_on"])
        posting = replace(self._was.posting or PostingDraft(), function=function, starts_on=starts)
        where = cast("RecordField", self.form["organisation"]).choice()
        return replace(
            self._was,
            draft=person,
            photo=photo,
            posting=posting if function else None,
            organisation=where,
        )
