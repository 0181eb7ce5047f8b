"""A new reception as it begins: from a template, or as a copy of an earlier one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.receptions.draft.reception import ReceptionDraft

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID


class Along(StrEnum):
    """What comes along into a copy."""

    PROGRAMME = "programme"
    CHECKLIST = "checklist"
    ROLES = "roles"
    PAPERS = "papers"
    COSTS = "costs"


@dataclass(frozen=True, slots=True)
class BeginningDraft:
    """A new reception and the template that fills it; None begins with nothing."""

    reception: ReceptionDraft = field(default_factory=ReceptionDraft)
    template: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.reception.problems()


@dataclass(frozen=True, slots=True)
class CopyDraft:
    """A copy of a reception: its title and moment, and what comes along.

    `circles` are those whose guests are proposed anew.
    """

    title: str = ""
    starts_at: dt.datetime | None = None
    along: frozenset[Along] = frozenset(Along)
    circles: tuple[str, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        if not self.title.strip():
            return [Problem("title", say(N_("Give it a title, so that others find it.")))]
        return []


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """Another moment for a reception; it stays as long as it was."""

    starts_at: dt.datetime | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        if self.starts_at is None:
            return [Problem("day", say(N_("Say on which day it is.")))]
        return []
