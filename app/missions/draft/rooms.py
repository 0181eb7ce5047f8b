"""A hotel room as typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.missions.rules.rooms import Kind

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class RoomDraft:
    """A room from the first night to the morning one leaves; `sleepers` are participants."""

    hotel: str = ""
    kind: str = Kind.SINGLE
    number: str = ""
    from_on: dt.date | None = None
    until_on: dt.date | None = None
    note: str = ""
    sleepers: tuple[UUID, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.hotel.strip():
            found.append(Problem("hotel", say(N_("Say which hotel it is in."))))
        if self.kind not in set(Kind):
            found.append(Problem("kind", say(N_("Choose one from the list."))))
        if self.from_on and self.until_on and self.until_on <= self.from_on:
            sentence = say(N_("One leaves the day after the first night, or later."))
            found.append(Problem("until_on", sentence))
        return found
