"""The calendar of moving days for an office: what comes with the program, once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Country
from app.contacts.rules.reference import rows
from app.core.command import command
from app.core.text import N_
from app.dossiers.model import SpecialDay
from app.dossiers.rules.days_to_mind import RELIGIOUS

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@command(N_("Furnished the office with a calendar of moving days"), undoable=False)
def furnish_special_days(session: Session) -> int:
    """Put in the calendar (`resources/reference/special_days.csv`); answers how many days.

    Only where an office that was furnished has no day of it; what it has, changed or removed
    stays its own.
    """
    if session.scalars(select(Country.id).limit(1)).first() is None:
        return 0
    kept = select(SpecialDay.id).where(SpecialDay.kind == RELIGIOUS).limit(1)
    if session.scalars(kept).first() is not None:
        return 0
    for row in rows("special_days"):
        session.add(_day(row))
    return len(rows("special_days"))


def _day(row: dict[str, str]) -> SpecialDay:
    return SpecialDay(
        kind=RELIGIOUS,
        name_en=row["name_en"],
        name_nl=row["name_nl"],
        name_fr=row["name_fr"],
        starts_on=dt.date.fromisoformat(row["starts_on"]),
        ends_on=dt.date.fromisoformat(row["ends_on"]) if row["ends_on"] else None,
        from_evening=row["from_evening"] == "yes",
        advice=row["advice"],
        source=row["source"],
        verified=row["verified"] == "yes",
    )
