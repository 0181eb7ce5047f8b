"""When a day of a country falls: the rules an office types, read for a year.

"07-21" is a month and day. Moving days are written in English words: "third Monday of April",
"last Sunday of May", "Saturday nearest 06-11", "Monday on or before 05-24", "2 days after Easter",
"Orthodox Easter", "the day after third Monday of April", "04-27, or the day before if Sunday". A
remark may follow in brackets. Whatever else is written is kept as words: nobody computes it.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, plain, say

if TYPE_CHECKING:
    from collections.abc import Callable

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "fifth": 5, "5th": 5, "last": -1,
}  # fmt: skip
_FEASTS = {
    "good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1, "ascension day": 39,
    "whit sunday": 49, "pentecost": 49, "whit monday": 50, "corpus christi": 60,
}  # fmt: skip
_DAY = "|".join(_WEEKDAYS)
_PLAIN = re.compile(r"^(\d{1,2})-(\d{1,2})$")
_NTH = re.compile(rf"^({'|'.join(_ORDINALS)}) ({_DAY}) (?:of|in) ({'|'.join(_MONTHS)})$")
_NEAR = re.compile(rf"^({_DAY}) (nearest|on or before|on or after|before|after)(?: to)? (.+)$")
_SHIFT = re.compile(r"^(?:(\d{1,3}) days?|day|one day) (after|before) (.+)$")
_UNLESS = re.compile(rf"^(.+?),? or (?:the )?day (before|after) if (?:a |on a )?({_DAY})$")
_REMARK = re.compile(r"\s*\([^)]*\)\s*$|, (?!or )[^,]*$")
_WEEK = 7


def date_of(rule: str, year: int) -> dt.date | None:
    """The date a rule gives in a year; None where it gives none, or nobody knows how to."""
    return _date(_tidy(rule), year)


def is_known(rule: str) -> bool:
    """Whether the rule can be computed (in a leap year at least)."""
    return date_of(rule, 2024) is not None


def is_fixed(rule: str) -> bool:
    """Whether it is the same day every year."""
    return _PLAIN.match(_tidy(rule)) is not None


def month_and_day(rule: str) -> tuple[int, int] | None:
    """Month and day of a fixed day; None for a moving one."""
    found = _PLAIN.match(_tidy(rule))
    return (int(found[1]), int(found[2])) if found else None


def problem(rule: str) -> Sentence | None:
    """What is wrong with a rule: only a month and day that do not exist are."""
    if is_fixed(rule) and date_of(rule, 2024) is None:
        return say(N_("There is no such day: type month and day as 07-21."))
    return None


def next_date(rule: str, today: dt.date) -> dt.date | None:
    """The next time it falls, today included; None where no rule is known."""
    coming = (date_of(rule, year) for year in range(today.year, today.year + 9))
    return next((day for day in coming if day is not None and day >= today), None)


def easter(year: int) -> dt.date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian calendar, as a Gregorian date (Meeus)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    f = d + e + 114
    apart = year // 100 - year // 400 - 2
    return dt.date(year, f // 31, f % 31 + 1) + dt.timedelta(days=apart)


@cache
def _tidy(rule: str) -> str:
    words = " ".join(rule.split()).casefold()
    return _REMARK.sub("", words).removeprefix("the ").strip() if words else ""


def _date(rule: str, year: int) -> dt.date | None:
    for read in _READERS:
        found = read(rule, year)
        if found is not None:
            return found
    return None


def _plain(rule: str, year: int) -> dt.date | None:
    found = _PLAIN.match(rule)
    return _made(year, int(found[1]), int(found[2])) if found else None


def _made(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _nth(rule: str, year: int) -> dt.date | None:
    found = _NTH.match(rule)
    if found is None:
        return None
    nth, weekday = _ORDINALS[found[1]], _WEEKDAYS.index(found[2])
    month = _MONTHS.index(found[3]) + 1
    if nth < 0:
        end = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
        return _on_or_before(end, weekday)
    first = dt.date(year, month, 1)
    days = (weekday - first.weekday()) % _WEEK + _WEEK * (nth - 1)
    wanted = first + dt.timedelta(days=days)
    return wanted if wanted.month == month else None


def _near(rule: str, year: int) -> dt.date | None:
    found = _NEAR.match(rule)
    anchor = _date(found[3], year) if found else None
    if found is None or anchor is None:
        return None
    weekday, one = _WEEKDAYS.index(found[1]), dt.timedelta(days=1)
    starts = {
        "nearest": anchor + 3 * one,
        "on or before": anchor,
        "before": anchor - one,
        "on or after": anchor + 6 * one,
        "after": anchor + 7 * one,
    }
    return _on_or_before(starts[found[2]], weekday)


def _on_or_before(day: dt.date, weekday: int) -> dt.date:
    return day - dt.timedelta(days=(day.weekday() - weekday) % _WEEK)


def _shift(rule: str, year: int) -> dt.date | None:
    found = _SHIFT.match(rule)
    anchor = _date(found[3].removeprefix("the "), year) if found else None
    if found is None or anchor is None:
        return None
    days = int(found[1] or 1)
    return anchor + dt.timedelta(days=days if found[2] == "after" else -days)


def _unless(rule: str, year: int) -> dt.date | None:
    found = _UNLESS.match(rule)
    usual = _date(found[1], year) if found else None
    if found is None or usual is None or usual.weekday() != _WEEKDAYS.index(found[3]):
        return usual
    return usual + dt.timedelta(days=1 if found[2] == "after" else -1)


def _feast(rule: str, year: int) -> dt.date | None:
    orthodox = rule.removeprefix("orthodox ")
    after = _FEASTS.get(orthodox)
    if after is None:
        return None
    sunday = orthodox_easter(year) if orthodox != rule else easter(year)
    return sunday + dt.timedelta(days=after)


_READERS: tuple[Callable[[str, int], dt.date | None], ...] = (
    _plain, _unless, _nth, _near, _shift, _feast,
)  # fmt: skip


# --- in words ---

_SAID_ORDINALS = {
    1: N_("the first {weekday} {of_month}"),
    2: N_("the second {weekday} {of_month}"),
    3: N_("the third {weekday} {of_month}"),
    4: N_("the fourth {weekday} {of_month}"),
    5: N_("the fifth {weekday} {of_month}"),
    -1: N_("the last {weekday} {of_month}"),
}
_SAID_WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
)  # fmt: skip
_SAID_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_SAID_WORDS = {
    words: words
    for words in (
        N_("5 Iyar of the Hebrew calendar, moved to avoid the Sabbath"),
        N_("changes with each Pope"),
    )
}
"""What the reference data says of days nobody can compute."""
_SAID_OF_MONTHS = (
    N_("of January"), N_("of February"), N_("of March"), N_("of April"), N_("of May"),
    N_("of June"), N_("of July"), N_("of August"), N_("of September"), N_("of October"),
    N_("of November"), N_("of December"),
)  # fmt: skip


def month_words(month: int) -> Sentence:
    """The name of a month, 1 to 12."""
    return say(_SAID_MONTHS[month - 1])


def day_words(day: dt.date) -> Sentence:
    """A day with its weekday, readable in any language: "Friday 12 March 2027"."""
    values: dict[str, str | int | Sentence] = {
        "weekday": say(_SAID_WEEKDAYS[day.weekday()]),
        "month": month_words(day.month),
        "year": str(day.year),
    }
    if day.day == 1:
        return say(N_("{weekday} 1 {month} {year}"), **values)
    return say(N_("{weekday} {day} {month} {year}"), day=day.day, **values)


def rule_words(rule: str) -> Sentence:
    """A rule as people say it: "21 July", "the third Monday of April"; others as they stand."""
    tidy = _tidy(rule)
    fixed, nth, unless = _PLAIN.match(tidy), _NTH.match(tidy), _UNLESS.match(tidy)
    if fixed and _plain(tidy, 2024):
        month = say(_SAID_MONTHS[int(fixed[1]) - 1])
        return say(N_("{day} {month}"), day=int(fixed[2]), month=month)
    if nth:
        weekday = say(_SAID_WEEKDAYS[_WEEKDAYS.index(nth[2])])
        month = say(_SAID_OF_MONTHS[_MONTHS.index(nth[3])])
        return say(_SAID_ORDINALS[_ORDINALS[nth[1]]], weekday=weekday, of_month=month)
    if unless and is_known(tidy):
        return _unless_words(unless[1], unless[2], _WEEKDAYS.index(unless[3]))
    known = _SAID_WORDS.get(" ".join(rule.split()))
    return say(known) if known else plain(rule)


def spoken_day(day: dt.date) -> Sentence:
    """A date with its weekday, without the year: "Tuesday 3 March"."""
    weekday, month = say(_SAID_WEEKDAYS[day.weekday()]), say(_SAID_MONTHS[day.month - 1])
    if day.day == 1:
        return say(N_("{weekday} 1 {month}"), weekday=weekday, month=month)
    return say(N_("{weekday} {day} {month}"), weekday=weekday, day=day.day, month=month)


def _unless_words(rule: str, way: str, weekday: int) -> Sentence:
    words = {
        "before": N_("{day}, or the day before where that is a {weekday}"),
        "after": N_("{day}, or the day after where that is a {weekday}"),
    }[way]
    return say(words, day=rule_words(rule), weekday=say(_SAID_WEEKDAYS[weekday]))
