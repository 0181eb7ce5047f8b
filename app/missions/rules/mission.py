"""Words a mission counts with: what it is, and whether an objective was reached."""

from __future__ import annotations

from enum import StrEnum

from app.core.text import N_, Sentence, plain, say


class Kind(StrEnum):
    """What the city goes out for."""

    TRADE_MISSION = "trade_mission"
    STATE_MISSION = "state_mission"
    EXHIBITION = "exhibition"
    PARTNERSHIP_EVENT = "partnership_event"
    WORKING_VISIT = "working_visit"
    SISTER_CITY_VISIT = "sister_city_visit"


class Reached(StrEnum):
    """How far an objective came."""

    OPEN = ""
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


_KINDS: dict[Kind, str] = {
    Kind.TRADE_MISSION: N_("Trade mission"),
    Kind.STATE_MISSION: N_("State or princely mission"),
    Kind.EXHIBITION: N_("Exhibition"),
    Kind.PARTNERSHIP_EVENT: N_("Partnership event"),
    Kind.WORKING_VISIT: N_("Working visit"),
    Kind.SISTER_CITY_VISIT: N_("Visit to a sister city"),
}
_REACHED: dict[Reached, str] = {
    Reached.OPEN: N_("Not yet known"),
    Reached.YES: N_("Reached"),
    Reached.PARTLY: N_("Partly reached"),
    Reached.NO: N_("Not reached"),
}


def kind_label(code: str) -> Sentence:
    """The word for a kind of mission; a code no longer known as it is."""
    return say(_KINDS[Kind(code)]) if code in set(Kind) else plain(code)


def reached_label(code: str) -> Sentence:
    """The word for how far an objective came."""
    return say(_REACHED[Reached(code)]) if code in set(Reached) else plain(code)
