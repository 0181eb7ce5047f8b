"""What travelling emitted over the years; one year by mode, mission, unit and person.

A unit is the organisation of the participant at the time: services of the city that stand in the
office as organisations are units of their own. The same name in another spelling is one unit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from app.contacts.model import Organisation, Person
from app.contacts.rules.names import Name, list_name
from app.core import clock
from app.core.fold import sort_key
from app.missions.model import EmissionFactor, Leg, LegTraveller, Participant
from app.missions.queries.factors import Counting, as_factor, counting
from app.missions.queries.travel import as_counted, kg_each, rules_day
from app.missions.rules import travel as rules
from app.missions.rules.travel import FASTEST_TRAIN_KMH, Mode
from app.missions.rules.travellers import AWAY
from app.missions.rules.years import (
    TRAINS,
    BySource,
    CountedWith,
    Flown,
    TravelYears,
    YearPart,
    YearRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class _Ride:
    """A leg with how many travel on it and what each emits."""

    leg: Leg
    travellers: int
    each: float | None

    @property
    def year(self) -> int | None:
        """The year it counts in."""
        moment = self.leg.departs_at or self.leg.mission.starts_at
        return moment.year if moment else None

    @property
    def km(self) -> float:
        """Passenger-kilometres."""
        return (self.leg.distance_km or 0.0) * self.travellers

    @property
    def kg(self) -> float:
        """What all of them emit, nothing where no row counts."""
        return (self.each or 0.0) * self.travellers

    @property
    def uncounted(self) -> int:
        """How many of its journeys no row counts for."""
        return self.travellers if self.each is None else 0


@dataclass(frozen=True, slots=True)
class _Rider:
    """Somebody on a leg."""

    person: UUID
    name: str
    unit: str


def travel_years(session: Session, year: int | None = None) -> TravelYears:
    """The travel of all missions by year, and a year in parts (the latest until this one)."""
    rides = _rides(session)
    by_year: dict[int, list[_Ride]] = defaultdict(list)
    for ride in rides:
        if ride.year is not None:
            by_year[ride.year].append(ride)
    chosen = _chosen(by_year, year)
    inside = by_year.get(chosen, [])
    riders = _riders(session, [ride.leg.id for ride in inside])
    office = counting(session)
    flights = [ride for ride in inside if ride.leg.mode == Mode.PLANE]
    return TravelYears(
        tuple(_year_row(one, by_year[one]) for one in sorted(by_year)),
        chosen,
        modes=_parts(inside, riders, "mode"),
        missions=_parts(inside, riders, "mission"),
        units=_parts(inside, riders, "unit"),
        people=_parts(inside, riders, "person"),
        flown=tuple(_flown(flights, office.train_limit)),
        unasked=sum(_is_unasked(ride.leg, office.train_limit) for ride in flights),
        undated=sum(ride.travellers for ride in rides if ride.year is None),
        counted_with=_counted_with(session, inside),
        by_source=tuple(_by_source(flights, office)),
        train_limit=office.train_limit,
    )


def _chosen(by_year: Mapping[int, object], year: int | None) -> int:
    if year is not None:
        return year
    today = clock.today().year
    return max((one for one in by_year if one <= today), default=max(by_year, default=today))


def _rides(session: Session) -> list[_Ride]:
    """Every leg somebody travels on."""
    going = (
        select(LegTraveller.leg_id, func.count())
        .join(Participant, Participant.id == LegTraveller.participant_id)
        .where(Participant.status.not_in(AWAY))
        .group_by(LegTraveller.leg_id)
    )
    numbers = dict(session.execute(going).all())
    wanted = select(Leg).options(joinedload(Leg.mission)).order_by(Leg.id)
    return [
        _Ride(leg, numbers[leg.id], kg_each(leg, numbers[leg.id]))
        for leg in session.scalars(wanted)
        if leg.id in numbers
    ]


def _riders(session: Session, legs: Sequence[UUID]) -> dict[UUID, list[_Rider]]:
    """Who travels on some legs, with their unit at the time."""
    found: dict[UUID, list[_Rider]] = defaultdict(list)
    known: dict[UUID, _Rider] = {}
    wanted = (
        select(
            LegTraveller.leg_id,
            Participant.id,
            Participant.person_id,
            Participant.organisation_name,
            Organisation.name,
            Person.family_name,
            Person.given_name,
            Person.name_order,
        )
        .join(Participant, Participant.id == LegTraveller.participant_id)
        .join(Person, Person.id == Participant.person_id)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .where(Participant.status.not_in(AWAY))
    )
    for start in range(0, len(legs), _CHUNK):
        part = wanted.where(LegTraveller.leg_id.in_(legs[start : start + _CHUNK]))
        for leg, row_id, person, then, now, family, given, order in session.execute(part):
            if row_id not in known:
                name = list_name(Name(family, given, order))
                known[row_id] = _Rider(person, name, then or now or "")
            found[leg].append(known[row_id])
    usual = _spelled(one.unit for one in known.values())
    return {leg: [replace(one, unit=usual[sort_key(one.unit)]) for one in some]
            for leg, some in found.items()}  # fmt: skip


def _spelled(units: Iterable[str]) -> dict[str, str]:
    """How most spell each unit, by what its spellings have in common."""
    counts = Counter(units)
    ordered = sorted(counts, key=lambda name: (counts[name], name))
    return {sort_key(name): name for name in ordered}


def _year_row(year: int, rides: Sequence[_Ride]) -> YearRow:
    def journeys(modes: Iterable[str]) -> int:
        return sum(ride.travellers for ride in rides if ride.leg.mode in modes)

    return YearRow(
        year,
        sum(ride.travellers for ride in rides),
        journeys(TRAINS),
        journeys({Mode.PLANE}),
        sum(ride.km for ride in rides),
        sum(ride.kg for ride in rides),
        sum(ride.kg for ride in rides if ride.leg.mode == Mode.PLANE),
        sum(ride.uncounted for ride in rides),
    )


@dataclass(slots=True)
class _Heap:
    """What one of a kind adds up to."""

    name: str
    id: UUID | None = None
    people: set[UUID] = field(default_factory=set)
    journeys: int = 0
    km: float = 0.0
    kg: float = 0.0
    uncounted: int = 0

    def add(self, ride: _Ride, riders: Sequence[_Rider]) -> None:
        """Count a leg for some of those on it."""
        self.people.update(one.person for one in riders)
        self.journeys += len(riders)
        self.km += (ride.leg.distance_km or 0.0) * len(riders)
        self.kg += (ride.each or 0.0) * len(riders)
        self.uncounted += len(riders) if ride.each is None else 0


def _parts(
    rides: Sequence[_Ride], riders: Mapping[UUID, list[_Rider]], by: str
) -> tuple[YearPart, ...]:
    """A year by "mode", "mission", "unit" or "person", the heaviest first."""
    heaps: dict[object, _Heap] = {}
    for ride in rides:
        for key, name, record, some in _shares(ride, riders.get(ride.leg.id, []), by):
            heaps.setdefault(key, _Heap(name, record)).add(ride, some)
    made = [
        YearPart(one.name, len(one.people), one.journeys, one.km, one.kg, one.uncounted, one.id)
        for one in heaps.values()
    ]
    return tuple(sorted(made, key=lambda one: (-one.kg, sort_key(one.name))))


def _shares(
    ride: _Ride, riders: list[_Rider], by: str
) -> Iterable[tuple[object, str, UUID | None, list[_Rider]]]:
    """The key, name and record of each kind on a leg, with its travellers."""
    leg = ride.leg
    if by == "mode":
        return [(leg.mode, leg.mode, None, riders)]
    if by == "mission":
        return [(leg.mission_id, leg.mission.title, leg.mission_id, riders)]
    if by == "person":
        return [(one.person, one.name, one.person, [one]) for one in riders]
    units: dict[str, list[_Rider]] = defaultdict(list)
    for one in riders:
        units[sort_key(one.unit)].append(one)
    return [(key, some[0].unit, None, some) for key, some in units.items()]


def _flown(flights: Sequence[_Ride], limit: int) -> Iterable[Flown]:
    """Flights although a train arrives in time, those without a motive first."""
    found = [
        Flown(
            ride.leg.id,
            ride.leg.mission_id,
            ride.leg.mission.title,
            ride.leg.start,
            ride.leg.end,
            ride.travellers,
            ride.leg.train_minutes,
            ride.leg.motive.strip(),
            None if ride.each is None else ride.kg,
        )
        for ride in flights
        if ride.leg.train_minutes is not None and ride.leg.train_minutes <= limit
    ]
    return sorted(found, key=lambda one: (bool(one.motive), -(one.kg or 0.0), one.start, one.end))


def _is_unasked(leg: Leg, limit: int) -> bool:
    far = FASTEST_TRAIN_KMH * limit / 60
    near = leg.distance_km is None or leg.distance_km <= far
    return leg.train_minutes is None and near


def _counted_with(session: Session, rides: Sequence[_Ride]) -> tuple[CountedWith, ...]:
    """The rows of a year by what they were counted with, the heaviest first."""
    heaps: dict[tuple[UUID, float], list[_Ride]] = defaultdict(list)
    for ride in rides:
        if ride.leg.factor_id is not None and ride.each is not None:
            heaps[ride.leg.factor_id, ride.leg.factor_value or 0.0].append(ride)
    rows = {one.id: as_factor(one) for one in session.scalars(select(EmissionFactor))}
    made = [
        CountedWith(
            rows[key],
            value,
            sum(ride.travellers for ride in some),
            sum(ride.kg for ride in some),
        )
        for (key, value), some in heaps.items()
    ]
    return tuple(sorted(made, key=lambda one: (-one.kg, one.factor.source, one.value)))


def _by_source(rides: Sequence[_Ride], office: Counting) -> Iterable[BySource]:
    """The same flights by each source the office has rows of; those it uses first, in order."""
    others = sorted({one.source for one in office.factors} - set(office.sources))
    for source in [*office.sources, *others]:
        rows = [one for one in office.factors if one.source == source]
        kg, lacking = 0.0, 0
        for ride in rides:
            one = _emits(ride, rows, source)
            lacking += ride.travellers if one is None else 0
            kg += (one or 0.0) * ride.travellers
        journeys = sum(ride.travellers for ride in rides)
        if rows and lacking < journeys:
            yield BySource(source, kg, journeys, lacking, source in office.sources)


def _emits(ride: _Ride, rows: Sequence[rules.Factor], source: str) -> float | None:
    ridden = as_counted(ride.leg, rules_day(ride.leg))
    row = rules.factor_for(ridden, rows, source) if ridden else None
    if ridden is None or row is None:
        return None
    shared = ride.leg.shared_by or ride.travellers
    whole = rules.Leg(ridden.mode, ridden.distance_km, ridden.day, ridden.travel_class, shared)
    return rules.emission_kg(whole, row)
