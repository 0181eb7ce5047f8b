"""What comes in of a mission."""

from __future__ import annotations

from app.missions.draft.beginning import (
    MissionAlong,
    MissionBeginningDraft,
    MissionCopyDraft,
)
from app.missions.draft.costs import (
    CostDraft,
    RateDraft,
    ShareDraft,
)
from app.missions.draft.counterparts import (
    CounterpartDraft,
)
from app.missions.draft.delegation import (
    PapersDraft,
    ParticipantDraft,
)
from app.missions.draft.itinerary import (
    DayCopy,
    MissionLineDraft,
)
from app.missions.draft.meetings import (
    FairPartyDraft,
    MeetingDraft,
    OutcomeDraft,
    RoomOfTablesDraft,
    SlotsDraft,
    WishDraft,
)
from app.missions.draft.mission import (
    DestinationDraft,
    MissionDraft,
    ObjectiveDraft,
)
from app.missions.draft.rooms import (
    RoomDraft,
)
from app.missions.draft.texts import (
    TextDraft,
    TextsDraft,
)
from app.missions.draft.travel import (
    LegDraft,
)

__all__ = [
    "CostDraft",
    "CounterpartDraft",
    "DayCopy",
    "DestinationDraft",
    "FairPartyDraft",
    "LegDraft",
    "MeetingDraft",
    "MissionAlong",
    "MissionBeginningDraft",
    "MissionCopyDraft",
    "MissionDraft",
    "MissionLineDraft",
    "ObjectiveDraft",
    "OutcomeDraft",
    "PapersDraft",
    "ParticipantDraft",
    "RateDraft",
    "RoomDraft",
    "RoomOfTablesDraft",
    "ShareDraft",
    "SlotsDraft",
    "TextDraft",
    "TextsDraft",
    "WishDraft",
]
