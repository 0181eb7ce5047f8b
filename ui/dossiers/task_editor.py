"""The dialogs of a task and of a document's name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from app.dossiers.draft import DocumentDraft, TaskDraft
from app.dossiers.rules.files import media_type
from ui.contacts.choices import no_finder
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import LongTextField, TextField
from ui.core.form import Form
from ui.core.language import tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from app.core.errors import Problem
    from ui.core.record_field import Answer, Search


@dataclass(frozen=True, slots=True)
class TaskEntry:
    """A task in the editor, with what it is about by name; the finders look for records."""

    draft: TaskDraft = field(default_factory=TaskDraft)
    person: Choice | None = None
    organisation: Choice | None = None
    dossier: Choice | None = None
    look_people: Search = field(default=no_finder, compare=False)
    look_posts: Search = field(default=no_finder, compare=False)
    look_dossiers: Search = field(default=no_finder, compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class TaskEditor(Editor[TaskEntry]):
    """Edits a task."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        self._entry = TaskEntry()
        return Form(
            [
                TextField("title", tr("What is to be done"), needed=True),
                [TextField("owner", tr("By whom")), DateField("due_on", tr("Before"))],
                [
                    RecordField("person", tr("About the person"), self._find_people),
                    RecordField("organisation", tr("About the post"), self._find_posts),
                ],
                RecordField("dossier", tr("For the reception or mission"), self._find_dossiers),
                LongTextField("note", tr("Note"), lines=3),
            ]
        )

    def _find_people(self, text: str, answer: Answer) -> None:
        self._entry.look_people(text, answer)

    def _find_posts(self, text: str, answer: Answer) -> None:
        self._entry.look_posts(text, answer)

    def _find_dossiers(self, text: str, answer: Answer) -> None:
        self._entry.look_dossiers(text, answer)

    def fill(self, draft: TaskEntry) -> None:
        """Show a task."""
        self._entry = draft
        task = draft.draft
        self.form.set_values(
            {
                "title": task.title,
                "owner": task.owner,
                "due_on": task.due_on,
                "note": task.note,
                "person": draft.person,
                "organisation": draft.organisation,
                "dossier": draft.dossier,
            }
        )

    def draft(self) -> TaskEntry:
        """Make a task of what was typed."""
        values: dict[str, Any] = self.form.values()
        about: dict[str, Any] = {
            name: cast("RecordField", self.form[name]).choice()
            for name in ("person", "organisation", "dossier")
        }
        task = replace(
            self._entry.draft,
            title=str(values["title"]),
            owner=str(values["owner"]),
            due_on=values["due_on"],
            note=str(values["note"]),
            person=about["person"].id if about["person"] else None,
            organisation=about["organisation"].id if about["organisation"] else None,
            dossier=about["dossier"].id if about["dossier"] else None,
        )
        return replace(self._entry, draft=task, **about)


class DocumentEditor(Editor[DocumentDraft]):
    """Edits what a document is called."""

    def build(self) -> Form:
        """The form, empty."""
        self._draft = DocumentDraft()
        return Form(
            [
                TextField("name", tr("Name"), needed=True),
                DateField("dated", tr("Dated")),
                LongTextField("note", tr("Note"), lines=3),
            ]
        )

    def fill(self, draft: DocumentDraft) -> None:
        """Show a document."""
        self._draft = draft
        self.form.set_values({"name": draft.name, "dated": draft.dated, "note": draft.note})

    def draft(self) -> DocumentDraft:
        """Make a document of what was typed."""
        values: dict[str, Any] = self.form.values()
        name = str(values["name"])
        return replace(
            self._draft,
            name=name,
            media_type=media_type(name),
            dated=values["dated"],
            note=str(values["note"]),
        )
