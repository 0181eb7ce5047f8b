"""The dialog that closes a mission: what is open stands in it in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from ui.core.cards import Card, column
from ui.core.editor import Editor
from ui.core.fields import CheckField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import read, tr, trn

if TYPE_CHECKING:
    from app.missions.rules.closing import ClosingFinding

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class ClosingDraft:
    """What is open, and whether it may stay so."""

    findings: tuple[ClosingFinding, ...] = ()
    despite: bool = False

    def problems(self) -> list[Problem]:
        """Heavy findings ask for a tick."""
        if self.despite or not any(one.heavy for one in self.findings):
            return []
        return [Problem("despite", say(N_("Settle this first, or tick that it stays as it is.")))]


class ClosingEditor(Editor[ClosingDraft]):
    """Asked because figures stay as they are from then on."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        self._findings: tuple[ClosingFinding, ...] = ()
        told = tr("Costs and journeys keep their figures from then on; words may still be mended."
                  " The mission can be opened again.")  # fmt: skip
        self._open = Card(tr("Still open"), margin=12, gap=4)
        self._lines = column(gap=4)
        self._open.add(self._lines)
        return Form(
            [
                Text(told, wrap=True),
                self._open,
                CheckField("despite", tr("Close it all the same")),
            ]
        )

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Close the mission")

    def fill(self, draft: ClosingDraft) -> None:
        """Show what is open."""
        self._findings = draft.findings
        for one in draft.findings[:_SHOWN]:
            ink = "wrong" if one.heavy else "attention_ink"
            self._lines.addWidget(Text(read(one.sentence), ink=ink, wrap=True))
        more = len(draft.findings) - _SHOWN
        if more > 0:
            self._lines.addWidget(Text(trn("and {n} more", "and {n} more", more), ink="text2"))
        self._open.setVisible(bool(draft.findings))
        self.form["despite"].setVisible(any(one.heavy for one in draft.findings))
        self.form.set_values({"despite": draft.despite})

    def draft(self) -> ClosingDraft:
        """What was ticked."""
        return ClosingDraft(self._findings, bool(self.form.values()["despite"]))
