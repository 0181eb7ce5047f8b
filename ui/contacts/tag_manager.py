"""The tags of the office: new, renamed, merged, removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.contacts.commands import add_tag, change_tag, merge_tags, remove_tag
from app.contacts.draft import TagDraft
from app.contacts.queries import TagRow, tags
from app.contacts.rules.tags import TagKind, label
from app.core.errors import Problem
from app.core.text import N_, say
from ui.contacts.manage import ManageDialog
from ui.core import language
from ui.core.columns import Column, Kind
from ui.core.editor import Editor
from ui.core.fields import ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.core.editor import Done, Failed
    from ui.core.jobs import Jobs


def _name(row: TagRow) -> str:
    return row.name(language.current())


def _kind(row: TagRow) -> str:
    return read(label(TagKind(row.draft.kind)))


def _people(row: TagRow) -> int:
    return row.people


def _organisations(row: TagRow) -> int:
    return row.organisations


COLUMNS = (
    Column("name", N_("Tag"), 240, Kind.NAME, value=_name, stretch=3),
    Column("kind", N_("Kind"), 150, value=_kind, stretch=1),
    Column("people", N_("People"), 80, Kind.NUMBER, value=_people),
    Column("organisations", N_("Organisations"), 110, Kind.NUMBER, value=_organisations),
)


class TagEditor(Editor[TagDraft]):
    """Edits a tag."""

    width_wanted = 440

    def build(self) -> Form:
        """The form, empty."""
        kinds = [(str(one), read(label(one))) for one in TagKind if one is not TagKind.GOAL]
        return Form(
            [
                TextField("name", tr("Name"), needed=True),
                ChoiceField("kind", tr("Kind"), kinds),
                LongTextField("note", tr("Note"), lines=2),
            ]
        )

    def fill(self, draft: TagDraft) -> None:
        """Show a tag."""
        self._goal = draft.goal
        self.form.set_values({"name": draft.name, "kind": draft.kind, "note": draft.note})

    def draft(self) -> TagDraft:
        """The tag as it stands in the form."""
        values = self.form.values()
        return TagDraft(str(values["name"]), str(values["kind"]), self._goal, str(values["note"]))


@dataclass(frozen=True, slots=True)
class MergeDraft:
    """Into which tag another is merged, by its hex id."""

    into: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    def problems(self) -> list[Problem]:
        """One must be chosen."""
        return [] if self.into else [Problem("into", say(N_("Choose the tag that stays.")))]


class MergeEditor(Editor[MergeDraft]):
    """Asks which tag stays."""

    width_wanted = 440

    def build(self) -> Form:
        """The form, empty."""
        hint = tr("Whoever bears the other one bears this one instead.")
        return Form([ChoiceField("into", tr("The tag that stays"), (), hint=hint, needed=True)])

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Merge")

    def fill(self, draft: MergeDraft) -> None:
        """Show the choices."""
        self._choices = draft.choices
        field = self.form["into"]
        if isinstance(field, ChoiceField):
            field.offer(draft.choices)

    def draft(self) -> MergeDraft:
        """The choice."""
        return MergeDraft(str(self.form["into"].value()), self._choices)


class TagManager(ManageDialog):
    """Lists the tags; `show(hex, name)` lists who bears one."""

    def __init__(
        self, parent: QWidget | None, jobs: Jobs, show: Callable[[str, str], object]
    ) -> None:
        self.dialog: Editor[Any] | None = None
        self._show = show
        super().__init__(
            parent,
            jobs,
            title=tr("Tags"),
            told=tr("Words of the office's own, to find people by and to choose whom to invite."),
            columns=COLUMNS,
            query=tags,
            tables=frozenset({"tag", "tagging"}),
            empty=("star", tr("No tags yet"),
                   tr("Give somebody a tag or an interest, or add one here.")),
            verbs=(
                (tr("New tag"), False, self._new),
                (tr("Edit…"), True, self._edit),
                (tr("Merge into…"), True, self._merge),
                (tr("Show who bears it"), True, self._who),
                (tr("Remove"), True, self._remove),
            ),
        )  # fmt: skip

    def _new(self, _row: TagRow | None) -> None:
        def save(made: TagDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(add_tag, made, then=done, failed=failed, owner=self)

        self.dialog = TagEditor.edit(
            self, tr("New tag"), TagDraft(), save=save, then=self.show_record
        )

    def _edit(self, row: TagRow | None) -> None:
        if row is None or row.draft.kind == TagKind.GOAL:
            return

        def save(made: TagDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_tag, row.id, row.revision, made, then=done, failed=failed, owner=self
            )

        title = tr("Edit {name}", name=_name(row))
        self.dialog = TagEditor.edit(self, title, row.draft, save=save)

    def _merge(self, row: TagRow | None) -> None:
        if row is None:
            return
        from uuid import UUID

        def save(made: MergeDraft, done: Done, failed: Failed) -> None:
            into = UUID(made.into)
            self._jobs.run(merge_tags, row.id, into, then=done, failed=failed, owner=self)

        others = tuple((one.id.hex, _name(one)) for one in self.model.rows() if one.id != row.id)
        title = tr("Merge {name} into another tag", name=_name(row))
        self.dialog = MergeEditor.edit(self, title, MergeDraft("", others), save=save)

    def _who(self, row: TagRow | None) -> None:
        if row is not None:
            self._show(row.id.hex, _name(row))
            self.accept()

    def _remove(self, row: TagRow | None) -> None:
        if row is not None:
            self._jobs.run(remove_tag, row.id)
