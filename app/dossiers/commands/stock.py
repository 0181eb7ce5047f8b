"""Writing the city's stock of gifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_
from app.dossiers.model import GiftStock
from app.dossiers.queries.stock import STOCK_FIELDS

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft.stock import GiftStockDraft


@command(N_("Added {what} to the stock of gifts"))
def add_stock(session: Session, draft: GiftStockDraft) -> UUID:
    """Put a gift into the stock."""
    refuse(draft.problems())
    one = GiftStock(what=draft.what.strip())
    session.add(one)
    _fill(session, one, draft)
    return one.id


@command(N_("Changed {what} in the stock of gifts"))
def change_stock(
    session: Session, stock_id: UUID, revision: UUID | None, draft: GiftStockDraft
) -> None:
    """Keep a gift of the stock as the draft has it."""
    refuse(draft.problems())
    _fill(session, checked(session, GiftStock, stock_id, revision), draft)


@command(N_("Removed {what} from the stock of gifts"))
def remove_stock(session: Session, stock_id: UUID) -> None:
    """Take a gift out of the stock that was never given.

    Raises:
        InUseError: the register has gifts of it.
    """
    one = checked(session, GiftStock, stock_id, None)
    naming(session, what=one.what)
    session.delete(one)


def _fill(session: Session, one: GiftStock, draft: GiftStockDraft) -> None:
    for name in STOCK_FIELDS:
        setattr(one, name, getattr(draft, name))
    one.what = draft.what.strip()
    naming(session, what=one.what)
