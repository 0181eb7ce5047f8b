"""How the delegation travels and sleeps: factor rows, legs, rooms."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.entity import ALWAYS, Entity, code, reference
from app.missions.model.delegation import Participant
from app.missions.model.mission import Mission


class EmissionFactor(Entity):
    """A row of a factor set (see `rules.travel.Factor`): kg CO2e per kilometre."""

    __tablename__ = "emission_factor"

    source: Mapped[str]
    mode: Mapped[str] = mapped_column(code())
    value: Mapped[float]
    edition: Mapped[str] = mapped_column(default="")
    travel_class: Mapped[str] = mapped_column(code(), default="average")
    from_km: Mapped[float] = mapped_column(default=0.0)
    below_km: Mapped[float | None] = mapped_column(default=None)
    with_contrails: Mapped[bool] = mapped_column(default=False)
    valid_from: Mapped[dt.date] = mapped_column(default=ALWAYS)
    note: Mapped[str] = mapped_column(default="")
    verified: Mapped[bool] = mapped_column(default=False)


class Leg(Entity):
    """A stretch of a journey, with the factor row it was counted with and what that row said.

    `factor_value` is the row's value when the leg was counted: a later edition changes the row the
    office uses, never a leg. Times are local to the places they belong to.
    """

    __tablename__ = "leg"

    mode: Mapped[str] = mapped_column(code(), default="train")
    travel_class: Mapped[str] = mapped_column(code(), default="average")
    operator: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    start: Mapped[str] = mapped_column(default="")
    end: Mapped[str] = mapped_column(default="")
    departs_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    arrives_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    distance_km: Mapped[float | None] = mapped_column(default=None)
    shared_by: Mapped[int | None] = mapped_column(default=None)
    train_minutes: Mapped[int | None] = mapped_column(default=None)
    motive: Mapped[str] = mapped_column(default="")
    factor_value: Mapped[float | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    mission_id: Mapped[uuid.UUID] = mapped_column(reference("mission.id"), init=False, index=True)
    factor_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("emission_factor.id"), init=False, index=True
    )
    mission: Mapped[Mission] = relationship(default=None)
    factor: Mapped[EmissionFactor | None] = relationship(default=None)
    travellers: Mapped[list[LegTraveller]] = relationship(
        back_populates="leg", cascade="all, delete-orphan", default_factory=list
    )


class LegTraveller(Entity):
    """Who travels on a leg."""

    __tablename__ = "leg_traveller"
    __table_args__ = (UniqueConstraint("leg_id", "participant_id"),)

    leg_id: Mapped[uuid.UUID] = mapped_column(reference("leg.id"), init=False)
    participant_id: Mapped[uuid.UUID] = mapped_column(
        reference("participant.id"), init=False, index=True
    )
    leg: Mapped[Leg] = relationship(back_populates="travellers", default=None)
    participant: Mapped[Participant] = relationship(default=None)


class Room(Entity):
    """A hotel room for some nights."""

    __tablename__ = "room"

    hotel: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(code(), default="single")
    number: Mapped[str] = mapped_column(default="")
    from_on: Mapped[dt.date | None] = mapped_column(default=None)
    until_on: Mapped[dt.date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    mission_id: Mapped[uuid.UUID] = mapped_column(reference("mission.id"), init=False, index=True)
    mission: Mapped[Mission] = relationship(default=None)
    sleepers: Mapped[list[RoomSleeper]] = relationship(
        back_populates="room", cascade="all, delete-orphan", default_factory=list
    )


class RoomSleeper(Entity):
    """Who sleeps in a room."""

    __tablename__ = "room_sleeper"
    __table_args__ = (UniqueConstraint("room_id", "participant_id"),)

    room_id: Mapped[uuid.UUID] = mapped_column(reference("room.id"), init=False)
    participant_id: Mapped[uuid.UUID] = mapped_column(
        reference("participant.id"), init=False, index=True
    )
    room: Mapped[Room] = relationship(back_populates="sleepers", default=None)
    participant: Mapped[Participant] = relationship(default=None)
