"""A closed mission keeps its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import clock
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.missions.model import Mission

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


def open_mission(session: Session, mission_id: UUID) -> Mission:
    """A mission whose figures may still change.

    Raises:
        NotFoundError: it is gone.
        InvalidError: the day on which it closed has come.
    """
    mission = checked(session, Mission, mission_id, None)
    if mission.closed_on is not None and mission.closed_on <= clock.today():
        told = N_("This mission was closed on {day} and keeps its figures: open it again first.")
        refuse([Problem("mission", say(told, day=mission.closed_on))])
    return mission
