"""What is sent to guests: the office's texts, each mailing, and what became of each letter."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model import Person
from app.core.entity import Entity, code, reference
from app.receptions.model.reception import Reception


class MessageTemplate(Entity):
    """The office's text of a kind of message in a language, with fields in braces.

    One with a reception is that reception's own text and goes before the office's.
    """

    __tablename__ = "message_template"
    __table_args__ = (UniqueConstraint("kind", "language", "reception_id"),)

    kind: Mapped[str] = mapped_column(code())
    language: Mapped[str] = mapped_column(code(2))
    subject: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    reception_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("reception.id"), init=False, index=True
    )
    reception: Mapped[Reception | None] = relationship(default=None)


class Mailing(Entity):
    """One kind of message sent to guests of a reception by one channel: the head of a send log.

    `event_at` is when the reception was to begin, as these letters said. Moments are UTC.
    """

    __tablename__ = "mailing"

    kind: Mapped[str] = mapped_column(code())
    channel: Mapped[str] = mapped_column(code(), default="mail")
    begun_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    finished_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    event_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    reception_id: Mapped[uuid.UUID] = mapped_column(
        reference("reception.id"), init=False, index=True
    )
    reception: Mapped[Reception] = relationship(default=None)
    sendings: Mapped[list[Sending]] = relationship(
        back_populates="mailing", cascade="all, delete-orphan", default_factory=list
    )


class Sending(Entity):
    """What became of a message to one person: a line of the send log.

    `state` goes from "waiting" over "sending" to "sent" or "failed". One left at "sending" by a
    break may have arrived (`sent_at` is when it was handed over): it is never sent again without
    somebody saying so. "with" is for whom the letter to their partner was meant too; both lines
    have the same Message-ID.
    """

    __tablename__ = "sending"
    __table_args__ = (UniqueConstraint("mailing_id", "person_id"),)

    state: Mapped[str] = mapped_column(code(), default="waiting")
    address: Mapped[str] = mapped_column(default="")
    copies: Mapped[list[str]] = mapped_column(default_factory=list)
    language: Mapped[str] = mapped_column(code(2), default="")
    subject: Mapped[str] = mapped_column(default="")
    message_id: Mapped[str] = mapped_column(default="")
    sent_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    error: Mapped[str] = mapped_column(default="")
    mailing_id: Mapped[uuid.UUID] = mapped_column(reference("mailing.id"), init=False, index=True)
    person_id: Mapped[uuid.UUID] = mapped_column(reference("person.id"), init=False, index=True)
    mailing: Mapped[Mailing] = relationship(back_populates="sendings", default=None)
    person: Mapped[Person] = relationship(default=None)

    def take_in(self, other: Sending) -> None:
        """Two letters of one mailing to one person: what went out is what is remembered."""
        if _says(other.state) > _says(self.state):
            for name in ("state", "address", "copies", "language", "subject", "message_id"):
                setattr(self, name, getattr(other, name))
            self.sent_at, self.error = other.sent_at, other.error


_SAYING = ("", "waiting", "failed", "with", "sending", "sent")


def _says(state: str) -> int:
    return _SAYING.index(state) if state in _SAYING else 0
