"""Guests, whom they bring along, and the delegation they belong to."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model import Organisation, Person
from app.core.entity import Entity, code, reference
from app.receptions.model.reception import Reception
from app.receptions.rules import Circle, Status


class Guest(Entity):
    """A person on the list of a reception, with their reply and, if moved by hand, the reason.

    `invitation_round` counts from 1: who is in a later round waits for a regret of an earlier one.
    `photo_consent` is "", "yes" or "no"; nobody was asked while it is empty. Times are local.
    """

    __tablename__ = "guest"
    __table_args__ = (UniqueConstraint("reception_id", "person_id"),)

    status: Mapped[str] = mapped_column(code(), default="proposed")
    circle: Mapped[str] = mapped_column(code(), default="guests")
    guest_of_honour: Mapped[bool] = mapped_column(default=False)
    persons: Mapped[int] = mapped_column(default=1)
    manual_place: Mapped[int | None] = mapped_column(default=None)
    place_reason: Mapped[str] = mapped_column(default="")
    substitute_name: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    invited_on: Mapped[dt.date | None] = mapped_column(default=None)
    replied_on: Mapped[dt.date | None] = mapped_column(default=None)
    invitation_round: Mapped[int] = mapped_column(default=1)
    seat: Mapped[str] = mapped_column(default="")
    arrives_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    car: Mapped[str] = mapped_column(default="")
    plate: Mapped[str] = mapped_column(default="")
    spouse_programme: Mapped[bool] = mapped_column(default=False)
    photo_consent: Mapped[str] = mapped_column(code(), default="")
    checked_in_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    walk_in: Mapped[bool] = mapped_column(default=False)
    reception_id: Mapped[uuid.UUID] = mapped_column(
        reference("reception.id"), init=False, index=True
    )
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False, index=True)
    substitute_id: Mapped[uuid.UUID | None] = mapped_column(reference("person.id"), init=False)
    delegation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("delegation.id"), init=False, index=True
    )
    interprets_for_id: Mapped[uuid.UUID | None] = mapped_column(reference("person.id"), init=False)
    reception: Mapped[Reception] = relationship(back_populates="guests", default=None)
    person: Mapped[Person] = relationship(foreign_keys=[person_id], default=None)
    substitute: Mapped[Person | None] = relationship(foreign_keys=[substitute_id], default=None)
    delegation: Mapped[Delegation | None] = relationship(back_populates="members", default=None)
    interprets_for: Mapped[Person | None] = relationship(
        foreign_keys=[interprets_for_id], default=None
    )
    companions: Mapped[list[Companion]] = relationship(
        back_populates="guest",
        cascade="all, delete-orphan",
        default_factory=list,
        order_by="Companion.position",
    )
    catering: Mapped[list[CateringNote]] = relationship(
        back_populates="guest", cascade="all, delete-orphan", default_factory=list
    )

    def settle(self) -> bool:
        """Nobody represents themselves: who came instead was the guest."""
        if self.substitute_id == self.person_id:
            self.substitute_id = None
            if self.status == Status.REPRESENTED and not self.substitute_name:
                self.status = Status.ACCEPTED
        return True

    def take_in(self, other: Guest) -> None:
        """Two invitations of one person: the reply that says most stands."""
        if _says_more(other, self):
            for name in ("status", "replied_on", "substitute_id", "substitute_name"):
                setattr(self, name, getattr(other, name))
        if self.circle == Circle.GUESTS:
            self.circle = other.circle
        self.guest_of_honour = self.guest_of_honour or other.guest_of_honour
        self.persons = max(self.persons, other.persons)
        self.invited_on = min(filter(None, (self.invited_on, other.invited_on)), default=None)
        if self.manual_place is None:
            self.manual_place, self.place_reason = other.manual_place, other.place_reason
        self.invitation_round = min(self.invitation_round, other.invitation_round)
        for name in _OF_THE_DAY:
            if not getattr(self, name):
                setattr(self, name, getattr(other, name))
        notes = dict.fromkeys(filter(None, (self.note, other.note)))
        self.note = "\n".join(notes)


_OF_THE_DAY = (
    "seat", "arrives_at", "car", "plate", "spouse_programme", "photo_consent", "checked_in_at",
    "delegation_id", "interprets_for_id",
)  # fmt: skip
_SAYING = (
    Status.PROPOSED, Status.INVITED, Status.REGRETS, Status.WAITING, Status.ACCEPTED,
    Status.REPRESENTED, Status.ABSENT, Status.ATTENDED,
)  # fmt: skip


def _says_more(one: Guest, two: Guest) -> bool:
    """Whether a reply outweighs another: having been there before a promise, then the later one."""
    answered = (Status.REGRETS, Status.WAITING, Status.ACCEPTED, Status.REPRESENTED)
    both = one.status in answered and two.status in answered
    if both and one.replied_on and two.replied_on and one.replied_on != two.replied_on:
        return one.replied_on > two.replied_on
    return _saying(one.status) > _saying(two.status)


def _saying(status: str) -> int:
    return _SAYING.index(Status(status)) if status in set(Status) else -1


class Delegation(Entity):
    """People who come as one body: one line on the list, with its members by name.

    `expected` is the number announced, which may run ahead of the names.
    """

    __tablename__ = "delegation"

    name: Mapped[str]
    expected: Mapped[int | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    reception_id: Mapped[uuid.UUID] = mapped_column(
        reference("reception.id"), init=False, index=True
    )
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False
    )
    reception: Mapped[Reception] = relationship(back_populates="delegations", default=None)
    organisation: Mapped[Organisation | None] = relationship(default=None)
    members: Mapped[list[Guest]] = relationship(back_populates="delegation", default_factory=list)


class Companion(Entity):
    """Somebody a guest brings along, with an own name, badge and seat.

    `relation` says who they are to the guest ("spouse", "daughter", "aide").
    """

    __tablename__ = "companion"

    name: Mapped[str] = mapped_column(default="")
    relation: Mapped[str] = mapped_column(default="")
    badge_name: Mapped[str] = mapped_column(default="")
    seat: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    checked_in_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    guest_id: Mapped[uuid.UUID] = mapped_column(reference("guest.id"), init=False, index=True)
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("person.id"), init=False, index=True
    )
    guest: Mapped[Guest] = relationship(back_populates="companions", default=None)
    person: Mapped[Person | None] = relationship(default=None)


class CateringNote(Entity):
    """What the kitchen must do for a guest, or for whom they bring; never why.

    It says who told it and when, and whether the person agreed that it be kept. Hidden by default
    and dropped after the event by rule (GDPR art. 9; DOMAIN section 5).
    """

    __tablename__ = "catering_note"
    __table_args__ = ({"info": {"private": True}},)

    instruction: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    told_on: Mapped[dt.date | None] = mapped_column(default=None)
    consent: Mapped[bool] = mapped_column(default=False)
    guest_id: Mapped[uuid.UUID] = mapped_column(reference("guest.id"), init=False, index=True)
    companion_id: Mapped[uuid.UUID | None] = mapped_column(reference("companion.id"), init=False)
    guest: Mapped[Guest] = relationship(back_populates="catering", default=None)
    companion: Mapped[Companion | None] = relationship(default=None)
