"""What comes in of a mission: its dossier, where it goes, what it is to bring about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.draft import TITLE_LIMIT, DossierDraft
from app.dossiers.rules.zones import is_zone
from app.missions.rules.mission import Kind, Reached

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

_CHOOSE = N_("Choose one from the list.")


@dataclass(frozen=True, slots=True)
class MissionDraft:
    """A mission: its dossier and what only missions have; `budget` in euro cents.

    `parent` is the larger mission it travels in; `closed_on` the day from which its figures stay.
    """

    dossier: DossierDraft = field(default_factory=DossierDraft)
    kind: str = Kind.TRADE_MISSION
    organiser: UUID | None = None
    parent: UUID | None = None
    decision: str = ""
    decided_on: dt.date | None = None
    register_by: dt.date | None = None
    closed_on: dt.date | None = None
    budget: int | None = None
    foreword: str = ""
    practical: str = ""
    emergency: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = self.dossier.problems()
        if self.kind not in set(Kind):
            found.append(Problem("kind", say(_CHOOSE)))
        if self.budget is not None and self.budget < 0:
            found.append(Problem("budget", say(N_("A budget is nothing or more."))))
        begins, ends = self.dossier.starts_at, self.dossier.ends_at or self.dossier.starts_at
        if self.register_by and begins and self.register_by > begins.date():
            sentence = say(N_("Registration closes after the departure: choose an earlier day."))
            found.append(Problem("register_by", sentence))
        if self.closed_on and ends and self.closed_on < ends.date():
            sentence = say(N_("A mission is closed after it came back: choose a later day."))
            found.append(Problem("closed_on", sentence))
        return found


@dataclass(frozen=True, slots=True)
class DestinationDraft:
    """A city the mission goes to. `country_code` is alpha-2, `time_zone` an IANA name."""

    city: str = ""
    country_code: str = ""
    time_zone: str = ""
    arrives_on: dt.date | None = None
    leaves_on: dt.date | None = None
    facts: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.city.strip():
            found.append(Problem("city", say(N_("Say which city."))))
        if self.time_zone and not is_zone(self.time_zone):
            sentence = say(
                N_("“{name}” is no time zone: write it as Asia/Tokyo."), name=self.time_zone
            )
            found.append(Problem("time_zone", sentence))
        if self.arrives_on and self.leaves_on and self.leaves_on < self.arrives_on:
            sentence = say(N_("The departure lies before the arrival: check both days."))
            found.append(Problem("leaves_on", sentence))
        return found


@dataclass(frozen=True, slots=True)
class ObjectiveDraft:
    """Something the mission is to bring about: how it is measured, how much, what came of it."""

    what: str = ""
    measure: str = ""
    target: str = ""
    result: str = ""
    reached: str = Reached.OPEN

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.what.strip():
            found.append(Problem("what", say(N_("Say what it is to bring about."))))
        if len(self.what) > TITLE_LIMIT:
            long = N_("This is longer than {limit} characters: shorten it.")
            found.append(Problem("what", say(long, limit=TITLE_LIMIT)))
        if self.reached not in set(Reached):
            found.append(Problem("reached", say(_CHOOSE)))
        return found
