"""Priorities, which are the office's own words, and the goals of the United Nations."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from app.core.entity import Entity


class Priority(Entity):
    """A priority of the city's international policy, named by the office itself."""

    __tablename__ = "priority"

    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
