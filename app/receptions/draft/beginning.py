"""A new reception as it begins: from a template, or as a copy of an earlier one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.dossiers.draft.beginning import Along, untitled
from app.receptions.draft.reception import ReceptionDraft

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from app.core.errors import Problem


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
        return untitled(self.title)
