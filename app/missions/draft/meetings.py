"""What comes in of matchmaking: parties, wishes, slots, meetings and what came of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.missions.rules.meetings import HIGHEST_WISH, Result, Side, slot_times

if TYPE_CHECKING:
    from uuid import UUID

_CHOOSE = N_("Choose one from the list.")
MOST_SLOTS, LONGEST_SLOT = 200, 480


@dataclass(frozen=True, slots=True)
class FairPartyDraft:
    """A company of the delegation or a host; `away` are positions of slots it cannot come in.

    `language` is the one it needs an interpreter for, "" where none is needed; `most` the number of
    meetings it wants at most.
    """

    name: str = ""
    side: str = Side.OURS
    wanted: str = ""
    offered: str = ""
    language: str = ""
    most: int | None = None
    away: tuple[int, ...] = ()
    note: str = ""
    organisation: UUID | None = None
    person: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.name.strip():
            found.append(Problem("name", say(N_("Say what this company or host is called."))))
        if self.side not in set(Side):
            found.append(Problem("side", say(_CHOOSE)))
        if self.most is not None and self.most < 1:
            sentence = say(N_("One meeting or more, or leave it open."))
            found.append(Problem("most", sentence))
        return found


@dataclass(frozen=True, slots=True)
class WishDraft:
    """That a party wants to meet another, from 1 to 5; 0 takes the wish back."""

    party: UUID
    other: UUID
    weight: int

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        if 0 <= self.weight <= HIGHEST_WISH:
            return []
        return [Problem("weight", say(N_("A wish weighs 1 to 5.")))]


@dataclass(frozen=True, slots=True)
class SlotsDraft:
    """A day of slots, in the time of the destination: from, until, how long, how far apart."""

    day: dt.date | None = None
    starts: dt.time | None = dt.time(9, 0)
    until: dt.time | None = dt.time(12, 0)
    minutes: int | None = 20
    pause: int | None = 5

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if self.day is None:
            found.append(Problem("day", say(N_("Say on which day meetings are held."))))
        if self.starts is None or self.until is None or self.until <= self.starts:
            found.append(Problem("until", say(N_("The end comes after the beginning."))))
        if self.minutes is None or not 1 <= self.minutes <= LONGEST_SLOT:
            found.append(Problem("minutes", say(N_("A meeting takes 1 to 480 minutes."))))
        if self.pause is not None and self.pause < 0:
            found.append(Problem("pause", say(N_("A pause takes no minutes or more."))))
        return found or self._count()

    def _count(self) -> list[Problem]:
        number = len(self.times())
        if not number:
            return [Problem("until", say(N_("Not one meeting fits between these times.")))]
        if number > MOST_SLOTS:
            return [
                Problem("minutes", say(N_("That makes {n} slots: take longer ones."), n=number))
            ]
        return []

    def times(self) -> tuple[dt.datetime, ...]:
        """When the slots begin; none while something is open."""
        if self.day is None or self.starts is None or self.until is None or not self.minutes:
            return ()
        start = dt.datetime.combine(self.day, self.starts)
        return slot_times(start, self.until, self.minutes, self.pause or 0)


@dataclass(frozen=True, slots=True)
class RoomOfTablesDraft:
    """How many meetings can be held at once, and how many interpreters there are by language."""

    tables: int | None = None
    interpreters: tuple[tuple[str, int], ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if self.tables is not None and self.tables < 1:
            found.append(Problem("tables", say(N_("One table or more, or leave it open."))))
        if any(number < 0 for _language, number in self.interpreters):
            found.append(Problem("interpreters", say(N_("No interpreter, or one and more."))))
        return found


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """A meeting set by hand; without a `place` it gets a free table."""

    company: UUID | None = None
    host: UUID | None = None
    slot: UUID | None = None
    place: str = ""
    interpreter: str = ""
    locked: bool = True

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if self.company is None:
            found.append(Problem("company", say(N_("Say which company meets."))))
        if self.host is None:
            found.append(Problem("host", say(N_("Say whom it meets."))))
        return found


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """What came of a meeting; with `task` words it makes, or changes, the task that follows."""

    result: str = ""
    outcome: str = ""
    task: str = ""
    owner: str = ""
    due_on: dt.date | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if self.result not in {"", *Result}:
            found.append(Problem("result", say(_CHOOSE)))
        if not self.task.strip() and (self.owner.strip() or self.due_on):
            found.append(Problem("task", say(N_("Say what is to be done."))))
        return found
