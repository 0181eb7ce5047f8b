"""Matchmaking: who wants to meet whom, when, and what came of it."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model import Organisation, Person
from app.core.entity import Entity, code, reference
from app.dossiers.model import Task
from app.missions.model.mission import Mission


class FairParty(Entity):
    """A company of the delegation (`side` "ours") or somebody it may meet ("host").

    `away` lists the slots it cannot come in, by their position.
    """

    __tablename__ = "fair_party"

    name: Mapped[str]
    side: Mapped[str] = mapped_column(code(), default="ours")
    wanted: Mapped[str] = mapped_column(default="")
    offered: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(code(2), default="")
    most: Mapped[int | None] = mapped_column(default=None)
    away: Mapped[list[str]] = mapped_column(default_factory=list)
    note: Mapped[str] = mapped_column(default="")
    mission_id: Mapped[uuid.UUID] = mapped_column(reference("mission.id"), init=False, index=True)
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("person.id"), init=False, index=True
    )
    mission: Mapped[Mission] = relationship(default=None)
    organisation: Mapped[Organisation | None] = relationship(default=None)
    person: Mapped[Person | None] = relationship(default=None)


class FairWish(Entity):
    """That a party wants to meet another, and how much (1 to 5)."""

    __tablename__ = "fair_wish"
    __table_args__ = (UniqueConstraint("party_id", "other_id"),)

    weight: Mapped[int] = mapped_column(default=3)
    party_id: Mapped[uuid.UUID] = mapped_column(reference("fair_party.id"), init=False)
    other_id: Mapped[uuid.UUID] = mapped_column(reference("fair_party.id"), init=False, index=True)
    party: Mapped[FairParty] = relationship(foreign_keys=[party_id], default=None)
    other: Mapped[FairParty] = relationship(foreign_keys=[other_id], default=None)


class FairSlot(Entity):
    """A time in which meetings are held."""

    __tablename__ = "fair_slot"

    starts_at: Mapped[dt.datetime]
    minutes: Mapped[int] = mapped_column(default=20)
    position: Mapped[int] = mapped_column(default=0)
    mission_id: Mapped[uuid.UUID] = mapped_column(reference("mission.id"), init=False, index=True)
    mission: Mapped[Mission] = relationship(default=None)


class Meeting(Entity):
    """A company meets a host in a slot; `locked` ones stay when the rest is arranged anew.

    `task` is what is to follow on it, with its owner and day. Nobody sits at two tables at once:
    the database itself refuses it, also where an undo would bring it about.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        UniqueConstraint("company_id", "slot_id"),
        UniqueConstraint("host_id", "slot_id"),
    )

    place: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str] = mapped_column(default="")
    locked: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(code(), default="")
    company_id: Mapped[uuid.UUID] = mapped_column(
        reference("fair_party.id"), init=False, index=True
    )
    host_id: Mapped[uuid.UUID] = mapped_column(reference("fair_party.id"), init=False, index=True)
    slot_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("fair_slot.id"), init=False, index=True
    )
    task_id: Mapped[uuid.UUID | None] = mapped_column(reference("task.id"), init=False, index=True)
    company: Mapped[FairParty] = relationship(foreign_keys=[company_id], default=None)
    host: Mapped[FairParty] = relationship(foreign_keys=[host_id], default=None)
    slot: Mapped[FairSlot | None] = relationship(default=None)
    task: Mapped[Task | None] = relationship(default=None)
