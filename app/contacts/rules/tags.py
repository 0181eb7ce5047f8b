"""Kinds of tags, and in which way somebody bears one."""

from __future__ import annotations

from enum import StrEnum

from app.core.text import N_, Sentence, say


class TagKind(StrEnum):
    """Of what a tag speaks; priorities are the office's own, goals the United Nations'."""

    TAG = "tag"
    SECTOR = "sector"
    PRIORITY = "priority"
    GOAL = "goal"


class Role(StrEnum):
    """In which way a contact bears a tag."""

    PLAIN = ""
    INTEREST = "interest"
    EXPERTISE = "expertise"
    NETWORK = "network"


KINDS = frozenset(TagKind)
ROLES = frozenset(Role)
GOALS = range(1, 18)
"""The Sustainable Development Goals (UN resolution 70/1)."""

_LABELS: dict[StrEnum, str] = {
    TagKind.TAG: N_("Tag"),
    TagKind.SECTOR: N_("Sector"),
    TagKind.PRIORITY: N_("Priority of the office"),
    TagKind.GOAL: N_("Sustainable Development Goal"),
    Role.PLAIN: N_("Tag"),
    Role.INTEREST: N_("Interest"),
    Role.EXPERTISE: N_("Expertise"),
    Role.NETWORK: N_("Network they open"),
}


def label(code: TagKind | Role) -> Sentence:
    """The word for a kind or a role."""
    return say(_LABELS[code])
