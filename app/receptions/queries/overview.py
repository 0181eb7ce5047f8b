"""What the overview of a reception shows: checklist, roles, partners, papers, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core import clock
from app.core.errors import NotFoundError
from app.core.text import N_, say
from app.dossiers.model import ProgrammeItem
from app.dossiers.queries import DossierOverview, overview_of
from app.receptions.model import Guest, Reception
from app.receptions.rules import COMING, Circle, Status
from app.receptions.rules.stages import StageFacts, open_before

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language, Sentence
    from app.dossiers.rules import Stage


def reception_overview(session: Session, reception_id: UUID, language: Language) -> DossierOverview:
    """The checklist and all that belongs to it.

    Raises:
        NotFoundError: there is no such reception (any more).
    """
    one = session.get(Reception, reception_id)
    if one is None:
        raise NotFoundError(say(N_("This reception is no longer in the office.")))

    def tell(stage: Stage, dues: Sequence[dt.date | None]) -> list[Sentence]:
        return open_before(_facts(session, one, dues), stage, clock.today())

    return overview_of(session, one, language, tell)


def _facts(session: Session, one: Reception, dues: Sequence[dt.date | None]) -> StageFacts:
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
        tuple(dues),
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
