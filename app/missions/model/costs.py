"""What a mission costs and who pays which part."""

from __future__ import annotations

import datetime as dt
import uuid
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column, object_session, relationship

from app.core.entity import Entity, code, reference
from app.dossiers.model import CostLine
from app.missions.model.delegation import Participant


class ExchangeRate(Entity):
    """What one unit of a currency was worth in euro on a day, as its source gave it."""

    __tablename__ = "exchange_rate"

    currency: Mapped[str] = mapped_column(code(3))
    day: Mapped[dt.date]
    euro: Mapped[str]
    source: Mapped[str] = mapped_column(default="")

    @property
    def value(self) -> Decimal:
        """The rate as an exact number."""
        return Decimal(self.euro)


class CostShare(Entity):
    """Who pays which part of a line: the city, a partner by name, or a participant."""

    __tablename__ = "cost_share"

    payer: Mapped[str] = mapped_column(code(), default="city")
    name: Mapped[str] = mapped_column(default="")
    weight: Mapped[int] = mapped_column(default=1)
    line_id: Mapped[uuid.UUID] = mapped_column(reference("cost_line.id"), init=False, index=True)
    participant_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("participant.id"), init=False, index=True
    )
    line: Mapped[CostLine] = relationship(default=None)
    participant: Mapped[Participant | None] = relationship(default=None)

    def settle(self) -> bool:
        """Somebody has one part of a line: two parts of one person are one, as heavy as both."""
        session = object_session(self)
        twin = select(CostShare).where(
            CostShare.line_id == self.line_id,
            CostShare.participant_id == self.participant_id,
            CostShare.id != self.id,
        )
        first = session.scalars(twin).first() if session is not None else None
        if first is not None:
            first.weight += self.weight
        return first is None
