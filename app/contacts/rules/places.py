"""An organisation as the place of a posting: enough to name it in any language."""

from __future__ import annotations

from dataclasses import dataclass

from app.contacts.rules.naming import encode_place


@dataclass(frozen=True, slots=True)
class Place:
    """What is said of an organisation beside the name of somebody who works there."""

    name: str = ""
    kind: str = "other"
    country: str = ""
    city: str = ""
    host_country: str = ""


NOWHERE = Place()


def place_code(place: Place) -> str:
    """The code of a place that is named after its kind, country and city; empty for a named one."""
    if place.name or not place.country:
        return ""
    return encode_place(place.kind, place.country, place.city)
