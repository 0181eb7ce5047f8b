"""What came of a mission: contacts made, meetings by outcome, actions, whom to thank."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.contacts.model import Organisation, Person, Posting
from app.contacts.protocol import place_of
from app.contacts.queries import current_posting, posting_row
from app.contacts.rules import names
from app.contacts.rules.lines import place_title
from app.core import clock
from app.core.fold import sort_key
from app.dossiers.model import Agreement, Gift, Letter, Moment, MomentPerson, Task
from app.dossiers.queries import ProgrammeRow, TaskRow, programme, task_row
from app.dossiers.rules import Direction
from app.missions.model import FairParty, Meeting, Mission, Participant
from app.missions.rules.meetings import Result
from app.missions.rules.thanks import Reason

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from app.contacts.queries import PostingRow
    from app.core.text import Language

_IN_ORDER = (Result.DEAL, Result.FOLLOW_UP, Result.CONTACT, Result.NONE, Result.NOT_HELD, "")
"""So a report counts outcomes; "" while nobody said."""


@dataclass(frozen=True, slots=True)
class ContactMade:
    """Somebody met on a mission, when first on it, and whether never before."""

    person_id: UUID
    name: str
    where: str
    moment: UUID
    met_on: dt.date
    first: bool
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Meetings by what came of them, in the order of a report; `followed` have an action."""

    counts: tuple[tuple[str, int], ...] = ()
    followed: int = 0

    @property
    def total(self) -> int:
        """How many were planned."""
        return sum(number for _code, number in self.counts)


@dataclass(frozen=True, slots=True)
class ToThank:
    """A person, or a post of which nobody is known, with why; thanked once `letter` is there."""

    id: UUID
    kind: str
    name: str
    where: str
    language: str
    reasons: tuple[Reason, ...]
    letter: UUID | None = None
    written_on: dt.date | None = None


def contacts_made(session: Session, mission_id: UUID, language: Language) -> list[ContactMade]:
    """Who was met on a mission, by day; those who went along are left out.

    Somebody is met for the first time where no contact moment lies before.
    """
    away = _delegates(session, mission_id)
    there = select(MomentPerson).join(MomentPerson.moment).where(Moment.dossier_id == mission_id)
    posts = joinedload(MomentPerson.person).selectinload(Person.postings)
    there = there.options(
        posts.joinedload(Posting.organisation),
        posts.selectinload(Posting.accreditations),
        joinedload(MomentPerson.moment).joinedload(Moment.organisation),
    )
    rows = [one for one in session.scalars(there) if one.person_id not in away]
    rows.sort(key=lambda one: (one.moment.happened_on, one.moment_id.hex))
    found: dict[UUID, MomentPerson] = {}
    for one in rows:
        found.setdefault(one.person_id, one)
    since = _first_met(session, list(found))
    made = [
        ContactMade(
            key,
            names.full_name(one.person.name),
            _where(one, language),
            one.moment_id,
            one.moment.happened_on,
            since.get(key) == one.moment.happened_on,
            one.moment.confidential,
        )
        for key, one in found.items()
    ]
    return sorted(made, key=lambda one: (one.met_on, one.name))


def _where(one: MomentPerson, language: Language) -> str:
    """The post held on the day, else the one the contact was about."""
    held = _held(one.person, one.moment.happened_on)
    return place_of(held, language) if held else _place(one.moment.organisation, language)


def _held(person: Person, day: dt.date) -> PostingRow | None:
    return current_posting([posting_row(one, person) for one in person.postings], day)


def _first_met(session: Session, people: Sequence[UUID]) -> dict[UUID, dt.date]:
    query = (
        select(MomentPerson.person_id, func.min(Moment.happened_on).label("since"))
        .join(MomentPerson.moment)
        .where(MomentPerson.person_id.in_(people))
        .group_by(MomentPerson.person_id)
    )
    return {one.person_id: one.since for one in session.execute(query)}


def _delegates(session: Session, mission_id: UUID) -> set[UUID]:
    along = select(Participant.person_id).where(Participant.mission_id == mission_id)
    return set(session.scalars(along))


def _place(organisation: Organisation | None, language: Language) -> str:
    return place_title(organisation.place, language) if organisation else ""


def outcomes(session: Session, mission_id: UUID) -> Outcomes:
    """How the meetings of a mission ended."""
    query = select(Meeting.result, Meeting.task_id).join(Meeting.company)
    rows = list(session.execute(query.where(FairParty.mission_id == mission_id)))
    counts = Counter(result for result, _task in rows)
    known = [code for code in map(str, _IN_ORDER) if code in counts]
    ordered = [(code, counts[code]) for code in (*known, *sorted(set(counts) - set(known)))]
    return Outcomes(tuple(ordered), sum(task is not None for _result, task in rows))


def programme_of(session: Session, mission_id: UUID) -> tuple[ProgrammeRow, ...]:
    """The programme of a mission in its order."""
    return programme(session.get_one(Mission, mission_id))


def follows(mission_id: UUID) -> ColumnElement[bool]:
    """Which tasks follow on a mission or its meetings; those to prepare it are its checklist's."""
    of_meetings = (
        select(Meeting.task_id)
        .join(Meeting.company)
        .where(FairParty.mission_id == mission_id, Meeting.task_id.is_not(None))
    )
    prepares = and_(Task.days_before.is_not(None), Task.days_before > 0)
    return or_(and_(Task.dossier_id == mission_id, ~prepares), Task.id.in_(of_meetings))


