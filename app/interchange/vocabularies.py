"""The words a field of a list may hold where the program counts with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.rules.codes import OrganisationKind
from app.contacts.rules.tags import TagKind
from app.core.text import N_, Sentence, say
from app.dossiers.rules.dossier import Origin, Stage
from app.dossiers.rules.gifts import Direction
from app.dossiers.rules.memory import MomentKind
from app.dossiers.rules.programme import ItemKind
from app.dossiers.rules.special_days import DayKind
from app.receptions.rules.messages import Message
from app.receptions.rules.reception import Circle, Kind, Status

if TYPE_CHECKING:
    from enum import StrEnum

VOCABULARIES: dict[tuple[str, str], type[StrEnum]] = {
    ("gift", "direction"): Direction,
    ("guest", "circle"): Circle,
    ("guest", "status"): Status,
    ("message-template", "kind"): Message,
    ("moment", "kind"): MomentKind,
    ("organisation", "kind"): OrganisationKind,
    ("programme-item", "kind"): ItemKind,
    ("reception", "kind"): Kind,
    ("reception", "origin"): Origin,
    ("reception", "stage"): Stage,
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
