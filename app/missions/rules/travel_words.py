"""The words for how one travels and for the rows one counts with."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, plain, say
from app.missions.rules.travel import VEHICLE_MODES, Mode, TravelClass

if TYPE_CHECKING:
    from app.missions.rules.travel import Factor

_MODES: dict[Mode, str] = {
    Mode.TRAIN: N_("Train"),
    Mode.NIGHT_TRAIN: N_("Night train"),
    Mode.PLANE: N_("Plane"),
    Mode.CAR: N_("Car"),
    Mode.TAXI: N_("Taxi"),
    Mode.COACH: N_("Coach"),
    Mode.FERRY: N_("Ferry"),
    Mode.PUBLIC: N_("Public transport"),
}
_CLASSES: dict[TravelClass, str] = {
    TravelClass.AVERAGE: N_("Average of all"),
    TravelClass.ECONOMY: N_("Economy"),
    TravelClass.PREMIUM: N_("Premium economy"),
    TravelClass.BUSINESS: N_("Business"),
    TravelClass.FIRST: N_("First class"),
    TravelClass.HIGH_SPEED: N_("High-speed train"),
    TravelClass.INTERCITY: N_("Intercity train"),
    TravelClass.REGIONAL: N_("Regional train"),
    TravelClass.NATIONAL: N_("National rail"),
    TravelClass.INTERNATIONAL: N_("International rail"),
}

_AIRPORT = re.compile(r"^([A-Z]{3})\s+\S")


def mode_label(code: str) -> Sentence:
    """The word for a mode; a code nobody knows stands as it is."""
    return say(_MODES[Mode(code)]) if code in set(Mode) else plain(code)


def class_label(code: str) -> Sentence:
    """The word for a class of seats or a kind of train."""
    return say(_CLASSES[TravelClass(code)]) if code in set(TravelClass) else plain(code)


def how(mode: str, travel_class: str) -> Sentence:
    """Mode and class together, the class only where it says something."""
    if travel_class in ("", TravelClass.AVERAGE):
        return mode_label(mode)
    both = N_("{mode}, {kind}")
    return say(both, mode=mode_label(mode), kind=_small(travel_class))


def _small(code: str) -> Sentence:
    small = {
        TravelClass.ECONOMY: N_("economy"),
        TravelClass.PREMIUM: N_("premium economy"),
        TravelClass.BUSINESS: N_("business class"),
        TravelClass.FIRST: N_("first class"),
        TravelClass.HIGH_SPEED: N_("high speed"),
        TravelClass.INTERCITY: N_("intercity"),
        TravelClass.REGIONAL: N_("regional"),
        TravelClass.NATIONAL: N_("national rail"),
        TravelClass.INTERNATIONAL: N_("international rail"),
    }
    return say(small[TravelClass(code)]) if code in small else class_label(code)


def band(from_km: float, below_km: float | None) -> Sentence:
    """The distances a row holds for; empty words where it holds for all."""
    open_ended = below_km is None or math.isinf(below_km)
    if open_ended and not from_km:
        return plain("")
    if open_ended:
        return say(N_("from {n} km"), n=_whole(from_km))
    upper = _whole(below_km or 0)
    if not from_km:
        return say(N_("below {n} km"), n=upper)
    return say(N_("{least} to {most} km"), least=_whole(from_km), most=upper)


def _whole(kilometres: float) -> str:
    return str(round(kilometres))


def factor_title(source: str, edition: str) -> str:
    """A source with its edition, as it stands beside a figure."""
    return f"{source}, {edition}" if edition else source


def per(mode: str) -> Sentence:
    """What the value of a row counts for."""
    if mode in VEHICLE_MODES:
        return say(N_("kg per vehicle-km"))
    return say(N_("kg per passenger-km"))


def contrails(factor: Factor) -> Sentence:
    """What a row of a plane says of the effects of flying high; nothing for others."""
    if factor.mode != Mode.PLANE:
        return plain("")
    if factor.with_contrails:
        return say(N_("with contrails"))
    return say(N_("without contrails"))


def place_name(text: str) -> str:
    """A place for a narrow column: of an airport with its code, the code."""
    found = _AIRPORT.match(text)
    return found[1] if found else text