def mission_actions(session: Session, mission_id: UUID, language: Language) -> list[TaskRow]:
    """What follows on a mission, open or done, those of its meetings included, by day."""
    about = (joinedload(Task.person), joinedload(Task.organisation), joinedload(Task.dossier))
    query = select(Task).where(follows(mission_id)).options(*about)
    query = query.order_by(Task.due_on.is_(None), Task.due_on, Task.title, Task.id)
    return [task_row(one, language) for one in session.scalars(query)]


def to_thank(session: Session, mission_id: UUID, language: Language) -> list[ToThank]:
    """Whom the city thanks after a mission, who was not thanked yet first, by name.

    They are partners, hosts that had meetings, people met, givers and signatories. Where a person
    of an organisation is known, they stand for it. Who went along is not thanked, and before the
    mission leaves nobody is.
    """
    mission = session.get_one(Mission, mission_id)
    if mission.starts_at is not None and mission.starts_at.date() > clock.today():
        return []
    people, posts = _Why(), _Why()
    for partner in mission.partners:
        posts.add(partner.organisation_id, Reason.PARTNER)
    _from_meetings(session, mission_id, people, posts)
    _from_memory(session, mission_id, people, posts)
    for one in _delegates(session, mission_id):
        people.reasons.pop(one, None)
    found, represented = _people(session, people, language)
    rows = found + _posts(session, posts, represented, language)
    thanked = _thanked(session, mission_id)
    known = [_with_letter(one, thanked.get(one.id)) for one in rows]
    return sorted(known, key=lambda one: (one.letter is not None, sort_key(one.name), one.id.hex))


class _Why:
    """Reasons by record, in the order of finding them."""

    def __init__(self) -> None:
        self.reasons: dict[UUID, list[Reason]] = {}

    def add(self, record: UUID | None, reason: Reason) -> None:
        if record is None:
            return
        known = self.reasons.setdefault(record, [])
        if reason not in known:
            known.append(reason)


def _from_meetings(session: Session, mission_id: UUID, people: _Why, posts: _Why) -> None:
    hosts = (
        select(FairParty.person_id, FairParty.organisation_id)
        .join(Meeting, Meeting.host_id == FairParty.id)
        .where(FairParty.mission_id == mission_id, Meeting.result != str(Result.NOT_HELD))
    )
    for person, organisation in session.execute(hosts):
        _either(person, organisation, Reason.MEETING, people, posts)


def _from_memory(session: Session, mission_id: UUID, people: _Why, posts: _Why) -> None:
    moments = select(Moment).where(Moment.dossier_id == mission_id)
    for moment in session.scalars(moments.options(selectinload(Moment.people))):
        for one in moment.people:
            people.add(one.person_id, Reason.MET)
        if not moment.people:
            posts.add(moment.organisation_id, Reason.MET)
    given = select(Gift.person_id, Gift.organisation_id)
    received = given.where(Gift.dossier_id == mission_id, Gift.direction == str(Direction.IN))
    for person, organisation in session.execute(received):
        _either(person, organisation, Reason.GIFT, people, posts)
    signed = select(Agreement.organisation_id).where(Agreement.dossier_id == mission_id)
    for organisation in session.scalars(signed.where(Agreement.signed_on.is_not(None))):
        posts.add(organisation, Reason.SIGNED)


def _either(
    person: UUID | None, organisation: UUID | None, reason: Reason, people: _Why, posts: _Why
) -> None:
    if person is not None:
        people.add(person, reason)
    else:
        posts.add(organisation, reason)


def _people(session: Session, people: _Why, language: Language) -> tuple[list[ToThank], set[UUID]]:
    """The people, and the organisations they stand for."""
    wanted = select(Person).where(Person.id.in_(list(people.reasons)))
    posts = selectinload(Person.postings)
    wanted = wanted.options(
        posts.joinedload(Posting.organisation), posts.selectinload(Posting.accreditations)
    )
    found, represented = [], set()
    for one in session.scalars(wanted):
        held = _held(one, clock.today())
        if held is not None and held.organisation_id is not None:
            represented.add(held.organisation_id)
        where = place_of(held, language) if held else ""
        name = names.full_name(one.name)
        why = tuple(people.reasons[one.id])
        found.append(ToThank(one.id, "person", name, where, one.language, why))
    return found, represented


def _posts(session: Session, posts: _Why, left_out: set[UUID], language: Language) -> list[ToThank]:
    left = [one for one in posts.reasons if one not in left_out]
    wanted = select(Organisation).where(Organisation.id.in_(left))
    return [
        ToThank(
            one.id,
            "organisation",
            _place(one, language),
            one.city,
            "",
            tuple(posts.reasons[one.id]),
        )
        for one in session.scalars(wanted)
    ]


def _thanked(session: Session, mission_id: UUID) -> dict[UUID, Letter]:
    """The newest letter of the mission to each person and post."""
    query = select(Letter).where(Letter.dossier_id == mission_id).order_by(Letter.written_on)
    found: dict[UUID, Letter] = {}
    for one in session.scalars(query):
        for key in (one.person_id, one.organisation_id):
            if key is not None:
                found[key] = one
    return found


def _with_letter(row: ToThank, letter: Letter | None) -> ToThank:
    if letter is None:
        return row
    return ToThank(
        row.id, row.kind, row.name, row.where, row.language, row.reasons, letter.id,
        letter.written_on,
    )  # fmt: skip


def letters_of(session: Session, mission_id: UUID, only: Iterable[UUID] = ()) -> list[UUID]:
    """The letters written about a mission, the oldest first; of `only` where some are given."""
    query = select(Letter.id).where(Letter.dossier_id == mission_id)
    wanted = list(only)
    if wanted:
        query = query.where(Letter.id.in_(wanted))
    return list(session.scalars(query.order_by(Letter.written_on, Letter.id)))
