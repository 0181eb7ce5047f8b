"""The meetings of a mission: parties, wishes, slots, who meets whom, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from app.contacts.model import Organisation
from app.core.errors import NotFoundError
from app.core.fold import sort_key
from app.core.text import N_, Sentence, say
from app.dossiers.model import Task
from app.missions.draft.meetings import FairPartyDraft
from app.missions.model import Destination, FairParty, FairSlot, FairWish, Meeting, Mission
from app.missions.rules.fair import Fair, Fixed, contradictions
from app.missions.rules.fair import Party as RuledParty
from app.missions.rules.meetings import Side, interpreters_of, table_label

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from sqlalchemy.orm import Session

FAIR_PARTY_FIELDS = tuple(
    name for name in FairPartyDraft.__slots__ if name not in ("away", "organisation", "person")
)
Pair = tuple[UUID, UUID]
"""A company and a host."""


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A company of the delegation or a host. `known_as` is the organisation of the office it is."""

    id: UUID
    revision: UUID
    draft: FairPartyDraft
    known_as: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.draft.name


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A time in which meetings are held, in the time of the destination; `number` counts from 1."""

    id: UUID
    position: int
    number: int
    starts_at: dt.datetime
    minutes: int

    @property
    def ends_at(self) -> dt.datetime:
        """When it is over."""
        return self.starts_at + dt.timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The task that follows on a meeting."""

    id: UUID
    title: str
    owner: str
    due_on: dt.date | None
    done_on: dt.date | None


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A company meets a host; `slot` is None where no time is left for it."""

    id: UUID
    revision: UUID
    company: UUID
    host: UUID
    slot: UUID | None
    place: str = ""
    interpreter: str = ""
    locked: bool = False
    result: str = ""
    outcome: str = ""
    task: FollowUp | None = None

    @property
    def pair(self) -> Pair:
        """Who meets."""
        return (self.company, self.host)

    @property
    def stays(self) -> bool:
        """Whether it stays when the rest is arranged anew."""
        return self.slot is not None and (self.locked or bool(self.result or self.task))


@dataclass(frozen=True)
class FairBoard:
    """Everything of the meetings of one mission; `seen` tells later whether anything changed.

    `wishes` are weights 1 to 5 by who wishes and whom. `zones` are city and zone by destination.
    """

    mission: UUID
    revision: UUID
    title: str
    starts_on: dt.date | None
    tables: int | None
    interpreters: dict[str, int]
    companies: tuple[PartyRow, ...]
    hosts: tuple[PartyRow, ...]
    slots: tuple[SlotRow, ...]
    wishes: dict[Pair, int]
    meetings: tuple[MeetingRow, ...]
    places: tuple[tuple[str, str, dt.date | None, dt.date | None], ...] = ()
    seen: frozenset[Hashable] = field(default=frozenset(), repr=False)

    @cached_property
    def parties(self) -> dict[UUID, PartyRow]:
        """Both sides by id."""
        return {one.id: one for one in (*self.companies, *self.hosts)}

    @cached_property
    def slot_places(self) -> dict[UUID, int]:
        """The place of each slot in time, from 0."""
        return {one.id: place for place, one in enumerate(self.slots)}

    def ranking(self, party: UUID) -> list[tuple[UUID, int]]:
        """Whom a party wants to meet, and how much."""
        return [(other, weight) for (one, other), weight in self.wishes.items() if one == party]

    @cached_property
    def pair_wishes(self) -> dict[Pair, int]:
        """What a meeting of a company and a host is worth: the wishes of both together."""
        found: Counter[Pair] = Counter()
        ours = {one.id for one in self.companies}
        for (party, other), weight in self.wishes.items():
            found[(party, other) if party in ours else (other, party)] += weight
        return dict(found)

    @cached_property
    def met(self) -> dict[Pair, MeetingRow]:
        """Meetings by who meets."""
        return {one.pair: one for one in self.meetings}

    @cached_property
    def days(self) -> dict[UUID, dict[UUID, MeetingRow]]:
        """Of each party its meetings by slot."""
        found: dict[UUID, dict[UUID, MeetingRow]] = defaultdict(dict)
        for one in self.meetings:
            if one.slot is not None:
                found[one.company][one.slot] = one
                found[one.host][one.slot] = one
        return found

    def day_of(self, party: UUID) -> list[tuple[SlotRow, MeetingRow | None]]:
        """The day of a party, slot by slot."""
        mine = self.days.get(party, {})
        return [(slot, mine.get(slot.id)) for slot in self.slots]

    def is_away(self, party: PartyRow, slot: SlotRow) -> bool:
        """Whether a party cannot come in a slot."""
        return slot.position in party.draft.away

    def unmet(self, party: UUID) -> list[tuple[UUID, int]]:
        """Whom a party would meet and does not, by the wish of both, the strongest first."""
        found = [
            (other if one == party else one, weight)
            for (one, other), weight in self.pair_wishes.items()
            if party in (one, other) and (one, other) not in self.placed
        ]
        return sorted(found, key=lambda each: (-each[1], self.parties[each[0]].name))

    @cached_property
    def placed(self) -> dict[Pair, MeetingRow]:
        """Meetings that have a time."""
        return {pair: one for pair, one in self.met.items() if one.slot is not None}

    @cached_property
    def fulfilled(self) -> int:
        """How many wished pairs meet."""
        return sum(pair in self.placed for pair in self.pair_wishes)

    @property
    def total(self) -> int:
        """What the meetings that stand are worth."""
        return sum(self.pair_wishes.get(pair, 0) for pair in self.placed)

    def language_of(self, company: UUID, host: UUID) -> str:
        """The language an interpreter is needed for at a table, "" for none."""
        return self.parties[host].draft.language or self.parties[company].draft.language

    def zone_of(self, day: dt.date) -> tuple[str, str]:
        """City and zone of where the mission is on a day; its first with a zone else."""
        zoned = [one for one in self.places if one[1]]
        for city, zone, first, last in zoned:
            if (first is None or first <= day) and (last is None or day <= last):
                return city, zone
        return (zoned[0][0], zoned[0][1]) if zoned else ("", "")

    def fair(self, stays: Iterable[MeetingRow] | None = None) -> Fair:
        """As the rules of matchmaking take it; those that stay are fixed unless told otherwise."""
        kept = [one for one in self.meetings if one.stays] if stays is None else stays
        fixed = tuple(
            Fixed((one.company.hex, one.host.hex), self.slot_places[one.slot])
            for one in kept
            if one.slot is not None
        )
        wishes = {(one.hex, other.hex): weight for (one, other), weight in self.pair_wishes.items()}
        return Fair(
            tuple(self._ruled(one) for one in self.companies),
            tuple(self._ruled(one) for one in self.hosts),
            len(self.slots),
            wishes,
            fixed,
            self.tables,
            self.interpreters,
        )

    def _ruled(self, one: PartyRow) -> RuledParty:
        free = None
        if one.draft.away:
            free = frozenset(
                place
                for place, slot in enumerate(self.slots)
                if slot.position not in one.draft.away
            )
        return RuledParty(one.id.hex, one.name, free, one.draft.most, one.draft.language)

    def contradictions(self, *, all_of_them: bool = False) -> list[Sentence]:
        """What stands and cannot be kept together: of what stays, or of every meeting."""
        kept = [one for one in self.meetings if all_of_them or one.stays]
        return [*contradictions(self.fair(kept)), *self._shared_tables(kept)]

    def _shared_tables(self, kept: Iterable[MeetingRow]) -> list[Sentence]:
        at = Counter((one.slot, one.place) for one in kept if one.slot and one.place)
        told = N_("{place} is taken {n} times in slot {slot}.")
        return [
            say(told, place=table_label(place), n=number, slot=self.slot_places[slot] + 1)
            for (slot, place), number in at.items()
            if number > 1 and slot is not None
        ]


def fair_board(session: Session, mission_id: UUID) -> FairBoard:
    """The meetings of a mission.

    Raises:
        NotFoundError: there is no such mission (any more).
    """
    mission = session.get(Mission, mission_id)
    if mission is None:
        raise NotFoundError(say(N_("This mission is no longer in the office.")))
    parties = _parties(session, mission_id)
    slots = _slots(session, mission_id)
    wishes = session.execute(
        select(
            FairWish.party_id, FairWish.other_id, FairWish.weight, FairWish.id, FairWish.revision
        )
        .join(FairParty, FairParty.id == FairWish.party_id)
        .where(FairParty.mission_id == mission_id)
    ).all()
    meetings = _meetings(session, mission_id, {one.id: one.number for one, _revision in slots})
    seen: set[Hashable] = {(one.id, one.revision) for one in parties}
    seen |= {(one.id, one.revision) for one in meetings}
    seen |= {(one.id, one.revision) for one in wishes}
    seen |= {(one.id, revision) for one, revision in slots}
    seen.add((mission.tables, *mission.interpreters))
    return FairBoard(
        mission_id,
        mission.revision,
        mission.title,
        mission.starts_at.date() if mission.starts_at else None,
        mission.tables,
        interpreters_of(mission.interpreters),
        tuple(one for one in parties if one.draft.side == Side.OURS),
        tuple(one for one in parties if one.draft.side != Side.OURS),
        tuple(one for one, _revision in slots),
        {(one.party_id, one.other_id): one.weight for one in wishes},
        tuple(meetings),
        _places(session, mission_id),
        frozenset(seen),
    )


def _parties(session: Session, mission_id: UUID) -> list[PartyRow]:
    query = (
        select(FairParty, Organisation.name)
        .outerjoin(Organisation, Organisation.id == FairParty.organisation_id)
        .where(FairParty.mission_id == mission_id)
    )
    rows = [
        PartyRow(
            one.id,
            one.revision,
            FairPartyDraft(
                **{name: getattr(one, name) for name in FAIR_PARTY_FIELDS},
                away=tuple(int(each) for each in one.away if each.isdecimal()),
                organisation=one.organisation_id,
                person=one.person_id,
            ),
            known_as or "",
        )
        for one, known_as in session.execute(query)
    ]
    return sorted(rows, key=lambda one: (sort_key(one.name), str(one.id)))


def _slots(session: Session, mission_id: UUID) -> list[tuple[SlotRow, UUID]]:
    query = select(FairSlot).where(FairSlot.mission_id == mission_id)
    kept = session.scalars(query.order_by(FairSlot.starts_at, FairSlot.position))
    return [
        (SlotRow(one.id, one.position, number, one.starts_at, one.minutes), one.revision)
        for number, one in enumerate(kept, start=1)
    ]


def _meetings(session: Session, mission_id: UUID, numbers: dict[UUID, int]) -> list[MeetingRow]:
    query = (
        select(
            Meeting.id, Meeting.revision, Meeting.company_id, Meeting.host_id, Meeting.slot_id,
            Meeting.place, Meeting.interpreter, Meeting.locked, Meeting.result, Meeting.outcome,
            Task.id, Task.title, Task.owner, Task.due_on, Task.done_on,
        )
        .join(FairParty, FairParty.id == Meeting.company_id)
        .outerjoin(Task, Task.id == Meeting.task_id)
        .where(FairParty.mission_id == mission_id)
    )  # fmt: skip
    found = [
        MeetingRow(*row[:10], FollowUp(*row[10:]) if row[10] else None)  # type: ignore[call-arg]  # ten columns, then five
        for row in session.execute(query)
    ]

    def when(one: MeetingRow) -> tuple[int, str]:
        return (numbers.get(one.slot, len(numbers) + 1) if one.slot else 0, str(one.id))

    return sorted(found, key=when)


def _places(
    session: Session, mission_id: UUID
) -> tuple[tuple[str, str, dt.date | None, dt.date | None], ...]:
    query = select(
        Destination.city, Destination.time_zone, Destination.arrives_on, Destination.leaves_on
    )
    rows = session.execute(
        query.where(Destination.mission_id == mission_id).order_by(Destination.position)
    )
    return tuple((row[0], row[1], row[2], row[3]) for row in rows)
