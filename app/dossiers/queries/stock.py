"""Reading the city's stock of gifts: what is left is counted from the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core.fold import sort_key
from app.dossiers.draft.stock import GiftStockDraft
from app.dossiers.model import Gift, GiftStock
from app.dossiers.rules.gifts import LOW_STOCK

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

STOCK_FIELDS = tuple(GiftStockDraft.__slots__)


@dataclass(frozen=True, slots=True)
class StockRow:
    """A gift of the stock, and how many of it the register says were given."""

    id: UUID
    revision: UUID
    draft: GiftStockDraft
    given: int

    @property
    def left(self) -> int:
        """How many are left; below nothing where more were given than bought."""
        return self.draft.bought - self.given

    @property
    def is_low(self) -> bool:
        """Whether it is time to buy again."""
        return self.left <= LOW_STOCK


def gift_stock(session: Session) -> list[StockRow]:
    """The stock by name."""
    given = (
        select(Gift.stock_id, func.count())
        .where(Gift.stock_id.is_not(None), Gift.direction == "out")
        .group_by(Gift.stock_id)
    )
    counts = {stock: number for stock, number in session.execute(given)}  # noqa: C416 - a Result has keys
    rows = [
        StockRow(
            one.id,
            one.revision,
            GiftStockDraft(**{name: getattr(one, name) for name in STOCK_FIELDS}),
            counts.get(one.id, 0),
        )
        for one in session.scalars(select(GiftStock))
    ]
    return sorted(rows, key=lambda row: (sort_key(row.draft.what), row.id.hex))
