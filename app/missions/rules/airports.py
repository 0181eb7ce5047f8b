"""Airports by code or name, with where they lie: the list of `airportsdata`, mended where wrong.

The list has the Belgian airports and Luxembourg with degrees, minutes and seconds written as
decimals (Brussels 42 km off); `airport_corrections.csv` holds what they are, and counts only as
long as the list still says the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.contacts.rules.reference import rows
from app.core.fold import words
from app.missions.rules.travel import Place, great_circle_km

_CODE = re.compile(r"^\s*([A-Z]{3})(?![A-Za-z])")
_SAME = 1e-6


@dataclass(frozen=True, slots=True)
class Airport:
    """An airport by its IATA code; `country` is ISO 3166-1 alpha-2, `zone` an IANA name."""

    code: str
    name: str
    city: str
    country: str
    place: Place
    zone: str = ""

    @property
    def title(self) -> str:
        """As it stands in a leg: "BRU Brussels Airport"."""
        return f"{self.code} {self.name}"


@cache
def _all() -> dict[str, Airport]:
    import airportsdata

    mended = {row["iata"]: row for row in rows("airport_corrections")}
    found = {}
    for code, row in airportsdata.load("IATA").items():
        place = Place(float(row["lat"]), float(row["lon"]))
        if code in mended:
            place = _mended(place, mended[code])
        found[code] = Airport(code, row["name"], row["city"], row["country"], place, row["tz"])
    return found


def _mended(listed: Place, row: dict[str, str]) -> Place:
    known = Place(float(row["listed_latitude"]), float(row["listed_longitude"]))
    away = abs(listed.latitude - known.latitude) + abs(listed.longitude - known.longitude)
    if away > _SAME:
        return listed
    return Place(float(row["latitude"]), float(row["longitude"]))


def airport_of(text: str) -> Airport | None:
    """The airport whose code a text begins with ("BRU", "BRU Brussels Airport"), else None."""
    found = _CODE.match(text)
    return _all().get(found[1]) if found else None


def air_km(start: str, end: str) -> float | None:
    """The great circle between two airports in kilometres; None where one is not known."""
    one, two = airport_of(start), airport_of(end)
    return great_circle_km(one.place, two.place) if one and two else None


@cache
def _folded() -> tuple[tuple[str, Airport], ...]:
    return tuple((words(f"{one.code} {one.city} {one.name}"), one) for one in _all().values())


def airports_named(text: str, most: int = 8) -> list[Airport]:
    """Airports whose code, city or name hold all these words, the code itself first."""
    wanted = words(text).split()
    if not wanted:
        return []
    found = [one for said, one in _folded() if all(f" {part}" in f" {said}" for part in wanted)]
    first = wanted[0].upper()
    return sorted(found, key=lambda one: (one.code != first, one.city, one.code))[:most]
