"""What comes in of receptions and gifts."""

from __future__ import annotations

from app.receptions.draft.beginning import (
    Along,
    BeginningDraft,
    CopyDraft,
    MoveDraft,
)
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
from app.receptions.draft.messages import (
    MailingDraft,
    MessageDraft,
    SendingDraft,
)
from app.receptions.draft.reception import (
    ReceptionDraft,
)

__all__ = [
    "Along",
    "BeginningDraft",
    "CateringDraft",
    "CompanionDraft",
    "CopyDraft",
    "DelegationDraft",
    "GiftDraft",
    "GuestDraft",
    "GuestRules",
    "MailingDraft",
    "MessageDraft",
    "MoveDraft",
    "ReceptionDraft",
    "SendingDraft",
    "WalkInDraft",
]
