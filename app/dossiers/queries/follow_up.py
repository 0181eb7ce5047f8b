"""Reading what came of a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.core.errors import NotFoundError
from app.core.text import N_, say
from app.dossiers.draft.follow_up import AnswerDraft, CostDraft, CostsDraft, EvaluationDraft
from app.dossiers.model import CostLine, Dossier, EvaluationAnswer, Task
from app.dossiers.queries.memory import TaskRow, task_row
from app.dossiers.rules.costs import Totals, totals
from app.dossiers.rules.evaluation import mean, questions_of

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language
    from app.dossiers.rules.evaluation import Question


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Outcome, costs and evaluation; the evaluation has all its questions, answered or not."""

    outcome: str
    costs: CostsDraft
    totals: Totals
    evaluation: EvaluationDraft
    mean: float | None

    @property
    def is_evaluated(self) -> bool:
        """Whether any question was answered."""
        return any(not one.is_empty for one in self.evaluation.answers)


def follow_up(session: Session, dossier_id: UUID) -> FollowUp:
    """What came of a dossier.

    Raises:
        NotFoundError: it is gone.
    """
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFoundError(say(N_("This record is no longer in the office.")))
    costs = select(CostLine).where(CostLine.dossier_id == dossier_id).order_by(CostLine.position)
    lines = tuple(
        CostDraft(one.what, one.planned, one.paid, one.paid_by) for one in session.scalars(costs)
    )
    given = select(EvaluationAnswer).where(EvaluationAnswer.dossier_id == dossier_id)
    known = {one.question: one for one in session.scalars(given)}
    asked = questions_of(dossier.noun)
    answers = tuple(_answer(question, known.get(question)) for question in asked)
    return FollowUp(
        dossier.outcome,
        CostsDraft(dossier.budget, lines),
        totals(dossier.budget, ((one.planned, one.paid) for one in lines)),
        EvaluationDraft(answers),
        mean(one.mark for one in answers),
    )


def _answer(question: Question, row: EvaluationAnswer | None) -> AnswerDraft:
    return AnswerDraft(question, row.mark, row.words) if row else AnswerDraft(question)


def actions(session: Session, dossier_id: UUID, language: Language) -> list[TaskRow]:
    """What is to be done and was done for a dossier, by its day."""
    about = (joinedload(Task.person), joinedload(Task.organisation), joinedload(Task.dossier))
    query = select(Task).where(Task.dossier_id == dossier_id).options(*about)
    query = query.order_by(Task.due_on.is_(None), Task.due_on, Task.title, Task.id)
    return [task_row(one, language) for one in session.scalars(query)]
