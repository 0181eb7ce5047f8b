"""Reading receptions and gifts."""

from __future__ import annotations

from app.receptions.queries.clashes import (
    DateAsked,
    DateCheck,
    check_date,
    date_check,
)
from app.receptions.queries.findings import (
    reception_findings,
)
from app.receptions.queries.gifts import GIFT_FIELDS, GiftRow, gift, gifts, given_before
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
    "DateAsked",
    "DateCheck",
    "GiftRow",
    "GuestRow",
    "Meeting",
    "ReceptionRow",
    "ReceptionSheet",
    "check_date",
    "date_check",
    "gift",
    "gifts",
    "given_before",
    "guests",
    "last_met",
    "meetings",
    "reception_findings",
    "reception_sheet",
    "receptions",
]
