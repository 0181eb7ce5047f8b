"""The programme of a mission: its lines with their clocks, and what everybody goes through."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import aliased

from app.core.fold import sort_key
from app.core.profile import profile
from app.dossiers.draft import ProgrammeDraft
from app.dossiers.model import ProgrammeItem
from app.dossiers.queries import PROGRAMME_FIELDS, ProgrammeRow
from app.dossiers.rules import findings as day_rules
from app.dossiers.rules.findings import Finding, Line, sorted_findings
from app.dossiers.rules.programme import ItemKind
from app.dossiers.rules.zones import doubt, later, there, usual_or
from app.missions.model import (
    Destination,
    FairParty,
    FairSlot,
    ItemFor,
    Leg,
    LegTraveller,
    Meeting,
    ParticipantGroup,
)
from app.missions.queries.representing import representatives
from app.missions.queries.who import Party, party
from app.missions.rules.airports import airport_of
from app.missions.rules.clocks import Clock, Stop, clock_at, clock_of
from app.missions.rules.itinerary import Of, Stay, Step, in_order, of_person
from app.missions.rules.itinerary_findings import clock_findings, itinerary_findings
from app.missions.rules.travel_words import place_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the delegation with those of it who go."""

    id: UUID
    name: str
    members: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class MissionLine:
    """A line of the programme. `begins` is None without a time; `clock` says by which clock it is.

    Without `groups` and `people` it is everybody's.
    """

    row: ProgrammeRow
    clock: Clock
    begins: dt.datetime | None
    groups: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()

    @property
    def id(self) -> UUID:
        """The line."""
        return self.row.id

    @property
    def common(self) -> bool:
        """Whether it is for everybody."""
        return not self.groups and not self.people

    @property
    def ends(self) -> dt.datetime | None:
        """When it is over; None where that is open."""
        minutes = self.row.draft.minutes
        if self.begins is None or not minutes:
            return None
        return later(self.begins, minutes)


@dataclass(frozen=True, slots=True)
class MissionProgramme:
    """Lines in the order of time, and every step anybody goes through."""

    id: UUID
    title: str
    day: dt.date | None
    party: Party
    groups: tuple[Group, ...]
    lines: tuple[MissionLine, ...]
    steps: tuple[Step, ...]
    stays: Mapping[UUID, Stay]
    by_id: Mapping[UUID, MissionLine]

    @property
    def programme(self) -> tuple[ProgrammeRow, ...]:
        """The lines as every dossier has them."""
        return tuple(one.row for one in self.lines)

    @property
    def untimed(self) -> tuple[MissionLine, ...]:
        """The lines nobody gave a time yet."""
        return tuple(one for one in self.lines if one.begins is None)

    def people_of(self, line: MissionLine) -> frozenset[UUID]:
        """Who of those who go a line is for."""
        return _people_of(line, self.groups, frozenset(self.stays))

    def line(self, line_id: UUID) -> MissionLine | None:
        """A line by its id."""
        return self.by_id.get(line_id)

    def of(self, person: UUID) -> tuple[Step, ...]:
        """What one participant goes through, in order."""
        return of_person(self.steps, person)

    def of_group(self, group: UUID) -> tuple[Step, ...]:
        """What all of a group go through, in order."""
        members = next((one.members for one in self.groups if one.id == group), frozenset())
        return tuple(one for one in self.steps if members and members <= one.people)


def _people_of(
    line: MissionLine, groups: Iterable[Group], everybody: frozenset[UUID]
) -> frozenset[UUID]:
    if line.common:
        return everybody
    named = [group.members for group in groups if group.id in line.groups]
    return frozenset().union(*named) | (everybody & set(line.people))


def mission_programme(session: Session, mission_id: UUID) -> MissionProgramme:
    """The programme of a mission.

    Raises:
        NotFoundError: there is no such mission (any more).
    """
    who = party(session, mission_id)
    reading = _Reading(session, who)
    lines = reading.lines()
    steps = [step for one in lines if (step := reading.step(one)) is not None]
    steps = in_order([*steps, *reading.legs(), *reading.meetings()])
    stays = reading.stays()
    return MissionProgramme(
        mission_id, who.title, who.starts_on, who, reading.groups, tuple(lines), tuple(steps),
        stays, {one.id: one for one in lines},
    )  # fmt: skip


