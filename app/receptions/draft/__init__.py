"""What comes in of receptions and gifts."""

from __future__ import annotations

from app.receptions.draft.beginning import Along, BeginningDraft, CopyDraft, MoveDraft
from app.receptions.draft.gifts import GiftDraft
from app.receptions.draft.reception import ReceptionDraft

__all__ = [
    "Along",
    "BeginningDraft",
    "CopyDraft",
    "GiftDraft",
    "MoveDraft",
    "ReceptionDraft",
]
