"""What the page of the day tells: the next receptions, heads of mission to see, the balance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, exists, extract, func, or_, select
from sqlalchemy.orm import joinedload

from app.contacts.model import Posting
from app.contacts.protocol import title_of
from app.contacts.queries import expected_to_leave, posting_habits, posting_row, saved_views
from app.contacts.rules import names
from app.contacts.rules.codes import Function
from app.contacts.rules.views import LEAVING_DAYS, Met
from app.core import clock
from app.core.text import N_, Sentence, say
from app.dossiers.model import Dossier, Task
from app.dossiers.rules import Origin, Stage
from app.receptions.model import Guest, Reception
from app.receptions.rules import COMING, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.rules.tenure import Habit
    from app.core.text import Language

SHOWN = 6
YEARS = 5
_HEADS = (Function.AMBASSADOR, Function.NUNCIO, Function.HIGH_COMMISSIONER)


@dataclass(frozen=True, slots=True)
class ComingRow:
    """A coming reception with what is still open in it."""

    id: UUID
    title: str
    place: str
    starts_at: dt.datetime | None
    stage: str
    invited: int
    coming: int
    open: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class HeadRow:
    """A head of mission worth a thought: how long here, leaving soon, never received."""

    person_id: UUID
    name: str
    title: str
    since: dt.date | None
    leaves_on: dt.date | None
    guessed: bool
    received: bool

    def leaves_by(self, day: dt.date) -> bool:
        """Whether they leave until a day, as far as one knows or guesses."""
        return self.leaves_on is not None and self.leaves_on <= day


@dataclass(frozen=True, slots=True)
class Heads:
    """Counts of heads of mission, the first of them, and the views of contacts that list them."""

    leaving: int = 0
    never: int = 0
    rows: tuple[HeadRow, ...] = ()
    leaving_view: UUID | None = None
    never_view: UUID | None = None


@dataclass(frozen=True, slots=True)
class YearBalance:
    """Receptions of a year by who wanted them."""

    year: int
    proactive: int
    reactive: int


@dataclass(frozen=True, slots=True)
class Coming:
    """The next receptions, and how many there are this week (until Sunday)."""

    rows: tuple[ComingRow, ...] = ()
    total: int = 0
    this_week: int = 0


def coming(session: Session, limit: int = SHOWN) -> Coming:
    """The next receptions, the nearest first, those without a day last."""
    today = clock.today()
    begins = dt.datetime.combine(today, dt.time())
    ahead = or_(Reception.starts_at >= begins, Reception.starts_at.is_(None))
    query = select(Reception).where(ahead, Reception.stage.not_in((Stage.HELD, Stage.CLOSED)))
    order = (Reception.starts_at.is_(None), Reception.starts_at, Reception.title, Reception.id)
    known = list(session.scalars(query.order_by(*order)))
    sunday = today + dt.timedelta(days=7 - today.isoweekday())
    near = sum(1 for one in known if one.starts_at and one.starts_at.date() <= sunday)
    shown = known[:limit]
    replies = _replies(session, [one.id for one in shown])
    tasks = _open_tasks(session, [one.id for one in shown])
    rows = [_coming(one, replies.get(one.id, {}), tasks.get(one.id, 0), today) for one in shown]
    return Coming(tuple(rows), len(known), near)


def _replies(session: Session, ids: Iterable[UUID]) -> dict[UUID, dict[str, int]]:
    query = select(Guest.reception_id, Guest.status, func.sum(Guest.persons))
    query = query.where(Guest.reception_id.in_(list(ids)))
    found: dict[UUID, dict[str, int]] = {}
    for reception_id, status, persons in session.execute(
        query.group_by(Guest.reception_id, Guest.status)
    ):
        found.setdefault(reception_id, {})[status] = persons
    return found


def _open_tasks(session: Session, ids: Iterable[UUID]) -> dict[UUID, int]:
    query = select(Task.dossier_id, func.count()).where(
        Task.dossier_id.in_(list(ids)), Task.done_on.is_(None)
    )
    return {key: number for key, number in session.execute(query.group_by(Task.dossier_id)) if key}


def _coming(one: Reception, replies: dict[str, int], tasks: int, today: dt.date) -> ComingRow:
    invited = sum(number for status, number in replies.items() if status != Status.PROPOSED)
    return ComingRow(
        one.id,
        one.title,
        one.place,
        one.starts_at,
        one.stage,
        invited,
        sum(replies.get(status, 0) for status in COMING),
        tuple(_open(one, replies, tasks, today)),
    )


def _open(
    one: Reception, replies: dict[str, int], tasks: int, today: dt.date
) -> Iterable[Sentence]:
    """What is still to be done, as far as the office's data knows."""
    if not replies:
        yield say(N_("nobody on the list"))
    awaited = replies.get(Status.INVITED, 0)
    late = one.reply_by is not None and one.reply_by < today
    if awaited and late:
        yield say(N_("{n} reply overdue"), N_("{n} replies overdue"), n=awaited)
    elif awaited:
        yield say(N_("{n} reply awaited"), N_("{n} replies awaited"), n=awaited)
    proposed = replies.get(Status.PROPOSED, 0)
    if proposed:
        yield say(N_("{n} not invited yet"), N_("{n} not invited yet"), n=proposed)
    if not one.host.strip():
        yield say(N_("no host"))
    if tasks:
        yield say(N_("{n} task open"), N_("{n} tasks open"), n=tasks)


