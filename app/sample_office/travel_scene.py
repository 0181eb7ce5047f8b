"""One mission that travels, for pictures of its tabs: invented people, among them long names."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.contacts.model import Person
from app.core.command import command
from app.missions.furnish import furnish_factors
from app.missions.model import Mission, Participant, TravelPapers
from app.sample_office.travel import plan_travel

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

FIRST = dt.date(2026, 6, 5)
_LABEL = "Kanazawa"
_PEOPLE = (
    ("Verhaeghe", "Lotte", "City of Ghent", "VERHAEGHE LOTTE"),
    ("Maes", "Jonas", "City of Ghent", ""),
    ("Przybyszewska-Vandenbroucke", "Maria Immaculata", "North Sea Port", "PRZYBYSZEWSKA MARIA"),
    ("De Clercq", "Wim", "North Sea Port", "DE CLERCQ WILLEM JAN"),
    ("Aydın", "Selin", "Port Crane Works", "AYDIN SELIN"),
    ("Lambrecht", "Tuur", "Port Crane Works", ""),
    ("Nkosi", "Thandi", "University", "NKOSI THANDI"),
    ("Goossens", "Ella", "University", ""),
)


@command(_LABEL)
def _put(session: Session) -> tuple[UUID, list[UUID]]:
    mission = Mission(title="Kanazawa, fifty-five years of friendship")
    mission.starts_at = dt.datetime.combine(FIRST, dt.time(6, 0))
    mission.ends_at = dt.datetime.combine(FIRST + dt.timedelta(days=8), dt.time(20, 0))
    session.add(mission)
    people = []
    for family, given, unit, passport in _PEOPLE:
        one = Participant(organisation_name=unit)
        one.person = Person(family_name=family, given_name=given)
        one.mission = mission
        if passport:
            one.papers = TravelPapers(machine_name=passport)
        session.add(one)
        people.append(one)
    people[-1].status, people[-1].withdrawal_rule = "withdrawn", "half"
    return mission.id, [one.id for one in people]


def travelling_mission(workspace: Workspace) -> UUID:
    """A mission of eight with legs, rooms and costs, in an office without factors."""
    workspace.run(furnish_factors)
    mission, people = workspace.run(_put)
    plan_travel(workspace, mission, people, FIRST)
    return mission
