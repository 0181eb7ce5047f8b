"""A new mission as it begins: from a template, or as a copy of an earlier one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from app.dossiers.draft.beginning import Along, untitled
from app.missions.draft.mission import DestinationDraft, MissionDraft

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from app.core.errors import Problem


class MissionAlong(StrEnum):
    """What only missions have and may come along into a copy.

    Never travel papers, journeys, rooms, meetings, results, decisions or what was paid.
    """

    DESTINATIONS = "destinations"
    OBJECTIVES = "objectives"
    TEXTS = "texts"
    PARTICIPANTS = "participants"


@dataclass(frozen=True, slots=True)
class MissionBeginningDraft:
    """A new mission, where it goes, and the template that fills it; None begins with nothing."""

    mission: MissionDraft = field(default_factory=MissionDraft)
    template: UUID | None = None
    destinations: tuple[DestinationDraft, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = self.mission.problems()
        return found + [problem for one in self.destinations for problem in one.problems()]


@dataclass(frozen=True, slots=True)
class MissionCopyDraft:
    """A copy of a mission: its title and departure, and what comes along."""

    title: str = ""
    starts_at: dt.datetime | None = None
    along: frozenset[Along] = frozenset(Along)
    own: frozenset[MissionAlong] = frozenset(MissionAlong) - {MissionAlong.PARTICIPANTS}

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return untitled(self.title)
