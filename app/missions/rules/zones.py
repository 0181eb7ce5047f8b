"""Time zones by their IANA names: which there are, and which a country has."""

from __future__ import annotations

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