def programme_findings(programme: MissionProgramme) -> tuple[Finding, ...]:
    """What is wrong with a programme as it was read; the gravest first."""
    named = [(one.name, one.members) for one in programme.groups]
    found = itinerary_findings(programme.steps, programme.stays, named)
    return sorted_findings([*found, *_of_lines(programme.lines)])


def _of_lines(lines: Sequence[MissionLine]) -> list[Finding]:
    """What is odd with lines themselves: their clock, their time, who must be at two at once."""
    found = clock_findings(
        [
            (one.id, one.row.draft.title, local, one.clock.zone, one.clock.sure,
             doubt(local, one.clock.zone))
            for one in lines
            if (local := one.row.draft.starts_at) is not None
        ]
    )  # fmt: skip
    found += [one for one in day_rules.lacking(_ruled(lines)) if one.kind == "time"]
    for zone in dict.fromkeys(one.clock.zone for one in lines):
        found += day_rules.in_two_places(_ruled(one for one in lines if one.clock.zone == zone))
    for one in lines:
        draft = one.row.draft
        day = draft.starts_at.date() if draft.starts_at else None
        if day is not None:
            found += day_rules.weekdays([(draft.title, one.id, True)], day, day.year)
    return found


def _ruled(lines: Iterable[MissionLine]) -> list[Line]:
    """Lines for the rules of a day, with those who speak and interpret."""
    return [
        Line(
            one.id, one.row.draft.title, one.row.draft.starts_at, one.row.draft.minutes,
            one.row.draft.kind, one.row.draft.place,
            speaker=one.row.draft.speaker, interpreter=one.row.draft.interpreter,
        )
        for one in lines
    ]  # fmt: skip


