"""What the calendars share: entries by day, their words and colours."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.dossiers.rules import Stage
from app.dossiers.rules.special_days import day_kind_label
from app.receptions.queries import EntryKind
from ui.core import language
from ui.core.language import read, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.receptions.queries import CalendarEntry

ByDay = dict[dt.date, list["CalendarEntry"]]
WEEK = 7
WEEKEND = 5
_MONTHS = 12


def by_day(entries: Iterable[CalendarEntry], first: dt.date, last: dt.date) -> ByDay:
    """The entries of each day of a stretch; one of several days stands on each of them."""
    found: ByDay = {}
    for one in entries:
        day = max(one.first, first)
        while day <= min(one.last, last):
            found.setdefault(day, []).append(one)
            day += dt.timedelta(days=1)
    return found


def grid_start(year: int, month: int) -> dt.date:
    """The Monday with which the sheet of a month begins."""
    first = dt.date(year, month, 1)
    return first - dt.timedelta(days=first.weekday())


def shifted(day: dt.date, months: int) -> dt.date:
    """The same day some months on, the last of the month where it has fewer days."""
    place = day.year * _MONTHS + day.month - 1 + months
    year, month = place // _MONTHS, place % _MONTHS + 1
    after = dt.date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    last = (after - dt.timedelta(days=1)).day
    return dt.date(year, month, min(day.day, last))


def month_title(day: dt.date) -> str:
    """A month with its year, as a heading."""
    words = language.locale().standaloneMonthName(day.month)
    return f"{words[:1].upper()}{words[1:]} {day.year}"


def month_name(month: int) -> str:
    """A month as a heading."""
    words = language.locale().standaloneMonthName(month)
    return f"{words[:1].upper()}{words[1:]}"


def weekday_names(*, narrow: bool = False) -> list[str]:
    """Monday to Sunday, short."""
    locale = language.locale()
    form = locale.FormatType.NarrowFormat if narrow else locale.FormatType.ShortFormat
    return [locale.standaloneDayName(number, form) for number in range(1, WEEK + 1)]


def entry_words(one: CalendarEntry) -> str:
    """What an entry is called on the sheet."""
    name = one.name(language.current())
    return f"{one.at:%H:%M} {name}" if one.at and one.kind is EntryKind.RECEPTION else name


def entry_told(one: CalendarEntry) -> str:
    """An entry whole, for tooltips, menus and screen readers."""
    name = one.name(language.current())
    if one.kind is EntryKind.NATIONAL_DAY:
        return tr("National day: {country}", country=name)
    if one.kind is EntryKind.MISSION:
        return tr("Mission: {name}", name=name)
    if one.kind is EntryKind.SPECIAL_DAY:
        return tr("{kind}: {name}", kind=read(day_kind_label(one.code)), name=name)
    hour = f"{one.at:%H:%M}" if one.at else ""
    return ", ".join(part for part in (hour, name, one.place) if part)


def day_told(day: dt.date, entries: Mapping[dt.date, list[CalendarEntry]]) -> str:
    """A day whole: its date with the weekday, and what stands on it."""
    found = entries.get(day, [])
    words = "; ".join(entry_told(one) for one in found) if found else tr("nothing")
    return f"{language.day(day, 'full')}: {words}"


def entry_tone(one: CalendarEntry) -> str:
    """The tone of an entry: a reception that is behind us is quiet."""
    if one.kind is EntryKind.SPECIAL_DAY:
        return "attention"
    if one.kind is EntryKind.NATIONAL_DAY:
        return "neutral"
    if one.kind is EntryKind.MISSION:
        return "good"
    return "neutral" if one.code in (Stage.HELD, Stage.CLOSED) else "accent"
