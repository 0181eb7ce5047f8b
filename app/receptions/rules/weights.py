"""What the office lets count when it looks for whom to invite, in points, with the reason why.

Nothing here is a rule of protocol: each office weighs otherwise and changes these in the settings.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST, MOST = -100, 100

LONG_MONTHS = 18
"""Not received for so long is long."""
FRESH_DAYS = 182
"""Credentials of the last half year are new."""
LEAVING_DAYS = 183
"""Who leaves within half a year is leaving soon."""
NEAR_DAYS = 14
"""A national day so many days from the reception is near."""
RECENT_DAYS = 182
"""Received within the last half year is recent."""
OFTEN = 3
"""A country received so often in a year was received often."""
NEW_YEARS = 2
"""A country nobody of which was received for so many years is new."""
MATCHES = 2
"""So many matching interests count at most, so that a long list of tags does not win."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Points for and against; 0 leaves something out of account."""

    wish: int = 30
    requested: int = 20
    opens: int = 18
    priority: int = 15
    partner: int = 8
    same_country: int = 14
    never: int = 16
    long: int = 12
    country_new: int = 8
    credentials: int = 14
    leaving: int = 10
    national_day: int = 8
    head: int = 6
    thin_corps: int = 5
    meant_corps: int = 40
    declined: int = -14
    absent: int = -8
    recent: int = -14
    often: int = -10
    holiday: int = -25
    gone: int = -15


NAMES: tuple[str, ...] = tuple(one.name for one in fields(Weights))

_LABELS: dict[str, str] = {
    "wish": N_("A partner asks for them"),
    "requested": N_("Their own post asked for the reception"),
    "opens": N_("They open a network for a partner"),
    "priority": N_("An interest matches the reception"),
    "partner": N_("An interest matches a partner"),
    "same_country": N_("The country of the guest of honour"),
    "never": N_("Never received"),
    "long": N_("Not received for long"),
    "country_new": N_("Nobody of the country received lately"),
    "credentials": N_("New credentials"),
    "leaving": N_("Leaving soon"),
    "national_day": N_("National day near the date"),
    "head": N_("Head of mission"),
    "thin_corps": N_("Few of their corps on the list"),
    "meant_corps": N_("The list is of their corps"),
    "declined": N_("Declined the last two invitations"),
    "absent": N_("Said yes and stayed away"),
    "recent": N_("Received lately"),
    "often": N_("Country received often this year"),
    "holiday": N_("National day on the day itself"),
    "gone": N_("May have left by then"),
}
_WHY: dict[str, str] = {
    "wish": N_("The wish of a partner names the person, the post or the country."),
    "requested": N_("Who asked for a reception expects to be there."),
    "opens": N_("A contact noted that they open doors for this partner."),
    "priority": N_("Their interests against the priorities, goals and words of the reception; "
                   "two count at most."),
    "partner": N_("Their interests against those of the partners, and against their wishes; "
                  "two count at most."),
    "same_country": N_("Its other posts belong around a guest of honour."),
    "never": N_("The city owes everybody a first reception."),
    "long": N_("A year and a half or longer ago."),
    "country_new": N_("No post of the country was received in two years: for the balance of "
                      "countries."),
    "credentials": N_("Presented in the last half year."),
    "leaving": N_("Within half a year: the last chance, or the farewell."),
    "national_day": N_("Within two weeks of the reception: a reason to greet them."),
    "head": N_("An ambassador before a consul, where all else is equal."),
    "thin_corps": N_("For the balance of bilateral, consular and multilateral posts."),
    "meant_corps": N_("Four of five on the list are consuls, or of the EU and NATO: the reception"
                      " is for them."),
    "declined": N_("Perhaps the wrong reason to invite: ask first."),
    "absent": N_("The last time, without a word."),
    "recent": N_("In the last half year: others come first."),
    "often": N_("Three times or more, without this reception."),
    "holiday": N_("They hold their own reception then."),
    "gone": N_("Expected to leave before the day: ask about the successor."),
}  # fmt: skip


def weight_label(name: str) -> Sentence:
    """What a weight is for."""
    return say(_LABELS[name])


def weight_reason(name: str) -> Sentence:
    """Why it counts, in a line."""
    return say(_WHY[name])


def weights_from(kept: Mapping[str, Any]) -> Weights:
    """The weights as kept; what is missing, strange or out of bounds is as it was furnished."""
    known = {
        name: value
        for name, value in kept.items()
        if name in NAMES and type(value) is int and LEAST <= value <= MOST
    }
    return Weights(**known)