def heads(session: Session, language: Language, limit: int = SHOWN) -> Heads:
    """Heads of mission in office who leave soon, or whom the city never received.

    Leaving: by the rule of `contacts.rules.tenure`.
    """
    today = clock.today()
    received = exists().where(
        Guest.person_id == Posting.person_id,
        Guest.status.in_((Status.ATTENDED, Status.REPRESENTED)),
    )
    query = select(Posting, received).where(
        Posting.function.in_(_HEADS),
        or_(Posting.ends_on.is_(None), Posting.ends_on >= today),
        or_(Posting.starts_on.is_(None), Posting.starts_on <= today),
    )
    query = query.options(joinedload(Posting.person), joinedload(Posting.organisation))
    habits = posting_habits(session)
    rows = [_head(one, known, habits, language) for one, known in session.execute(query)]
    leaving = [row for row in rows if row.leaves_by(today + dt.timedelta(days=LEAVING_DAYS))]
    never = [row for row in rows if not row.received]
    either = {row.person_id: row for row in (*never, *leaving)}
    soon = {row.person_id for row in leaving}

    def urgency(row: HeadRow) -> tuple[bool, bool, dt.date, str]:
        """Leaving and never received, then leaving, then never received."""
        return row.person_id not in soon, row.received, row.leaves_on or dt.date.max, row.name

    order = sorted(either.values(), key=urgency)
    views = [(row.id, row.draft.conditions) for row in saved_views(session)]
    leave = next((one for one, asked in views if asked.leaving_days), None)
    unmet = next((one for one, asked in views if asked.met == Met.NEVER), None)
    return Heads(len(leaving), len(never), tuple(order[:limit]), leave, unmet)


def _head(
    one: Posting,
    received: bool,  # noqa: FBT001 - a column of the answer
    habits: Mapping[str, Habit],
    language: Language,
) -> HeadRow:
    row = posting_row(one, one.person)
    expected = expected_to_leave(row.draft, row.place.country, habits)
    since = one.credentials_on or one.starts_on or one.arrived_on
    return HeadRow(
        one.person_id,
        names.full_name(one.person.name),
        title_of(row, one.person.gender, language),
        since,
        expected.day if expected else None,
        expected is not None and expected.guess and one.expected_end_on is None,
        received,
    )


def balance(session: Session, years: int = YEARS) -> list[YearBalance]:
    """Receptions of this year and the years before, by who wanted them; the oldest year first."""
    this_year = clock.today().year
    year = extract("year", Dossier.starts_at).cast(Integer)
    query = select(year, Dossier.origin, func.count()).where(
        Dossier.noun == "reception",
        Dossier.stage != Stage.IDEA,
        Dossier.starts_at >= dt.datetime(this_year - years + 1, 1, 1),  # noqa: DTZ001 - local to the place
        Dossier.starts_at < dt.datetime(this_year + 1, 1, 1),  # noqa: DTZ001 - local to the place
    )
    counts: dict[tuple[int, str], int] = {
        (int(one), origin): number
        for one, origin, number in session.execute(query.group_by(year, Dossier.origin))
    }
    return [
        YearBalance(
            one, counts.get((one, Origin.PROACTIVE), 0), counts.get((one, Origin.REACTIVE), 0)
        )
        for one in range(this_year - years + 1, this_year + 1)
    ]


def balance_words(rows: Iterable[YearBalance]) -> Sentence:
    """The share of this year that the city wanted itself."""
    *_, last = rows
    total = last.proactive + last.reactive
    if not total:
        return say(N_("No reception planned or held this year yet."))
    share = round(100 * last.proactive / total)
    return say(N_("{share} % on our initiative in {year}."), share=share, year=str(last.year))
