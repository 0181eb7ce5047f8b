"""What comes in of receptions and gifts."""

from __future__ import annotations

from app.receptions.draft.gifts import GiftDraft
from app.receptions.draft.proposals import PutOffDraft, RefusalDraft
from app.receptions.draft.reception import ReceptionDraft

__all__ = ["GiftDraft", "PutOffDraft", "ReceptionDraft", "RefusalDraft"]
