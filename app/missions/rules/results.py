"""What came of meetings, as a report counts it."""

from __future__ import annotations

from app.core.text import N_, Sentence, plain, say

ORDER = ("deal", "follow_up", "contact", "none", "not_held", "")
"""In this order a report counts outcomes; "" while nobody said."""

_LABELS = {
    "deal": N_("Deal or agreement"),
    "follow_up": N_("To be followed up"),
    "contact": N_("Contact made"),
    "none": N_("Nothing came of it"),
    "not_held": N_("Did not take place"),
    "": N_("Still open"),
}


def outcome_label(code: str) -> Sentence:
    """The word for an outcome; one we do not know as it is."""
    return say(_LABELS[code]) if code in _LABELS else plain(code)


def outcome_place(code: str) -> int:
    """Where an outcome stands in a report; unknown ones behind the known."""
    return ORDER.index(code) if code in ORDER else len(ORDER)
