"""Reading receptions and gifts."""

from __future__ import annotations

from app.receptions.queries.calendar import BoardCard, CalendarEntry, EntryKind, board, calendar
from app.receptions.queries.gifts import GIFT_FIELDS, GiftRow, gift, gifts, given_before
from app.receptions.queries.overview import (
    ReceptionOverview,
    circles,
    reception_overview,
    told_of_moves,
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
    "BoardCard",
    "CalendarEntry",
    "EntryKind",
    "GiftRow",
    "GuestRow",
    "Meeting",
    "ReceptionOverview",
    "ReceptionRow",
    "ReceptionSheet",
    "board",
    "calendar",
    "circles",
    "gift",
    "gifts",
    "given_before",
    "guests",
    "last_met",
    "meetings",
    "reception_overview",
    "reception_sheet",
    "receptions",
    "told_of_moves",
]
