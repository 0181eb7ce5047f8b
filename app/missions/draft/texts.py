"""What comes in of the texts of a booklet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, Language, say
from app.missions.rules.texts import OF_MISSION, Part

if TYPE_CHECKING:
    from uuid import UUID

LONGEST = 8000
"""Characters of one text: four pages of a booklet."""


@dataclass(frozen=True, slots=True)
class TextDraft:
    """Words of one part in one language; of a destination where the part is its facts."""

    part: str
    language: str
    words: str = ""
    destination: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        known = set(OF_MISSION) if self.destination is None else {Part.FACTS}
        if self.part not in known or self.language not in set(Language):
            return [Problem("words", say(N_("Choose one from the list.")))]
        if len(self.words) > LONGEST:
            long = N_("This is longer than {limit} characters: shorten it.")
            return [Problem("words", say(long, limit=LONGEST))]
        return []


@dataclass(frozen=True, slots=True)
class TextsDraft:
    """All texts of a mission, of each part and language one."""

    texts: tuple[TextDraft, ...] = ()

    def problems(self) -> list[Problem]:
        """Those of each text."""
        return [problem for one in self.texts for problem in one.problems()]
