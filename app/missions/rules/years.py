"""Travel by year: what was travelled and emitted, and how often the train was taken.

A leg counts in the year it departs, else in that of its mission. A journey is one traveller on one
leg. The share of the train is of the journeys by train or plane: buses and taxis at a place say
nothing about the choice between the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from app.core.text import N_, Sentence, say
from app.missions.rules.travel import Mode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.missions.rules.travel import Factor

TRAINS = frozenset({Mode.TRAIN, Mode.NIGHT_TRAIN})
_FIRST, _LAST = 1, 9999


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year: journeys, passenger-kilometres and kilograms of CO2e, those of planes apart.

    `uncounted` journeys no row counts for: they are in `km`, not in `kg`.
    """

    year: int
    journeys: int = 0
    by_train: int = 0
    by_plane: int = 0
    km: float = 0.0
    kg: float = 0.0
    plane_kg: float = 0.0
    uncounted: int = 0

    @property
    def train_share(self) -> int | None:
        """Per cent of the journeys by train or plane that went by train; None without any."""
        both = self.by_train + self.by_plane
        return round(100 * self.by_train / both) if both else None


@dataclass(frozen=True, slots=True)
class YearPart:
    """What one mode, mission, unit or person travelled in a year."""

    name: str
    people: int
    journeys: int
    km: float
    kg: float
    uncounted: int
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Flown:
    """A flight although the train arrives within a working day, with the motive, "" where none."""

    leg: UUID
    mission: UUID
    title: str
    start: str
    end: str
    travellers: int
    train_minutes: int
    motive: str
    kg: float | None


@dataclass(frozen=True, slots=True)
class CountedWith:
    """A factor row of a year and what it said when legs were counted with it."""

    factor: Factor
    value: float
    journeys: int
    kg: float

    @property
    def changed(self) -> bool:
        """Whether the row says something else by now."""
        return self.factor.value != self.value


@dataclass(frozen=True, slots=True)
class BySource:
    """What the flights of a year emit by one source; `lacking` journeys it has no row for."""

    source: str
    kg: float
    journeys: int
    lacking: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class TravelYears:
    """The years with their sums, the oldest first, and one of them in parts.

    `unasked` flights are near enough for a train and nobody looked it up. `undated` journeys have
    no day, so they are in no year.
    """

    years: tuple[YearRow, ...]
    year: int
    modes: tuple[YearPart, ...] = ()
    missions: tuple[YearPart, ...] = ()
    units: tuple[YearPart, ...] = ()
    people: tuple[YearPart, ...] = ()
    flown: tuple[Flown, ...] = ()
    unasked: int = 0
    undated: int = 0
    counted_with: tuple[CountedWith, ...] = ()
    by_source: tuple[BySource, ...] = ()
    train_limit: int = 0

    @property
    def of_year(self) -> YearRow:
        """The year that is told in parts."""
        known = {one.year: one for one in self.years}
        return known.get(self.year, YearRow(self.year))

    @property
    def without_motive(self) -> int:
        """How many flights with a train at hand give no motive."""
        return sum(not one.motive for one in self.flown)


def year_words(row: YearRow, before: YearRow | None) -> Sentence:
    """A year in one sentence: the train's share, and more or less than the year before."""
    share = row.train_share
    if share is None:
        return say(N_("Nobody travelled by train or plane."))
    if before is None or not before.kg:
        told = N_("Of the journeys by train or plane, {share} % went by train.")
        return say(told, share=share)
    change = round(100 * (row.kg - before.kg) / before.kg)
    year = str(before.year)
    if change > 0:
        told = N_(
            "Of the journeys by train or plane, {share} % went by train; {n} % more CO2e than in"
            " {year}."
        )
        return say(told, share=share, n=change, year=year)
    if change < 0:
        told = N_(
            "Of the journeys by train or plane, {share} % went by train; {n} % less CO2e than in"
            " {year}."
        )
        return say(told, share=share, n=-change, year=year)
    told = N_(
        "Of the journeys by train or plane, {share} % went by train; as much CO2e as in {year}."
    )
    return say(told, share=share, year=year)


def contradiction(sources: Sequence[BySource]) -> Sentence | None:
    """How far apart sources are that have a row for every journey; None where none are."""
    whole = sorted((one for one in sources if not one.lacking and one.kg), key=lambda one: one.kg)
    if len(whole) < 2 or whole[0].kg == whole[-1].kg:
        return None
    least, most = whole[0], whole[-1]
    told = N_("{most} counts {n} % more than {least} for the same flights.")
    n = round(100 * (most.kg - least.kg) / least.kg)
    return say(told, most=most.source, least=least.source, n=n)


def year_id(year: int) -> UUID:
    """A year as the record a document is of."""
    return UUID(int=year)


def year_of(record: UUID | None) -> int | None:
    """The year a record stands for; None where it stands for none."""
    return record.int if record is not None and _FIRST <= record.int <= _LAST else None
