"""Writing agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.model import Organisation
from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_
from app.dossiers.model import Agreement, Document, Dossier
from app.dossiers.queries.agreements import AGREEMENT_FIELDS

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft.agreements import AgreementDraft


@command(N_("Kept the agreement {title}"))
def add_agreement(session: Session, draft: AgreementDraft) -> UUID:
    """Write down what was signed, or is to be.

    Raises:
        InvalidError: it has no title, or neither partner nor occasion.
    """
    refuse(draft.problems())
    agreement = Agreement(title=draft.title)
    session.add(agreement)
    _fill(session, agreement, draft)
    return agreement.id


@command(N_("Changed the agreement {title}"))
def change_agreement(
    session: Session, agreement_id: UUID, revision: UUID | None, draft: AgreementDraft
) -> None:
    """Keep an agreement as the draft has it."""
    refuse(draft.problems())
    _fill(session, checked(session, Agreement, agreement_id, revision), draft)


@command(N_("Removed the agreement {title}"))
def remove_agreement(session: Session, agreement_id: UUID) -> None:
    """Remove an agreement that was entered by mistake; its scan stays among the documents."""
    agreement = checked(session, Agreement, agreement_id, None)
    naming(session, title=agreement.title)
    session.delete(agreement)


def _fill(session: Session, agreement: Agreement, draft: AgreementDraft) -> None:
    for name in AGREEMENT_FIELDS:
        value = getattr(draft, name)
        setattr(agreement, name, value.strip() if isinstance(value, str) else value)
    agreement.organisation = (
        checked(session, Organisation, draft.organisation, None) if draft.organisation else None
    )
    agreement.dossier = checked(session, Dossier, draft.dossier, None) if draft.dossier else None
    agreement.document = (
        checked(session, Document, draft.document, None) if draft.document else None
    )
    naming(session, title=agreement.title)
