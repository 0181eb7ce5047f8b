"""Kinds of days to mind when a date is chosen."""

from __future__ import annotations

from enum import StrEnum

from app.core.text import N_, Sentence, say


class DayKind(StrEnum):
    """Why a day is minded."""

    COUNCIL = "council"
    COURT = "court"
    RELIGIOUS = "religious"
    HOLIDAY = "holiday"
    CITY = "city"
    OTHER = "other"


_KINDS: dict[DayKind, str] = {
    DayKind.COUNCIL: N_("Council day"),
    DayKind.COURT: N_("Day of the court"),
    DayKind.RELIGIOUS: N_("Religious day"),
    DayKind.HOLIDAY: N_("Holiday"),
    DayKind.CITY: N_("Event in the city"),
    DayKind.OTHER: N_("Other day to mind"),
}


def day_kind_label(code: str) -> Sentence:
    """The word for a kind; one we do not know is another day."""
    return say(_KINDS[DayKind(code) if code in set(DayKind) else DayKind.OTHER])
