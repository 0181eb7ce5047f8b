"""Writing priorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.command import command, naming
from app.core.text import N_
from app.policy.model import Priority

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


@command(N_("Added the priority {name}"))
def add_priority(session: Session, name: str) -> UUID:
    """Add a priority at the end of the list; one that exists is kept as it is."""
    naming(session, name=name)
    known = list(session.scalars(select(Priority)))
    for one in known:
        if one.name == name:
            return one.id
    added = Priority(name=name, position=len(known))
    session.add(added)
    return added.id
