"""Why somebody is thanked after a mission, and the words the office begins with."""

from __future__ import annotations

from enum import StrEnum

from app.core.text import N_, Language, Sentence, say, t


class Reason(StrEnum):
    """Why the city thanks somebody."""

    PARTNER = "partner"
    MEETING = "meeting"
    MET = "met"
    GIFT = "gift"
    SIGNED = "signed"


_REASONS: dict[Reason, str] = {
    Reason.PARTNER: N_("partner of the mission"),
    Reason.MEETING: N_("had meetings"),
    Reason.MET: N_("met on the way"),
    Reason.GIFT: N_("gave a gift"),
    Reason.SIGNED: N_("signed an agreement"),
}
_SUBJECT = N_("Our visit to {place}")
_BODY = N_(
    "Back home, we remember with pleasure the days in {place}. On behalf of the city I thank you"
    " for your welcome, your time and the open talks.\n\nWhat we agreed, we take up now. My staff"
    " will be in touch about the next steps, and you are always welcome here."
)


def reason_words(code: str) -> Sentence:
    """Why somebody is thanked."""
    return say(_REASONS[Reason(code)])


def first_text(place: str, language: Language) -> tuple[str, str]:
    """The subject and the body a letter of thanks begins with; people change them."""
    return t(_SUBJECT, language, place=place), t(_BODY, language, place=place)
