"""What comes in of receptions and gifts."""

from __future__ import annotations

from app.receptions.draft.door import (
    WalkInDraft,
)
from app.receptions.draft.gifts import (
    GiftDraft,
)
from app.receptions.draft.guests import (
    CateringDraft,
    CompanionDraft,
    DelegationDraft,
    GuestDraft,
    GuestRules,
)
from app.receptions.draft.reception import (
    ReceptionDraft,
)

__all__ = [
    "CateringDraft",
    "CompanionDraft",
    "DelegationDraft",
    "GiftDraft",
    "GuestDraft",
    "GuestRules",
    "ReceptionDraft",
    "WalkInDraft",
]
