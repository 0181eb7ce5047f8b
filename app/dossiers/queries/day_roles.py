"""Reading who does what on the day, and how to reach them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.dossiers.model import DossierRole

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class DayRole:
    """A role of the day; without a name it is still to be given."""

    role: str
    name: str
    phone: str


def day_roles(session: Session, dossier_id: UUID) -> tuple[DayRole, ...]:
    """The roles of a dossier, in order."""
    query = select(DossierRole).where(DossierRole.dossier_id == dossier_id)
    return tuple(
        DayRole(one.role, one.name, one.phone)
        for one in session.scalars(query.order_by(DossierRole.position))
    )
