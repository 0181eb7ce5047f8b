"""The reception itself."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model import PrecedenceList
from app.core.entity import code, new_id, reference
from app.dossiers.model import Dossier

if TYPE_CHECKING:
    from app.receptions.model.guests import (  # noqa: TC004 - they import this module
        Delegation,
        Guest,
    )


class Reception(Dossier):
    """A dossier in which the city receives.

    Without a list of precedence of its own it follows the office's usual one.
    """

    __tablename__ = "reception"

    id: Mapped[uuid.UUID] = mapped_column(
        reference("dossier.id"), primary_key=True, default_factory=new_id, kw_only=True
    )
    kind: Mapped[str] = mapped_column(code(), default="reception")
    capacity: Mapped[int | None] = mapped_column(default=None)
    reply_by: Mapped[dt.date | None] = mapped_column(default=None)
    dress: Mapped[str] = mapped_column(default="")
    precedence_list_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("precedence_list.id"), init=False, index=True
    )
    precedence_list: Mapped[PrecedenceList | None] = relationship(default=None)
    guests: Mapped[list[Guest]] = relationship(
        back_populates="reception", cascade="all, delete-orphan", default_factory=list
    )
    delegations: Mapped[list[Delegation]] = relationship(
        back_populates="reception", cascade="all, delete-orphan", default_factory=list
    )

    polymorphy: ClassVar = {"polymorphic_identity": "reception"}
