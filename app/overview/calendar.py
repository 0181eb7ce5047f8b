"""The calendar of the office whole: receptions, days to mind, national days, and missions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.missions.queries import missions
from app.receptions.queries import CalendarEntry, EntryKind, calendar

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def whole_calendar(session: Session, first: dt.date, last: dt.date) -> list[CalendarEntry]:
    """What stands between two days, both included; missions on each of their days, behind
    receptions of that day."""
    found = calendar(session, first, last)
    for one in missions(session):
        if one.starts_on is None:
            continue
        until = max(one.starts_on, one.ends_on or one.starts_on)
        if one.starts_on <= last and until >= first:
            names = (one.title, one.title, one.title)
            entry = CalendarEntry(
                EntryKind.MISSION, one.id, one.starts_on, until, names, one.stage, None, one.where
            )
            found.append(entry)
    rank = list(EntryKind)
    return sorted(
        found, key=lambda one: (one.first, rank.index(one.kind), one.at or dt.time.max, one.names)
    )
