"""Reading receptions: the dossier, the guests in order, and what is still open."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from app.contacts import protocol
from app.contacts.model import Organisation
from app.contacts.queries import PersonSheet, PostingRow, PrecedenceListRow, people, precedence_list
from app.contacts.rules import names
from app.core import clock
from app.core.errors import NotFoundError
from app.core.text import N_, Language, Sentence, plain, say
from app.dossiers.queries import ProgrammeRow, dossier_draft, programme
from app.policy.model import Priority
from app.receptions.draft.reception import ReceptionDraft
from app.receptions.model import Guest, Reception
from app.receptions.queries.beside import Beside, CompanionRow, beside, unnamed
from app.receptions.rules.guests import FIRST_ROUND, Listed, waits_for_a_place
from app.receptions.rules.reception import AWAY, COMING, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.rules.names import Name
    from app.contacts.rules.precedence import Placed


@dataclass(frozen=True, slots=True)
class ReceptionSheet:
    """Everything of one reception but its guests; `draft` is what an editor starts from.

    `precedence` is the list its guests stand by.
    """

    id: UUID
    revision: UUID
    draft: ReceptionDraft
    programme: tuple[ProgrammeRow, ...]
    requested_by: str
    priorities: tuple[str, ...]
    counts: dict[str, int]
    expected: int
    precedence: PrecedenceListRow

    @property
    def day(self) -> dt.date | None:
        """The day it is held, None while it is open."""
        begins = self.draft.dossier.starts_at
        return begins.date() if begins else None


@dataclass(frozen=True, slots=True)
class ReceptionRow:
    """A reception in the list."""

    id: UUID
    title: str
    kind: str
    stage: str
    origin: str
    starts_at: dt.datetime | None
    place: str
    invited: int
    coming: int
    awaiting: int


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A guest at their place, with the reason of it.

    `posting` is the function held on the day of the reception, before a host accredited as the
    list says: function, title and credentials of that accreditation. `substitute` comes instead.
    `place` counts from 1 among those who still may come; 0 for regrets and absent, and for who
    waits: on the waiting list, or in a later round. `catering` counts the notes for the kitchen;
    `kitchen` says what they are, and is empty unless somebody asked to see them, as is `phones`.
    """

    id: UUID
    revision: UUID
    person: PersonSheet
    posting: PostingRow | None
    status: str
    circle: str
    guest_of_honour: bool
    persons: int
    manual_place: int | None
    substitute: str
    note: str
    place: int
    reason: Sentence
    invitation_round: int = FIRST_ROUND
    invited_on: dt.date | None = None
    replied_on: dt.date | None = None
    seat: str = ""
    arrives_at: dt.datetime | None = None
    car: str = ""
    plate: str = ""
    spouse_programme: bool = False
    photo_consent: str = ""
    delegation_id: UUID | None = None
    delegation: str = ""
    interprets_for_id: UUID | None = None
    interprets_for: str = ""
    substitute_id: UUID | None = None
    companions: tuple[CompanionRow, ...] = ()
    catering: int = 0
    kitchen: str = ""
    phones: str = ""
    checked_in_at: dt.datetime | None = None
    walk_in: bool = False

    @property
    def name(self) -> Name:
        """The guest's name."""
        return self.person.name

    @property
    def missing_names(self) -> int:
        """How many of those who come along have no name yet."""
        return unnamed(self.persons, self.companions)

    @property
    def waits(self) -> bool:
        """On the waiting list, or in a later round and not invited yet."""
        return _waits(self.status, self.invitation_round)

    @property
    def listed(self) -> Listed:
        """What the rules of the list look at."""
        return Listed(self.id, self.status, self.persons, self.invitation_round)


