"""A page of the golden book as typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

WORDS_LIMIT = 4000


@dataclass(frozen=True, slots=True)
class GoldenPageDraft:
    """The words of a page, a line each as it is written; who signs, one a line."""

    words: str = ""
    signatories: str = ""
    signed_on: dt.date | None = None
    note: str = ""
    reception: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not (self.words.strip() or self.signatories.strip()):
            found.append(Problem("words", say(N_("Write the words, or who signs."))))
        if len(self.words) > WORDS_LIMIT:
            long = N_("This is longer than {limit} characters: shorten it.")
            found.append(Problem("words", say(long, limit=WORDS_LIMIT)))
        return found
