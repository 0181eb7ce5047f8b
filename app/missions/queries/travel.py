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
    from collections.abc import Iterable, Sequence
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
    sums = _Sums(legs, known)
    return Travel(
        who,
        tuple(legs),
        tuple(sums.by_mode()),
        tuple(sums.by_person()),
        tuple(sums.by_unit()),
        sums.total(),
        counted_by.sources,
        counted_by.train_limit,
    )


class _Heap:
    """What one of a kind travelled: who (by number), how many legs, kilometres, kilograms."""

    def __init__(self) -> None:
        self.who: set[int] = set()
        self.legs = 0
        self.km = 0.0
        self.kg = 0.0
        self.uncounted = 0

    def add(self, row: LegRow, who: Sequence[int]) -> None:
        """Count a leg for those of one kind who are on it."""
        self.who.update(who)
        self.legs += 1
        self.km += (row.draft.distance_km or 0.0) * len(who)
        if row.kg_each is None:
            self.uncounted += len(who)
        else:
            self.kg += row.kg_each * len(who)

    def told(self, record: UUID | None, name: str) -> Sum:
        """The sum as it goes out."""
        return Sum(record, name, len(self.who), self.legs, self.km, self.kg, self.uncounted)


class _Sums:
    """Legs added up in one walk: of six hundred travellers on a hundred legs each counts once."""

    def __init__(self, legs: Sequence[LegRow], known: dict[UUID, Traveller]) -> None:
        self._people = tuple(known.values())
        numbers = {person: at for at, person in enumerate(known) if known[person].goes}
        self._all = _Heap()
        self._modes: dict[str, _Heap] = defaultdict(_Heap)
        self._units: dict[str, _Heap] = defaultdict(_Heap)
        self._persons: dict[int, _Heap] = defaultdict(_Heap)
        for row in legs:
            going = [numbers[one] for one in row.draft.travellers if one in numbers]
            if going:
                self._take(row, going)

    def _take(self, row: LegRow, going: list[int]) -> None:
        self._all.add(row, going)
        self._modes[row.draft.mode].add(row, going)
        units: dict[str, list[int]] = defaultdict(list)
        for who in going:
            self._persons[who].add(row, (who,))
            units[self._people[who].unit].append(who)
        for unit, theirs in units.items():
            self._units[unit].add(row, theirs)

    def total(self) -> Sum:
        """All of it."""
        return self._all.told(None, "")

    def by_mode(self) -> list[Sum]:
        """By mode, in the order of the modes."""
        known = [one for one in Mode if one in self._modes]
        return [self._modes[one].told(None, str(one)) for one in known]

    def by_unit(self) -> list[Sum]:
        """By organisation, the heaviest first."""
        return _heaviest(heap.told(None, name) for name, heap in self._units.items())

    def by_person(self) -> list[Sum]:
        """By traveller, the heaviest first."""
        people = self._people
        return _heaviest(
            heap.told(people[at].id, people[at].listed) for at, heap in self._persons.items()
        )


def _heaviest(sums: Iterable[Sum]) -> list[Sum]:
    return sorted(sums, key=lambda one: (-one.kg, one.name))


def _legs(
    session: Session, mission_id: UUID, known: dict[UUID, Traveller], counted_by: Counting
) -> list[LegRow]:
    on_board = select(LegTraveller.leg_id, LegTraveller.participant_id)
    on_board = on_board.join(Leg, Leg.id == LegTraveller.leg_id)
    travellers: dict[UUID, list[UUID]] = defaultdict(list)
    for leg, person in session.execute(on_board.where(Leg.mission_id == mission_id)):
        travellers[leg].append(person)
    places = {person: at for at, person in enumerate(known)}
    last = len(places)

    def order(one: UUID) -> int:
        return places.get(one, last)

    query = select(Leg, EmissionFactor).outerjoin(
        EmissionFactor, EmissionFactor.id == Leg.factor_id
    )
    query = query.where(Leg.mission_id == mission_id)
    query = query.order_by(Leg.departs_at.nulls_last(), Leg.position, Leg.id)
    names = {person: one.name for person, one in known.items() if one.goes}
    return [
        _row(
            leg,
            as_factor(factor) if factor else None,
            sorted(travellers[leg.id], key=order),
            names,
            counted_by.train_limit,
        )
        for leg, factor in session.execute(query)
    ]


def _row(
    leg: Leg,
    factor: Factor | None,
    travellers: list[UUID],
    going: dict[UUID, str],
    train_limit: int,
) -> LegRow:
    draft = replace(leg_draft(leg), travellers=tuple(travellers))
    names = tuple(going[one] for one in travellers if one in going)
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