def receptions(session: Session) -> list[ReceptionRow]:
    """Every reception, the coming ones first, then the past, the newest first."""
    counts: dict[UUID, Counter[str]] = {}
    query = select(Guest.reception_id, Guest.status, func.sum(Guest.persons))
    for reception_id, status, persons in session.execute(
        query.group_by(Guest.reception_id, Guest.status)
    ):
        counts.setdefault(reception_id, Counter())[status] += persons
    rows = [
        _reception_row(one, counts.get(one.id, Counter()))
        for one in session.scalars(select(Reception))
    ]
    today = dt.datetime.combine(clock.today(), dt.time())

    def order(row: ReceptionRow) -> tuple[int, float, str]:
        if row.starts_at is None:
            return 1, 0.0, row.title
        seconds = (row.starts_at - today).total_seconds()
        return (0, seconds, row.title) if seconds >= 0 else (2, -seconds, row.title)

    return sorted(rows, key=order)


def _reception_row(one: Reception, counts: Counter[str]) -> ReceptionRow:
    return ReceptionRow(
        one.id,
        one.title,
        one.kind,
        one.stage,
        one.origin,
        one.starts_at,
        one.place,
        sum(number for status, number in counts.items() if status != Status.PROPOSED),
        sum(counts[status] for status in COMING),
        counts[Status.INVITED],
    )


def reception_sheet(session: Session, reception_id: UUID) -> ReceptionSheet:
    """One reception, whole.

    Raises:
        NotFoundError: there is no such reception (any more).
    """
    wanted = (
        select(Reception)
        .where(Reception.id == reception_id)
        .options(
            selectinload(Reception.programme),
            selectinload(Reception.priorities),
            selectinload(Reception.goals),
        )
    )
    one = session.scalars(wanted).first()
    if one is None:
        raise NotFoundError(say(N_("This reception is no longer in the office.")))
    draft = ReceptionDraft(
        dossier_draft(one),
        one.kind,
        one.capacity,
        one.reply_by,
        one.dress,
        one.precedence_list_id,
    )
    tags = select(Priority.name).where(Priority.id.in_(draft.dossier.priorities))
    counts: Counter[str] = Counter()
    expected = 0
    for status, persons in session.execute(
        select(Guest.status, Guest.persons).where(Guest.reception_id == reception_id)
    ):
        counts[status] += 1
        expected += persons if status in COMING else 0
    return ReceptionSheet(
        one.id,
        one.revision,
        draft,
        programme(one),
        _asker(session, one),
        tuple(session.scalars(tags.order_by(Priority.position))),
        dict(counts),
        expected,
        precedence_list(session, one.precedence_list_id),
    )


def _asker(session: Session, reception: Reception) -> str:
    if reception.requested_by_id is None:
        return ""
    query = select(Organisation.name).where(Organisation.id == reception.requested_by_id)
    return session.scalar(query) or ""


def guests(session: Session, reception_id: UUID, language: Language) -> list[GuestRow]:
    """The guest list in order of precedence, everybody with a reason; then who waits for a place
    (the waiting list, then the later rounds, in order of precedence), then regrets and absent.

    The order is that of the list the reception follows, else of the office's usual one. Who moved
    by hand stands at their place with the reason that was given. A substitute ranks by their own
    function, never by that of the guest.
    """
    query = select(Guest).where(Guest.reception_id == reception_id)
    rows = list(session.scalars(query))
    reception = session.get_one(Reception, reception_id)
    by = precedence_list(session, reception.precedence_list_id)
    seen = _Seen(reception.starts_at.date() if reception.starts_at else clock.today(), by)
    ids = [row.person_id for row in rows] + [row.substitute_id for row in rows if row.substitute_id]
    known = {sheet.id: sheet for sheet in people(session, list(dict.fromkeys(ids)))}
    made = _Rows(known, seen, beside(session, reception_id))
    away = [row for row in rows if row.status in AWAY]
    waiting = [row for row in rows if _waits(row.status, row.invitation_round)]
    aside = {row.id for row in (*away, *waiting)}
    there = [row for row in rows if row.id not in aside]
    listed = [made.row(row, one.position, one.reason) for row, one in made.placed(there, language)]
    ranked = [made.row(row, 0, one.reason) for row, one in made.placed(waiting, language)]
    ranked.sort(key=lambda row: (row.status != Status.WAITING, row.invitation_round))
    last = [made.row(row, 0, plain("")) for row in away]
    return [*listed, *ranked, *sorted(last, key=lambda row: names.list_name(row.name))]


