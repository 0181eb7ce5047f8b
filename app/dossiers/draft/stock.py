"""A gift of the city's stock as typed."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.draft.dossier import TITLE_LIMIT


@dataclass(frozen=True, slots=True)
class GiftStockDraft:
    """A gift the city keeps ready; `value` of one in euro cents."""

    what: str = ""
    value: int | None = None
    bought: int = 0
    kept_at: str = ""
    note: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.what.strip():
            found.append(Problem("what", say(N_("Say what the gift is."))))
        if len(self.what) > TITLE_LIMIT:
            long = N_("This is longer than {limit} characters: shorten it.")
            found.append(Problem("what", say(long, limit=TITLE_LIMIT)))
        if self.value is not None and self.value < 0:
            found.append(Problem("value", say(N_("A gift is worth nothing or more."))))
        if self.bought < 0:
            found.append(Problem("bought", say(N_("Type how many were bought: none or more."))))
        return found
