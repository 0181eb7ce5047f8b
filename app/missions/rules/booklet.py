"""Whether the likeness of somebody may be printed, and for whom."""

from __future__ import annotations

from app.core.text import N_, Sentence, say

PHOTO_ANSWERS = ("", "yes", "no")
_LABELS = {
    "": N_("Nobody asked yet: only in the internal booklet"),
    "yes": N_("May be printed"),
    "no": N_("May not be printed"),
}


def photo_allowed(consent: str, *, internal: bool) -> bool:
    """Whether a portrait may be printed.

    A likeness needs consent (DOMAIN §5). While nobody was asked the house may use the one it has
    for its own people, who know them; others get it on a "yes" alone; a "no" holds for everybody.
    """
    return consent == "yes" or (consent == "" and internal)


def photo_label(consent: str) -> Sentence:
    """The answer in words."""
    return say(_LABELS.get(consent, consent))
