"""Reading receptions and gifts."""

from __future__ import annotations

from app.receptions.queries.beside import (
    CateringRow,
    CompanionRow,
    DelegationRow,
    catering_notes,
    delegations,
)
from app.receptions.queries.clashes import (
    DateAsked,
    DateCheck,
    check_date,
    date_check,
)
from app.receptions.queries.door import (
    Door,
    DoorCounts,
    DoorRow,
    bearer,
    door,
    found,
)
from app.receptions.queries.findings import (
    reception_findings,
)
from app.receptions.queries.follow_up import (
    Attendance,
    Attended,
    attendance,
)
from app.receptions.queries.gifts import (
    GIFT_FIELDS,
    GiftRow,
    gift,
    gifts,
    given_before,
)
from app.receptions.queries.guest_rules import (
    guest_rules,
)
from app.receptions.queries.phoning import (
    Phone,
    PhoneRow,
    phone_list,
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
from app.receptions.queries.returning import (
    Before,
    were_before,
)
from app.receptions.queries.succeeded import (
    Succeeded,
    succeeded,
)

__all__ = [
    "GIFT_FIELDS",
    "Attendance",
    "Attended",
    "Before",
    "CateringRow",
    "CompanionRow",
    "DateAsked",
    "DateCheck",
    "DelegationRow",
    "Door",
    "DoorCounts",
    "DoorRow",
    "GiftRow",
    "GuestRow",
    "Meeting",
    "Phone",
    "PhoneRow",
    "ReceptionRow",
    "ReceptionSheet",
    "Succeeded",
    "attendance",
    "bearer",
    "catering_notes",
    "check_date",
    "date_check",
    "delegations",
    "door",
    "found",
    "gift",
    "gifts",
    "given_before",
    "guest_rules",
    "guests",
    "last_met",
    "meetings",
    "phone_list",
    "reception_findings",
    "reception_sheet",
    "receptions",
    "succeeded",
    "were_before",
]
