"""Reading what should be settled before a mission is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core.text import Language
from app.dossiers.model import CostLine, EvaluationAnswer, Gift, Task
from app.dossiers.rules import Direction
from app.missions.model import Mission, Objective
from app.missions.queries.after import follows, to_thank
from app.missions.rules.closing import ClosingFinding, Standing, closing_findings
from app.missions.rules.mission import Reached

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


def to_settle(session: Session, mission_id: UUID) -> tuple[ClosingFinding, ...]:
    """What is open before a mission is closed, the heavy ones first."""
    return closing_findings(standing(session, mission_id))


def standing(session: Session, mission_id: UUID) -> Standing:
    """How a mission stands at its end."""
    mission = session.get_one(Mission, mission_id)
    aims = select(Objective.what).where(Objective.mission_id == mission_id)
    open_aims = aims.where(Objective.result == "", Objective.reached == str(Reached.OPEN))
    actions = (
        select(Task.title).where(follows(mission_id), Task.done_on.is_(None)).order_by(Task.title)
    )
    unpaid = select(CostLine.what).where(CostLine.dossier_id == mission_id, CostLine.paid.is_(None))
    answers = select(func.count()).where(EvaluationAnswer.dossier_id == mission_id)
    gifts = select(func.count()).where(
        Gift.dossier_id == mission_id, Gift.direction == str(Direction.OUT), Gift.given_on.is_(None)
    )
    thanks = to_thank(session, mission_id, Language.NL)
    return Standing(
        tuple(session.scalars(open_aims.order_by(Objective.position))),
        tuple(session.scalars(actions.where(Task.owner == ""))),
        tuple(session.scalars(actions.where(Task.due_on.is_(None)))),
        tuple(session.scalars(unpaid.order_by(CostLine.position))),
        bool(mission.outcome.strip()),
        bool(session.scalar(answers)),
        sum(one.letter is None for one in thanks),
        session.scalar(gifts) or 0,
    )
