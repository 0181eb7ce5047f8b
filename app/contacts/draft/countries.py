"""What an office corrects of a country: its facts, its national days, when one is celebrated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.contacts.rules import days
from app.core.errors import Problem
from app.core.text import N_, say

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

LONGEST_POSTING = 240
"""Months; twenty years is a typing error."""


@dataclass(frozen=True, slots=True)
class NationalDayDraft:
    """A day a country keeps. `rule` as `app.contacts.rules.days` reads it; `id` of one kept."""

    rule: str = ""
    name_en: str = ""
    name_nl: str = ""
    name_fr: str = ""
    source: str = ""
    verified: bool = False
    id: UUID | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.rule or self.name_en or self.name_nl or self.name_fr)


@dataclass(frozen=True, slots=True)
class CountryDraft:
    """The facts of a country, its national days in order, the first THE national day.

    `usual_posting_months` is how long its heads of mission usually stay.
    """

    official_en: str = ""
    official_nl: str = ""
    official_fr: str = ""
    capital_en: str = ""
    capital_nl: str = ""
    capital_fr: str = ""
    head_of_state: str = ""
    head_of_state_title: str = ""
    usual_posting_months: int | None = None
    note: str = ""
    source: str = ""
    verified: bool = False
    days: tuple[NationalDayDraft, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        months = self.usual_posting_months
        if months is not None and not 1 <= months <= LONGEST_POSTING:
            words = N_("A posting lasts from 1 to {n} months.")
            found.append(Problem("usual_posting_months", say(words, n=LONGEST_POSTING)))
        wrong = next((told for one in self.days if (told := days.problem(one.rule))), None)
        if wrong is not None:
            found.append(Problem("days", wrong))
        elif any(not (one.rule or one.is_empty) for one in self.days):
            words = N_("Every national day needs a day: 07-21, or words where it moves.")
            found.append(Problem("days", say(words)))
        return found


@dataclass(frozen=True, slots=True)
class CelebrationDraft:
    """Where and when a national day is celebrated in a year, as the post announced it."""

    year: int = 0
    held_on: dt.date | None = None
    place: str = ""
    note: str = ""

    def problems(self) -> list[Problem]:
        """The day must lie in its year, or close to it."""
        if self.held_on is None or abs(self.held_on.year - self.year) <= 1:
            return []
        words = N_("This day is not in {year}: choose the year it belongs to.")
        return [Problem("held_on", say(words, year=str(self.year)))]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of it."""
        return not (self.held_on or self.place or self.note)
