"""Reading receptions and gifts."""

from __future__ import annotations

from app.receptions.queries.alike import Earlier, Whose, given_alike
from app.receptions.queries.flags import FlagSheet, flag_rules, flag_sheet
from app.receptions.queries.gifts import GIFT_FIELDS, GiftRow, gift, gift_of, gifts
from app.receptions.queries.golden_book import GoldenRow, golden_pages, golden_suggestion
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
from app.receptions.queries.stock import StockRow, gift_stock

__all__ = [
    "GIFT_FIELDS",
    "DecidedRow",
    "Earlier",
    "FlagSheet",
    "GiftRow",
    "GoldenRow",
    "GuestRow",
    "Meeting",
    "Proposed",
    "ProposedRow",
    "ReceptionRow",
    "ReceptionSheet",
    "StockRow",
    "Whose",
    "decisions",
    "flag_rules",
    "flag_sheet",
    "gift",
    "gift_of",
    "gift_stock",
    "gifts",
    "given_alike",
    "golden_pages",
    "golden_suggestion",
    "guests",
    "last_met",
    "meetings",
    "reception_sheet",
    "receptions",
    "weights",
    "who_to_invite",
]
