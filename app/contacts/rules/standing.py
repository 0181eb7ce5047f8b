"""How a contact stands with the city, in one word of a list."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

from app.contacts.rules import codes
from app.contacts.rules.views import LEAVING_DAYS, NEW_DAYS, OVERDUE_DAYS
from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from app.core.directory import Line


class Standing(StrEnum):
    """What a list says of a contact, the most pressing first."""

    LEAVING = "leaving"
    NEW = "new"
    VACANT = "vacant"
    MET = "met"
    NEVER = "never"
    NONE = ""


TONES = {
    Standing.LEAVING: "attention",
    Standing.NEW: "accent",
    Standing.VACANT: "accent",
    Standing.MET: "good",
    Standing.NEVER: "attention",
    Standing.NONE: "neutral",
}


def standing(line: Line, today: dt.date) -> Standing:
    """The one thing to know about a contact today.

    Only heads of mission and of consular post are said never to have been received. A chargé
    d'affaires ad interim tells that the post of head is vacant (VCDR art. 19).
    """
    if line.kind != "person":
        return Standing.NONE
    if _within(line.until, today, -OVERDUE_DAYS, LEAVING_DAYS) and codes.is_career(line.role):
        return Standing.LEAVING
    if line.state and _within(line.day, today, -NEW_DAYS, 0):
        return Standing.NEW
    if line.role == codes.Function.CHARGE_AI:
        return Standing.VACANT
    if line.times:
        return Standing.MET
    heads = codes.is_head_of_mission(line.role) or codes.consular_class(line.role) is not None
    return Standing.NEVER if heads and not line.seen else Standing.NONE


def words(found: Standing, times: int) -> Sentence:
    """The words of a standing; `times` is how often somebody was met."""
    if found is Standing.MET:
        return say(N_("Met {n}×"), N_("Met {n}×"), n=times)
    return say(_WORDS[found])


_WORDS = {
    Standing.LEAVING: N_("Leaving soon"),
    Standing.NEW: N_("New credentials"),
    Standing.VACANT: N_("Post vacant"),
    Standing.NEVER: N_("Never received"),
    Standing.NONE: "",
}


def _within(day: str, today: dt.date, first: int, last: int) -> bool:
    if not day:
        return False
    low, high = today + dt.timedelta(days=first), today + dt.timedelta(days=last)
    return low.isoformat() <= day <= high.isoformat()
