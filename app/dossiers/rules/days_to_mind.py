"""Days an office minds when it chooses a date: when they count, and what they mean for a host.

They are days of calendars and countries. Nothing here says anything of a person.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.contacts.rules.reference import rows
from app.core.text import N_, Language, Sentence, plain, say

if TYPE_CHECKING:
    from collections.abc import Sequence

EVENING = dt.time(16, 0)
"""From this hour a reception may run into a day that begins at sunset."""

COUNCIL, RELIGIOUS = "council", "religious"
"""Kinds of days that are told in words of their own."""

ADVICE = {
    "daytime_fast": N_("no meal or drink before sunset"),
    "fast": N_("no meal on this day"),
    "rest": N_("work and travel are avoided"),
    "feast": N_("families are together: many will not come"),
    "travel": N_("many are abroad or with family for several days"),
    "council": N_("mayor and aldermen are in the council"),
}
"""What a kind of day means for a host, by the code in `special_days.csv`."""


def advice_words(advice: str) -> Sentence:
    """The advice of a day: that of the calendar in every language, the office's own as typed."""
    return say(ADVICE[advice]) if advice in ADVICE else plain(advice)


def name_in(names: Sequence[str], language: Language) -> str:
    """A name in a language (`names` are English, Dutch, French), else in one there is."""
    by = dict(zip((Language.EN, Language.NL, Language.FR), names, strict=True))
    return by[language] or next((name for name in names if name), "")


def touches(
    first: dt.date,
    last: dt.date,
    *,
    from_evening: bool,
    begins: dt.datetime,
    ends: dt.datetime | None,
) -> bool:
    """Whether days meet the hours of a dossier; some begin at sunset of the day before `first`.

    They also end at sunset: an evening on the last day itself is still counted, to be safe.
    """
    until = ends or begins
    if begins.date() <= last and first <= until.date():
        return True
    eve = first - dt.timedelta(days=1)
    return from_evening and begins.date() <= eve <= until.date() and until.time() >= EVENING


def is_sabbath(begins: dt.datetime, ends: dt.datetime | None) -> bool:
    """Whether it falls on a Friday evening or a Saturday by day."""
    until = ends or begins
    if begins.weekday() == 4:
        return until.time() >= EVENING or until.date() > begins.date()
    return begins.weekday() == 5 and begins.time() < dt.time(18, 0)


def shipped() -> list[dict[str, str]]:
    """The calendar that comes with the program (`special_days.csv`)."""
    return list(rows("special_days"))
