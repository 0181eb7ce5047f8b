"""The records of the receptions room: receptions, guests, mailings, gifts, proposals."""

from __future__ import annotations

from app.receptions.model.golden_book import GoldenBookPage
from app.receptions.model.guests import CateringNote, Companion, Delegation, Guest
from app.receptions.model.mailings import Mailing, MessageTemplate, Sending
from app.receptions.model.proposals import Proposal
from app.receptions.model.reception import Reception

__all__ = [
    "CateringNote",
    "Companion",
    "Delegation",
    "GoldenBookPage",
    "Guest",
    "Mailing",
    "MessageTemplate",
    "Proposal",
    "Reception",
    "Sending",
]
