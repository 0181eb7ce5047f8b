"""Reading priorities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.policy.model import Priority

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """A priority of the office."""

    id: UUID
    name: str
    active: bool


def priorities(session: Session) -> list[PriorityRow]:
    """The office's priorities in its own order."""
    query = select(Priority).order_by(Priority.position, Priority.name)
    return [PriorityRow(one.id, one.name, one.active) for one in session.scalars(query)]
