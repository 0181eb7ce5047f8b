"""Writing which partners a dossier serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.model import Organisation
from app.core.command import command, naming
from app.core.records import checked
from app.core.text import N_
from app.dossiers.model import Dossier, DossierPartner

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft.partners import PartnerDraft


@command(N_("Changed the partners of {title}"))
def set_partners(session: Session, dossier_id: UUID, partners: Sequence[PartnerDraft]) -> None:
    """Keep the partners as given; one named twice counts once, with the last wish."""
    dossier = checked(session, Dossier, dossier_id, None)
    naming(session, title=dossier.title)
    wanted = {one.organisation: one.wish.strip() for one in partners}
    for gone in [one for one in dossier.partners if one.organisation_id not in wanted]:
        dossier.partners.remove(gone)
    known = {one.organisation_id: one for one in dossier.partners}
    for organisation_id, wish in wanted.items():
        if organisation_id in known:
            known[organisation_id].wish = wish
        else:
            body = checked(session, Organisation, organisation_id, None)
            dossier.partners.append(DossierPartner(wish=wish, organisation=body))
