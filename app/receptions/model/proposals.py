"""Whom the city thought of inviting, and what was decided."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model import Person
from app.core.entity import Entity, code, reference
from app.receptions.model.reception import Reception


class Proposal(Entity):
    """A decision on a proposed guest: accepted, later (`again_on`) or no, with the reason.

    Without a reception it holds for all of them.
    """

    __tablename__ = "proposal"

    decision: Mapped[str] = mapped_column(code())
    reason: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[dt.date | None] = mapped_column(default=None)
    again_on: Mapped[dt.date | None] = mapped_column(default=None)
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False, index=True)
    reception_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("reception.id"), init=False, index=True
    )
    person: Mapped[Person] = relationship(default=None)
    reception: Mapped[Reception | None] = relationship(default=None)
