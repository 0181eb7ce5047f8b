"""Reading receptions and gifts."""

from __future__ import annotations

from app.receptions.queries.gifts import GIFT_FIELDS, GiftRow, gift, gifts, given_before
from app.receptions.queries.proposals import (
    DecidedRow,
    Proposed,
    ProposedRow,
    decisions,
    weights,
    who_to_invite,
)
from app.receptions.queries.reception import (
    GuestRow,
    Meeting,
    ReceptionRow,
    ReceptionSheet,
    guests,
    last_met,
    meetings,
    reception_sheet,
    receptions,
)

__all__ = [
    "GIFT_FIELDS",
    "DecidedRow",
    "GiftRow",
    "GuestRow",
    "Meeting",
    "Proposed",
    "ProposedRow",
    "ReceptionRow",
    "ReceptionSheet",
    "decisions",
    "gift",
    "gifts",
    "given_before",
    "guests",
    "last_met",
    "meetings",
    "reception_sheet",
    "receptions",
    "weights",
    "who_to_invite",
]
