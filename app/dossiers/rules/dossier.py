"""Words a dossier counts with: where it came from and how far it is."""

from __future__ import annotations

from enum import StrEnum

from app.core.text import N_, Sentence, say


class Origin(StrEnum):
    """Whether the city wanted to (proactive) or was asked (reactive)."""

    PROACTIVE = "proactive"
    REACTIVE = "reactive"


class Stage(StrEnum):
    """How far a dossier is, in order."""

    IDEA = "idea"
    CLEARED = "cleared"
    INVITED = "invited"
    CONFIRMED = "confirmed"
    HELD = "held"
    CLOSED = "closed"


_LABELS: dict[StrEnum, str] = {
    Origin.PROACTIVE: N_("Proactive"),
    Origin.REACTIVE: N_("Reactive"),
    Stage.IDEA: N_("Idea"),
    Stage.CLEARED: N_("Cleared"),
    Stage.INVITED: N_("Invitations out"),
    Stage.CONFIRMED: N_("Confirmed"),
    Stage.HELD: N_("Held"),
    Stage.CLOSED: N_("Closed"),
}
_OF_A_NOUN: dict[tuple[str, StrEnum], str] = {
    ("mission", Stage.INVITED): N_("Registration open"),
    ("mission", Stage.HELD): N_("Returned"),
}


def label(code: Origin | Stage, noun: str = "") -> Sentence:
    """The word for a code; some nouns have a word of their own for a stage."""
    return say(_OF_A_NOUN.get((noun, code), _LABELS[code]))
