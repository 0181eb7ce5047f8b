"""Reading receptions and gifts."""

from __future__ import annotations

from app.receptions.queries.alike import (
    Earlier,
    Whose,
    given_alike,
)
from app.receptions.queries.beside import (
    CateringRow,
    CompanionRow,
    DelegationRow,
    catering_notes,
    delegations,
)
from app.receptions.queries.calendar import (
    CalendarEntry,
    EntryKind,
    board,
    calendar,
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
from app.receptions.queries.flags import (
    FlagSheet,
    flag_rules,
    flag_sheet,
)
from app.receptions.queries.follow_up import (
    Attendance,
    Attended,
    attendance,
)
from app.receptions.queries.golden_book import (
    GoldenRow,
    golden_pages,
    golden_suggestion,
)
from app.receptions.queries.guest_rules import (
    guest_rules,
)
from app.receptions.queries.mailings import (
    MailingRow,
    SendingRow,
    Told,
    mailing,
    mailings,
    sendings,
    told,
    waiting,
)
from app.receptions.queries.messages import (
    MessageRow,
    message_rows,
    message_texts,
)
from app.receptions.queries.overview import (
    circles,
    reception_overview,
    told_of_moves,
)
from app.receptions.queries.phoning import (
    Phone,
    PhoneRow,
    phone_list,
    phones_of,
)
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
from app.receptions.queries.recipients import (
    Recipient,
    Round,
    round_of,
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
    "Attendance",
    "Attended",
    "Before",
    "CalendarEntry",
    "CateringRow",
    "CompanionRow",
    "DateAsked",
    "DateCheck",
    "DecidedRow",
    "DelegationRow",
    "Door",
    "DoorCounts",
    "DoorRow",
    "Earlier",
    "EntryKind",
    "FlagSheet",
    "GoldenRow",
    "GuestRow",
    "MailingRow",
    "Meeting",
    "MessageRow",
    "Phone",
    "PhoneRow",
    "Proposed",
    "ProposedRow",
    "ReceptionRow",
    "ReceptionSheet",
    "Recipient",
    "Round",
    "SendingRow",
    "Succeeded",
    "Told",
    "Whose",
    "attendance",
    "bearer",
    "board",
    "calendar",
    "catering_notes",
    "check_date",
    "circles",
    "date_check",
    "decisions",
    "delegations",
    "door",
    "flag_rules",
    "flag_sheet",
    "found",
    "given_alike",
    "golden_pages",
    "golden_suggestion",
    "guest_rules",
    "guests",
    "last_met",
    "mailing",
    "mailings",
    "meetings",
    "message_rows",
    "message_texts",
    "phone_list",
    "phones_of",
    "reception_findings",
    "reception_overview",
    "reception_sheet",
    "receptions",
    "round_of",
    "sendings",
    "succeeded",
    "told",
    "told_of_moves",
    "waiting",
    "weights",
    "were_before",
    "who_to_invite",
]
