"""Reading the days an office minds when it chooses a date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.dossiers.model import SpecialDay
from app.dossiers.rules.days_to_mind import touches

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class MindedDay:
    """A day to mind, or several; `names` are English, Dutch, French."""

    id: UUID
    kind: str
    names: tuple[str, str, str]
    first: dt.date
    last: dt.date
    advice: str
    verified: bool


def minded_days(session: Session, begins: dt.datetime, ends: dt.datetime | None) -> list[MindedDay]:
    """The days a dossier of these hours meets, also those that begin in its evening."""
    after = (ends or begins).date() + dt.timedelta(days=1)
    last = func.coalesce(SpecialDay.ends_on, SpecialDay.starts_on)
    query = select(SpecialDay).where(last >= begins.date(), SpecialDay.starts_on <= after)
    found = []
    for one in session.scalars(query.order_by(SpecialDay.starts_on, SpecialDay.id)):
        until = one.ends_on or one.starts_on
        if touches(one.starts_on, until, from_evening=one.from_evening, begins=begins, ends=ends):
            names = (one.name_en, one.name_nl, one.name_fr)
            made = MindedDay(
                one.id, one.kind, names, one.starts_on, until, one.advice, one.verified
            )
            found.append(made)
    return found
