"""Dates in running words, with the weekday that was written beside them: Dutch, French, English."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEEKDAYS = (
    ("maandag", "lundi", "monday", "ma", "lun", "mon"),
    ("dinsdag", "mardi", "tuesday", "di", "mar", "tue", "tues"),
    ("woensdag", "mercredi", "wednesday", "wo", "woe", "mer", "wed"),
    ("donderdag", "jeudi", "thursday", "do", "jeu", "thu", "thur", "thurs"),
    ("vrijdag", "vendredi", "friday", "vr", "vrij", "ven", "fri"),
    ("zaterdag", "samedi", "saturday", "za", "zat", "sam", "sat"),
    ("zondag", "dimanche", "sunday", "zo", "zon", "dim", "sun"),
)
_MONTHS = (
    ("januari", "janvier", "january", "jan", "janv"),
    ("februari", "fevrier", "february", "feb", "febr", "fevr"),
    ("maart", "mars", "march", "mrt", "mar"),
    ("april", "avril", "apr", "avr"),
    ("mei", "mai", "may"),
    ("juni", "juin", "june", "jun"),
    ("juli", "juillet", "july", "jul", "juil"),
    ("augustus", "aout", "august", "aug"),
    ("september", "septembre", "sep", "sept"),
    ("oktober", "octobre", "october", "okt", "oct"),
    ("november", "novembre", "nov"),
    ("december", "decembre", "dec"),
)
_DAY_OF = {word: number for number, words in enumerate(_WEEKDAYS) for word in words}
_WHOLE = frozenset(word for words in _WEEKDAYS for word in words[:3])
_MONTH_OF = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NAMED = rf"(?P<month>{_either(_MONTH_OF)})\b\.?"
_NUMBER = r"(?P<number>\d{1,2})(?:e|er|ste|de|st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
_BEFORE = rf"(?:\b(?P<weekday>{_either(_DAY_OF)})\b\.?,?\s+(?:de\s+|the\s+|le\s+|the\s)?)?"
_DAY_FIRST = re.compile(rf"{_BEFORE}\b{_NUMBER}\s+(?:of\s+)?{_NAMED}{_YEAR}")
_MONTH_FIRST = re.compile(rf"{_BEFORE}\b{_NAMED}\s+{_NUMBER}\b(?!\s*[:.h]\s*\d){_YEAR}")
_FIGURES = re.compile(
    rf"{_BEFORE}\b(?P<number>\d{{1,2}})[/.-](?P<month>\d{{1,2}})(?:[/.-](?P<year>\d{{4}}))?\b"
)
_ALONE = re.compile(rf"\b(?:{'|'.join(sorted(_WHOLE))})\b")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it was written. `weekday` counts from 0 (Monday); None where none stands there.

    `day` is None where only a weekday is named; its year is that of the words, else the one given.
    """

    words: str
    weekday: int | None
    day: dt.date | None

    @property
    def contradicts_itself(self) -> bool:
        """Whether the weekday is not that of the date."""
        return None not in (self.weekday, self.day) and self.day.weekday() != self.weekday  # type: ignore[union-attr]  # not None


def written_dates(text: str, year: int) -> list[Written]:
    """The dates in a text, in their order; without a year they are taken to be of `year`.

    Figures without a year or weekday ("26/04") are too often something else, and passed over.
    """
    folded = _folded(text)
    found: dict[int, tuple[int, Written]] = {}
    for match in _matches(folded):
        if any(start < match.end() and match.start() < end for start, (end, _w) in found.items()):
            continue
        made = _read(text, match, year)
        if made is not None:
            found[match.start()] = match.end(), made
    for alone in _ALONE.finditer(folded):
        if not any(start <= alone.start() < end for start, (end, _w) in found.items()):
            words = text[alone.start() : alone.end()]
            found[alone.start()] = alone.end(), Written(words, _DAY_OF[alone.group()], None)
    return [made for _start, (_end, made) in sorted(found.items())]


def _folded(text: str) -> str:
    """Lower case without accents, letter for letter, so that places stay what they are."""
    return "".join((fold(letter) or letter)[:1] if letter.strip() else " " for letter in text)


def _matches(folded: str) -> Iterator[re.Match[str]]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _FIGURES):
        yield from pattern.finditer(folded)


def _read(text: str, match: re.Match[str], year: int) -> Written | None:
    month, named = match["month"], match["weekday"]
    if month.isdigit() and not (named or match["year"]):
        return None
    number = int(month) if month.isdigit() else _MONTH_OF[month]
    try:
        day = dt.date(int(match["year"] or year), number, int(match["number"]))
    except ValueError:
        return None
    words = text[match.start() : match.end()].strip(" ,.")
    return Written(words, _DAY_OF[named] if named else None, day)
