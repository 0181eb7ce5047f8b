"""What the parts of memory ask in the worker: everything of one record in one question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.dossiers.queries import (
    AgreementRow,
    DocumentRow,
    TaskRow,
    agreements,
    documents,
    open_tasks,
)
from app.overview import timeline
from app.overview.timeline import Timeline
from ui.core import language
from ui.dossiers.subject import COUNTRY, MISSION, ORGANISATION, PERSON, RECEPTION, Subject

if TYPE_CHECKING:
    from uuid import UUID

_QUERIES: dict[str, Any] = {
    PERSON: timeline.of_person,
    ORGANISATION: timeline.of_organisation,
    RECEPTION: timeline.of_reception,
    MISSION: timeline.of_mission,
    COUNTRY: timeline.of_country,
}


@dataclass(frozen=True, slots=True)
class MemoryFacts:
    """The newest of a record's timeline, its open tasks, its documents, what was signed."""

    timeline: Timeline = field(default_factory=Timeline)
    tasks: tuple[TaskRow, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()


def memory_of(session: Any, kind: str, record: UUID) -> MemoryFacts:  # a session: ui knows no SQL
    """What the office remembers of a person, an organisation or a dossier."""
    spoken = language.current()
    about: dict[str, Any] = Subject(kind, record).links()
    return MemoryFacts(
        _QUERIES[kind](session, record, spoken, (), timeline.NEWEST),
        tuple(open_tasks(session, spoken, **about)),
        tuple(documents(session, **about)),
        () if kind == PERSON else tuple(agreements(session, spoken, **about)),
    )


def timeline_of(
    session: Any, subject: Subject, kinds: tuple[str, ...], limit: int
) -> Timeline:  # a session
    """The timeline of a subject, of some kinds or all, the newest `limit` rows."""
    key = subject.code if subject.kind == COUNTRY else subject.id
    found: Timeline = _QUERIES[subject.kind](session, key, language.current(), kinds, limit)
    return found
