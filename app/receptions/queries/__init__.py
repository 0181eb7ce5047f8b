"""Reading receptions and gifts."""

from __future__ import annotations

from app.receptions.queries.gifts import GIFT_FIELDS, GiftRow, gift, gifts, given_before
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
from app.receptions.queries.messages import MessageRow, message_rows, message_texts
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
from app.receptions.queries.recipients import Recipient, Round, round_of

__all__ = [
    "GIFT_FIELDS",
    "GiftRow",
    "GuestRow",
    "MailingRow",
    "Meeting",
    "MessageRow",
    "ReceptionRow",
    "ReceptionSheet",
    "Recipient",
    "Round",
    "SendingRow",
    "Told",
    "gift",
    "gifts",
    "given_before",
    "guests",
    "last_met",
    "mailing",
    "mailings",
    "meetings",
    "message_rows",
    "message_texts",
    "reception_sheet",
    "receptions",
    "round_of",
    "sendings",
    "told",
    "waiting",
]
