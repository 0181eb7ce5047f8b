"""The dialogs of a task of the checklist, a role, a partner and the papers of a dossier."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from app.dossiers.draft import PartnerDraft, RoleDraft, TaskDraft
from ui.contacts.choices import no_finder
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, NumberField
from ui.core.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import tr
from ui.core.record_field import Choice, RecordField
from ui.dossiers.template_lines import AFTER, BEFORE, paper_choices

if TYPE_CHECKING:
    from app.core.errors import Problem
    from ui.core.record_field import Answer, Search

FIXED = "fixed"


class ChecklistEditor(Editor[TaskDraft]):
    """Edits a task of a dossier: due some days before it, after it, or on a day of its own."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        self._was = TaskDraft()
        made = Form(
            [
                TextField("title", tr("What is to be done"), needed=True),
                TextField("owner", tr("By whom")),
                [
                    ChoiceField(
                        "side",
                        tr("Due"),
                        [
                            (BEFORE, tr("before the day")),
                            (AFTER, tr("after the day")),
                            (FIXED, tr("on a day of its own")),
                        ],
                    ),
                    NumberField("days", tr("Days"), most=2000),
                    DateField("due_on", tr("Day")),
                ],
                LongTextField("note", tr("Note"), lines=3),
            ]
        )
        made["side"].changed.connect(self._fit)
        return made

    def _fit(self) -> None:
        """Show the field that counts."""
        fixed = self.form["side"].value() == FIXED
        self.form["days"].setVisible(not fixed)
        self.form["due_on"].setVisible(fixed)

    def fill(self, draft: TaskDraft) -> None:
        """Show a task."""
        self._was = draft
        days = draft.days_before
        relative = AFTER if days is not None and days < 0 else BEFORE
        fixed = days is None and (draft.due_on is not None or bool(draft.title))
        self.form.set_values(
            {
                "title": draft.title,
                "owner": draft.owner,
                "note": draft.note,
                "due_on": draft.due_on,
                "days": abs(days) if days is not None else None,
                "side": FIXED if fixed else relative,
            }
        )
        self._fit()

    def draft(self) -> TaskDraft:
        """Make a task of what was typed."""
        values: dict[str, Any] = self.form.values()
        side, days = values["side"], values["days"]
        relative = None if side == FIXED or days is None else -days if side == AFTER else days
        return replace(
            self._was,
            title=str(values["title"]),
            owner=str(values["owner"]),
            note=str(values["note"]),
            due_on=values["due_on"] if side == FIXED else None,
            days_before=relative,
        )


class RoleEditor(Editor[RoleDraft]):
    """Edits who does what."""

    width_wanted = 480

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                TextField("role", tr("Role"), needed=True),
                [TextField("name", tr("Name")), TextField("phone", tr("Phone"))],
            ]
        )

    def fill(self, draft: RoleDraft) -> None:
        """Show a role."""
        self.form.set_values({name: getattr(draft, name) for name in RoleDraft.__slots__})

    def draft(self) -> RoleDraft:
        """Make a role of what was typed."""
        values: dict[str, Any] = self.form.values()
        return RoleDraft(**values)


@dataclass(frozen=True, slots=True)
class PartnerEntry:
    """A partner in the editor, by name; the finder looks for organisations."""

    draft: PartnerDraft = field(default_factory=PartnerDraft)
    organisation: Choice | None = None
    look: Search = field(default=no_finder, compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class PartnerEditor(Editor[PartnerEntry]):
    """Edits a partner and what they wish."""

    width_wanted = 520

    def build(self) -> Form:
        """The form, empty."""
        self._entry = PartnerEntry()
        return Form(
            [
                RecordField("organisation", tr("Partner"), self._find, needed=True),
                LongTextField("wish", tr("What they wish"), lines=2),
            ]
        )

    def _find(self, text: str, answer: Answer) -> None:
        self._entry.look(text, answer)

    def fill(self, draft: PartnerEntry) -> None:
        """Show a partner."""
        self._entry = draft
        self.form.set_values({"organisation": draft.organisation, "wish": draft.draft.wish})

    def draft(self) -> PartnerEntry:
        """Make a partner of what was typed."""
        chosen = cast("RecordField", self.form["organisation"]).choice()
        made = PartnerDraft(chosen.id if chosen else None, str(self.form["wish"].value()))
        return replace(self._entry, draft=made, organisation=chosen)


@dataclass(frozen=True, slots=True)
class PapersDraft:
    """The papers a dossier needs, as kinds of the catalogue."""

    kinds: tuple[str, ...] = ()

    def problems(self) -> list[Problem]:
        """Nothing can be wrong."""
        return []


class PapersEditor(Editor[PapersDraft]):
    """Asks which papers a dossier needs; `of` is the noun of the class made for one dialog."""

    width_wanted = 480
    of: str = ""

    def build(self) -> Form:
        """The form, empty."""
        self._was = PapersDraft()
        return Form([CheckField(kind, words) for kind, words in paper_choices(self.of)])

    def fill(self, draft: PapersDraft) -> None:
        """Show what is needed."""
        self._was = draft
        self.form.set_values({kind: kind in draft.kinds for kind, _ in paper_choices(self.of)})

    def draft(self) -> PapersDraft:
        """What is ticked; papers the catalogue does not have stay."""
        offered = [kind for kind, _ in paper_choices(self.of)]
        ticked = [kind for kind in offered if self.form[kind].value()]
        return PapersDraft((*ticked, *(one for one in self._was.kinds if one not in offered)))


def papers_editor(of: str) -> type[PapersEditor]:
    """The dialog for a noun."""
    return type("PapersEditor", (PapersEditor,), {"of": of})
