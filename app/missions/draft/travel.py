"""A leg of the journey as typed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.missions.rules.travel import Mode, TravelClass, classes_of

if TYPE_CHECKING:
    from uuid import UUID

FARTHEST_KM = 40_100.0
"""Once around the Earth."""
_DATE_LINE = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LegDraft:
    """A stretch of a journey. Times are local to where they belong.

    `distance_km` may stay open for a plane between two airports: the great circle is taken then.
    `shared_by` is how many sit in one vehicle, where not all travellers of the leg share it.
    `train_minutes` is door to door by train, `motive` why one flies all the same.
    """

    mode: str = Mode.TRAIN
    travel_class: str = TravelClass.AVERAGE
    operator: str = ""
    number: str = ""
    start: str = ""
    end: str = ""
    departs_at: dt.datetime | None = None
    arrives_at: dt.datetime | None = None
    distance_km: float | None = None
    shared_by: int | None = None
    train_minutes: int | None = None
    motive: str = ""
    note: str = ""
    travellers: tuple[UUID, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if self.mode not in set(Mode) or self.travel_class not in classes_of(self.mode):
            found.append(Problem("travel_class", say(N_("Choose one from the list."))))
        if not self.start.strip():
            found.append(Problem("start", say(N_("Say where this leg begins."))))
        if not self.end.strip():
            found.append(Problem("end", say(N_("Say where this leg ends."))))
        return [*found, *self._figures(), *self._times()]

    def _figures(self) -> list[Problem]:
        found = []
        if self.distance_km is not None and not 0 < self.distance_km <= FARTHEST_KM:
            sentence = say(N_("A distance lies between 0 and 40,100 km, once around the Earth."))
            found.append(Problem("distance_km", sentence))
        if self.shared_by is not None and self.shared_by < 1:
            found.append(Problem("shared_by", say(N_("At least one sits in a vehicle."))))
        if self.train_minutes is not None and self.train_minutes < 1:
            found.append(Problem("train_minutes", say(N_("A train takes a minute or more."))))
        return found

    def _times(self) -> list[Problem]:
        if self.departs_at and self.arrives_at and self.arrives_at < self.departs_at - _DATE_LINE:
            sentence = say(N_("It arrives more than a day before it leaves: check the dates."))
            return [Problem("arrives_at", sentence)]
        return []
