"""The dialog that logs a contact, with the task that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from app.core.errors import Problem
from app.dossiers.draft import MomentDraft, TaskDraft
from app.dossiers.rules.memory import MomentKind, moment_label
from ui.contacts.choices import no_finder
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, TimeField
from ui.core.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.core.form import Form, Part
from ui.core.language import read, tr
from ui.core.record_field import Choice, RecordField
from ui.core.records_field import RecordsField

if TYPE_CHECKING:
    from ui.core.record_field import Answer, Search

_TASK_FIELDS = {"title": "task_title", "due_on": "task_due"}


@dataclass(frozen=True, slots=True)
class MomentEntry:
    """A moment in the editor, its people and post by name; `follow_up` where a task follows.

    `offers_task` says whether the dialog asks for one; the finders look for records.
    """

    draft: MomentDraft = field(default_factory=MomentDraft)
    people: tuple[Choice, ...] = ()
    organisation: Choice | None = None
    follow_up: TaskDraft | None = None
    offers_task: bool = True
    look_people: Search = field(default=no_finder, compare=False)
    look_posts: Search = field(default=no_finder, compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = self.draft.problems()
        task = self.follow_up.problems() if self.follow_up else []
        named = [
            Problem(_TASK_FIELDS.get(one.field, one.field), one.sentence, one.line) for one in task
        ]
        return [*found, *named]


class MomentEditor(Editor[MomentEntry]):
    """Edits a contact moment."""

    width_wanted = 640

    def build(self) -> Form:
        """The form, empty."""
        self._entry = MomentEntry()
        kinds = [(str(one), read(moment_label(one))) for one in MomentKind]
        self._task = Form(
            [
                TextField("task_title", tr("What is to be done"),
                          hint=tr("Leave empty where nothing follows.")),
                [
                    TextField("task_owner", tr("By whom")),
                    DateField("task_due", tr("Before")),
                ],
            ]
        )  # fmt: skip
        parts: list[Part] = [
            [
                ChoiceField("kind", tr("Kind"), kinds),
                DateField("happened_on", tr("Day"), needed=True),
                TimeField("happened_at", tr("Time")),
            ],
            RecordsField("people", tr("With"), self._find_people),
            [
                RecordField(
                    "organisation", tr("For the post or organisation"), self._find_posts,
                    hint=tr("It stays with the post when its people leave."),
                ),
                TextField("by", tr("By")),
            ],
            TextField("subject", tr("About"), needed=True),
            LongTextField("words", tr("What was said"), lines=5),
            CheckField(
                "confidential", tr("Confidential"), hint=tr("Never in a paper for others.")
            ),
        ]  # fmt: skip
        made = Form([*parts, tr("Follow-up task"), self._task])
        for one in self._task.fields.values():
            made.fields[one.key] = one
        self._task.changed.connect(made.changed)
        self._task.changed.connect(self._dirtied)
        return made

    def _dirtied(self) -> None:
        self.form.dirty = True

    def _find_people(self, text: str, answer: Answer) -> None:
        self._entry.look_people(text, answer)

    def _find_posts(self, text: str, answer: Answer) -> None:
        self._entry.look_posts(text, answer)

    def fill(self, draft: MomentEntry) -> None:
        """Show a moment."""
        self._entry = draft
        moment, task = draft.draft, draft.follow_up or TaskDraft()
        values: dict[str, object] = {
            name: getattr(moment, name)
            for name in ("kind", "happened_on", "happened_at", "by", "subject", "words",
                         "confidential")
        }  # fmt: skip
        values |= {"people": draft.people, "organisation": draft.organisation}
        values |= {"task_title": task.title, "task_owner": task.owner, "task_due": task.due_on}
        self.form.set_values(values)
        if not draft.offers_task:
            self._task.hide()
            box = self.form.layout()
            last = box.itemAt(box.indexOf(self._task) - 1) if box is not None else None
            heading = last.widget() if last is not None else None
            if heading is not None:
                heading.hide()

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Keep")

    def draft(self) -> MomentEntry:
        """Make a moment of what was typed."""
        values: dict[str, Any] = self.form.values()
        people = cast("RecordsField", self.form["people"]).choices()
        where = cast("RecordField", self.form["organisation"]).choice()
        moment = replace(
            self._entry.draft,
            kind=str(values["kind"]),
            happened_on=values["happened_on"],
            happened_at=values["happened_at"],
            by=str(values["by"]),
            subject=str(values["subject"]),
            words=str(values["words"]),
            confidential=bool(values["confidential"]),
            people=tuple(one.id for one in people),
            organisation=where.id if where else None,
        )
        return replace(
            self._entry,
            draft=moment,
            people=people,
            organisation=where,
            follow_up=self._follow_up(values),
        )

    def _follow_up(self, values: dict[str, Any]) -> TaskDraft | None:
        title, due = str(values["task_title"]), values["task_due"]
        if not self._entry.offers_task or not (title or due):
            return None
        return TaskDraft(title, str(values["task_owner"]), due)
