"""The office's own numbers for guest lists: when to phone, when the kitchen's notes are dropped."""

from __future__ import annotations

from typing import cast

from app.receptions.draft import GuestRules
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField
from ui.core.form import Form
from ui.core.language import tr


class GuestRulesEditor(Editor[GuestRules]):
    """Edits them; they count for every reception."""

    width_wanted = 460

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                NumberField(
                    "phone_days", tr("Days before the deadline to phone"), most=365, needed=True,
                    hint=tr("Who is invited and has not answered stands under “To phone”."),
                ),
                NumberField(
                    "catering_days", tr("Days after the event to drop catering notes"), most=365,
                    needed=True,
                    hint=tr("They are dropped when the office is opened, from the history too. This"
                            " cannot be undone."),
                ),
            ]
        )  # fmt: skip

    def fill(self, draft: GuestRules) -> None:
        """Show the numbers."""
        self.form.set_values({"phone_days": draft.phone_days, "catering_days": draft.catering_days})

    def draft(self) -> GuestRules:
        """The numbers as typed."""
        values = self.form.values()
        return GuestRules(
            cast("int", values["phone_days"] or 0), cast("int", values["catering_days"] or 0)
        )
