"""Receptions and their guests."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model import Organisation, Person, PrecedenceList
from app.core.entity import Entity, code, new_id, reference
from app.dossiers.model import Dossier
from app.receptions.rules import Circle, Status


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

    polymorphy: ClassVar = {"polymorphic_identity": "reception"}


class Guest(Entity):
    """A person on the list of a reception, with their reply and, if moved by hand, the reason."""

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
    reception_id: Mapped[uuid.UUID] = mapped_column(
        reference("reception.id"), init=False, index=True
    )
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False, index=True)
    substitute_id: Mapped[uuid.UUID | None] = mapped_column(reference("person.id"), init=False)
    reception: Mapped[Reception] = relationship(back_populates="guests", default=None)
    person: Mapped[Person] = relationship(foreign_keys=[person_id], default=None)
    substitute: Mapped[Person | None] = relationship(foreign_keys=[substitute_id], default=None)

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
        notes = dict.fromkeys(filter(None, (self.note, other.note)))
        self.note = "\n".join(notes)


_SAYING = (
    Status.PROPOSED, Status.INVITED, Status.REGRETS, Status.ACCEPTED, Status.REPRESENTED,
    Status.ABSENT, Status.ATTENDED,
)  # fmt: skip


def _says_more(one: Guest, two: Guest) -> bool:
    """Whether a reply outweighs another: having been there before a promise, then the later one."""
    answered = (Status.REGRETS, Status.ACCEPTED, Status.REPRESENTED)
    both = one.status in answered and two.status in answered
    if both and one.replied_on and two.replied_on and one.replied_on != two.replied_on:
        return one.replied_on > two.replied_on
    return _saying(one.status) > _saying(two.status)


def _saying(status: str) -> int:
    return _SAYING.index(Status(status)) if status in set(Status) else -1


class Gift(Entity):
    """A gift, given by the city (`direction` "out") or received ("in").

    `value` is in euro cents; `kept_at` says where a received gift is now.
    """

    __tablename__ = "gift"

    what: Mapped[str]
    direction: Mapped[str] = mapped_column(code(), default="out")
    given_on: Mapped[dt.date | None] = mapped_column(default=None)
    value: Mapped[int | None] = mapped_column(default=None)
    giver: Mapped[str] = mapped_column(default="")
    receiver: Mapped[str] = mapped_column(default="")
    occasion: Mapped[str] = mapped_column(default="")
    kept_at: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("person.id"), init=False, index=True
    )
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    reception_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("reception.id"), init=False, index=True
    )
    person: Mapped[Person | None] = relationship(default=None)
    organisation: Mapped[Organisation | None] = relationship(default=None)
    reception: Mapped[Reception | None] = relationship(default=None)
