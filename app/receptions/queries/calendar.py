"""Receptions as cards of the board, and what stands in the calendar of a stretch of days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from app.contacts.rules.countries import country_name
from app.core.text import Language
from app.dossiers.greetings import month_of_days
from app.dossiers.queries import BoardCard, cards, special_days
from app.receptions.model import Reception
from app.receptions.queries.reception import ReceptionRow, receptions

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


def board(session: Session) -> list[BoardCard[ReceptionRow]]:
    """Every reception as a card, in the order of the list: the coming ones first."""
    return cards(session, receptions(session))


class EntryKind(StrEnum):
    """What an entry of the calendar is, in the order of a day.

    Missions are added by `app.overview.calendar`.
    """

    RECEPTION = "reception"
    MISSION = "mission"
    SPECIAL_DAY = "special_day"
    NATIONAL_DAY = "national_day"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Something on a day, or on several: what it is called, per language where it has several.

    `record` is the dossier, the country's national day or the day to mind; `code` the stage of a
    dossier, the country of a national day, the kind of a day to mind.
    """

    kind: EntryKind
    record: UUID
    first: dt.date
    last: dt.date
    names: tuple[str, str, str]
    code: str = ""
    at: dt.time | None = None
    place: str = ""

    def name(self, language: Language) -> str:
        """Its name in a language, else in the first that has one."""
        own = self.names[list(Language).index(language)]
        return own or next((one for one in self.names if one), "")


def calendar(session: Session, first: dt.date, last: dt.date) -> list[CalendarEntry]:
    """What stands in the calendar between two days, both included: in the order of the days.

    Receptions by their hour, then days to mind, then the national days of countries whose heads of
    post the office knows.
    """
    found = [*_receptions(session, first, last), *_special(session, first, last)]
    found += _national(session, first, last)
    rank = list(EntryKind)
    return sorted(
        found,
        key=lambda one: (one.first, rank.index(one.kind), one.at or dt.time.max, one.names),
    )


def _receptions(session: Session, first: dt.date, last: dt.date) -> list[CalendarEntry]:
    begin, end = dt.datetime.combine(first, dt.time()), dt.datetime.combine(last, dt.time.max)
    query = select(Reception).where(
        or_(Reception.starts_at >= begin, Reception.ends_at >= begin), Reception.starts_at <= end
    )
    found = []
    for one in session.scalars(query):
        if one.starts_at is not None:
            day = one.starts_at.date()
            until = max(day, one.ends_at.date()) if one.ends_at else day
            names = (one.title, one.title, one.title)
            at = one.starts_at.time()
            found.append(
                CalendarEntry(
                    EntryKind.RECEPTION, one.id, day, until, names, one.stage, at, one.place
                )
            )
    return found


def _special(session: Session, first: dt.date, last: dt.date) -> list[CalendarEntry]:
    return [
        CalendarEntry(
            EntryKind.SPECIAL_DAY,
            one.id,
            one.first,
            one.last,
            (one.draft.name_nl, one.draft.name_fr, one.draft.name_en),
            one.draft.kind,
        )
        for one in special_days(session, first, last)
    ]


def _national(session: Session, first: dt.date, last: dt.date) -> list[CalendarEntry]:
    found = []
    month = first.replace(day=1)
    while month <= last:
        for row in month_of_days(session, month.year, month.month).rows:
            on = row.of.on
            if row.is_known and on is not None and first <= on <= last:
                code = row.of.day.country
                names = tuple(country_name(code, one) for one in Language)
                found.append(
                    CalendarEntry(EntryKind.NATIONAL_DAY, row.id, on, on, names, code)  # type: ignore[arg-type]  # one per language
                )
        month = (month + dt.timedelta(days=32)).replace(day=1)
    return found
