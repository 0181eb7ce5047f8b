"""Dates as people type them: "6 mrt 2024", "6/3/2024", "2024-03-06", "6.3.24", "6 mars"."""

from __future__ import annotations

import datetime as dt
import re

from app.core.clock import today
from app.core.fold import fold
from app.core.text import N_, Language, Sentence, say

_MONTHS = (
    ("jan", "janv", "januari", "janvier", "january"),
    ("feb", "febr", "fev", "fevr", "februari", "fevrier", "february"),
    ("mrt", "maa", "maart", "mars", "mar", "march"),
    ("apr", "avr", "april", "avril"),
    ("mei", "mai", "may"),
    ("jun", "juni", "juin", "june"),
    ("jul", "juil", "juli", "juillet", "july"),
    ("aug", "aout", "augustus", "august"),
    ("sep", "sept", "september", "septembre"),
    ("okt", "oct", "oktober", "octobre", "october"),
    ("nov", "november", "novembre"),
    ("dec", "december", "decembre"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_FIGURES = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?$")
_WORDS = re.compile(
    r"^(?:[a-z]+\.? )?(\d{1,2})(?:e|er|th|st|nd|rd)?\.? ?([a-z]+)\.?(?: (\d{2}|\d{4}))?$"
)
_COMPACT = re.compile(r"^(\d{2})(\d{2})(\d{4})$")


class BadEntryError(ValueError):
    """What was typed is no date; `sentence` says why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def read_date(typed: str) -> dt.date | None:
    """The date that was typed, day before month; nothing typed is None.

    A date without a year is the nearest one to come or just gone (within half a year).
    Raises:
        BadEntryError: with a sentence for the person.
    """
    words = re.sub(r"[\s,]+", " ", fold(typed)).strip()
    if not words:
        return None
    year, month, day = _parts(words)
    if year is None:
        return _nearest(month, day)
    return _date(year, month, day)


def _parts(words: str) -> tuple[int | None, int, int]:
    if found := _ISO.match(words):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _COMPACT.match(words):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _FIGURES.match(words):
        return _year(found[3]), int(found[2]), int(found[1])
    found = _WORDS.match(words)
    if found and found[2] in _MONTH_OF:
        return _year(found[3]), _MONTH_OF[found[2]], int(found[1])
    raise BadEntryError(say(N_("This is not a date. Type it as 6 Mar 2024 or 6/3/2024.")))


def _year(figures: str | None) -> int | None:
    """Two figures mean the years from 70 years ago until 29 years from now."""
    if figures is None:
        return None
    year = int(figures)
    if len(figures) == 4:
        return year
    now = today().year
    year += now - now % 100
    if year > now + 29:
        return year - 100
    return year + 100 if year < now - 70 else year


def _date(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        if not 1 <= month <= 12:
            raise BadEntryError(
                say(
                    N_("There is no month {month}. Type the day first: 6/3/2024 is 6 March."),
                    month=month,
                )
            ) from None
        raise BadEntryError(
            say(N_("There are not {day} days in that month. Type the day as 6/3/2024."), day=day)
        ) from None


def _nearest(month: int, day: int) -> dt.date:
    now = today()
    guess = _date(now.year, month, day)
    if (now - guess).days > 183:
        return _date(now.year + 1, month, day)
    if (guess - now).days > 183:
        return _date(now.year - 1, month, day)
    return guess


def read_time(typed: str) -> dt.time | None:
    """The time that was typed: "18:30", "18.30", "18u30", "18h", "1830"; nothing typed is None.

    Raises:
        BadEntryError: with a sentence for the person.
    """
    words = fold(typed).replace(" ", "").removesuffix("uur").removesuffix("u").removesuffix("h")
    if not words:
        return None
    found = re.match(r"^(\d{1,2})[:.uh]?(\d{2})?$", words)
    if found:
        hour, minute = int(found[1]), int(found[2] or 0)
        if hour < 24 and minute < 60:
            return dt.time(hour, minute)
    raise BadEntryError(say(N_("This is not a time. Type it as 18:30.")))


def example(language: Language) -> str:
    """A date as people may type it."""
    return {Language.NL: "6 mrt 2024", Language.FR: "6 mars 2024"}.get(language, "6 Mar 2024")
