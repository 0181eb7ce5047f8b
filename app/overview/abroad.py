"""What the page of the day tells of missions: those under way now, and those that are coming."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app.core import clock
from app.core.profile import profile
from app.core.text import N_, Sentence, say
from app.dossiers.model import ProgrammeItem
from app.dossiers.queries import OpenTasks, open_tasks_by_dossier
from app.dossiers.rules import Stage
from app.dossiers.rules.zones import there, usual_or, zone_words
from app.missions.model import ItemFor, Mission
from app.missions.queries import missions
from app.missions.queries.overview import warned
from app.missions.rules.clocks import Stop, clock_of
from app.missions.rules.stages import papers_words
from app.missions.rules.under_way import Planned, on_now

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.missions.queries import MissionRow

SHOWN = 4
CLOSES_SOON = 45
"""Days ahead in which the end of registration is told."""
PAPERS_SOON = 120
"""Days ahead in which travel papers to see to are counted: passports take their time."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A mission that is out today: where, what its clocks say, what is on there and what is next.

    `local` is this moment there; `zone` the words of its clock. `line` and `following` are lines of
    the programme for everybody, None where nothing is planned.
    """

    id: UUID
    title: str
    city: str
    local: dt.datetime
    zone: str
    line: Planned | None
    following: Planned | None
    back_on: dt.date | None


@dataclass(frozen=True, slots=True)
class AheadRow:
    """A coming mission with what is to be seen to; `late` counts tasks that are overdue."""

    id: UUID
    title: str
    where: str
    starts_on: dt.date | None
    stage: str
    going: int
    late: int
    open: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Abroad:
    """Who is out, and what is coming; `total` counts all that are coming."""

    out: tuple[UnderWay, ...] = ()
    ahead: tuple[AheadRow, ...] = ()
    total: int = 0


def abroad(session: Session, limit: int = SHOWN) -> Abroad:
    """Missions under way today, then the coming ones, the nearest first."""
    today = clock.today()
    rows = [one for one in missions(session) if one.stage != Stage.CLOSED]
    out = [one for one in rows if _is_out(one, today)]
    coming = [one for one in rows if one.starts_on is None or one.starts_on > today]
    coming = [one for one in coming if one.stage != Stage.HELD]
    tasks = open_tasks_by_dossier(session) if coming else {}
    ahead = [_ahead(session, one, tasks.get(one.id, OpenTasks()), today) for one in coming[:limit]]
    return Abroad(tuple(_under_way(session, one.id) for one in out), tuple(ahead), len(coming))


def _is_out(one: MissionRow, today: dt.date) -> bool:
    begins = one.starts_on
    return begins is not None and begins <= today <= (one.ends_on or begins)


def _ahead(session: Session, row: MissionRow, tasks: OpenTasks, today: dt.date) -> AheadRow:
    mission = session.get_one(Mission, row.id)
    told = tuple(_open(session, row, mission, tasks, today))
    return AheadRow(
        row.id, row.title, row.where, row.starts_on, row.stage, row.going, tasks.overdue, told
    )


def _open(
    session: Session, row: MissionRow, mission: Mission, tasks: OpenTasks, today: dt.date
) -> Iterator[Sentence]:
    """What is to be seen to, the most urgent first."""
    if tasks.overdue:
        yield say(N_("{n} task late"), N_("{n} tasks late"), n=tasks.overdue)
    if not mission.decision.strip() and mission.decided_on is None:
        yield say(N_("no decision of the college yet"))
    yield from _registration(row, mission.register_by, today)
    near = row.starts_on is not None and (row.starts_on - today).days <= PAPERS_SOON
    number = warned(session, row.id) if near and row.going else 0
    if number:
        yield papers_words(number)


def _registration(row: MissionRow, until: dt.date | None, today: dt.date) -> Iterator[Sentence]:
    if until is None:
        return
    left = (until - today).days
    if left == 0:
        yield say(N_("registration closes today"))
    elif 0 < left <= CLOSES_SOON:
        yield say(N_("registration closes in {n} day"), N_("registration closes in {n} days"),
                  n=left)  # fmt: skip
    elif left < 0 and row.waiting:
        yield say(N_("registration closed, {n} on the waiting list"),
                  N_("registration closed, {n} on the waiting list"), n=row.waiting)  # fmt: skip


# --- under way ---


def _under_way(session: Session, mission_id: UUID) -> UnderWay:
    mission = session.get_one(Mission, mission_id)
    home = usual_or(profile(session).host_country)
    stops = [
        Stop(one.city, one.country_code, one.time_zone, one.arrives_on, one.leaves_on)
        for one in mission.destinations
    ]
    now = clock.now()
    day = now.date()
    zone = clock_of("", day, "", stops, home).zone
    local = now.astimezone(ZoneInfo(zone))
    city = next((one.city for one in reversed(stops) if one.holds(local.date())), "")
    line, following = on_now(_lines(session, mission_id, stops, home), now)
    ends = mission.ends_at.date() if mission.ends_at else None
    days = [one.leaves_on for one in mission.destinations if one.leaves_on]
    back = ends or max(days, default=None)
    return UnderWay(
        mission.id, mission.title, city, local, zone_words(local), line, following, back
    )


def _lines(session: Session, mission_id: UUID, stops: list[Stop], home: str) -> list[Planned]:
    """The lines for everybody that have a time, by their own clocks."""
    own = select(ItemFor.item_id).where(ItemFor.item_id == ProgrammeItem.id)
    query = select(ProgrammeItem).where(
        ProgrammeItem.dossier_id == mission_id, ProgrammeItem.starts_at.is_not(None),
        ~own.exists(),
    )  # fmt: skip
    found = []
    for one in session.scalars(query):
        if one.starts_at is not None:
            day = one.starts_at.date()
            zone = clock_of(one.time_zone, day, one.place, stops, home).zone
            begins = there(one.starts_at, zone)
            found.append(Planned(one.title, begins, one.minutes, one.place))
    return found
