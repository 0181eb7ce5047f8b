"""What is given and received: the gift register and the city's stock of gifts."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model import Organisation, Person
from app.core.entity import Entity, code, reference
from app.dossiers.model.dossier import Dossier


class Gift(Entity):
    """A gift, given by the city (`direction` "out") or received ("in").

    `value` is in euro cents; `kept_at` says where a received gift is now, `dossier` at which
    reception or on which mission it was given.
    """

    __tablename__ = "gift"

    what: Mapped[str]
    direction: Mapped[str] = mapped_column(code(), default="out")
    given_on: Mapped[dt.date | None] = mapped_column(default=None)
    value: Mapped[int | None] = mapped_column(default=None)
    giver: Mapped[str] = mapped_column(default="")
    receiver: Mapped[str] = mapped_column(default="")
    occasion: Mapped[str] = mapped_column(default="")
    kept_at: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("person.id"), init=False, index=True
    )
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    dossier_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("dossier.id"), init=False, index=True
    )
    stock_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("gift_stock.id"), init=False, index=True
    )
    person: Mapped[Person | None] = relationship(default=None)
    organisation: Mapped[Organisation | None] = relationship(default=None)
    dossier: Mapped[Dossier | None] = relationship(default=None)
    stock: Mapped[GiftStock | None] = relationship(default=None)


class GiftStock(Entity):
    """A gift the city keeps ready: how many were bought, what one is worth (euro cents).

    How many are left is counted from the register, never stored.
    """

    __tablename__ = "gift_stock"

    what: Mapped[str]
    value: Mapped[int | None] = mapped_column(default=None)
    bought: Mapped[int] = mapped_column(default=0)
    kept_at: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
