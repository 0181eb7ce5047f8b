"""A relationship as typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.contacts.rules.relations import Invited, Relation, is_couple
from app.core.errors import Problem
from app.core.text import N_, say

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class RelationshipDraft:
    """What somebody is to a person, from one day to another (open where None).

    `invited` and `joint_envelope` count for a spouse or life partner, `copied` (gets a copy of
    invitations, without ever ranking) for everybody else.
    """

    kind: str = Relation.SPOUSE
    invited: str = ""
    joint_envelope: bool = False
    copied: bool = False
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    note: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if self.kind not in set(Relation):
            found.append(Problem("kind", say(N_("Choose one from the list."))))
        if self.invited and self.invited not in set(Invited):
            found.append(Problem("invited", say(N_("Choose one from the list."))))
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            wrong = N_("The end lies before the beginning: check both dates.")
            found.append(Problem("ends_on", say(wrong)))
        if is_couple(self.kind) and self.joint_envelope and self.invited == Invited.APART:
            apart = N_("Who is invited apart gets an envelope of their own.")
            found.append(Problem("joint_envelope", say(apart)))
        return found
