"""Writing what came of a mission, and closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import clock
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.dossiers.rules import Stage, label
from app.missions.model import Mission, Objective
from app.missions.queries.closing import to_settle
from app.missions.rules.mission import Reached

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


@command(N_("Noted what came of {what}"))
def set_result(
    session: Session, objective_id: UUID, revision: UUID | None, reached: str, result: str
) -> None:
    """Keep how far an objective came and what it brought.

    Raises:
        InvalidError: `reached` is no code of the house.
        ConflictError: somebody changed the objective in between.
    """
    if reached not in set(Reached):
        refuse([Problem("reached", say(N_("Choose one from the list.")))])
    objective = checked(session, Objective, objective_id, revision)
    objective.reached, objective.result = reached, result.strip()
    naming(session, what=objective.what)


@command(N_("Closed the mission {title}"))
def close_mission(session: Session, mission_id: UUID, *, despite: bool = False) -> None:
    """Close a mission today: its costs and journeys keep their figures.

    Raises:
        InvalidError: objectives lack a result, actions an owner or costs an amount paid, and nobody
            said to close it `despite` that.
    """
    mission = checked(session, Mission, mission_id, None)
    if not despite:
        open_ = [one.sentence for one in to_settle(session, mission_id) if one.heavy]
        refuse([Problem("despite", one) for one in open_])
    mission.closed_on = clock.today()
    mission.stage = Stage.CLOSED
    naming(session, title=mission.title)


@command(N_("{title} is now: {stage}"))
def set_mission_stage(session: Session, mission_id: UUID, stage: str) -> None:
    """Move a mission to a stage: closed, it keeps its figures; taken out of that, no longer."""
    mission = checked(session, Mission, mission_id, None)
    mission.stage = Stage(stage)
    shut = mission.stage == Stage.CLOSED
    today = clock.today()
    mission.closed_on = min(mission.closed_on or today, today) if shut else None
    naming(session, title=mission.title, stage=label(Stage(stage), mission.noun))


@command(N_("Opened the mission {title} again"))
def reopen_mission(session: Session, mission_id: UUID) -> None:
    """Let the figures of a closed mission change again."""
    mission = checked(session, Mission, mission_id, None)
    mission.closed_on = None
    mission.stage = Stage.HELD
    naming(session, title=mission.title)
