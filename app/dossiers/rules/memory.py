"""Words for contact moments, and what a day means for a task."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from app.core.text import N_, Sentence, say


class MomentKind(StrEnum):
    """How the office and a contact met."""

    CONVERSATION = "conversation"
    CALL = "call"
    MAIL = "mail"
    LETTER = "letter"
    VISIT = "visit"
    MEETING = "meeting"
    EVENT = "event"
    OTHER = "other"


class Due(StrEnum):
    """How near the day of a task is."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"
    OPEN = "open"


_KINDS: dict[MomentKind, str] = {
    MomentKind.CONVERSATION: N_("Conversation"),
    MomentKind.CALL: N_("Telephone call"),
    MomentKind.MAIL: N_("Mail"),
    MomentKind.LETTER: N_("Letter"),
    MomentKind.VISIT: N_("Visit"),
    MomentKind.MEETING: N_("Meeting"),
    MomentKind.EVENT: N_("Event"),
    MomentKind.OTHER: N_("Other contact"),
}


def moment_label(code: str) -> Sentence:
    """The word for a kind of moment; one we do not know is another contact."""
    known = MomentKind(code) if code in set(MomentKind) else MomentKind.OTHER
    return say(_KINDS[known])


def due(due_on: dt.date | None, today: dt.date) -> Due:
    """How near a day is: the week ends on Sunday."""
    if due_on is None:
        return Due.OPEN
    if due_on < today:
        return Due.OVERDUE
    if due_on == today:
        return Due.TODAY
    sunday = today + dt.timedelta(days=7 - today.isoweekday())
    return Due.WEEK if due_on <= sunday else Due.LATER
