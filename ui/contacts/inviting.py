"""The dialog that puts contacts on a guest list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from app.core.errors import Problem
from app.core.text import N_, say
from app.receptions.rules import Circle, label
from ui.contacts.choices import no_finder
from ui.core.editor import Editor
from ui.core.fields import ChoiceField
from ui.core.form import Form
from ui.core.language import read, tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.record_field import Answer, Search


@dataclass(frozen=True, slots=True)
class InviteDraft:
    """Which reception, in which circle; `look` finds receptions."""

    reception: UUID | None = None
    circle: str = str(Circle.GUESTS)
    look: Search = field(default=no_finder, compare=False)

    def problems(self) -> list[Problem]:
        """A reception must be chosen."""
        if self.reception is None:
            return [Problem("reception", say(N_("Choose the reception.")))]
        return []


class InviteDialog(Editor[InviteDraft]):
    """Asks for a reception and a circle."""

    width_wanted = 460

    def build(self) -> Form:
        """The form, empty."""
        self._look: Search = no_finder
        circles = [(str(one), read(label(one))) for one in Circle]
        return Form(
            [
                RecordField("reception", tr("Reception"), self._find, needed=True),
                ChoiceField("circle", tr("Circle"), circles),
            ]
        )

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Put on the list")

    def _find(self, text: str, answer: Answer) -> None:
        self._look(text, answer)

    def fill(self, draft: InviteDraft) -> None:
        """Show a choice."""
        self._look = draft.look
        self.form.set_values({"circle": draft.circle})

    def draft(self) -> InviteDraft:
        """What was chosen."""
        chosen: Choice | None = cast("RecordField", self.form["reception"]).choice()
        return InviteDraft(
            chosen.id if chosen else None, str(self.form["circle"].value()), self._look
        )
