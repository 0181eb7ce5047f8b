"""What happened with a person, a post or a country, in one list, the newest first.

A post has what concerned it and what its people did while they were posted there, so that a
successor reads on where the predecessor left. What names another organisation belongs to that one.
A country has its posts, the people posted there, and its nationals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.overview import sources
from app.overview.entries import (
    COUNTRY,
    MISSION,
    ORGANISATION,
    PERSON,
    RECEPTION,
    Scope,
    TimelineRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language

LIMIT = 200
NEWEST = 8


@dataclass(frozen=True, slots=True)
class Timeline:
    """The newest rows; `counts` says how many there are of each kind, `more` how many are left."""

    rows: tuple[TimelineRow, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    more: int = 0


def of_person(
    session: Session,
    person_id: UUID,
    language: Language,
    kinds: Collection[str] = (),
    limit: int = LIMIT,
) -> Timeline:
    """Everything with one person."""
    return _composed(session, Scope(PERSON, person_id), language, kinds, limit)


def of_organisation(
    session: Session,
    organisation_id: UUID,
    language: Language,
    kinds: Collection[str] = (),
    limit: int = LIMIT,
) -> Timeline:
    """Everything with a post, or with its people while they were posted there."""
    return _composed(session, Scope(ORGANISATION, organisation_id), language, kinds, limit)


def of_country(
    session: Session,
    code: str,
    language: Language,
    kinds: Collection[str] = (),
    limit: int = LIMIT,
) -> Timeline:
    """Everything with the posts, the people and the nationals of a country (alpha-2)."""
    return _composed(session, Scope(COUNTRY, code=code), language, kinds, limit)


def of_reception(
    session: Session,
    reception_id: UUID,
    language: Language,
    kinds: Collection[str] = (),
    limit: int = LIMIT,
) -> Timeline:
    """Everything that came of a reception."""
    return _composed(session, Scope(RECEPTION, reception_id), language, kinds, limit)


def of_mission(
    session: Session,
    mission_id: UUID,
    language: Language,
    kinds: Collection[str] = (),
    limit: int = LIMIT,
) -> Timeline:
    """Everything that came of a mission, with the larger one and those that travelled inside it."""
    return _composed(session, Scope(MISSION, mission_id), language, kinds, limit)


def _composed(
    session: Session, scope: Scope, language: Language, kinds: Collection[str], limit: int
) -> Timeline:
    found: list[TimelineRow] = []
    counts: list[tuple[str, int]] = []
    for kind, source in sources.SOURCES.items():
        number = source.count(session, scope)
        if not number:
            continue
        counts.append((kind, number))
        if not kinds or kind in kinds:
            found += source.rows(session, scope, language, limit)
    found.sort(key=_newest)
    total = sum(number for kind, number in counts if not kinds or kind in kinds)
    shown = tuple(found[:limit])
    return Timeline(shown, tuple(counts), total - len(shown))


def _newest(row: TimelineRow) -> tuple[bool, int, str, str, str]:
    """What has no day yet comes first: it is still to be planned."""
    day = -row.day.toordinal() if row.day else 0
    return row.day is not None, day, row.kind, row.id.hex, row.phase
