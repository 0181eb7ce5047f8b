"""What travelling emitted over the years, by mission and by unit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Organisation
from app.missions.model import Leg, LegTraveller, Mission, Participant
from app.missions.queries.travel import kg_each
from app.missions.rules.travellers import AWAY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Emission:
    """What one mission, unit or mode emitted in a year (None where no leg has a day)."""

    year: int | None
    name: str
    journeys: int
    km: float
    kg: float
    uncounted: int
    mission: UUID | None = None


def emissions(session: Session, by: str = "mission") -> list[Emission]:
    """Sums by year and by "mission", "unit" (organisation of the participants) or "mode".

    A leg counts in the year it departs, else in that of its mission; the latest year comes first,
    in a year the heaviest. A journey is one traveller on one leg.
    """
    sums: dict[tuple[int | None, str, UUID | None], list[tuple[float, float | None]]]
    sums = defaultdict(list)
    for leg, units in _ridden(session):
        moment = leg.departs_at or leg.mission.starts_at
        year = moment.year if moment else None
        each = kg_each(leg, len(units))
        for unit in units:
            name, record = _name(by, leg, unit)
            sums[year, name, record].append((leg.distance_km or 0.0, each))
    found = [
        Emission(
            year,
            name,
            len(rides),
            sum(km for km, _kg in rides),
            sum(kg or 0.0 for _km, kg in rides),
            sum(kg is None for _km, kg in rides),
            record,
        )
        for (year, name, record), rides in sums.items()
    ]
    return sorted(found, key=lambda one: (-(one.year or 0), -one.kg, one.name))


def _name(by: str, leg: Leg, unit: str) -> tuple[str, UUID | None]:
    if by == "unit":
        return unit, None
    return (leg.mode, None) if by == "mode" else (leg.mission.title, leg.mission_id)


def _ridden(session: Session) -> Iterable[tuple[Leg, list[str]]]:
    """Each leg with the units of those who went on it."""
    riders = (
        select(LegTraveller.leg_id, Participant.organisation_name, Organisation.name)
        .join(Participant, Participant.id == LegTraveller.participant_id)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .where(Participant.status.not_in(AWAY))
    )
    units: dict[UUID, list[str]] = defaultdict(list)
    for leg_id, at_the_time, now in session.execute(riders):
        units[leg_id].append(at_the_time or now or "")
    missions = {one.id: one for one in session.scalars(select(Mission))}
    for leg in session.scalars(select(Leg).order_by(Leg.id)):
        if leg.mission_id in missions and units[leg.id]:
            yield leg, units[leg.id]
