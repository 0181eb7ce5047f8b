"""What comes in of a programme: its lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.rules.programme import ItemKind, Slot
from app.dossiers.rules.zones import is_zone

if TYPE_CHECKING:
    import datetime as dt

LONGEST = 24 * 60
"""Minutes; a longer line is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class ProgrammeDraft:
    """A line of the programme. `travel_minutes` is the way to it from the line before.

    `language` is an ISO 639-1 code; a `fixed` line keeps its time when those before it change.
    `time_zone` is an IANA name, empty for the clock of where the dossier is on that day.
    """

    title: str = ""
    starts_at: dt.datetime | None = None
    minutes: int | None = None
    place: str = ""
    host: str = ""
    owner: str = ""
    language: str = ""
    public: bool = True
    note: str = ""
    kind: str = ItemKind.ITEM
    phone: str = ""
    attendees: str = ""
    speaker: str = ""
    interpreter: str = ""
    travel_minutes: int | None = None
    rain_plan: str = ""
    fixed: bool = False
    time_zone: str = ""

    @property
    def slot(self) -> Slot:
        """The time it takes, for the rules."""
        return Slot(self.starts_at, self.minutes, self.fixed, self.travel_minutes)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.title.strip():
            found.append(Problem("title", say(N_("Say what happens."))))
        for field, minutes in (("minutes", self.minutes), ("travel_minutes", self.travel_minutes)):
            if minutes is not None and minutes < 0:
                found.append(Problem(field, say(N_("Minutes count upwards from 0."))))
            elif minutes is not None and minutes > LONGEST:
                found.append(
                    Problem(field, say(N_("This is longer than a day: check the minutes.")))
                )
        if self.kind not in set(ItemKind):
            found.append(Problem("kind", say(N_("Choose one from the list."))))
        if self.fixed and self.starts_at is None:
            found.append(Problem("time", say(N_("A fixed line needs its time."))))
        return [*found, *self._codes()]

    def _codes(self) -> list[Problem]:
        """What is wrong with its language and its clock."""
        found = []
        if self.time_zone and not is_zone(self.time_zone):
            sentence = say(
                N_("“{name}” is no time zone: write it as Asia/Tokyo."), name=self.time_zone
            )
            found.append(Problem("time_zone", sentence))
        if len(self.language) > 3:
            sentence = say(N_("Give the language by its code, such as nl, fr or en."))
            found.append(Problem("language", sentence))
        return found
