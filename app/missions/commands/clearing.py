"""What hangs on a participant or a mission goes with it: journeys, beds, shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.dossiers.model import CostLine
from app.missions.model import CostShare, Leg, LegTraveller, Room, RoomSleeper

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


def clear_travel(session: Session, mission_id: UUID) -> None:
    """Remove the legs, rooms and shares of a mission, before it is removed."""
    shares = select(CostShare).join(CostLine, CostLine.id == CostShare.line_id)
    for share in session.scalars(shares.where(CostLine.dossier_id == mission_id)):
        session.delete(share)
    for entity in (Leg, Room):
        for one in session.scalars(select(entity).where(entity.mission_id == mission_id)):
            session.delete(one)
    session.flush()
