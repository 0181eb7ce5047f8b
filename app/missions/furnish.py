"""The emission factors an office begins with, from then on its own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Country
from app.contacts.rules.reference import rows
from app.core.command import command
from app.core.entity import ALWAYS
from app.core.text import N_
from app.missions.model import EmissionFactor

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@command(N_("Furnished the office with emission factors"), undoable=False)
def furnish_factors(session: Session) -> None:
    """Fill a new office with the factor rows that come with the program."""
    for row in rows("emission_factors"):
        session.add(_factor(row))


@command(N_("Furnished the office with emission factors"), undoable=False)
def furnish_missing_factors(session: Session) -> None:
    """Give an older office the factor rows, if it was furnished at all and has none of its own."""
    furnished = session.scalars(select(Country.id)).first() is not None
    if furnished and session.scalars(select(EmissionFactor.id)).first() is None:
        furnish_factors(session)


def _factor(row: dict[str, str]) -> EmissionFactor:
    return EmissionFactor(
        source=row["source"],
        edition=row["edition"],
        mode=row["mode"],
        travel_class=row["travel_class"],
        from_km=float(row["from_km"] or 0),
        below_km=float(row["below_km"]) if row["below_km"] else None,
        with_contrails=row["with_contrails"] == "yes",
        value=float(row["value"]),
        valid_from=dt.date.fromisoformat(row["valid_from"]) if row["valid_from"] else ALWAYS,
        note=row["note"],
        verified=row["verified"] == "yes",
    )
