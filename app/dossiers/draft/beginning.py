"""What comes along into a copy of a dossier, and another moment for one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say

if TYPE_CHECKING:
    import datetime as dt


class Along(StrEnum):
    """What comes along into a copy."""

    PROGRAMME = "programme"
    CHECKLIST = "checklist"
    ROLES = "roles"
    PAPERS = "papers"
    COSTS = "costs"


def untitled(title: str) -> list[Problem]:
    """A dossier without a title is not found again."""
    if title.strip():
        return []
    return [Problem("title", say(N_("Give it a title, so that others find it.")))]


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """Another moment for a dossier; it stays as long as it was."""

    starts_at: dt.datetime | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        if self.starts_at is None:
            return [Problem("day", say(N_("Say on which day it is.")))]
        return []
