"""What comes in of a mission."""

from __future__ import annotations

from app.missions.draft.costs import CostDraft, RateDraft, ShareDraft
from app.missions.draft.rooms import RoomDraft
from app.missions.draft.travel import LegDraft

__all__ = ["CostDraft", "LegDraft", "RateDraft", "RoomDraft", "ShareDraft"]
