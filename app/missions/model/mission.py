"""The mission itself: where it goes, what it is to bring about."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model import Organisation
from app.core.entity import Entity, code, new_id, reference
from app.dossiers.model import Dossier

if TYPE_CHECKING:
    from app.missions.model.delegation import (  # noqa: TC004 - it imports this module
        Participant,
        ParticipantGroup,
    )


class Mission(Dossier):
    """A dossier in which the city goes out, alone or inside a larger mission (`parent`).

    `decision` and `decided_on` are the college's; a mission with `closed_on` keeps its figures.
    `tables` is how many meetings can be held at once, `interpreters` how many there are of a
    language ("ja=2"). Its texts may stand in other languages too (`MissionText`).
    """

    __tablename__ = "mission"

    id: Mapped[uuid.UUID] = mapped_column(
        reference("dossier.id"), primary_key=True, default_factory=new_id, kw_only=True
    )
    kind: Mapped[str] = mapped_column(code(), default="trade_mission")
    decision: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[dt.date | None] = mapped_column(default=None)
    register_by: Mapped[dt.date | None] = mapped_column(default=None)
    closed_on: Mapped[dt.date | None] = mapped_column(default=None)
    foreword: Mapped[str] = mapped_column(default="")
    practical: Mapped[str] = mapped_column(default="")
    emergency: Mapped[str] = mapped_column(default="")
    tables: Mapped[int | None] = mapped_column(default=None)
    interpreters: Mapped[list[str]] = mapped_column(default_factory=list)
    organiser_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    parent_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("mission.id"), init=False, index=True
    )
    organiser: Mapped[Organisation | None] = relationship(default=None)
    parent: Mapped[Mission | None] = relationship(
        remote_side="Mission.id", foreign_keys=[parent_id], default=None
    )
    destinations: Mapped[list[Destination]] = relationship(
        back_populates="mission",
        cascade="all, delete-orphan",
        default_factory=list,
        order_by="Destination.position",
    )
    objectives: Mapped[list[Objective]] = relationship(
        back_populates="mission",
        cascade="all, delete-orphan",
        default_factory=list,
        order_by="Objective.position",
    )
    participants: Mapped[list[Participant]] = relationship(
        back_populates="mission", cascade="all, delete-orphan", default_factory=list
    )
    groups: Mapped[list[ParticipantGroup]] = relationship(
        back_populates="mission", cascade="all, delete-orphan", default_factory=list
    )

    polymorphy: ClassVar = {"polymorphic_identity": "mission"}


class Destination(Entity):
    """A city a mission goes to, from a day to a day, in its own time (IANA zone name)."""

    __tablename__ = "destination"

    city: Mapped[str]
    country_code: Mapped[str] = mapped_column(code(2), default="")
    time_zone: Mapped[str] = mapped_column(code(64), default="")
    arrives_on: Mapped[dt.date | None] = mapped_column(default=None)
    leaves_on: Mapped[dt.date | None] = mapped_column(default=None)
    facts: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    mission_id: Mapped[uuid.UUID] = mapped_column(reference("mission.id"), init=False, index=True)
    mission: Mapped[Mission] = relationship(back_populates="destinations", default=None)


class Objective(Entity):
    """Something measurable a mission is to bring about, and what it brought."""

    __tablename__ = "objective"

    what: Mapped[str]
    measure: Mapped[str] = mapped_column(default="")
    target: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    reached: Mapped[str] = mapped_column(code(), default="")
    position: Mapped[int] = mapped_column(default=0)
    mission_id: Mapped[uuid.UUID] = mapped_column(reference("mission.id"), init=False, index=True)
    mission: Mapped[Mission] = relationship(back_populates="objectives", default=None)


class MissionText(Entity):
    """A text of a mission in one more language: "foreword", "practical" and "emergency" of the
    mission itself, "facts" of a destination."""

    __tablename__ = "mission_text"

    part: Mapped[str] = mapped_column(code())
    language: Mapped[str] = mapped_column(code(2))
    words: Mapped[str] = mapped_column(default="")
    mission_id: Mapped[uuid.UUID] = mapped_column(reference("mission.id"), init=False, index=True)
    destination_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("destination.id"), init=False, index=True
    )
    mission: Mapped[Mission] = relationship(default=None)
    destination: Mapped[Destination | None] = relationship(default=None)
