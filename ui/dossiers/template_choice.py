"""The dialogs that choose a template for a dossier, and name a new one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast
from uuid import UUID

from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.rules.templates import Part
from ui.core.editor import Editor
from ui.core.fields import ChoiceField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import tr, trn

if TYPE_CHECKING:
    from app.dossiers.queries import TemplateRow


def brought(template: TemplateRow) -> str:
    """What a template brings, counted."""
    return ", ".join(
        words
        for number, words in (
            (template.count(Part.ITEM), trn("{n} line of programme", "{n} lines of programme",
                                            template.count(Part.ITEM))),
            (template.count(Part.TASK), trn("{n} task", "{n} tasks", template.count(Part.TASK))),
            (template.count(Part.ROLE), trn("{n} role", "{n} roles", template.count(Part.ROLE))),
            (template.count(Part.PAPER), trn("{n} paper", "{n} papers",
                                             template.count(Part.PAPER))),
        )
        if number
    )  # fmt: skip


def moment(day: object, time: object) -> dt.datetime | None:
    """A day and an hour as one; None without a day."""
    if not isinstance(day, dt.date):
        return None
    return dt.datetime.combine(day, time if isinstance(time, dt.time) else dt.time())


@dataclass(frozen=True, slots=True)
class NameDraft:
    """A name to keep something under."""

    name: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        if self.name.strip():
            return []
        return [Problem("name", say(N_("Give it a name, so that others find it.")))]


class NameEditor(Editor[NameDraft]):
    """Asks for a name."""

    width_wanted = 440

    def build(self) -> Form:
        """The form, empty."""
        return Form([TextField("name", tr("Name"), needed=True)])

    def fill(self, draft: NameDraft) -> None:
        """Show a name."""
        self.form.set_values({"name": draft.name})

    def draft(self) -> NameDraft:
        """The name typed."""
        return NameDraft(str(self.form["name"].value()))


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """Which template is applied, by its hex id."""

    chosen: str = ""
    templates: tuple[TemplateRow, ...] = ()

    def problems(self) -> list[Problem]:
        """One must be chosen."""
        return [] if self.chosen else [Problem("template", say(N_("Choose a template.")))]

    @property
    def id(self) -> UUID:
        """The template chosen."""
        return UUID(self.chosen)


class TemplateChooser(Editor[TemplateChoice]):
    """Asks for a template to apply to a dossier that is there."""

    width_wanted = 480

    def build(self) -> Form:
        """The form, empty."""
        self._entry = TemplateChoice()
        self.brings = Text("", ink="text2", wrap=True)
        hint = tr("Only what is missing is added; what is there stays as it is.")
        made = Form([ChoiceField("template", tr("Template"), (), hint=hint), self.brings])
        made.changed.connect(self._tell)
        return made

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Apply")

    def fill(self, draft: TemplateChoice) -> None:
        """Show the choices."""
        self._entry = draft
        field = cast("ChoiceField", self.form["template"])
        field.offer([(one.id.hex, one.name) for one in draft.templates])
        field.set_value(draft.chosen)
        self._tell()

    def _tell(self) -> None:
        wanted = self.form["template"].value()
        chosen = next((one for one in self._entry.templates if one.id.hex == wanted), None)
        self.brings.say(tr("Has {what}.", what=brought(chosen)) if chosen else "")

    def draft(self) -> TemplateChoice:
        """The choice."""
        return replace(self._entry, chosen=str(self.form["template"].value()))
