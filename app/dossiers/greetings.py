"""Greetings for national days: which are planned and done in a month, and planning them.

A greeting is a `Task` of a national day in a year. Read and write stand together here, apart from
dossiers, for a greeting belongs to none.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import NationalDay, Organisation
from app.contacts.queries import DayOfYear, HeadRow, days_of_month, heads_of_posts
from app.contacts.rules import days
from app.contacts.rules.countries import country_name
from app.core import clock, settings
from app.core.command import command, naming
from app.core.errors import InvalidError, Problem
from app.core.profile import profile
from app.core.records import checked
from app.core.text import N_, format_date, say, t
from app.dossiers.model import Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language

DAYS_BEFORE = 7
"""How long before the day a greeting is due, unless told: time to sign and to post it."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Greeting:
    """The task of greeting a country for its day in a year."""

    id: UUID
    owner: str
    due_on: dt.date | None
    done_on: dt.date | None


@dataclass(frozen=True, slots=True)
class DayRow:
    """A national day in a list: who heads the country's posts, and whether it is greeted."""

    of: DayOfYear
    heads: tuple[HeadRow, ...]
    greeting: Greeting | None

    @property
    def id(self) -> UUID:
        """The day's id."""
        return self.of.day.id

    @property
    def is_known(self) -> bool:
        """Whether the office knows who heads a post of the country."""
        return bool(self.heads)


@dataclass(frozen=True, slots=True)
class MonthOfDays:
    """The national days of a month; `undated` are those nobody can date in this year."""

    year: int
    month: int
    rows: tuple[DayRow, ...]
    undated: tuple[DayRow, ...]


def month_of_days(session: Session, year: int, month: int) -> MonthOfDays:
    """The national days of a month, by date, with heads of posts and greetings."""
    dated, undated = days_of_month(session, year, month)
    rows = _rows(session, [*dated, *undated], year)
    return MonthOfDays(year, month, tuple(rows[: len(dated)]), tuple(rows[len(dated) :]))


def coming_days(session: Session, within: int = 31) -> tuple[DayRow, ...]:
    """The days of countries whose heads of post the office knows, from today on, `within` days."""
    today = clock.today()
    end = today + dt.timedelta(days=within)
    found: list[DayRow] = []
    month = today.replace(day=1)
    while month <= end:
        found += month_of_days(session, month.year, month.month).rows
        month = (month + dt.timedelta(days=32)).replace(day=1)
    return tuple(one for one in found if one.is_known and one.of.on and today <= one.of.on <= end)


def greetings_of(session: Session, day_ids: Iterable[UUID]) -> dict[tuple[UUID, int], Greeting]:
    """The greetings of national days, by day and year."""
    query = select(Task).where(Task.national_day_id.in_(list(day_ids)))
    return {
        (one.national_day_id, one.national_day_year): Greeting(
            one.id, one.owner, one.due_on, one.done_on
        )
        for one in session.scalars(query)
        if one.national_day_id is not None and one.national_day_year is not None
    }


def _rows(session: Session, found: Sequence[DayOfYear], year: int) -> list[DayRow]:
    heads = heads_of_posts(session, {one.day.country for one in found})
    known = greetings_of(session, [one.day.id for one in found])
    return [
        DayRow(one, heads.get(one.day.country, ()), known.get((one.day.id, year))) for one in found
    ]


@command(
    N_("Planned the greeting of {n} national day"), N_("Planned the greetings of {n} national days")
)
def plan_greetings(
    session: Session,
    day_ids: Sequence[UUID],
    year: int,
    owner: str = "",
    days_before: int = DAYS_BEFORE,
) -> int:
    """Make a task for each day that has none yet in this year and is not over; one undo for all.

    Due `days_before` the day, on a working day, today at the earliest. `owner` is who is at the
    desk unless told.

    Returns:
        How many were made.
    """
    known = greetings_of(session, day_ids)
    language = profile(session).language
    made = 0
    for day_id in dict.fromkeys(day_ids):
        day = checked(session, NationalDay, day_id, None)
        on = _date_of(day, year)
        if on is None or on < clock.today() or (day_id, year) in known:
            continue
        task = _task(session, day, on, year, language)
        task.owner, task.due_on = owner or settings.who(), _due(on, days_before)
        made += 1
    naming(session, n=made)
    return made


@command(N_("Noted that {country} was greeted"))
def mark_greeted(session: Session, day_id: UUID, year: int) -> None:
    """Note that a country was greeted for its day; with or without a task planned before."""
    day = checked(session, NationalDay, day_id, None)
    known = greetings_of(session, [day_id]).get((day_id, year))
    language = profile(session).language
    on = _date_of(day, year)
    if on is None:
        sentence = say(N_("Nobody knows when this day falls: note when it is celebrated first."))
        raise InvalidError(sentence, (Problem("", sentence),))
    if known is None:
        task = _task(session, day, on, year, language)
        task.owner, task.due_on = settings.who(), _due(on, 0)
    else:
        task = checked(session, Task, known.id, None)
    task.done_on = clock.today()
    naming(session, country=country_name(day.country.code, language))


def _date_of(day: NationalDay, year: int) -> dt.date | None:
    kept = next((one.held_on for one in day.celebrations if one.year == year), None)
    return days.date_of(day.rule, year) or kept


def _task(session: Session, day: NationalDay, on: dt.date, year: int, language: Language) -> Task:
    """A task with its day, and the post whose memory it belongs to where there is one."""
    code = day.country.code
    words = N_("Greet {country} for its national day, {day}")
    told = format_date(on, language, "long")
    task = Task(
        title=t(words, language, country=country_name(code, language), day=told),
        national_day=day,
        national_day_year=year,
    )
    heads = heads_of_posts(session, [code]).get(code, ())
    if heads and heads[0].posting.organisation_id is not None:
        task.organisation = session.get(Organisation, heads[0].posting.organisation_id)
    session.add(task)
    return task


def _due(on: dt.date, days_before: int) -> dt.date:
    due = on - dt.timedelta(days=days_before)
    weekend = due.weekday() - _SATURDAY + 1
    return max(due - dt.timedelta(days=max(weekend, 0)), clock.today())
