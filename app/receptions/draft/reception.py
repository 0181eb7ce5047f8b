"""What comes in of a reception."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.draft import DossierDraft
from app.receptions.rules.reception import Kind

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class ReceptionDraft:
    """A reception: its dossier and what only receptions have.

    Without a `precedence_list` of its own it follows the office's usual one.
    """

    dossier: DossierDraft = field(default_factory=DossierDraft)
    kind: str = Kind.RECEPTION
    capacity: int | None = None
    reply_by: dt.date | None = None
    dress: str = ""
    precedence_list: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = self.dossier.problems()
        if self.kind not in set(Kind):
            found.append(Problem("kind", say(N_("Choose one from the list."))))
        if self.capacity is not None and self.capacity < 1:
            found.append(Problem("capacity", say(N_("A room holds at least one person."))))
        begins = self.dossier.starts_at
        if self.reply_by and begins and self.reply_by > begins.date():
            sentence = say(N_("The reply is asked after the reception: choose an earlier day."))
            found.append(Problem("reply_by", sentence))
        return found
