"""What comes in of a mission's programme: a line and for whom it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.dossiers.draft import ProgrammeDraft

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from app.core.errors import Problem


@dataclass(frozen=True, slots=True)
class MissionLineDraft:
    """A line with the groups and participants it is for; with none of them it is everybody's."""

    line: ProgrammeDraft = field(default_factory=ProgrammeDraft)
    groups: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.line.problems()


@dataclass(frozen=True, slots=True)
class DayCopy:
    """The lines of a day, everybody's (`source` None) or of a group, again for a group on a day."""

    day: dt.date
    group: UUID
    to_day: dt.date
    source: UUID | None = None

    def problems(self) -> list[Problem]:
        """Nothing: what cannot be copied is not offered."""
        return []
