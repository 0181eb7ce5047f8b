"""Reading missions: the list, and the dossier with where it goes and what it is to bring about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select
from sqlalchemy.orm import selectinload

from app.contacts.model import Organisation
from app.contacts.rules.lines import place_title
from app.core import clock
from app.core.errors import NotFoundError
from app.core.text import N_, Language, say
from app.dossiers.queries import dossier_draft
from app.missions.draft import DestinationDraft, MissionDraft, ObjectiveDraft
from app.missions.model import Destination, Mission, Objective, Participant, TravelPapers
from app.missions.rules.delegation import GOING, Status
from app.policy.model import Priority

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy.orm import Session

MISSION_FIELDS = tuple(
    name for name in MissionDraft.__slots__ if name not in ("dossier", "organiser", "parent")
)
DESTINATION_FIELDS = tuple(DestinationDraft.__slots__)
OBJECTIVE_FIELDS = tuple(ObjectiveDraft.__slots__)


@dataclass(frozen=True, slots=True)
class DestinationRow:
    """A city the mission goes to, in its order."""

    id: UUID
    draft: DestinationDraft


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """Something the mission is to bring about, in its order."""

    id: UUID
    draft: ObjectiveDraft
    revision: UUID | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another mission: the larger one, or one that travels inside."""

    id: UUID
    title: str
    stage: str
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    going: int = 0


@dataclass(frozen=True, slots=True)
class MissionSheet:
    """Everything of one mission but who goes along; `draft` is what an editor starts from.

    `counts` are participants by status, `papers` how many have travel papers in the office.
    """

    id: UUID
    revision: UUID
    draft: MissionDraft
    destinations: tuple[DestinationRow, ...]
    objectives: tuple[ObjectiveRow, ...]
    organiser: str
    requested_by: str
    parent: Related | None
    inside: tuple[Related, ...]
    priorities: tuple[str, ...]
    counts: dict[str, int]
    papers: int

    @property
    def day(self) -> dt.date | None:
        """The day it leaves, None while it is open."""
        begins = self.draft.dossier.starts_at
        return begins.date() if begins else first_day(one.draft for one in self.destinations)

    @property
    def back_on(self) -> dt.date | None:
        """The day it is back."""
        return last_day(self.draft, (one.draft for one in self.destinations))

    @property
    def going(self) -> int:
        """How many have a place."""
        return sum(self.counts.get(status, 0) for status in GOING)


@dataclass(frozen=True, slots=True)
class MissionRow:
    """A mission in the list; `where` are its cities in their order."""

    id: UUID
    title: str
    kind: str
    stage: str
    origin: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    where: str
    organiser: str
    going: int
    waiting: int


def first_day(destinations: Iterable[DestinationDraft]) -> dt.date | None:
    """The first day of arrival among destinations."""
    return min((one.arrives_on for one in destinations if one.arrives_on), default=None)


def last_day(draft: MissionDraft, destinations: Iterable[DestinationDraft]) -> dt.date | None:
    """The day a mission is over: its end, else the last day somewhere, else its beginning."""
    if draft.dossier.ends_at:
        return draft.dossier.ends_at.date()
    days = [one.leaves_on for one in destinations if one.leaves_on]
    begins = draft.dossier.starts_at
    return max([*days, *([begins.date()] if begins else [])], default=None)


def missions(session: Session) -> list[MissionRow]:
    """Every mission, the coming ones first, then the past, the newest first."""
    counts: dict[UUID, Counter[str]] = {}
    by_status = select(Participant.mission_id, Participant.status, func.count())
    for mission_id, status, number in session.execute(
        by_status.group_by(Participant.mission_id, Participant.status)
    ):
        counts.setdefault(mission_id, Counter())[status] = number
    wanted = select(Mission).options(
        selectinload(Mission.destinations), selectinload(Mission.organiser)
    )
    rows = [_row(one, counts.get(one.id, Counter())) for one in session.scalars(wanted)]
    today = clock.today()

    def order(row: MissionRow) -> tuple[int, int, str]:
        last = row.ends_on or row.starts_on
        if last is None or row.starts_on is None:
            return 1, 0, row.title
        days = (row.starts_on - today).days
        return (0, days, row.title) if last >= today else (2, -days, row.title)

    return sorted(rows, key=order)


