"""What the overview of a reception shows: checklist, roles, partners, papers, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core import clock
from app.core.errors import NotFoundError
from app.core.text import N_, say
from app.dossiers.model import ProgrammeItem
from app.dossiers.queries import checklist, partners, roles
from app.receptions.model import Guest, Reception
from app.receptions.rules import COMING, Circle, Status
from app.receptions.rules.stages import StageFacts, next_stage, open_before

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language, Sentence
    from app.dossiers.draft import RoleDraft
    from app.dossiers.queries import PartnerRow, TaskRow
    from app.dossiers.rules import Stage


@dataclass(frozen=True, slots=True)
class ReceptionOverview:
    """What stands on the overview beside the facts; `open` is what the next stage waits for."""

    id: UUID
    stage: str
    tasks: tuple[TaskRow, ...]
    roles: tuple[RoleDraft, ...]
    partners: tuple[PartnerRow, ...]
    papers: tuple[str, ...]
    following: Stage | None
    open: tuple[Sentence, ...]


def reception_overview(
    session: Session, reception_id: UUID, language: Language
) -> ReceptionOverview:
    """The checklist and all that belongs to it.

    Raises:
        NotFoundError: there is no such reception (any more).
    """
    one = session.get(Reception, reception_id)
    if one is None:
        raise NotFoundError(say(N_("This reception is no longer in the office.")))
    tasks = checklist(session, reception_id, language)
    facts = _facts(session, one, tasks)
    following = next_stage(one.stage)
    today = clock.today()
    return ReceptionOverview(
        one.id,
        one.stage,
        tuple(tasks),
        tuple(roles(session, reception_id)),
        tuple(partners(session, reception_id, language)),
        tuple(one.papers),
        following,
        tuple(open_before(facts, following, today)) if following else (),
    )


def _facts(session: Session, one: Reception, tasks: list[TaskRow]) -> StageFacts:
    counted = select(Guest.status, func.count()).where(Guest.reception_id == one.id)
    found = session.execute(counted.group_by(Guest.status))
    by: dict[str, int] = {status: number for status, number in found}  # noqa: C416 - rows, not pairs
    lines = select(func.count()).select_from(ProgrammeItem)
    return StageFacts(
        one.stage,
        one.starts_at.date() if one.starts_at else None,
        one.place,
        one.host,
        one.reply_by,
        session.scalar(lines.where(ProgrammeItem.dossier_id == one.id)) or 0,
        sum(by.values()),
        by.get(Status.PROPOSED, 0),
        by.get(Status.INVITED, 0),
        sum(by.get(status, 0) for status in COMING - {Status.ATTENDED}),
        tuple(row.draft.due_on for row in tasks if row.done_on is None),
        one.outcome,
    )


_NOT_TOLD = (Status.PROPOSED, Status.REGRETS, Status.ABSENT)


def told_of_moves(session: Session, reception_id: UUID) -> int:
    """How many guests were invited for the present moment and did not decline."""
    query = select(func.count()).where(
        Guest.reception_id == reception_id, Guest.status.not_in(_NOT_TOLD)
    )
    return session.scalar(query) or 0


def circles(session: Session, reception_id: UUID) -> tuple[tuple[str, int], ...]:
    """The circles of a guest list, each with how many guests, in their usual order."""
    counted = select(Guest.circle, func.count()).where(Guest.reception_id == reception_id)
    found = session.execute(counted.group_by(Guest.circle))
    by: dict[str, int] = {circle: number for circle, number in found}  # noqa: C416 - rows, not pairs
    return tuple((str(one), by[one]) for one in Circle if one in by)
