"""Appointments: iCalendar files (RFC 5545), written by hand.

Times stand in UTC, so that no program has to understand our time zone: Outlook shows events an hour
off where it does not like a VTIMEZONE (DOMAIN I47), and every calendar turns UTC into the time of
the place it is in.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

_OCTETS = 75
"""RFC 5545, 3.1: no line is longer, the line break left out."""
_USUAL_HOURS = 2
_USUAL_ZONE = "Europe/Brussels"


@dataclass(frozen=True, slots=True)
class Appointment:
    """What stands in the guest's calendar. Times are those of `zone` (an IANA name).

    `moves` counts how often the date moved: a calendar takes the entry with the higher number.
    """

    reception: UUID
    title: str
    starts_at: dt.datetime
    ends_at: dt.datetime | None = None
    place: str = ""
    words: str = ""
    organiser: str = ""
    organiser_name: str = ""
    moves: int = 0
    zone: str = _USUAL_ZONE
    domain: str = "localhost"


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a calendar. Times are in UTC; `busy` says whether others see one as taken.

    `sequence` never goes down: a calendar takes the entry with the higher number.
    """

    uid: str
    title: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    place: str = ""
    words: str = ""
    sequence: int = 0
    organiser: str = ""
    organiser_name: str = ""
    busy: bool = True


def calendar_file(one: Appointment, written_at: dt.datetime) -> str:
    """The file, with the line breaks the standard asks for; `written_at` has a time zone."""
    start = in_utc(one.starts_at, one.zone)
    end = in_utc(one.ends_at, one.zone) if one.ends_at else start + dt.timedelta(hours=_USUAL_HOURS)
    event = Event(
        f"{one.reception.hex}@{one.domain}", one.title, start, end, one.place, one.words,
        one.moves, one.organiser, one.organiser_name,
    )  # fmt: skip
    return calendar_of([event], written_at)


def calendar_of(events: Iterable[Event], written_at: dt.datetime, name: str = "") -> str:
    """A calendar of several entries; `name` is what programs call it where they ask for one."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Belfry//Protocol desktop//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    lines += [f"X-WR-CALNAME:{_text(name)}"] if name else []
    for one in events:
        lines += _event(one, written_at)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(one: Event, written_at: dt.datetime) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{one.uid}",
        f"SEQUENCE:{one.sequence}",
        f"DTSTAMP:{_stamp(written_at.astimezone(dt.UTC))}",
        f"DTSTART:{_stamp(one.starts_at)}",
        f"DTEND:{_stamp(one.ends_at)}",
        f"SUMMARY:{_text(one.title)}",
    ]
    lines += [f"LOCATION:{_text(one.place)}"] if one.place else []
    lines += [f"DESCRIPTION:{_text(one.words)}"] if one.words else []
    if one.organiser:
        name = one.organiser_name.replace('"', "'")
        lines.append(f'ORGANIZER;CN="{name}":mailto:{one.organiser}')
    taken = "OPAQUE" if one.busy else "TRANSPARENT"
    return [*lines, "STATUS:CONFIRMED", f"TRANSP:{taken}", "END:VEVENT"]


def in_utc(moment: dt.datetime, zone: str) -> dt.datetime:
    """A moment of a place (without zone) in UTC, summer time included."""
    return moment.replace(tzinfo=_zone(zone)).astimezone(dt.UTC)


def _zone(name: str) -> dt.tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(_USUAL_ZONE)


@lru_cache(maxsize=8)
def zone_of(country: str) -> str:
    """The time zone of a country (ISO 3166-1) that has one; Brussels' where it has several."""
    from babel.core import get_global

    zones = [name for name, where in get_global("zone_territories").items() if where == country]
    return zones[0] if len(zones) == 1 else _USUAL_ZONE


def _stamp(moment: dt.datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """RFC 5545, 3.3.11: backslash, semicolon, comma and line break are written with a backslash."""
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A long line over several, never cut inside a character; those that follow begin blank."""
    part, size = "", 0
    for sign in line:
        wide = len(sign.encode())
        if size + wide > _OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + wide
    yield part
