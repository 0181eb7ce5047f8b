"""Writing costs, their shares, and rates of exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core.command import command, naming
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.dossiers.model import CostLine
from app.missions.commands.closed import open_mission
from app.missions.model import CostShare, ExchangeRate, Participant
from app.missions.queries.costs import COST_FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.missions.draft.costs import CostDraft, RateDraft, ShareDraft


@command(N_("Added the cost {what}"))
def add_cost(session: Session, mission_id: UUID, draft: CostDraft) -> UUID:
    """Add a line to the budget of a mission."""
    refuse(draft.problems())
    mission = open_mission(session, mission_id)
    last = select(func.max(CostLine.position)).where(CostLine.dossier_id == mission_id)
    line = CostLine(what=draft.what, position=(session.scalars(last).one() or 0) + 1)
    line.dossier = mission
    session.add(line)
    _fill(session, line, draft)
    return line.id


@command(N_("Changed the cost {what}"))
def change_cost(session: Session, line_id: UUID, revision: UUID | None, draft: CostDraft) -> None:
    """Keep a line as the draft has it."""
    refuse(draft.problems())
    line = checked(session, CostLine, line_id, revision)
    open_mission(session, line.dossier_id)
    _fill(session, line, draft)


@command(N_("Removed {n} cost"), N_("Removed {n} costs"))
def remove_costs(session: Session, line_ids: Sequence[UUID]) -> None:
    """Take lines out of the budget, with their shares."""
    for line_id in line_ids:
        line = checked(session, CostLine, line_id, None)
        open_mission(session, line.dossier_id)
        for share in _shares(session, line.id):
            session.delete(share)
        session.flush()
        session.delete(line)
    naming(session, n=len(line_ids))


def _fill(session: Session, line: CostLine, draft: CostDraft) -> None:
    for name in COST_FIELDS:
        setattr(line, name, getattr(draft, name))
    session.flush()
    left = list(draft.shares)
    for kept in _shares(session, line.id):
        same = next((one for one in left if _is(kept, one)), None)
        if same is None:
            session.delete(kept)
        else:
            kept.weight = same.weight
            left.remove(same)
    for one in left:
        session.add(_share(session, line, one))
    naming(session, what=line.what)


def _shares(session: Session, line_id: UUID) -> list[CostShare]:
    return list(session.scalars(select(CostShare).where(CostShare.line_id == line_id)))


def _is(kept: CostShare, draft: ShareDraft) -> bool:
    told = (draft.payer, draft.name, draft.participant)
    return (kept.payer, kept.name, kept.participant_id) == told


def _share(session: Session, line: CostLine, draft: ShareDraft) -> CostShare:
    made = CostShare(payer=draft.payer, name=draft.name, weight=draft.weight)
    made.line = line
    if draft.participant is not None:
        made.participant = checked(session, Participant, draft.participant, None)
        if made.participant.mission_id != line.dossier_id:
            told = N_("Only participants of this mission share its costs.")
            refuse([Problem("shares", say(told))])
    return made


@command(N_("Noted the rate of {currency} of {day}"))
def set_rate(session: Session, draft: RateDraft) -> UUID:
    """Note what a currency was worth on a day; a rate of the same day is replaced."""
    refuse(draft.problems())
    query = select(ExchangeRate).where(
        ExchangeRate.currency == draft.currency, ExchangeRate.day == draft.day
    )
    kept = session.scalars(query).first()
    value = str(draft.value())
    if draft.day is None:  # `problems` told
        raise AssertionError
    if kept is None:
        kept = ExchangeRate(currency=draft.currency, day=draft.day, euro=value)
        session.add(kept)
    kept.euro, kept.source = value, draft.source
    naming(session, currency=draft.currency, day=draft.day)
    return kept.id


@command(N_("Removed the rate of {currency} of {day}"))
def remove_rate(session: Session, rate_id: UUID) -> None:
    """Take a rate away that was noted by mistake."""
    rate = checked(session, ExchangeRate, rate_id, None)
    naming(session, currency=rate.currency, day=rate.day)
    session.delete(rate)
