"""The programmes of the sample's missions, of `itineraries.json`: common lines, groups, people."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.dossiers.commands import set_programme
from app.dossiers.draft import ProgrammeDraft
from app.missions.commands import add_mission_line
from app.missions.draft import MissionLineDraft
from app.missions.model import Participant
from app.missions.queries import mission_programme

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.sample_office import Builder

_FILE = Path(__file__).parents[2] / "resources" / "sample" / "itineraries.json"


@cache
def _lines() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return found


def plan_itinerary(builder: Builder, told: dict[str, Any], day: dt.date) -> None:
    """Write the programme of a mission, if it has one, in place of what its template foresaw.

    Its first day is `day`.
    """
    mission = builder.missions[told["key"]]
    lines = _lines().get(told["key"], [])
    if lines:
        builder.workspace.run(set_programme, mission, [])
    groups = {one.name: one.id for one in builder.workspace.ask(mission_programme, mission).groups}
    people = builder.workspace.ask(_people, mission)
    for one in lines:
        fields = dict(one)
        begins = dt.datetime.combine(
            day + dt.timedelta(days=fields.pop("day")), dt.time.fromisoformat(fields.pop("at"))
        )
        chosen = tuple(groups[name] for name in fields.pop("groups", ()))
        named = [builder.people[key] for key in fields.pop("people", ())]
        draft = MissionLineDraft(
            ProgrammeDraft(**fields, starts_at=begins),
            chosen,
            tuple(people[one] for one in named),
        )
        builder.workspace.run(add_mission_line, mission, draft)


def _people(session: Session, mission_id: UUID) -> dict[UUID, UUID]:
    wanted = select(Participant.person_id, Participant.id)
    rows = session.execute(wanted.where(Participant.mission_id == mission_id))
    return dict(rows.all())
