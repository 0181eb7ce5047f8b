"""The same journey by other means: what each would emit and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, plain, say
from app.missions.rules.figures import hours, kilograms
from app.missions.rules.travel import Leg, Mode, TravelClass, chosen_factor, emission_kg
from app.missions.rules.travel_words import mode_label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from app.core.text import Language
    from app.missions.rules.travel import Factor


@dataclass(frozen=True, slots=True)
class Way:
    """A way to travel: how, how far (km of that way), how long door to door (minutes)."""

    mode: Mode
    travel_class: TravelClass = TravelClass.AVERAGE
    distance_km: float | None = None
    minutes: int | None = None
    passengers: int = 1


@dataclass(frozen=True, slots=True)
class Compared:
    """A way with the row that counts for it and what one traveller would emit, in kg CO2e."""

    way: Way
    factor: Factor | None
    kg: float | None


def compare(
    ways: Sequence[Way], day: dt.date, factors: Sequence[Factor], sources: Sequence[str]
) -> list[Compared]:
    """Each way with its emission, the least first; what no row counts for at the end."""
    found = []
    for way in ways:
        if way.distance_km is None:
            found.append(Compared(way, None, None))
            continue
        leg = Leg(way.mode, way.distance_km, day, way.travel_class, way.passengers)
        row = chosen_factor(leg, factors, sources)
        found.append(Compared(way, row, emission_kg(leg, row) if row else None))
    return sorted(found, key=lambda one: (one.kg is None, one.kg or 0.0))


def told(compared: Sequence[Compared], language: Language) -> Sentence:
    """ "Train 12 kg and 5:40, plane 210 kg": what is known, the least first."""
    parts = [_part(one, language) for one in compared if one.kg is not None]
    joined = plain("")
    for at, part in enumerate(parts):
        joined = part if not at else say(N_("{before} · {after}"), before=joined, after=part)
    return joined


def _part(one: Compared, language: Language) -> Sentence:
    figure = kilograms(one.kg or 0.0, language)
    way = mode_label(one.way.mode)
    if one.way.minutes is None:
        return say(N_("{way} {kilograms}"), way=way, kilograms=figure)
    both = N_("{way} {kilograms} and {hours}")
    return say(both, way=way, kilograms=figure, hours=hours(one.way.minutes))
