"""Reading receptions, their guests and gifts."""

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
from app.receptions.queries.findings import (
    reception_findings,
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
    "Before",
    "CateringRow",
    "CompanionRow",
    "DateAsked",
    "DateCheck",
    "DelegationRow",
    "GiftRow",
    "GuestRow",
    "Meeting",
    "Phone",
    "PhoneRow",
    "ReceptionRow",
    "ReceptionSheet",
    "Succeeded",
    "catering_notes",
    "check_date",
    "date_check",
    "delegations",
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
