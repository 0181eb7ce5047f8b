"""Reading which partners a dossier serves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Organisation
from app.contacts.rules import lines
from app.core.fold import sort_key
from app.dossiers.model import DossierPartner

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner with their wish; `id` is the organisation's."""

    id: UUID
    name: str
    wish: str


def partners(session: Session, dossier_id: UUID, language: Language) -> list[PartnerRow]:
    """The partners of a dossier by name."""
    query = (
        select(DossierPartner.wish, Organisation)
        .join(Organisation, Organisation.id == DossierPartner.organisation_id)
        .where(DossierPartner.dossier_id == dossier_id)
    )
    found = [
        PartnerRow(body.id, lines.place_title(body.place, language), wish)
        for wish, body in session.execute(query)
    ]
    return sorted(found, key=lambda one: (sort_key(one.name), one.id.hex))
