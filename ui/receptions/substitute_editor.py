"""Who comes instead of a guest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from app.contacts.rules import lines
from app.core import search
from app.core.errors import Problem
from app.core.text import N_, say
from ui.core import language
from ui.core.editor import Editor
from ui.core.fields import TextField
from ui.core.form import Form
from ui.core.language import tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.core.directory import Line
    from ui.core.jobs import Jobs


@dataclass(frozen=True, slots=True)
class SubstituteDraft:
    """Who comes instead: a person of the office, or a name."""

    person: UUID | None = None
    name: str = ""

    def problems(self) -> list[Problem]:
        """Somebody must be named."""
        if self.person is None and not self.name.strip():
            return [Problem("name", say(N_("Say who comes instead.")))]
        return []


class SubstituteEditor(Editor[SubstituteDraft]):
    """Who represents a guest."""

    jobs: Jobs

    @classmethod
    def begin(cls, parent: QWidget, jobs: Jobs, save: Callable[..., object]) -> None:
        """Ask, and save."""
        made = cast("type[SubstituteEditor]", type("SubstituteEditor", (cls,), {"jobs": jobs}))
        made.edit(parent, tr("Represented by"), SubstituteDraft(), save=save)

    def build(self) -> Form:
        """The form, empty."""
        hint = tr("A substitute takes the seat, never the rank.")
        return Form(
            [
                RecordField("person", tr("Person in the office"), self._find, hint=hint),
                TextField("name", tr("Or the name as given")),
            ]
        )

    def _find(self, text: str, answer: Callable[[Sequence[Choice]], None]) -> None:
        def told(found: list[Line]) -> None:
            spoken = language.current()
            answer([Choice(one.id, one.title, lines.subtitle(one, spoken)) for one in found])

        self.jobs.ask(search.find, text, ("person",), 20, then=told, owner=self, channel="instead")

    def fill(self, draft: SubstituteDraft) -> None:
        """Show a draft."""
        self.form.set_values({"name": draft.name})

    def draft(self) -> SubstituteDraft:
        """What was typed."""
        values = self.form.values()
        person = values["person"]
        chosen = person.id if isinstance(person, Choice) else person
        return SubstituteDraft(cast("UUID | None", chosen), str(values["name"]))
