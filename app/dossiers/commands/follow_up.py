"""Writing what came of a dossier: the outcome, what it cost, how it is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.command import command, naming
from app.core.records import as_seen, checked, refuse
from app.core.text import N_
from app.dossiers.model import CostLine, Dossier, EvaluationAnswer
from app.dossiers.queries.follow_up import follow_up

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft.follow_up import CostsDraft, EvaluationDraft


@command(N_("Wrote the outcome of {title}"))
def set_outcome(session: Session, dossier_id: UUID, outcome: str) -> None:
    """Keep what came of it."""
    dossier = checked(session, Dossier, dossier_id, None)
    dossier.outcome = outcome.strip()
    naming(session, title=dossier.title)


@command(N_("Changed the costs of {title}"))
def set_costs(
    session: Session, dossier_id: UUID, draft: CostsDraft, seen: CostsDraft | None = None
) -> None:
    """Keep budget and costs as given, in this order, in the place of those `seen`.

    Raises:
        ConflictError: somebody changed them in between.
    """
    refuse(draft.problems())
    as_seen([seen] if seen else None, [follow_up(session, dossier_id).costs])
    dossier = checked(session, Dossier, dossier_id, None)
    naming(session, title=dossier.title)
    dossier.budget = draft.budget
    kept = list(dossier.costs)
    for position, line in enumerate(draft.lines):
        if position < len(kept):
            row = kept[position]
        else:
            row = CostLine(what=line.what)
            dossier.costs.append(row)
        row.what, row.planned, row.paid = line.what.strip(), line.planned, line.paid
        row.paid_by, row.position = line.paid_by.strip(), position
    for extra in kept[len(draft.lines) :]:
        dossier.costs.remove(extra)


@command(N_("Evaluated {title}"))
def set_evaluation(
    session: Session, dossier_id: UUID, draft: EvaluationDraft, seen: EvaluationDraft | None = None
) -> None:
    """Keep the answers given in the place of those `seen`; a question without an answer has none.

    Raises:
        ConflictError: somebody changed them in between.
    """
    refuse(draft.problems())
    as_seen([seen] if seen else None, [follow_up(session, dossier_id).evaluation])
    dossier = checked(session, Dossier, dossier_id, None)
    naming(session, title=dossier.title)
    known = {one.question: one for one in dossier.answers}
    for answer in draft.answers:
        row = known.get(answer.question)
        if answer.is_empty:
            if row is not None:
                dossier.answers.remove(row)
            continue
        if row is None:
            row = EvaluationAnswer(question=answer.question)
            dossier.answers.append(row)
        row.mark, row.words = answer.mark, answer.words.strip()
