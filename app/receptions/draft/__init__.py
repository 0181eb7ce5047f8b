"""What comes in of receptions and gifts."""

from __future__ import annotations

from app.receptions.draft.door import WalkInDraft
from app.receptions.draft.gifts import GiftDraft
from app.receptions.draft.reception import ReceptionDraft

__all__ = ["GiftDraft", "ReceptionDraft", "WalkInDraft"]
