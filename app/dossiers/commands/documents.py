"""Keeping files in the office.

The bytes go through the bulk door: the Step then remembers that they came, not what they are, so
that a document does not stand in the office twice. A removal keeps them in the change log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.model import Organisation, Person
from app.core import clock
from app.core.bulk import bulk_door
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, Sentence, plain, say
from app.dossiers.model import Document, DocumentContent, Dossier
from app.dossiers.queries.memory import DOCUMENT_FIELDS
from app.dossiers.rules.file_content import problem_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft import DocumentDraft


@command(N_("Added {what}"))
def add_documents(session: Session, files: Sequence[tuple[DocumentDraft, bytes]]) -> list[UUID]:
    """Keep files, all of them or none.

    Raises:
        InvalidError: one of them is too large, or may run when it is opened.
    """
    for draft, body in files:
        wrong = problem_of(draft.name, body)
        refuse([*draft.problems(), *([Problem("name", wrong)] if wrong else ())])
    made = [_added(session, draft, len(body)) for draft, body in files]
    session.flush()
    door = bulk_door(session)
    rows = [(door.new_id(), one.id.hex, body) for one, (_, body) in zip(made, files, strict=True)]
    door.insert(DocumentContent.__table__, ("id", "document_id", "body"), rows)  # type: ignore[arg-type]  # a mapped class has a Table
    naming(session, what=_called(made))
    return [one.id for one in made]


def _added(session: Session, draft: DocumentDraft, size: int) -> Document:
    one = Document(name=draft.name.strip())
    for name in DOCUMENT_FIELDS:
        setattr(one, name, getattr(draft, name))
    one.size, one.added_on = size, clock.today()
    one.person = checked(session, Person, draft.person, None) if draft.person else None
    one.organisation = (
        checked(session, Organisation, draft.organisation, None) if draft.organisation else None
    )
    one.dossier = checked(session, Dossier, draft.dossier, None) if draft.dossier else None
    session.add(one)
    return one


def _called(made: Sequence[Document]) -> Sentence:
    if len(made) == 1:
        return plain(made[0].name)
    return say(N_("{n} document"), N_("{n} documents"), n=len(made))


@command(N_("Changed the document {name}"))
def change_document(
    session: Session, document_id: UUID, revision: UUID | None, draft: DocumentDraft
) -> None:
    """Keep another name, date or note; the file itself stays as it came."""
    refuse(draft.problems())
    one = checked(session, Document, document_id, revision)
    one.name, one.media_type = draft.name.strip(), draft.media_type
    one.dated, one.note = draft.dated, draft.note
    naming(session, name=one.name)


@command(N_("Removed the document {name}"))
def remove_document(session: Session, document_id: UUID) -> None:
    """Remove a document with its file."""
    one = checked(session, Document, document_id, None)
    naming(session, name=one.name)
    session.delete(one)
