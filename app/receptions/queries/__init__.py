"""Reading receptions and gifts."""

from __future__ import annotations

from app.receptions.queries.door import Door, DoorCounts, DoorRow, bearer, door, found
from app.receptions.queries.follow_up import Attendance, Attended, attendance
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
    "Attendance",
    "Attended",
    "Door",
    "DoorCounts",
    "DoorRow",
    "GiftRow",
    "GuestRow",
    "Meeting",
    "ReceptionRow",
    "ReceptionSheet",
    "attendance",
    "bearer",
    "door",
    "found",
    "gift",
    "gifts",
    "given_before",
    "guests",
    "last_met",
    "meetings",
    "reception_sheet",
    "receptions",
]
