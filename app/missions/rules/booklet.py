"""What of somebody may stand in a booklet, for whom, and in whose time it tells a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.core.text import N_, Sentence, say
from app.dossiers.rules.zones import is_zone

if TYPE_CHECKING:
    from collections.abc import Sequence

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


@dataclass(frozen=True, slots=True)
class Leg:
    """A city with its zone (IANA, "" unknown) and the days the mission is there."""

    city: str
    zone: str
    arrives_on: dt.date | None
    leaves_on: dt.date | None


def zone_on(legs: Sequence[Leg], day: dt.date | None) -> str:
    """The zone of the city the mission is in on a day, the later one on the day it moves.

    Before the first arrival and after the last departure nobody can tell: "".
    """
    found = ""
    for one in legs:
        if day is None or one.arrives_on is None:
            continue
        if one.arrives_on <= day <= (one.leaves_on or one.arrives_on):
            found = one.zone
    return found


def zone_words(zone: str, day: dt.date, legs: Sequence[Leg]) -> str:
    """A zone as a traveller reads it: its cities of the mission and the hours from UTC."""
    if not zone or not is_zone(zone):
        return zone
    there = [one.city for one in legs if one.zone == zone and _is_there(one, day)]
    city = " / ".join(dict.fromkeys(there)) or zone.rpartition("/")[2].replace("_", " ")
    noon = dt.datetime.combine(day, dt.time(12), ZoneInfo(zone))
    offset = noon.utcoffset() or dt.timedelta()
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    told = f"{hours}:{rest:02}" if rest else str(hours)
    return f"{city} (UTC{sign}{told})"


def _is_there(one: Leg, day: dt.date) -> bool:
    return one.arrives_on is None or one.arrives_on <= day <= (one.leaves_on or one.arrives_on)
