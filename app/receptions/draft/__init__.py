"""What comes in of receptions and gifts."""

from __future__ import annotations

from app.receptions.draft.gifts import GiftDraft
from app.receptions.draft.messages import MailingDraft, MessageDraft, SendingDraft
from app.receptions.draft.reception import ReceptionDraft

__all__ = ["GiftDraft", "MailingDraft", "MessageDraft", "ReceptionDraft", "SendingDraft"]
