"""Reading travel papers: only where somebody asks for them by name, never with the delegation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core import clock
from app.core.errors import NotFoundError
from app.core.history import change_log
from app.core.profile import Setting
from app.core.text import N_, say
from app.missions.draft import PapersDraft
from app.missions.model import Participant, TravelPapers
from app.missions.queries.mission import mission_sheet
from app.missions.rules import passports
from app.missions.rules.delegation import Status

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from app.core.text import Sentence

PAPERS_FIELDS = tuple(PapersDraft.__slots__)
DAYS_SETTING = "travel_papers_days"
USUAL_DAYS = 60
"""Days after a return until travel papers are erased, where the office says nothing."""


@dataclass(frozen=True, slots=True)
class PapersRow:
    """The travel papers of a participant, and what must be seen to before they leave."""

    participant_id: UUID
    revision: UUID | None
    draft: PapersDraft
    warnings: tuple[Sentence, ...]


def travel_papers(session: Session, mission_id: UUID) -> dict[UUID, PapersRow]:
    """The papers of everybody who may go, by participant; who has none yet is warned of too."""
    wanted = _with_papers().where(
        Participant.mission_id == mission_id, Participant.status != Status.WITHDRAWN
    )
    span = _span(session, mission_id)
    return {row_id: _row(row_id, one, span) for row_id, _of, one in session.execute(wanted)}


def papers_of(session: Session, participant_id: UUID) -> PapersRow:
    """The papers of one participant, empty where none are kept.

    Raises:
        NotFoundError: they are not on the list (any more).
    """
    wanted = _with_papers().where(Participant.id == participant_id)
    found = session.execute(wanted).first()
    if found is None:
        raise NotFoundError(say(N_("This participant is no longer on the list.")))
    row_id, mission_id, one = found
    return _row(row_id, one, _span(session, mission_id))


def _with_papers() -> Select[UUID, UUID, TravelPapers]:
    return select(Participant.id, Participant.mission_id, TravelPapers).outerjoin(
        TravelPapers, TravelPapers.participant_id == Participant.id
    )


def _span(session: Session, mission_id: UUID) -> tuple[dt.date, dt.date]:
    """The day a mission leaves and the day it is back; today while it has no dates."""
    sheet = mission_sheet(session, mission_id)
    leaves = sheet.day or clock.today()
    return leaves, max(sheet.back_on or leaves, leaves)


def _row(
    participant_id: UUID, one: TravelPapers | None, span: tuple[dt.date, dt.date]
) -> PapersRow:
    if one is None:
        found = passports.warnings(passports.TravelPaper(insured=True), *span, clock.today())
        return PapersRow(participant_id, None, PapersDraft(), tuple(found))
    draft = PapersDraft(**{name: getattr(one, name) for name in PAPERS_FIELDS})
    found = passports.warnings(_paper(draft), *span, clock.today())
    return PapersRow(participant_id, one.revision, draft, tuple(found))


def _paper(draft: PapersDraft) -> passports.TravelPaper:
    return passports.TravelPaper(
        draft.machine_name,
        draft.ticket_name,
        draft.expires_on,
        draft.visa in passports.WANTED,
        draft.visa_granted_on,
        bool(draft.insurance.strip()),
    )


def papers_days(session: Session) -> int:
    """How many days after a mission its travel papers stay."""
    kept = session.scalar(select(Setting.value).where(Setting.key == DAYS_SETTING)) or ""
    return int(kept) if kept.isdecimal() else USUAL_DAYS


def missions_past_term(session: Session) -> list[UUID]:
    """The missions whose travel papers should be gone by today."""
    holding = select(Participant.mission_id).join(
        TravelPapers, TravelPapers.participant_id == Participant.id
    )
    term = clock.today() - dt.timedelta(days=papers_days(session))
    due = []
    for mission_id in session.scalars(holding.distinct()):
        last = _needed_until(session, mission_id)
        if last is not None and last < term:
            due.append(mission_id)
    return sorted(due)


def erased_from(session: Session, mission_id: UUID) -> dt.date | None:
    """The day from which the travel papers of a mission are erased; None while it has neither a
    date nor papers.
    """
    last = _needed_until(session, mission_id)
    return last + dt.timedelta(days=papers_days(session) + 1) if last else None


def _needed_until(session: Session, mission_id: UUID) -> dt.date | None:
    """The day a mission is back; of one without dates, the day its papers were last written."""
    back = mission_sheet(session, mission_id).back_on
    if back is not None:
        return back
    written = (
        select(func.max(change_log.c.at))
        .join(TravelPapers, TravelPapers.revision == change_log.c.step)
        .join(Participant, Participant.id == TravelPapers.participant_id)
        .where(Participant.mission_id == mission_id)
    )
    last = session.scalar(written)
    return last.date() if last is not None else None