def _row(one: Mission, counts: Counter[str]) -> MissionRow:
    drafts = [destination_draft(place) for place in one.destinations]
    begins = one.starts_at.date() if one.starts_at else first_day(drafts)
    ends = one.ends_at.date() if one.ends_at else None
    days = [place.leaves_on for place in drafts if place.leaves_on]
    return MissionRow(
        one.id,
        one.title,
        one.kind,
        one.stage,
        one.origin,
        begins,
        ends or max(days, default=begins),
        ", ".join(dict.fromkeys(place.city for place in drafts)) or one.place,
        place_title(one.organiser.place) if one.organiser else "",
        sum(counts[status] for status in GOING),
        counts[Status.WAITING],
    )


def mission_sheet(
    session: Session, mission_id: UUID, language: Language = Language.NL
) -> MissionSheet:
    """One mission, whole; `language` names posts that have no name.

    Raises:
        NotFoundError: there is no such mission (any more).
    """
    wanted = select(Mission).where(Mission.id == mission_id)
    one = session.scalars(
        wanted.options(
            selectinload(Mission.destinations),
            selectinload(Mission.objectives),
            selectinload(Mission.priorities),
            selectinload(Mission.goals),
        )
    ).first()
    if one is None:
        raise NotFoundError(say(N_("This mission is no longer in the office.")))
    fields = {name: getattr(one, name) for name in MISSION_FIELDS}
    draft = MissionDraft(dossier_draft(one), organiser=one.organiser_id, parent=one.parent_id,
                         **fields)  # fmt: skip
    tags = select(Priority.name).where(Priority.id.in_(draft.dossier.priorities))
    parent, inside = _around(session, one)
    by_status = select(Participant.status, func.count()).where(Participant.mission_id == one.id)
    held = select(func.count()).select_from(TravelPapers).join(TravelPapers.participant)
    return MissionSheet(
        one.id,
        one.revision,
        draft,
        tuple(DestinationRow(place.id, destination_draft(place)) for place in one.destinations),
        tuple(
            ObjectiveRow(what.id, objective_draft(what), what.revision) for what in one.objectives
        ),
        _named(session, one.organiser_id, language),
        _named(session, one.requested_by_id, language),
        parent,
        inside,
        tuple(session.scalars(tags.order_by(Priority.position))),
        {row[0]: row[1] for row in session.execute(by_status.group_by(Participant.status))},
        session.scalar(held.where(Participant.mission_id == one.id)) or 0,
    )


def _around(session: Session, one: Mission) -> tuple[Related | None, tuple[Related, ...]]:
    """The larger mission of a mission, and those that travel inside it by title."""
    near = or_(Mission.parent_id == one.id, Mission.id == one.parent_id)
    query = select(Mission).where(near).options(selectinload(Mission.destinations))
    found = {row.id: row for row in session.scalars(query.order_by(Mission.title, Mission.id))}
    if not found:
        return None, ()
    along = select(Participant.mission_id, func.count()).where(
        Participant.mission_id.in_(list(found)), Participant.status.in_(GOING)
    )
    going = {row[0]: row[1] for row in session.execute(along.group_by(Participant.mission_id))}
    related = {key: _related(row, going.get(key, 0)) for key, row in found.items()}
    parent = related.pop(one.parent_id, None) if one.parent_id else None
    return parent, tuple(related.values())


def _related(one: Mission, going: int) -> Related:
    row = _row(one, Counter())
    return Related(one.id, one.title, one.stage, row.starts_on, row.ends_on, going)


def _named(session: Session, organisation_id: UUID | None, language: Language) -> str:
    one = session.get(Organisation, organisation_id) if organisation_id else None
    return place_title(one.place, language) if one else ""


def destination_draft(one: Destination) -> DestinationDraft:
    """A city as it can be edited."""
    return DestinationDraft(**{name: getattr(one, name) for name in DESTINATION_FIELDS})


def objective_draft(one: Objective) -> ObjectiveDraft:
    """An objective as it can be edited."""
    return ObjectiveDraft(**{name: getattr(one, name) for name in OBJECTIVE_FIELDS})
