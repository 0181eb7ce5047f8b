"""Writing the gift register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.model import Organisation, Person
from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_
from app.dossiers.model import Dossier, Gift, GiftStock
from app.dossiers.queries.gifts import GIFT_FIELDS

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft.gifts import GiftDraft


@command(N_("Registered the gift {what}"))
def add_gift(session: Session, draft: GiftDraft) -> UUID:
    """Write a gift into the register."""
    refuse(draft.problems())
    gift = Gift(what=draft.what)
    session.add(gift)
    _fill(session, gift, draft)
    return gift.id


@command(N_("Changed the gift {what}"))
def change_gift(session: Session, gift_id: UUID, revision: UUID | None, draft: GiftDraft) -> None:
    """Keep a gift as the draft has it."""
    refuse(draft.problems())
    _fill(session, checked(session, Gift, gift_id, revision), draft)


@command(N_("Removed the gift {what}"))
def remove_gift(session: Session, gift_id: UUID) -> None:
    """Take a gift out of the register that was entered by mistake."""
    gift = checked(session, Gift, gift_id, None)
    naming(session, what=gift.what)
    session.delete(gift)


@command(N_("Gave the gift {what}"))
def hand_over(session: Session, gift_id: UUID, day: dt.date) -> None:
    """A gift that was planned was given on a day."""
    gift = checked(session, Gift, gift_id, None)
    naming(session, what=gift.what)
    gift.given_on = day


def _fill(session: Session, gift: Gift, draft: GiftDraft) -> None:
    for name in GIFT_FIELDS:
        setattr(gift, name, getattr(draft, name))
    gift.person = checked(session, Person, draft.person, None) if draft.person else None
    gift.organisation = (
        checked(session, Organisation, draft.organisation, None) if draft.organisation else None
    )
    gift.dossier = checked(session, Dossier, draft.dossier, None) if draft.dossier else None
    gift.stock = checked(session, GiftStock, draft.stock, None) if draft.stock else None
    naming(session, what=gift.what)
