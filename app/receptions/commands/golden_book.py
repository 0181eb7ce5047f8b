"""Writing the golden book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_, Sentence, plain, say
from app.dossiers.commands import add_documents
from app.dossiers.model import Document
from app.receptions.model import GoldenBookPage, Reception
from app.receptions.queries.golden_book import PAGE_FIELDS

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft import DocumentDraft
    from app.receptions.draft.golden_book import GoldenPageDraft


@command(N_("Prepared a page of the golden book for {title}"))
def add_golden_page(session: Session, draft: GoldenPageDraft) -> UUID:
    """Prepare a page."""
    refuse(draft.problems())
    one = GoldenBookPage()
    session.add(one)
    _fill(session, one, draft)
    return one.id


@command(N_("Changed the page of the golden book for {title}"))
def change_golden_page(
    session: Session, page_id: UUID, revision: UUID | None, draft: GoldenPageDraft
) -> None:
    """Keep a page as the draft has it."""
    refuse(draft.problems())
    _fill(session, checked(session, GoldenBookPage, page_id, revision), draft)


@command(N_("Kept the scan of the golden book for {title}"))
def set_golden_scan(session: Session, page_id: UUID, draft: DocumentDraft, body: bytes) -> None:
    """Keep a picture of the signed page, as a document of its reception.

    Raises:
        InvalidError: the file is too large, or may run when it is opened.
    """
    one = checked(session, GoldenBookPage, page_id, None)
    (made,) = add_documents(session, [(draft, body)])
    one.scan = checked(session, Document, made, None)
    naming(session, title=_title(one))


@command(N_("Removed the page of the golden book for {title}"))
def remove_golden_page(session: Session, page_id: UUID) -> None:
    """Take a page out of the book; its scan stays among the documents."""
    one = checked(session, GoldenBookPage, page_id, None)
    naming(session, title=_title(one))
    session.delete(one)


def _fill(session: Session, one: GoldenBookPage, draft: GoldenPageDraft) -> None:
    for name in PAGE_FIELDS:
        setattr(one, name, getattr(draft, name))
    one.reception = checked(session, Reception, draft.reception, None) if draft.reception else None
    naming(session, title=_title(one))


def _title(one: GoldenBookPage) -> Sentence:
    return plain(one.reception.title) if one.reception else say(N_("an occasion of its own"))