class _Reading:
    """Everything about a mission the itinerary is made of."""

    def __init__(self, session: Session, who: Party) -> None:
        self._session = session
        self._who = who
        self.home = usual_or(profile(session).host_country)
        self.going = {one.id: one for one in who.going()}
        self.everybody = frozenset(self.going)
        self.stops = [
            Stop(*row)
            for row in session.execute(
                select(
                    Destination.city, Destination.country_code, Destination.time_zone,
                    Destination.arrives_on, Destination.leaves_on,
                ).where(Destination.mission_id == who.mission).order_by(Destination.position)
            )
        ]  # fmt: skip
        ids = select(ParticipantGroup.id, ParticipantGroup.name).where(
            ParticipantGroup.mission_id == who.mission
        )
        members = dict(who.groups)
        self.groups = tuple(
            Group(row.id, row.name, self.everybody & set(members.get(row.name, ())))
            for row in sorted(session.execute(ids), key=lambda row: sort_key(row.name, ""))
        )

    def stays(self) -> dict[UUID, Stay]:
        """Everybody who goes, with their own arrival and departure."""
        return {
            one.id: Stay(one.name, self._moment(one.arrives_at), self._moment(one.leaves_at))
            for one in self.going.values()
        }

    def _moment(self, local: dt.datetime | None) -> dt.datetime | None:
        if local is None:
            return None
        return there(local, clock_of("", local.date(), "", self.stops, self.home).zone)

    def lines(self) -> list[MissionLine]:
        """The lines in the order of time; one without a time behind the line it stands behind."""
        groups, people = self._whose()
        fields = [getattr(ProgrammeItem, name) for name in PROGRAMME_FIELDS]
        query = select(ProgrammeItem.id, ProgrammeItem.revision, *fields)
        query = query.where(ProgrammeItem.dossier_id == self._who.mission)
        made, last = [], dt.datetime.min.replace(tzinfo=dt.UTC)
        for place, row in enumerate(
            self._session.execute(query.order_by(ProgrammeItem.position, ProgrammeItem.id))
        ):
            line = self._line(row, tuple(groups[row.id]), tuple(people[row.id]))
            last = line.begins.astimezone(dt.UTC) if line.begins else last
            made.append((last, place, line))
        return [line for _moment, _place, line in sorted(made, key=lambda one: one[:2])]

    def _whose(self) -> tuple[dict[UUID, list[UUID]], dict[UUID, list[UUID]]]:
        groups: dict[UUID, list[UUID]] = defaultdict(list)
        people: dict[UUID, list[UUID]] = defaultdict(list)
        query = select(ItemFor.item_id, ItemFor.group_id, ItemFor.participant_id)
        query = query.join(ProgrammeItem, ProgrammeItem.id == ItemFor.item_id)
        query = query.where(ProgrammeItem.dossier_id == self._who.mission).order_by(ItemFor.id)
        for item, group, person in self._session.execute(query):
            if group is not None:
                groups[item].append(group)
            if person is not None:
                people[item].append(person)
        return groups, people

    def _line(self, row: Any, groups: tuple[UUID, ...], people: tuple[UUID, ...]) -> MissionLine:
        draft = ProgrammeDraft(**{name: getattr(row, name) for name in PROGRAMME_FIELDS})
        local = draft.starts_at
        day = local.date() if local else None
        clock = clock_of(draft.time_zone, day, draft.place, self.stops, self.home)
        begins = there(local, clock.zone) if local else None
        known = ProgrammeRow(row.id, row.revision, draft)
        return MissionLine(known, clock, begins, groups, people)

    def step(self, one: MissionLine) -> Step | None:
        """A line as people go through it; None without a time."""
        if one.begins is None:
            return None
        draft = one.row.draft
        inside = draft.public or draft.kind in (ItemKind.TRANSFER, ItemKind.FREE)
        return Step(
            one.id, Of.LINE, draft.title, one.begins, one.ends,
            _people_of(one, self.groups, self.everybody), draft.kind,
            draft.travel_minutes or 0, draft.place, beside=one.common and not inside,
        )  # fmt: skip

    def legs(self) -> Iterable[Step]:
        """The journeys, departure and arrival each by the clock of its place."""
        query = select(LegTraveller.leg_id, LegTraveller.participant_id)
        query = query.join(Leg, Leg.id == LegTraveller.leg_id)
        on_board: dict[UUID, set[UUID]] = defaultdict(set)
        for leg, person in self._session.execute(query.where(Leg.mission_id == self._who.mission)):
            on_board[leg].add(person)
        wanted = select(
            Leg.id, Leg.mode, Leg.operator, Leg.number, Leg.start, Leg.end, Leg.departs_at,
            Leg.arrives_at,
        ).where(Leg.mission_id == self._who.mission, Leg.departs_at.is_not(None))  # fmt: skip
        rows = self._session.execute(wanted).all()
        at_home = self._at_home(rows)
        for row in rows:
            ends = self._station(row.end, row.arrives_at, at_home) if row.arrives_at else None
            carrier = " ".join(part for part in (row.operator, row.number) if part)
            yield Step(
                row.id, Of.LEG, f"{place_name(row.start)} – {place_name(row.end)}",
                self._station(row.start, row.departs_at, at_home), ends,
                self.everybody & on_board[row.id], row.mode, 0, row.start, carrier,
            )  # fmt: skip

    def _at_home(self, legs: Sequence[Any]) -> set[str]:
        """The stations the first journey leaves from and the last comes back to."""
        arrivals = [one.arrives_on for one in self.stops if one.arrives_on]
        leavings = [one.leaves_on for one in self.stops if one.leaves_on]
        found = set()
        if legs and arrivals:
            first = min(legs, key=lambda one: one.departs_at)
            found |= {first.start} if first.departs_at.date() <= min(arrivals) else set()
        back = [one for one in legs if one.arrives_at]
        if back and leavings:
            last = max(back, key=lambda one: one.arrives_at)
            found |= {last.end} if last.arrives_at.date() >= max(leavings) else set()
        return found

    def _station(self, name: str, local: dt.datetime, at_home: set[str]) -> dt.datetime:
        airport, day = airport_of(name), local.date()
        zone = airport.zone if airport else ""
        zone = zone or clock_at(name, day, self.stops, self.home, at_home=name in at_home)
        return there(local, zone)

    def meetings(self) -> Iterable[Step]:
        """The meetings that have a slot, each of its company's people."""
        host = aliased(FairParty)
        query = (
            select(
                Meeting.id, Meeting.place, Meeting.interpreter, Meeting.company_id, host.name,
                FairSlot.starts_at, FairSlot.minutes,
            )
            .join(host, host.id == Meeting.host_id)
            .join(FairSlot, FairSlot.id == Meeting.slot_id)
            .where(FairSlot.mission_id == self._who.mission)
        )  # fmt: skip
        rows = self._session.execute(query).all()
        people = representatives(self._session, self._who.mission, self.going) if rows else {}
        for row in rows:
            zone = clock_of("", row.starts_at.date(), row.place, self.stops, self.home).zone
            begins = there(row.starts_at, zone)
            yield Step(
                row.id, Of.MEETING, row.name, begins, later(begins, row.minutes),
                people.get(row.company_id, frozenset()),
                "meeting", 0, row.place, row.interpreter,
            )  # fmt: skip
