"""Saved views, tags and mailing sets as they come in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.contacts.draft.people import NAME_LIMIT
from app.contacts.rules.tags import KINDS
from app.contacts.rules.views import GROUPS, NAME_ORDER, Conditions
from app.core.errors import Problem
from app.core.text import N_, say

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class ViewDraft:
    """A saved view. No `columns` means those a person chose for all views."""

    name: str = ""
    conditions: Conditions = field(default_factory=Conditions)
    columns: tuple[str, ...] = ()
    sort: str = NAME_ORDER
    descending: bool = False
    group_by: str = ""

    def problems(self) -> list[Problem]:
        """What stands in the way of keeping it."""
        found = _name_problems(self.name)
        days = self.conditions.leaving_days, self.conditions.credentials_days
        for name, value in zip(("leaving_days", "credentials_days"), days, strict=True):
            if not 0 <= value <= _DAYS_LIMIT:
                found.append(Problem(name, say(N_("Give a number of days below 10,000."))))
        if not 0 <= self.conditions.met_months <= _MONTHS_LIMIT:
            found.append(Problem("met_months", say(N_("Give a number of months below 1,000."))))
        if self.group_by not in GROUPS:
            found.append(Problem("group_by", say(N_("A list cannot be grouped by this."))))
        return found


@dataclass(frozen=True, slots=True)
class TagDraft:
    """A tag; one of the kind goal has the goal's number."""

    name: str = ""
    kind: str = "tag"
    goal: int | None = None
    note: str = ""

    def problems(self) -> list[Problem]:
        """What stands in the way of keeping it."""
        found = _name_problems(self.name)
        if self.kind not in KINDS:
            found.append(Problem("kind", say(N_("There is no such kind of tag."))))
        return found


@dataclass(frozen=True, slots=True)
class MailingSetDraft:
    """A mailing set; why it is kept must be said (GDPR art. 5.1.b)."""

    name: str = ""
    purpose: str = ""
    legal_basis: str = ""
    reuse_for: str = ""
    keep_until: dt.date | None = None
    note: str = ""

    def problems(self) -> list[Problem]:
        """What stands in the way of keeping it."""
        found = _name_problems(self.name)
        if not self.purpose.strip():
            found.append(
                Problem("purpose", say(N_("Say what these people are kept together for.")))
            )
        return found


_DAYS_LIMIT, _MONTHS_LIMIT = 9_999, 999


def _name_problems(name: str) -> list[Problem]:
    if not name.strip():
        return [Problem("name", say(N_("Give it a name.")))]
    if len(name) > NAME_LIMIT:
        return [Problem("name", say(N_("This name is too long: shorten it.")))]
    return []
