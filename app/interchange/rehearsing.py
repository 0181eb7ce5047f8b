"""What an import would do, told before anything is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.bulk import Bulk, BulkRange
from app.interchange import known as office
from app.interchange.adding import ADD, SKIP, Import, Imported
from app.receptions.model import Guest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.contacts.draft import ContactDraft


def rehearse(
    session: Session, drafts: Iterable[ContactDraft], on_duplicate: str = SKIP
) -> Imported:
    """What an import would do; a query, so nothing is written."""
    connection = session.connection()
    work = Import(session, Bulk(connection, "", BulkRange("f" * 16)), on_duplicate)
    if on_duplicate != ADD:
        work.people = office.people(session)
        work.organisations, work.places = office.organisations(session)
    work.rehearsal = True
    with work:
        for draft in drafts:
            work.take(draft)
        problems, met, fresh = tuple(work.problems), tuple(work.met), tuple(work.fresh)
    return Imported(work.read, work.added, work.updated, work.skipped, problems, met, fresh)


def rehearse_guests(
    session: Session,
    drafts: Iterable[ContactDraft],
    reception_id: UUID,
    on_duplicate: str = SKIP,
) -> Imported:
    """What an import of guests would do; a query, so nothing is written."""
    result = rehearse(session, drafts, on_duplicate)
    query = select(Guest.person_id).where(Guest.reception_id == reception_id)
    invited = len(set(result.people) - set(session.scalars(query)))
    return replace(result, added=invited, skipped=result.read - invited)