def _waits(status: str, invitation_round: int) -> bool:
    return status == Status.WAITING or waits_for_a_place(status, invitation_round)


@dataclass(frozen=True, slots=True)
class _Seen:
    """On which day, and by which list, somebody is looked at."""

    day: dt.date
    by: PrecedenceListRow

    def posting(self, person: PersonSheet) -> PostingRow | None:
        """What they are then, before the host of that list."""
        return protocol.posting_before(person.postings, self.day, self.by.draft.host_body)


def _candidate(row: Guest, known: dict[UUID, PersonSheet], seen: _Seen) -> protocol.Candidate:
    """Who stands in the order for a guest: themselves, or the substitute with their own rank."""
    manual = (row.manual_place, row.place_reason) if row.manual_place else None
    guest = known[row.person_id]
    if row.status != Status.REPRESENTED:
        return protocol.Candidate(row.id, guest, seen.posting(guest), manual)
    substitute = known.get(row.substitute_id) if row.substitute_id else None
    if substitute is not None:
        return protocol.Candidate(row.id, substitute, seen.posting(substitute), manual)
    return protocol.Candidate(row.id, guest, seen.posting(guest), manual, substitute=True)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes the rows of one list."""

    known: dict[UUID, PersonSheet]
    seen: _Seen
    beside: Beside

    def placed(self, rows: list[Guest], language: Language) -> list[tuple[Guest, Placed]]:
        """Guests in order of precedence by the list."""
        by_id = {row.id: row for row in rows}
        candidates = [_candidate(row, self.known, self.seen) for row in rows]
        placed = protocol.in_order(candidates, language, self.seen.by.rules())
        return [(by_id[one.id], one) for one in placed]

    def row(self, row: Guest, place: int, reason: Sentence) -> GuestRow:
        """One guest at their place."""
        person, near = self.known[row.person_id], self.beside
        substitute = self.known.get(row.substitute_id) if row.substitute_id else None
        return GuestRow(
            row.id,
            row.revision,
            person,
            self.seen.posting(person),
            row.status,
            row.circle,
            row.guest_of_honour,
            row.persons,
            row.manual_place,
            names.full_name(substitute.name) if substitute else row.substitute_name,
            row.note,
            place,
            reason,
            **{name: getattr(row, name) for name in _AS_KEPT},
            delegation=near.delegations.get(row.delegation_id, "") if row.delegation_id else "",
            interprets_for=near.interpreted.get(row.interprets_for_id, "")
            if row.interprets_for_id
            else "",
            companions=near.companions.get(row.id, ()),
            catering=near.notes[row.id],
        )


_AS_KEPT = (
    "invitation_round", "invited_on", "replied_on", "seat", "arrives_at", "car", "plate",
    "spouse_programme", "photo_consent", "delegation_id", "interprets_for_id", "substitute_id",
    "checked_in_at", "walk_in",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meeting:
    """A reception a person was a guest of."""

    reception_id: UUID
    title: str
    day: dt.date | None
    status: str


def meetings(session: Session, person_ids: Sequence[UUID]) -> dict[UUID, list[Meeting]]:
    """The receptions of people, per person the newest first."""
    query = (
        select(Guest.person_id, Reception.id, Reception.title, Reception.starts_at, Guest.status)
        .join(Reception, Reception.id == Guest.reception_id)
        .where(Guest.person_id.in_(person_ids))
    )
    found: dict[UUID, list[Meeting]] = {}
    for person_id, reception_id, title, starts_at, status in session.execute(query):
        day = starts_at.date() if starts_at else None
        found.setdefault(person_id, []).append(Meeting(reception_id, title, day, status))
    for rows in found.values():
        rows.sort(key=lambda row: row.day or dt.date.max, reverse=True)
    return found


def last_met(rows: Iterable[Meeting], before: dt.date) -> Meeting | None:
    """The last reception somebody came to before a day."""
    came = (Status.ATTENDED, Status.ACCEPTED)
    past = [row for row in rows if row.day and row.day < before and row.status in came]
    return past[0] if past else None
