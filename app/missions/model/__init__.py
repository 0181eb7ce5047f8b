"""The records of the missions room."""

from __future__ import annotations

from app.missions.model.costs import CostShare, ExchangeRate
from app.missions.model.delegation import (
    GroupMember,
    ItemFor,
    Participant,
    ParticipantGroup,
    TravelPapers,
)
from app.missions.model.meetings import FairParty, FairSlot, FairWish, Meeting
from app.missions.model.mission import Destination, Mission, MissionText, Objective
from app.missions.model.travel import EmissionFactor, Leg, LegTraveller, Room, RoomSleeper

__all__ = [
    "CostShare",
    "Destination",
    "EmissionFactor",
    "ExchangeRate",
    "FairParty",
    "FairSlot",
    "FairWish",
    "GroupMember",
    "ItemFor",
    "Leg",
    "LegTraveller",
    "Meeting",
    "Mission",
    "MissionText",
    "Objective",
    "Participant",
    "ParticipantGroup",
    "Room",
    "RoomSleeper",
    "TravelPapers",
]
