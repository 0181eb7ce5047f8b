"""Reading the factor rows and the office's choice among them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core.profile import Setting
from app.missions.model import EmissionFactor, Leg
from app.missions.rules.travel import WORKING_DAY_MINUTES, Factor, Mode, TravelClass

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

SOURCES_KEY = "missions.factor_sources"
LIMIT_KEY = "missions.train_limit"
USUAL_SOURCES = ("ADEME Base Carbone", "UK DESNZ 2024")
"""What an office counts with that did not choose: the verified source, then the fuller one."""


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A row as a list shows it; `place` is its source's place among those the office uses, from 1,
    0 where it does not; `legs` were counted with it.
    """

    id: UUID
    revision: UUID
    factor: Factor
    place: int
    legs: int


@dataclass(frozen=True, slots=True)
class Counting:
    """What the office counts with: all rows, its sources in order, the minutes of a working day."""

    factors: tuple[Factor, ...]
    sources: tuple[str, ...]
    train_limit: int = WORKING_DAY_MINUTES


def as_factor(row: EmissionFactor) -> Factor:
    """A kept row as rules read it; a code nobody knows counts for nothing."""
    known = row.travel_class in set(TravelClass)
    return Factor(
        source=row.source,
        edition=row.edition,
        mode=Mode(row.mode) if row.mode in set(Mode) else Mode.PUBLIC,
        value=row.value,
        travel_class=TravelClass(row.travel_class) if known else TravelClass.AVERAGE,
        from_km=row.from_km,
        below_km=math.inf if row.below_km is None else row.below_km,
        with_contrails=row.with_contrails,
        valid_from=row.valid_from,
        verified=row.verified,
        note=row.note,
        key=row.id,
    )


def counting(session: Session) -> Counting:
    """What legs are counted with now."""
    kept = dict(session.execute(select(Setting.key, Setting.value)).all())
    sources = tuple(kept[SOURCES_KEY].splitlines()) if SOURCES_KEY in kept else USUAL_SOURCES
    limit = kept.get(LIMIT_KEY, "")
    minutes = int(limit) if limit.isdecimal() else WORKING_DAY_MINUTES
    found = session.scalars(select(EmissionFactor).order_by(EmissionFactor.id))
    return Counting(tuple(as_factor(one) for one in found), sources, minutes)


def factor_rows(session: Session) -> list[FactorRow]:
    """Every row by source, mode and band, the sources the office uses first."""
    sources = counting(session).sources
    counted = dict(
        session.execute(
            select(Leg.factor_id, func.count())
            .where(Leg.factor_id.is_not(None))
            .group_by(Leg.factor_id)
        ).all()
    )
    places = {source: at for at, source in enumerate(sources, 1)}
    rows = [
        FactorRow(
            one.id, one.revision, as_factor(one), places.get(one.source, 0), counted.get(one.id, 0)
        )
        for one in session.scalars(select(EmissionFactor))
    ]
    return sorted(rows, key=lambda one: _order(one, len(sources)))


def _order(row: FactorRow, used: int) -> tuple[object, ...]:
    one = row.factor
    modes, classes = list(Mode), list(TravelClass)
    return (
        row.place or used + 1,
        one.source,
        modes.index(one.mode),
        one.from_km,
        classes.index(one.travel_class),
        one.valid_from,
        str(row.id),
    )
