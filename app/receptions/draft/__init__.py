"""What comes in of receptions, their guests and gifts."""

from __future__ import annotations

from app.receptions.draft.gifts import GiftDraft
from app.receptions.draft.guests import (
    CateringDraft,
    CompanionDraft,
    DelegationDraft,
    GuestDraft,
    GuestRules,
)
from app.receptions.draft.reception import ReceptionDraft

__all__ = [
    "CateringDraft",
    "CompanionDraft",
    "DelegationDraft",
    "GiftDraft",
    "GuestDraft",
    "GuestRules",
    "ReceptionDraft",
]
