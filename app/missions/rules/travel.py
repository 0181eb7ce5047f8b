"""What a journey emits and whether the train would do: dated factor rows, never a fixed number.

A factor is a row with its source, edition and first day; a leg keeps the row it was counted with,
so a changed factor never changes a closed mission. Sources contradict each other (DOMAIN 2.3), and
the office chooses; nothing here prefers one.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth (IUGG), for great circles."""
WORKING_DAY_MINUTES = 8 * 60
"""What "within one working day" counts for; the office's setting (city rule of Feb 2020, S41)."""


class Mode(StrEnum):
    """How a leg is travelled."""

    TRAIN = "train"
    NIGHT_TRAIN = "night_train"
    PLANE = "plane"
    CAR = "car"
    TAXI = "taxi"
    COACH = "coach"
    FERRY = "ferry"
    PUBLIC = "public"


FASTEST_TRAIN_KMH = 320
"""The highest speed of trains in service in Europe: no train is sooner than at this speed (k)."""


class TravelClass(StrEnum):
    """The class of a seat, or the kind of a train; `AVERAGE` where a source makes no difference."""

    AVERAGE = "average"
    ECONOMY = "economy"
    PREMIUM = "premium"
    BUSINESS = "business"
    FIRST = "first"
    HIGH_SPEED = "high_speed"
    INTERCITY = "intercity"
    REGIONAL = "regional"
    NATIONAL = "national"
    INTERNATIONAL = "international"


SEAT_CLASSES = (
    TravelClass.ECONOMY,
    TravelClass.PREMIUM,
    TravelClass.BUSINESS,
    TravelClass.FIRST,
    TravelClass.AVERAGE,
)
TRAIN_KINDS = (
    TravelClass.HIGH_SPEED,
    TravelClass.INTERCITY,
    TravelClass.REGIONAL,
    TravelClass.NATIONAL,
    TravelClass.INTERNATIONAL,
    TravelClass.AVERAGE,
)


def classes_of(mode: str) -> tuple[TravelClass, ...]:
    """The classes a leg of a mode may have: seats of a plane, kinds of a train."""
    if mode == Mode.PLANE:
        return SEAT_CLASSES
    return TRAIN_KINDS if mode in (Mode.TRAIN, Mode.NIGHT_TRAIN) else (TravelClass.AVERAGE,)


VEHICLE_MODES = frozenset({Mode.CAR, Mode.TAXI})
"""Modes whose factors count per kilometre of the vehicle, shared by who sits in it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the Earth, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Factor:
    """A row of a factor set: kg CO2e per passenger-kilometre, or per vehicle-kilometre.

    It holds for distances from `from_km` up to, not including, `below_km`, and from `valid_from`
    until a later row of the same source. `with_contrails` says whether the effects of flying high
    are in it.
    """

    source: str
    edition: str
    mode: Mode
    value: float
    travel_class: TravelClass = TravelClass.AVERAGE
    from_km: float = 0.0
    below_km: float = math.inf
    with_contrails: bool = False
    valid_from: dt.date = dt.date.min
    verified: bool = False
    note: str = ""
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch of a journey. `passengers` shared a car; `distance_km` is the way one went."""

    mode: Mode
    distance_km: float
    day: dt.date
    travel_class: TravelClass = TravelClass.AVERAGE
    passengers: int = 1


def great_circle_km(one: Place, two: Place) -> float:
    """The shortest way over the Earth between two points, in kilometres (haversine)."""
    lat1, lat2 = math.radians(one.latitude), math.radians(two.latitude)
    half_lat = (lat2 - lat1) / 2
    half_lon = math.radians(two.longitude - one.longitude) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def factor_for(leg: Leg, factors: Iterable[Factor], source: str) -> Factor | None:
    """The row of a source that counts for a leg on its day, None where it has none.

    The row of the very class goes before one for all classes; of several editions the last that had
    begun by the day of the leg; in an edition the row of the narrower band.
    """
    held = [one for one in factors if one.source == source and _fits(one, leg)]
    return max(held, key=lambda one: _rank(one, leg), default=None)


def _rank(one: Factor, leg: Leg) -> tuple[bool, dt.date, float, float]:
    same = one.travel_class == leg.travel_class
    return (same, one.valid_from, one.from_km, -one.below_km)


def chosen_factor(leg: Leg, factors: Sequence[Factor], sources: Iterable[str]) -> Factor | None:
    """The row that counts for a leg by the sources the office uses, the first that has one."""
    found = (factor_for(leg, factors, source) for source in sources)
    return next((one for one in found if one is not None), None)


def _fits(one: Factor, leg: Leg) -> bool:
    classes = (leg.travel_class, TravelClass.AVERAGE)
    return (
        one.mode == leg.mode
        and one.travel_class in classes
        and one.from_km <= leg.distance_km < one.below_km
        and one.valid_from <= leg.day
    )


def emission_kg(leg: Leg, factor: Factor) -> float:
    """What one passenger emitted on a leg, in kg CO2e."""
    whole = leg.distance_km * factor.value
    return whole / max(1, leg.passengers) if leg.mode in VEHICLE_MODES else whole


@dataclass(frozen=True, slots=True)
class Footprint:
    """A sum of legs: kilograms, kilometres by mode, and how many legs no row counted for."""

    kilograms: float
    kilometres: dict[Mode, float]
    uncounted: int


def footprint(legs: Sequence[tuple[Leg, Factor | None]]) -> Footprint:
    """Add up legs, each with the row it was counted with."""
    kilometres: dict[Mode, float] = {}
    for leg, _row in legs:
        kilometres[leg.mode] = kilometres.get(leg.mode, 0.0) + leg.distance_km
    kilograms = sum(emission_kg(leg, row) for leg, row in legs if row is not None)
    return Footprint(kilograms, kilometres, sum(row is None for _leg, row in legs))


def train_first(
    mode: str,
    train_minutes: int | None,
    motive: str,
    limit: int = WORKING_DAY_MINUTES,
    distance_km: float | None = None,
) -> Sentence | None:
    """What the rule "the train where it arrives within one working day" says of a leg.

    Args:
        mode: how the leg is travelled.
        train_minutes: door to door by train, None where nobody looked it up.
        motive: why one flies all the same.
        limit: the minutes of a working day.
        distance_km: the great circle; farther than the fastest train comes within `limit`, nothing
            is asked.

    Returns:
        What is asked of the traveller; None where the rule is kept.
    """
    if mode != Mode.PLANE:
        return None
    if train_minutes is None:
        if distance_km is not None and distance_km > FASTEST_TRAIN_KMH * limit / 60:
            return None
        return say(
            N_("Look up how long the train takes: it comes first where it arrives within a day.")
        )
    if train_minutes > limit or motive.strip():
        return None
    hours = f"{train_minutes // 60}:{train_minutes % 60:02}"
    return say(N_("The train takes {hours}: say why one flies."), hours=hours)
