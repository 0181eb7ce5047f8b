"""Reading a programme: its lines, and what is wrong with the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from app.core import clock
from app.dossiers.draft.programme import ProgrammeDraft
from app.dossiers.model import Dossier, ProgrammeItem
from app.dossiers.queries.dossier import PROGRAMME_FIELDS
from app.dossiers.rules import findings as rules
from app.dossiers.rules.findings import Finding, Line, sorted_findings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


def programme_draft(one: ProgrammeItem) -> ProgrammeDraft:
    """A line as an editor starts from it."""
    return ProgrammeDraft(**{name: getattr(one, name) for name in PROGRAMME_FIELDS})


def programme_findings(session: Session, dossier_id: UUID) -> tuple[Finding, ...]:
    """What is wrong or worth a look in a programme, what is wrong first.

    Who is needed in two places is also looked for in the other dossiers of the day.
    """
    dossier = session.get_one(Dossier, dossier_id)
    items = list(dossier.programme)
    lines = [line_of(one, dossier.place) for one in items]
    day = dossier.starts_at.date() if dossier.starts_at else None
    found = rules.in_sequence(lines)
    found += rules.in_two_places(lines, elsewhere(session, dossier))
    found += rules.weekdays(_texts(dossier, items), day, clock.today().year)
    found += rules.outside_hours(lines, dossier.starts_at, dossier.ends_at)
    found += rules.lacking(lines)
    return sorted_findings(found)


def line_of(one: ProgrammeItem, place: str, elsewhere: str = "") -> Line:
    """A line as the rules look at it; without a place of its own it is where the dossier is."""
    return Line(
        one.id,
        one.title,
        one.starts_at,
        one.minutes,
        one.kind,
        one.place or place,
        one.host,
        one.owner,
        one.speaker,
        one.interpreter,
        one.attendees,
        one.travel_minutes,
        one.public,
        one.fixed,
        elsewhere,
    )


def elsewhere(session: Session, dossier: Dossier) -> list[Line]:
    """The lines of other dossiers on the day; one without a programme is a line itself."""
    if dossier.starts_at is None:
        return []
    begins = dt.datetime.combine(dossier.starts_at.date(), dt.time())
    ends = begins + dt.timedelta(days=1)
    of_the_day = select(ProgrammeItem.dossier_id).where(
        ProgrammeItem.starts_at >= begins, ProgrammeItem.starts_at < ends
    )
    starts_then = (Dossier.starts_at >= begins) & (Dossier.starts_at < ends)
    query = (
        select(Dossier)
        .where(Dossier.id != dossier.id, or_(Dossier.id.in_(of_the_day), starts_then))
        .options(selectinload(Dossier.programme))
    )
    found: list[Line] = []
    for other in session.scalars(query):
        found += lines_of(other)
    return found


def lines_of(dossier: Dossier) -> list[Line]:
    """The lines of a dossier as others see them; one without a programme is a line itself."""
    made = [
        replace(line_of(one, dossier.place, dossier.title), dossier=dossier.id)
        for one in dossier.programme
    ]
    if made or dossier.starts_at is None:
        return made
    length = dossier.ends_at - dossier.starts_at if dossier.ends_at else dt.timedelta(hours=1)
    return [
        Line(
            dossier.id,
            dossier.title,
            dossier.starts_at,
            round(length.total_seconds() / 60),
            place=dossier.place,
            host=dossier.host,
            elsewhere=dossier.title,
            dossier=dossier.id,
        )
    ]


def _texts(dossier: Dossier, items: Sequence[ProgrammeItem]) -> list[tuple[str, UUID | None, bool]]:
    found: list[tuple[str, UUID | None, bool]] = [
        (dossier.title, None, True),
        (dossier.subtitle, None, True),
        (dossier.reason, None, False),
        (dossier.note, None, False),
    ]
    for one in items:
        found += [(one.title, one.id, True), (one.note, one.id, False)]
        found += [(one.rain_plan, one.id, False), (one.attendees, one.id, False)]
    return found
