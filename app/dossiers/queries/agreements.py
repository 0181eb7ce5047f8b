"""Reading agreements: of a dossier, with an organisation, those that end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.core.errors import NotFoundError
from app.core.text import N_, say
from app.dossiers.draft.agreements import AgreementDraft
from app.dossiers.model import Agreement
from app.dossiers.queries.memory import Named, named

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from app.core.text import Language

_LINKS = ("organisation", "dossier", "document")
AGREEMENT_FIELDS = tuple(name for name in AgreementDraft.__slots__ if name not in _LINKS)


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement with whom and where it was signed; `draft` is what an editor starts from."""

    id: UUID
    revision: UUID
    draft: AgreementDraft
    organisation: Named | None
    dossier: Named | None
    document: str = ""

    @property
    def partner(self) -> str:
        """With whom, "" where nobody is named."""
        return self.organisation.name if self.organisation else ""


def agreements(
    session: Session,
    language: Language,
    *,
    dossier: UUID | None = None,
    organisation: UUID | None = None,
) -> list[AgreementRow]:
    """Agreements, the newest first, what is not signed yet before; as narrowed."""
    query = _query()
    if dossier is not None:
        query = query.where(Agreement.dossier_id == dossier)
    if organisation is not None:
        query = query.where(Agreement.organisation_id == organisation)
    return [_row(one, language) for one in session.scalars(query)]


def agreements_ending(
    session: Session, first: dt.date, last: dt.date, language: Language
) -> list[AgreementRow]:
    """Signed agreements that end between two days, both included, the nearest first."""
    query = _query().where(Agreement.ends_on.between(first, last), Agreement.signed_on.is_not(None))
    found = [_row(one, language) for one in session.scalars(query)]
    return sorted(found, key=lambda one: (str(one.draft.ends_on), one.draft.title))


def agreement(session: Session, agreement_id: UUID, language: Language) -> AgreementRow:
    """One agreement.

    Raises:
        NotFoundError: there is no such agreement (any more).
    """
    one = session.scalars(_query().where(Agreement.id == agreement_id)).first()
    if one is None:
        raise NotFoundError(say(N_("This agreement is no longer in the office.")))
    return _row(one, language)


def agreed_words(session: Session, dossiers: Sequence[UUID] | None) -> dict[UUID, str]:
    """What was agreed on each dossier, for its line in the search index; of all where None."""
    query = select(Agreement.dossier_id, Agreement.title).where(Agreement.dossier_id.is_not(None))
    if dossiers is not None:
        query = query.where(Agreement.dossier_id.in_(dossiers))
    found: dict[UUID, str] = {}
    for dossier, title in session.execute(query.order_by(Agreement.id)):
        if dossier is not None:
            found[dossier] = f"{found.get(dossier, '')} {title}"
    return found


def _query() -> Select[Agreement]:
    about = (
        joinedload(Agreement.organisation),
        joinedload(Agreement.dossier),
        joinedload(Agreement.document),
    )
    order = (Agreement.signed_on.desc().nulls_first(), Agreement.title, Agreement.id)
    return select(Agreement).options(*about).order_by(*order)


def _row(one: Agreement, language: Language) -> AgreementRow:
    draft = AgreementDraft(
        **{name: getattr(one, name) for name in AGREEMENT_FIELDS},
        organisation=one.organisation_id,
        dossier=one.dossier_id,
        document=one.document_id,
    )
    who = next(iter(named(None, one.organisation, None, language)), None)
    where = next(iter(named(None, None, one.dossier, language)), None)
    scan = one.document.name if one.document else ""
    return AgreementRow(one.id, one.revision, draft, who, where, scan)
