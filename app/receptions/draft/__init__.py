"""What comes in of receptions and gifts."""

from __future__ import annotations

from app.dossiers.draft.beginning import (
    Along,
    MoveDraft,
)
from app.receptions.draft.beginning import (
    BeginningDraft,
    CopyDraft,
)
from app.receptions.draft.door import (
    WalkInDraft,
)
from app.receptions.draft.flags import (
    FlagRulesDraft,
)
from app.receptions.draft.golden_book import (
    GoldenPageDraft,
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
from app.receptions.draft.proposals import (
    PutOffDraft,
    RefusalDraft,
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
    "FlagRulesDraft",
    "GoldenPageDraft",
    "GuestDraft",
    "GuestRules",
    "MailingDraft",
    "MessageDraft",
    "MoveDraft",
    "PutOffDraft",
    "ReceptionDraft",
    "RefusalDraft",
    "SendingDraft",
    "WalkInDraft",
]
