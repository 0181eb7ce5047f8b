"""Reading the gift register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.core.errors import NotFoundError
from app.core.text import N_, say
from app.dossiers.draft.gifts import GiftDraft
from app.dossiers.model import Gift
from app.dossiers.queries.memory import Named, named

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session
    from sqlalchemy.orm.interfaces import LoaderOption as Load

    from app.core.text import Language

_LINKS = ("person", "organisation", "dossier", "stock")
_SHORTEST = 8
GIFT_FIELDS = tuple(name for name in GiftDraft.__slots__ if name not in _LINKS)


@dataclass(frozen=True, slots=True)
class GiftRow:
    """A gift with whom it was for or from; `draft` is what an editor starts from."""

    id: UUID
    revision: UUID
    draft: GiftDraft
    about: tuple[Named, ...]

    @property
    def party(self) -> str:
        """Who it was for or from, as far as the office knows."""
        known = [one.name for one in self.about if one.kind in ("person", "organisation")]
        return ", ".join(known) or self.draft.receiver or self.draft.giver


def load_about() -> tuple[Load, ...]:
    """Load with them what they are about (said when asked: it configures the whole model)."""
    return (joinedload(Gift.person), joinedload(Gift.organisation), joinedload(Gift.dossier))


def gifts(session: Session, language: Language) -> list[GiftRow]:
    """The whole register, the newest first; what has no day yet before."""
    query = select(Gift).options(*load_about())
    query = query.order_by(Gift.given_on.desc().nulls_first(), Gift.what, Gift.id)
    return [gift_row(one, language) for one in session.scalars(query)]


def gifts_of(session: Session, dossier_id: UUID, language: Language) -> list[GiftRow]:
    """The gifts of a dossier: what is still to be given first, then by day."""
    query = select(Gift).where(Gift.dossier_id == dossier_id).options(*load_about())
    query = query.order_by(Gift.given_on.asc().nulls_first(), Gift.what, Gift.id)
    return [gift_row(one, language) for one in session.scalars(query)]


def gift_of(session: Session, reference: str) -> UUID | None:
    """The gift whose id begins so (32 hex digits, eight will do), where there is one such."""
    plain = reference.strip().replace("-", "").lower()
    if len(plain) < _SHORTEST or set(plain) - set("0123456789abcdef"):
        return None
    found = [one for one in session.scalars(select(Gift.id)) if one.hex.startswith(plain)]
    return found[0] if len(found) == 1 else None


def gift(session: Session, gift_id: UUID, language: Language) -> GiftRow:
    """One gift.

    Raises:
        NotFoundError: there is no such gift (any more).
    """
    one = session.scalars(select(Gift).where(Gift.id == gift_id).options(*load_about())).first()
    if one is None:
        raise NotFoundError(say(N_("This gift is no longer in the office.")))
    return gift_row(one, language)


def gift_row(one: Gift, language: Language) -> GiftRow:
    """A gift whose links are loaded."""
    draft = GiftDraft(
        **{name: getattr(one, name) for name in GIFT_FIELDS},
        person=one.person_id,
        organisation=one.organisation_id,
        dossier=one.dossier_id,
        stock=one.stock_id,
    )
    about = named(one.person, one.organisation, one.dossier, language)
    return GiftRow(one.id, one.revision, draft, about)
