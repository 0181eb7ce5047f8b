"""What the overview of a mission shows: checklist, roles, partners, papers, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core import clock
from app.core.errors import NotFoundError
from app.core.text import N_, say
from app.dossiers.model import ProgrammeItem
from app.dossiers.queries import BoardCard, DossierOverview, cards, overview_of
from app.dossiers.rules import Stage
from app.missions.model import Leg, Mission, Participant, Room
from app.missions.queries.mission import MissionRow, missions
from app.missions.queries.papers import travel_papers
from app.missions.rules.delegation import GOING, Status
from app.missions.rules.stages import MissionFacts, open_before

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language, Sentence


def mission_overview(session: Session, mission_id: UUID, language: Language) -> DossierOverview:
    """The checklist and all that belongs to it.

    Raises:
        NotFoundError: there is no such mission (any more).
    """
    one = session.get(Mission, mission_id)
    if one is None:
        raise NotFoundError(say(N_("This mission is no longer in the office.")))

    def tell(stage: Stage, dues: Sequence[dt.date | None]) -> list[Sentence]:
        papers = warned(session, one.id) if stage is Stage.HELD else 0  # read only where it counts
        return open_before(_facts(session, one, papers), dues, stage, clock.today())

    return overview_of(session, one, language, tell)


def _facts(session: Session, one: Mission, papers: int) -> MissionFacts:
    counted = select(Participant.status, func.count()).where(Participant.mission_id == one.id)
    found = session.execute(counted.group_by(Participant.status))
    by: dict[str, int] = {status: number for status, number in found}  # noqa: C416 - rows, not pairs
    lines = select(func.count()).select_from(ProgrammeItem)
    begins = one.starts_at.date() if one.starts_at else None
    return MissionFacts(
        begins or min((to.arrives_on for to in one.destinations if to.arrives_on), default=None),
        len(one.destinations),
        len(one.objectives),
        bool(one.decision.strip()) or one.decided_on is not None,
        one.register_by,
        sum(number for status, number in by.items() if status != Status.WITHDRAWN),
        by.get(Status.REGISTERED, 0),
        by.get(Status.WAITING, 0),
        papers,
        session.scalar(lines.where(ProgrammeItem.dossier_id == one.id)) or 0,
        sum(1 for aim in one.objectives if not aim.reached and not aim.result.strip()),
        one.outcome,
    )


def warned(session: Session, mission_id: UUID) -> int:
    """Of how many who go the travel papers ask for something."""
    going = set(
        session.scalars(
            select(Participant.id).where(
                Participant.mission_id == mission_id, Participant.status.in_(GOING)
            )
        )
    )
    if not going:
        return 0
    rows = travel_papers(session, mission_id)
    return sum(1 for row_id, row in rows.items() if row_id in going and row.warnings)


# --- the board ---


def mission_board(session: Session) -> list[BoardCard[MissionRow]]:
    """Every mission as a card, in the order of the list: the coming ones first."""
    return cards(session, missions(session))


# --- what other dates mean ---


@dataclass(frozen=True, slots=True)
class Booked:
    """What was arranged for the present dates and does not move by itself.

    `told` are participants who were told of the dates, `legs` and `rooms` bookings with a day.
    """

    told: int = 0
    legs: int = 0
    rooms: int = 0


def booked(session: Session, mission_id: UUID) -> Booked:
    """What somebody must see to when a mission gets other dates."""

    def count(entity: type[Participant | Leg | Room], *conditions: object) -> int:
        query = select(func.count()).select_from(entity).where(entity.mission_id == mission_id)
        return session.scalar(query.where(*conditions)) or 0  # type: ignore[arg-type]  # conditions of columns

    return Booked(
        count(Participant, Participant.status != Status.WITHDRAWN),
        count(Leg, Leg.departs_at.is_not(None)),
        count(Room, Room.from_on.is_not(None)),
    )
