"""The dialogs of work on many contacts: change fields, give or take a tag, add a task."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from app.contacts.draft import BulkDraft, TagDraft
from app.contacts.rules.tags import Role, label
from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.bulk_tasks import SharedTaskDraft
from ui.contacts.choices import country_choices, letter_language_choices
from ui.contacts.interests import made_tag
from ui.core.chips_field import ChipsField
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import CheckField, ChoiceField, Field, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class BulkEditor(Editor[BulkDraft]):
    """What to change on many people: a tick takes a field along; an empty one is emptied."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        self._fields: dict[str, Field] = {}
        made = (
            ChoiceField("language", tr("Language of letters"), letter_language_choices()),
            ChoiceField("nationality", tr("Nationality"), country_choices()),
            TextField("honorific", tr("Academic or noble title")),
            TextField("street", tr("Street and number")),
            TextField("postal_code", tr("Postal code")),
            TextField("city", tr("Town")),
            ChoiceField("country", tr("Country"), country_choices()),
            TextField("website", tr("Web page")),
        )
        parts: list[Field | QWidget | Sequence[Field]] = []
        for one in made:
            tick = CheckField(f"with_{one.key}", tr("Change: {name}", name=one.label))
            one.changed.connect(self._ticking(tick))
            self._fields[one.key] = one
            parts.append([tick, one])
        note = LongTextField("note", tr("Add to the notes"), lines=2)
        return Form([*parts, note])

    @staticmethod
    def _ticking(tick: CheckField) -> object:
        def changed() -> None:
            tick.set_value(value=True)

        return changed

    def fill(self, draft: BulkDraft) -> None:
        """Show what is to be changed."""
        for key, one in self._fields.items():
            value = getattr(draft, key)
            self.form[f"with_{key}"].set_value(value is not None)
            one.set_value(value or "")
        self.form["note"].set_value(draft.note or "")

    def draft(self) -> BulkDraft:
        """What was ticked, with its value."""
        ticked = {
            key: str(one.value())
            for key, one in self._fields.items()
            if self.form[f"with_{key}"].value()
        }
        note = str(self.form["note"].value())
        return replace(BulkDraft(**ticked), note=note or None)


@dataclass(frozen=True, slots=True)
class TagChoice:
    """The tags to give or take, as keys of `offered`, and in which role."""

    chosen: tuple[str, ...] = ()
    role: str = ""
    offered: dict[str, tuple[str, TagDraft]] = field(default_factory=dict)
    taking: bool = False

    def problems(self) -> list[Problem]:
        """One at least must be chosen."""
        return [] if self.chosen else [Problem("tags", say(N_("Choose a tag.")))]

    def drafts(self) -> list[TagDraft]:
        """The chosen tags."""
        return [
            self.offered[key][1] if key in self.offered else TagDraft(key.partition(":")[2])
            for key in self.chosen
        ]


class TagEditor(Editor[TagChoice]):
    """Asks for tags, which may be new, and for the role in which they are borne."""

    width_wanted = 480

    def build(self) -> Form:
        """The form, empty."""
        roles = [(str(one), read(label(one))) for one in Role]
        self._tags = ChipsField(
            "tags", tr("Tags"), (), make=made_tag,
            placeholder=tr("Type a word; Enter takes it, also a new one"),
        )  # fmt: skip
        self._role = ChoiceField("role", tr("Borne as"), roles)
        return Form([self._tags, self._role])

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Go ahead")

    def fill(self, draft: TagChoice) -> None:
        """Show the tags there are."""
        self._entry = draft
        self._tags.offer([(key, words) for key, (words, _tag) in draft.offered.items()])
        self._tags.set_value(draft.chosen)
        self._role.set_value(draft.role)
        self._role.setVisible(not draft.taking)

    def draft(self) -> TagChoice:
        """What was chosen."""
        return replace(self._entry, chosen=self._tags.value(), role=self._role.value())


class SharedTaskEditor(Editor[SharedTaskDraft]):
    """The task each of many contacts gets."""

    width_wanted = 480

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                TextField("title", tr("What is to be done"), needed=True),
                [TextField("owner", tr("By whom")), DateField("due_on", tr("Before"))],
                LongTextField("note", tr("Note"), lines=3),
            ]
        )

    def fill(self, draft: SharedTaskDraft) -> None:
        """Show a task."""
        names = ("title", "owner", "due_on", "note")
        self.form.set_values({name: getattr(draft, name) for name in names})

    def draft(self) -> SharedTaskDraft:
        """The task as it stands in the form."""
        values = self.form.values()
        due = cast("dt.date | None", values["due_on"])
        return SharedTaskDraft(str(values["title"]), str(values["owner"]), due, str(values["note"]))
