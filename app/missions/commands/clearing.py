"""What hangs on a participant or a mission goes with it: journeys, beds, shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.dossiers.model import CostLine
from app.missions.model import CostShare, ItemFor, Leg, LegTraveller, Room, RoomSleeper

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


def forget_travel_of(session: Session, participant_id: UUID) -> None:
    """Take somebody off legs, out of rooms and out of shares, before they are removed."""
    for entity in (LegTraveller, RoomSleeper, CostShare):
        query = select(entity).where(entity.participant_id == participant_id)
        for one in session.scalars(query):
            session.delete(one)
    session.flush()


def forget_programme_of(session: Session, participant_id: UUID) -> None:
    """Take somebody out of the lines of the programme; what was theirs alone goes."""
    query = select(ItemFor).where(ItemFor.participant_id == participant_id)
    for one in session.scalars(query).all():
        others = select(ItemFor.id).where(ItemFor.item_id == one.item_id, ItemFor.id != one.id)
        if session.scalars(others.limit(1)).first() is None:
            session.delete(one.item)
        else:
            session.delete(one)
    session.flush()


def has_lines(session: Session, group_id: UUID) -> bool:
    """Whether lines of the programme are for a group."""
    lines = select(ItemFor.id).where(ItemFor.group_id == group_id).limit(1)
    return session.scalars(lines).first() is not None


def clear_travel(session: Session, mission_id: UUID) -> None:
    """Remove the legs, rooms and shares of a mission, before it is removed."""
    shares = select(CostShare).join(CostLine, CostLine.id == CostShare.line_id)
    for share in session.scalars(shares.where(CostLine.dossier_id == mission_id)):
        session.delete(share)
    for entity in (Leg, Room):
        for one in session.scalars(select(entity).where(entity.mission_id == mission_id)):
            session.delete(one)
    session.flush()
