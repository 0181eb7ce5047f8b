"""What is on in a mission at a moment, and what comes next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

AHEAD = dt.timedelta(hours=36)
"""What begins later than this is not told as what comes next."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A line of a programme that begins at a moment with its zone; `minutes` None is open."""

    title: str
    begins: dt.datetime
    minutes: int | None = None
    place: str = ""

    @property
    def start(self) -> dt.datetime:
        """When it begins, in UTC: two times of one zone are else compared by what clocks say."""
        return self.begins.astimezone(dt.UTC)


def on_now(lines: Sequence[Planned], now: dt.datetime) -> tuple[Planned | None, Planned | None]:
    """The line that is on (the last that began and is not over), and the next that begins.

    A line of open length lasts until the next one begins, and never longer than its day.
    """
    moment = now.astimezone(dt.UTC)
    order = sorted(lines, key=lambda one: one.start)
    begun = [one for one in order if one.start <= moment]
    later = [one for one in order if moment < one.start <= moment + AHEAD]
    lasting = [one for one in begun if _lasts(one, moment)]
    timed = [one for one in lasting if one.minutes is not None or one is begun[-1]]
    return timed[-1] if timed else None, later[0] if later else None


def _lasts(one: Planned, moment: dt.datetime) -> bool:
    if one.minutes is not None:
        return moment < one.start + dt.timedelta(minutes=one.minutes)
    return one.begins.date() == moment.astimezone(one.begins.tzinfo).date()
