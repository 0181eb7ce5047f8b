"""The words a field of a list may hold where the program counts with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.rules.codes import OrganisationKind
from app.contacts.rules.tags import TagKind
from app.core.text import N_, Sentence, say
from app.dossiers.rules.agreements import AgreementKind
from app.dossiers.rules.dossier import Origin, Stage
from app.dossiers.rules.gifts import Direction
from app.dossiers.rules.memory import MomentKind
from app.dossiers.rules.programme import ItemKind
from app.dossiers.rules.special_days import DayKind
from app.missions.rules import delegation, meetings, mission, rooms, shares, travel
from app.receptions.rules.messages import Message
from app.receptions.rules.reception import Circle, Kind, Status

if TYPE_CHECKING:
    from enum import StrEnum

VOCABULARIES: dict[tuple[str, str], type[StrEnum]] = {
    ("agreement", "kind"): AgreementKind,
    ("cost-share", "payer"): shares.Payer,
    ("emission-factor", "mode"): travel.Mode,
    ("emission-factor", "travel_class"): travel.TravelClass,
    ("fair-party", "side"): meetings.Side,
    ("gift", "direction"): Direction,
    ("guest", "circle"): Circle,
    ("guest", "status"): Status,
    ("leg", "mode"): travel.Mode,
    ("leg", "travel_class"): travel.TravelClass,
    ("meeting", "result"): meetings.Result,
    ("message-template", "kind"): Message,
    ("mission", "kind"): mission.Kind,
    ("mission", "origin"): Origin,
    ("mission", "stage"): Stage,
    ("moment", "kind"): MomentKind,
    ("objective", "reached"): mission.Reached,
    ("organisation", "kind"): OrganisationKind,
    ("participant", "role"): delegation.Role,
    ("participant", "status"): delegation.Status,
    ("programme-item", "kind"): ItemKind,
    ("reception", "kind"): Kind,
    ("reception", "origin"): Origin,
    ("reception", "stage"): Stage,
    ("room", "kind"): rooms.Kind,
    ("special-day", "kind"): DayKind,
    ("tag", "kind"): TagKind,
}
"""List and field to the words it takes."""


def is_code(noun: str, field: str) -> bool:
    """Whether a field takes only words the program knows."""
    return (noun, field) in VOCABULARIES


def unknown(noun: str, field: str, words: str) -> Sentence | None:
    """What to say of words the field does not take; None where it takes them."""
    known = VOCABULARIES[noun, field]
    if words in set(known):
        return None
    none = N_("“{words}” is none of the words for this field: choose {known}.")
    return say(none, words=words[:80], known=", ".join(known))
