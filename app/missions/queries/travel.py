"""How a delegation travels: its legs, what they emit, by whom, how and for which unit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core import clock
from app.missions.draft.travel import LegDraft
from app.missions.model import EmissionFactor, Leg, LegTraveller
from app.missions.queries.factors import Counting, as_factor, counting
from app.missions.queries.who import Party, Traveller, party
from app.missions.rules import travel as rules
from app.missions.rules.travel import Mode, TravelClass, train_first
from app.missions.rules.travel_findings import LegFacts, remarks

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Sentence
    from app.missions.rules.travel import Factor

LEG_FIELDS = tuple(name for name in LegDraft.__slots__ if name != "travellers")


@dataclass(frozen=True, slots=True)
class LegRow:
    """A leg as a list shows it.

    `factor` is the row it was counted with as that row is now, `factor_value` what it said when it
    was counted. `kg_each` is of one traveller; both are None where no row counts. `train` is what
    the rule "train first" asks, `remarks` what else a person should look at.
    """

    id: UUID
    revision: UUID
    draft: LegDraft
    names: tuple[str, ...]
    factor: Factor | None
    factor_value: float | None
    kg_each: float | None
    kg_all: float | None
    train: Sentence | None
    remarks: tuple[Sentence, ...]

    @property
    def going(self) -> int:
        """How many travel on it."""
        return len(self.names)

    @property
    def route(self) -> str:
        """From where to where."""
        return f"{self.draft.start} – {self.draft.end}"

    @property
    def findings(self) -> tuple[Sentence, ...]:
        """Everything to look at, the train first."""
        return (self.train, *self.remarks) if self.train else self.remarks


@dataclass(frozen=True, slots=True)
class Sum:
    """What one of a kind (a mode, a person, a unit) travelled and emitted.

    `km` are passenger-kilometres; `uncounted` journeys no row counts for are in them, not in `kg`.
    """

    id: UUID | None
    name: str
    people: int
    legs: int
    km: float
    kg: float
    uncounted: int


@dataclass(frozen=True, slots=True)
class Travel:
    """The travel of a mission: legs in time order, and their sums."""

    party: Party
    legs: tuple[LegRow, ...]
    by_mode: tuple[Sum, ...]
    by_person: tuple[Sum, ...]
    by_unit: tuple[Sum, ...]
    total: Sum
    sources: tuple[str, ...]
    train_limit: int


def travel(session: Session, mission_id: UUID) -> Travel:
    """The legs of a mission with what each emits.

    Raises:
        NotFoundError: there is no such mission (any more).
    """
    who = party(session, mission_id)
    known = {one.id: one for one in who.people}
    counted_by = counting(session)
    legs = _legs(session, mission_id, known, counted_by)
    trips = [
        _Trip(row, known[person])
        for row in legs
        for person in row.draft.travellers
        if person in known and known[person].goes
    ]
    return Travel(
        who,
        tuple(legs),
        tuple(_by_mode(trips)),
        tuple(_by(trips, lambda trip: (trip.who.id, trip.who.listed))),
        tuple(_by(trips, lambda trip: (None, trip.who.unit))),
        _sum(None, "", trips),
        counted_by.sources,
        counted_by.train_limit,
    )


@dataclass(frozen=True, slots=True)
class _Trip:
    """One traveller on one leg."""

    leg: LegRow
    who: Traveller


def _by_mode(trips: Sequence[_Trip]) -> list[Sum]:
    modes = list(Mode)
    found = _by(trips, lambda trip: (None, trip.leg.draft.mode))
    return sorted(found, key=lambda one: modes.index(Mode(one.name)))


def _by(trips: Iterable[_Trip], key: Callable[[_Trip], tuple[UUID | None, str]]) -> list[Sum]:
    """Sums by key (id and name), the heaviest first."""
    found: dict[tuple[UUID | None, str], list[_Trip]] = defaultdict(list)
    for trip in trips:
        found[key(trip)].append(trip)
    made = [_sum(record, name, theirs) for (record, name), theirs in found.items()]
    return sorted(made, key=lambda one: (-one.kg, one.name))


def _sum(record: UUID | None, name: str, trips: Sequence[_Trip]) -> Sum:
    return Sum(
        record,
        name,
        len({trip.who.id for trip in trips}),
        len({trip.leg.id for trip in trips}),
        sum(trip.leg.draft.distance_km or 0.0 for trip in trips),
        sum(trip.leg.kg_each or 0.0 for trip in trips),
        sum(trip.leg.kg_each is None for trip in trips),
    )


def _legs(
    session: Session, mission_id: UUID, known: dict[UUID, Traveller], counted_by: Counting
) -> list[LegRow]:
    on_board = select(LegTraveller.leg_id, LegTraveller.participant_id)
    on_board = on_board.join(Leg, Leg.id == LegTraveller.leg_id)
    travellers: dict[UUID, list[UUID]] = defaultdict(list)
    for leg, person in session.execute(on_board.where(Leg.mission_id == mission_id)):
        travellers[leg].append(person)
    places = {person: at for at, person in enumerate(known)}
    query = select(Leg, EmissionFactor).outerjoin(
        EmissionFactor, EmissionFactor.id == Leg.factor_id
    )
    query = query.where(Leg.mission_id == mission_id)
    query = query.order_by(Leg.departs_at.nulls_last(), Leg.position, Leg.id)
    return [
        _row(
            leg,
            as_factor(factor) if factor else None,
            sorted(travellers[leg.id], key=lambda one: places.get(one, len(places))),
            known,
            counted_by.train_limit,
        )
        for leg, factor in session.execute(query)
    ]


def _row(
    leg: Leg,
    factor: Factor | None,
    travellers: list[UUID],
    known: dict[UUID, Traveller],
    train_limit: int,
) -> LegRow:
    draft = replace(leg_draft(leg), travellers=tuple(travellers))
    names = tuple(known[one].name for one in travellers if one in known and known[one].goes)
    each = kg_each(leg, len(names))
    facts = LegFacts(
        mode=leg.mode,
        travellers=len(names),
        withdrawn=len(travellers) - len(names),
        distance_km=leg.distance_km,
        counted=each is not None,
        value=leg.factor_value,
        value_now=factor.value if factor else None,
        verified=factor.verified if factor else True,
        dearer_class=_is_dearer(leg, factor),
    )
    asked = train_first(leg.mode, leg.train_minutes, leg.motive, train_limit, leg.distance_km)
    return LegRow(
        leg.id,
        leg.revision,
        draft,
        names,
        factor,
        leg.factor_value,
        each,
        None if each is None else each * len(names),
        asked,
        tuple(remarks(facts)),
    )


def _is_dearer(leg: Leg, factor: Factor | None) -> bool:
    above = (TravelClass.PREMIUM, TravelClass.BUSINESS, TravelClass.FIRST)
    for_all = factor is not None and factor.travel_class == TravelClass.AVERAGE
    return for_all and leg.travel_class in above


def leg_draft(leg: Leg) -> LegDraft:
    """A kept leg as a draft, without its travellers."""
    return LegDraft(**{name: getattr(leg, name) for name in LEG_FIELDS})


def kg_each(leg: Leg, travellers: int) -> float | None:
    """What one of so many travellers emits on a leg, in kg CO2e; None where no row counts."""
    if leg.factor_value is None or leg.distance_km is None or leg.mode not in set(Mode):
        return None
    mode = Mode(leg.mode)
    ridden = rules.Leg(
        mode, leg.distance_km, rules_day(leg), passengers=leg.shared_by or travellers
    )
    return rules.emission_kg(ridden, rules.Factor("", "", mode, leg.factor_value))


def rules_day(leg: Leg) -> dt.date:
    """The day by which a leg is counted: its own, else the mission's, else today."""
    moment = leg.departs_at or leg.mission.starts_at
    return moment.date() if moment else clock.today()


def as_counted(leg: Leg, day: dt.date) -> rules.Leg | None:
    """A kept leg as factor rules read it; None without a distance or of a mode nobody knows."""
    if leg.distance_km is None or leg.mode not in set(Mode):
        return None
    known = leg.travel_class in set(TravelClass)
    seat = TravelClass(leg.travel_class) if known else TravelClass.AVERAGE
    return rules.Leg(Mode(leg.mode), leg.distance_km, day, seat)
