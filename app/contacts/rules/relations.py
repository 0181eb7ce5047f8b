"""Who people are to each other: spouse, assistant, driver; seen from either side."""

from __future__ import annotations

from enum import StrEnum

from app.core.text import N_, Sentence, say


class Relation(StrEnum):
    """What somebody is to a person."""

    SPOUSE = "spouse"
    PARTNER = "partner"
    ASSISTANT = "assistant"
    SECRETARY = "secretary"
    DRIVER = "driver"
    INTERPRETER = "interpreter"
    CHILD = "child"
    OTHER = "other"


class Invited(StrEnum):
    """How a spouse or partner is asked: on the person's invitation, or on their own."""

    TOGETHER = "together"
    APART = "apart"


COUPLES = frozenset({Relation.SPOUSE, Relation.PARTNER})
_LABELS: dict[StrEnum, str] = {
    Relation.SPOUSE: N_("Spouse"),
    Relation.PARTNER: N_("Life partner"),
    Relation.ASSISTANT: N_("Assistant"),
    Relation.SECRETARY: N_("Secretary"),
    Relation.DRIVER: N_("Driver"),
    Relation.INTERPRETER: N_("Interpreter"),
    Relation.CHILD: N_("Child"),
    Relation.OTHER: N_("Other relation"),
    Invited.TOGETHER: N_("Invited together"),
    Invited.APART: N_("Invited apart"),
}
_FROM_THE_OTHER = {
    Relation.SPOUSE: N_("Spouse of"),
    Relation.PARTNER: N_("Life partner of"),
    Relation.ASSISTANT: N_("Assistant of"),
    Relation.SECRETARY: N_("Secretary of"),
    Relation.DRIVER: N_("Driver of"),
    Relation.INTERPRETER: N_("Interpreter of"),
    Relation.CHILD: N_("Child of"),
    Relation.OTHER: N_("Related to"),
}


def label(code: Relation | Invited) -> Sentence:
    """The word for a code."""
    return say(_LABELS[code])


def label_from_the_other(code: Relation) -> Sentence:
    """What the other one says of it: "Assistant of"."""
    return say(_FROM_THE_OTHER[code])


def is_couple(kind: str) -> bool:
    """Whether the relation makes two people a couple; it counts from both sides."""
    return kind in COUPLES
