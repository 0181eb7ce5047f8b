"""What comes in of receptions and gifts."""

from __future__ import annotations

from app.receptions.draft.flags import FlagRulesDraft
from app.receptions.draft.gifts import GiftDraft
from app.receptions.draft.golden_book import GoldenPageDraft
from app.receptions.draft.proposals import PutOffDraft, RefusalDraft
from app.receptions.draft.reception import ReceptionDraft
from app.receptions.draft.stock import GiftStockDraft

__all__ = [
    "FlagRulesDraft",
    "GiftDraft",
    "GiftStockDraft",
    "GoldenPageDraft",
    "PutOffDraft",
    "ReceptionDraft",
    "RefusalDraft",
]
