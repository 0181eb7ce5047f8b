"""Time zones by their IANA names: which there are, which a country has, how their clocks go."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def is_zone(name: str) -> bool:
    """Whether this is a time zone this machine knows ("Asia/Tokyo")."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return "/" in name or name == "UTC"


@cache
def zones_of(country: str) -> tuple[str, ...]:
    """The zones of a country (alpha-2) by name, as CLDR knows them; of "" every zone."""
    from babel.core import get_global

    known = get_global("zone_territories")
    mine = (zone for zone, code in known.items() if "/" in zone and country in ("", code))
    return tuple(sorted(zone for zone in mine if not zone.startswith("Etc/")))


def usual_zone(country: str) -> str:
    """The zone of a country that has only one, else ""."""
    found = zones_of(country) if country else ()
    return found[0] if len(found) == 1 else ""


def usual_or(country: str, other: str = "Europe/Brussels") -> str:
    """The zone of a country that has only one, else another zone."""
    return usual_zone(country) or other


def there(local: dt.datetime, zone: str) -> dt.datetime:
    """A local time as a moment; of an hour that comes twice the first one.

    Raises:
        ZoneInfoNotFoundError: there is no such zone (see `is_zone`).
    """
    return local.replace(tzinfo=ZoneInfo(zone), fold=0)


def later(moment: dt.datetime, minutes: int) -> dt.datetime:
    """So many real minutes later (earlier if negative), by the same clock."""
    return (moment.astimezone(dt.UTC) + dt.timedelta(minutes=minutes)).astimezone(moment.tzinfo)


def doubt(local: dt.datetime, zone: str) -> str:
    """What is odd with a local time: "missing" where clocks skip it, "twice" where they go back."""
    first = local.replace(tzinfo=ZoneInfo(zone), fold=0)
    again = local.replace(tzinfo=ZoneInfo(zone), fold=1)
    if first.utcoffset() == again.utcoffset():
        return ""
    back = first.astimezone(dt.UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return "twice" if back == local else "missing"


def offset_words(moment: dt.datetime) -> str:
    """How far a moment's clock is from UTC: "UTC+9", "UTC+5:30", "UTC"."""
    offset = moment.utcoffset() or dt.timedelta()
    minutes = round(abs(offset.total_seconds()) / 60)
    if not minutes:
        return "UTC"
    sign = "+" if offset > dt.timedelta() else "\u2212"
    part = f":{minutes % 60:02}" if minutes % 60 else ""
    return f"UTC{sign}{minutes // 60}{part}"


def clock_name(moment: dt.datetime) -> str:
    """The usual letters of a moment's clock ("JST", "CEST"), else its distance from UTC."""
    name = moment.tzname() or ""
    return name if name.isalpha() else offset_words(moment)


def zone_words(moment: dt.datetime) -> str:
    """The clock of a moment: "JST, UTC+9", or "UTC+3" where it has no letters."""
    name, offset = clock_name(moment), offset_words(moment)
    return offset if name == offset else f"{name}, {offset}"
