"""Who goes along: participants as they were at the time, their groups and travel papers."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, backref, mapped_column, object_session, relationship

from app.contacts.model import Organisation, Person
from app.core.entity import Entity, code, reference
from app.dossiers.model import ProgrammeItem
from app.missions.model.mission import Mission
from app.missions.rules.delegation import Role, Status

_SURE = (Status.WITHDRAWN, Status.WAITING, Status.REGISTERED, Status.CONFIRMED)


class Participant(Entity):
    """A member of the delegation, with the title and organisation they had at the time.

    `title` and `organisation_name` are kept as they were, so a booklet reprinted years later still
    says so. `host_place` is the place by which the host sorts, where it differs from precedence.
    `photo_consent` is "", "yes" or "no"; nobody was asked while it is empty.
    """

    __tablename__ = "participant"
    __table_args__ = (UniqueConstraint("mission_id", "person_id"),)

    role: Mapped[str] = mapped_column(code(), default="business")
    status: Mapped[str] = mapped_column(code(), default="registered")
    title: Mapped[str] = mapped_column(default="")
    organisation_name: Mapped[str] = mapped_column(default="")
    badge_name: Mapped[str] = mapped_column(default="")
    bio: Mapped[str] = mapped_column(default="")
    photo_consent: Mapped[str] = mapped_column(code(), default="")
    manual_place: Mapped[int | None] = mapped_column(default=None)
    place_reason: Mapped[str] = mapped_column(default="")
    host_place: Mapped[int | None] = mapped_column(default=None)
    arrives_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    leaves_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    emergency_contact: Mapped[str] = mapped_column(default="")
    emergency_phone: Mapped[str] = mapped_column(default="")
    registered_on: Mapped[dt.date | None] = mapped_column(default=None)
    withdrawn_on: Mapped[dt.date | None] = mapped_column(default=None)
    withdrawal_rule: Mapped[str] = mapped_column(code(), default="")
    note: Mapped[str] = mapped_column(default="")
    mission_id: Mapped[uuid.UUID] = mapped_column(reference("mission.id"), init=False, index=True)
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False, index=True)
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    with_id: Mapped[uuid.UUID | None] = mapped_column(reference("participant.id"), init=False)
    mission: Mapped[Mission] = relationship(back_populates="participants", default=None)
    person: Mapped[Person] = relationship(default=None)
    organisation: Mapped[Organisation | None] = relationship(default=None)
    accompanies: Mapped[Participant | None] = relationship(
        remote_side="Participant.id", foreign_keys=[with_id], default=None
    )
    papers: Mapped[TravelPapers | None] = relationship(
        back_populates="participant", cascade="all, delete-orphan", default=None
    )

    def settle(self) -> bool:
        """Nobody accompanies themselves."""
        if self.with_id == self.id:
            self.with_id = None
        return True

    def take_in(self, other: Participant) -> None:
        """Two places of one person: whoever goes under one goes; a no to a photo stays."""
        if _sure(other.status) > _sure(self.status):
            self.status = other.status
            self.withdrawn_on, self.withdrawal_rule = other.withdrawn_on, other.withdrawal_rule
        if self.role == Role.BUSINESS:
            self.role = other.role
        if self.manual_place is None:
            self.manual_place, self.place_reason = other.manual_place, other.place_reason
        if other.photo_consent == "no":
            self.photo_consent = "no"
        self.registered_on = min(
            filter(None, (self.registered_on, other.registered_on)), default=None
        )
        self.note = "\n".join(dict.fromkeys(filter(None, (self.note, other.note))))
        super().take_in(other)
        if self.status != Status.WITHDRAWN:
            self.withdrawn_on, self.withdrawal_rule = None, ""


def _sure(status: str) -> int:
    """How sure it is that somebody goes, the surest highest."""
    return _SURE.index(Status(status)) if status in set(Status) else -1


class TravelPapers(Entity):
    """What a border wants to see. Apart, hidden by default, erased by rule after the mission."""

    __tablename__ = "travel_papers"

    __table_args__ = ({"info": {"private": True}},)

    machine_name: Mapped[str] = mapped_column(default="")
    ticket_name: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    nationality: Mapped[str] = mapped_column(code(2), default="")
    born_on: Mapped[dt.date | None] = mapped_column(default=None)
    expires_on: Mapped[dt.date | None] = mapped_column(default=None)
    visa: Mapped[str] = mapped_column(code(), default="")
    visa_granted_on: Mapped[dt.date | None] = mapped_column(default=None)
    insurance: Mapped[str] = mapped_column(default="")
    participant_id: Mapped[uuid.UUID] = mapped_column(
        reference("participant.id"), unique=True, init=False
    )
    participant: Mapped[Participant] = relationship(back_populates="papers", default=None)


class ParticipantGroup(Entity):
    """Participants who do things together ("ports", "group B")."""

    __tablename__ = "participant_group"
    __table_args__ = (UniqueConstraint("mission_id", "name"),)

    name: Mapped[str]
    mission_id: Mapped[uuid.UUID] = mapped_column(reference("mission.id"), init=False)
    mission: Mapped[Mission] = relationship(back_populates="groups", default=None)
    members: Mapped[list[GroupMember]] = relationship(
        back_populates="group", cascade="all, delete-orphan", default_factory=list
    )


class GroupMember(Entity):
    """Somebody in a group."""

    __tablename__ = "group_member"
    __table_args__ = (UniqueConstraint("group_id", "participant_id"),)

    group_id: Mapped[uuid.UUID] = mapped_column(reference("participant_group.id"), init=False)
    participant_id: Mapped[uuid.UUID] = mapped_column(
        reference("participant.id"), init=False, index=True
    )
    group: Mapped[ParticipantGroup] = relationship(back_populates="members", default=None)
    participant: Mapped[Participant] = relationship(default=None)


class ItemFor(Entity):
    """For whom a line of the programme is: a group or one participant; for all without any.

    It goes with its line, which knows nothing of missions.
    """

    __tablename__ = "item_for"

    item_id: Mapped[uuid.UUID] = mapped_column(
        reference("programme_item.id"), init=False, index=True
    )
    group_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("participant_group.id"), init=False, index=True
    )
    participant_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("participant.id"), init=False, index=True
    )
    item: Mapped[ProgrammeItem] = relationship(
        backref=backref("whom", cascade="all, delete-orphan"), default=None
    )
    group: Mapped[ParticipantGroup | None] = relationship(default=None)
    participant: Mapped[Participant | None] = relationship(default=None)

    def settle(self) -> bool:
        """A line is for somebody once."""
        session = object_session(self)
        twin = select(ItemFor.id).where(
            ItemFor.item_id == self.item_id,
            ItemFor.participant_id == self.participant_id,
            ItemFor.id != self.id,
        )
        return session is None or session.scalars(twin.limit(1)).first() is None
