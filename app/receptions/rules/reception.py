"""Words a reception counts with, and what a guest's reply means."""

from __future__ import annotations

from enum import StrEnum

from app.core.text import N_, Sentence, plain, say


class Kind(StrEnum):
    """What is held."""

    RECEPTION = "reception"
    COURTESY_CALL = "courtesy_call"
    CREDENTIALS_VISIT = "credentials_visit"
    WORKING_VISIT = "working_visit"
    OFFICIAL_VISIT = "official_visit"
    NATIONAL_DAY = "national_day"
    DINNER = "dinner"
    GOLDEN_BOOK = "golden_book"
    DELEGATION = "delegation"


class Status(StrEnum):
    """A guest's reply, and whether they came."""

    PROPOSED = "proposed"
    INVITED = "invited"
    ACCEPTED = "accepted"
    WAITING = "waiting"
    REGRETS = "regrets"
    REPRESENTED = "represented"
    ATTENDED = "attended"
    ABSENT = "absent"


class Circle(StrEnum):
    """Why somebody is on the list."""

    PRINCIPAL = "principal"
    SUITE = "suite"
    CORPS = "corps"
    CITY = "city"
    PARTNERS = "partners"
    BUSINESS = "business"
    PRESS = "press"
    GUESTS = "guests"


COMING = frozenset({Status.ACCEPTED, Status.REPRESENTED, Status.ATTENDED})
"""Replies that bring somebody to the door."""
ANSWERED = frozenset(Status) - {Status.PROPOSED, Status.INVITED}
"""Replies that need no reminder; who is on the waiting list has said yes."""
AWAY = frozenset({Status.REGRETS, Status.ABSENT})
"""Replies that free a place."""

_LABELS: dict[StrEnum, str] = {
    Kind.RECEPTION: N_("Reception"),
    Kind.COURTESY_CALL: N_("Courtesy call"),
    Kind.CREDENTIALS_VISIT: N_("First visit after credentials"),
    Kind.WORKING_VISIT: N_("Working visit"),
    Kind.OFFICIAL_VISIT: N_("Official visit"),
    Kind.NATIONAL_DAY: N_("National-day reception"),
    Kind.DINNER: N_("Dinner"),
    Kind.GOLDEN_BOOK: N_("Golden-book signing"),
    Kind.DELEGATION: N_("Delegation visit"),
    Status.PROPOSED: N_("Proposed"),
    Status.INVITED: N_("Invited"),
    Status.ACCEPTED: N_("Accepted"),
    Status.WAITING: N_("On the waiting list"),
    Status.REGRETS: N_("Regrets"),
    Status.REPRESENTED: N_("Represented"),
    Status.ATTENDED: N_("Attended"),
    Status.ABSENT: N_("Absent"),
    Circle.PRINCIPAL: N_("Principal"),
    Circle.SUITE: N_("Suite"),
    Circle.CORPS: N_("Corps"),
    Circle.CITY: N_("City"),
    Circle.PARTNERS: N_("Partners"),
    Circle.BUSINESS: N_("Business"),
    Circle.PRESS: N_("Press"),
    Circle.GUESTS: N_("Guests"),
}


def label(code: Kind | Status | Circle) -> Sentence:
    """The word for a code."""
    return say(_LABELS[code])


def kind_label(code: str) -> Sentence:
    """The word for a kind, or the code as it stands where a list brought in one of its own."""
    return label(Kind(code)) if code in set(Kind) else plain(code)
