"""When a reception ends, of which a form shows the hour alone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.dossiers.draft import DossierDraft

_MORNING = dt.time(6)


def end_moment(
    begins: dt.datetime | None, until: object, was: DossierDraft | None = None
) -> dt.datetime | None:
    """The end, of which the form shows the hour: as many days later as it was, and an hour of the
    night that lies before the beginning is one of the night after.
    """
    if begins is None or not isinstance(until, dt.time):
        return None
    ends = dt.datetime.combine(begins.date(), until)
    if was is not None and was.starts_at and was.ends_at:
        days = was.ends_at.date() - was.starts_at.date()
        if days > dt.timedelta(days=1) or (days and was.ends_at.time() >= _MORNING):
            return ends + days
    return ends + dt.timedelta(days=1) if ends < begins and until < _MORNING else ends
