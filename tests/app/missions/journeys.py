"""A mission of four to Kanazawa with two groups, for tests of its programme."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from app.core.text import Language
from app.dossiers.draft import ProgrammeDraft
from app.missions.commands import (
    add_mission_line,
    set_destinations,
)
from app.missions.draft import DestinationDraft, MissionLineDraft
from app.missions.queries import mission_programme, programme_findings
from tests.app.missions.delegations import make_mission, put_group

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.missions.queries import MissionProgramme

FIRST = dt.date(2026, 6, 5)


def at(clock: str, days: int = 1) -> dt.datetime:
    return dt.datetime.combine(FIRST + dt.timedelta(days=days), dt.time.fromisoformat(clock))


class Journey:
    """A mission of four to Kanazawa with two groups."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.mission, self.people = make_mission(workspace, "Aerts", "Baert", "Claes", "Dhondt")
        place = DestinationDraft("Kanazawa", "JP", "", FIRST + dt.timedelta(days=1), None)
        workspace.run(set_destinations, self.mission, [place])
        self.port = workspace.run(put_group, self.mission, "Port", self.people[:2])
        self.garden = workspace.run(put_group, self.mission, "Garden", self.people[2:])

    def line(self, title: str, clock: str, minutes: int, *groups: UUID, **fields: Any) -> UUID:
        """Put a line in the programme."""
        days, people = fields.pop("days", 1), fields.pop("people", ())
        draft = ProgrammeDraft(title, at(clock, days), minutes, **fields)
        whole = MissionLineDraft(draft, groups, tuple(people))
        made: UUID = self.workspace.run(add_mission_line, self.mission, whole)
        return made

    @property
    def found(self) -> MissionProgramme:
        """The programme as it is."""
        return self.workspace.ask(mission_programme, self.mission)

    def told(self) -> list[str]:
        """Lines in their order."""
        return [f"{one.begins:%d %H:%M} {one.row.draft.title}" for one in self.found.lines]

    def findings(self) -> list[str]:
        """What is wrong."""
        return [one.sentence.to(Language.EN) for one in programme_findings(self.found)]
