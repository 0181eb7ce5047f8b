"""By which clock the times of a mission are: that of the city it is in on the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.fold import words
from app.dossiers.rules.zones import is_zone, usual_zone

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Stop:
    """A city of the mission and the days it is there; an open day has no bound."""

    city: str
    country: str = ""
    zone: str = ""
    arrives_on: dt.date | None = None
    leaves_on: dt.date | None = None

    @property
    def clock(self) -> str:
        """Its zone: its own, else that of a country with only one, else ""."""
        return self.zone if is_zone(self.zone) else usual_zone(self.country)

    def holds(self, day: dt.date) -> bool:
        """Whether the mission is there on a day."""
        after = self.arrives_on is None or day >= self.arrives_on
        return after and (self.leaves_on is None or day <= self.leaves_on)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time zone, and whether it is known rather than guessed."""

    zone: str
    sure: bool = True


def clock_of(own: str, day: dt.date | None, place: str, stops: Sequence[Stop], home: str) -> Clock:
    """The clock of a time on a day: its own, else that of the destination of the day, else home's.

    On a day in two zones the city the place names counts; without it nobody knows.
    """
    if own:
        return Clock(own) if is_zone(own) else Clock(home, sure=False)
    there = [one for one in stops if day is None or one.holds(day)]
    if not there:
        return Clock(home)
    zones = list(dict.fromkeys(one.clock for one in there))
    if len(zones) > 1 and (named := _named(place, there)):
        zones = [named.clock]
    known = [one for one in zones if one]
    return Clock(known[-1] if known else home, sure=len(zones) == len(known) == 1)


def clock_at(
    station: str, day: dt.date, stops: Sequence[Stop], home: str, *, at_home: bool = False
) -> str:
    """The zone of a station: of a destination it names, else of where the mission is that day.

    One `at_home`, from which a mission leaves or to which it comes back, has home's.
    """
    named = _named(station, stops)
    if named is not None and named.clock:
        return named.clock
    if at_home:
        return home
    return clock_of("", day, station, stops, home).zone


def _named(place: str, stops: Sequence[Stop]) -> Stop | None:
    said = f" {words(place)} "
    return next((one for one in stops if one.city and f" {words(one.city)} " in said), None)
