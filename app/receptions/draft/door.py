"""Somebody who stands at the door without being on the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.contacts.draft import NAME_LIMIT
from app.core.errors import Problem
from app.core.text import N_, say

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class WalkInDraft:
    """A name and where they come from; or a `person` the office knows."""

    name: str = ""
    organisation: str = ""
    person: UUID | None = None

    def problems(self) -> list[Problem]:
        """What must be mended before this can be kept."""
        found = []
        if self.person is None and not self.name.strip():
            found.append(Problem("name", say(N_("Type the name of who is at the door."))))
        for name in ("name", "organisation"):
            if len(getattr(self, name)) > NAME_LIMIT:
                long = N_("This is longer than {limit} characters: shorten it.")
                found.append(Problem(name, say(long, limit=NAME_LIMIT)))
        return found
