"""Reading the send log: what went out, to whom, and what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Person
from app.contacts.rules import names
from app.core.errors import NotFoundError
from app.core.text import N_, say
from app.receptions.model import Mailing, Sending
from app.receptions.rules.messages import Message, State

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy.orm import Session

SENDING_FIELDS = (
    "state", "address", "language", "subject", "message_id", "sent_at", "error", "person_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MailingRow:
    """A mailing with how many of its letters are in which state. Moments are UTC."""

    id: UUID
    kind: str
    channel: str
    begun_at: dt.datetime | None
    finished_at: dt.datetime | None
    event_at: dt.datetime | None
    note: str
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many people it is for."""
        return sum(self.counts.values())

    @property
    def open(self) -> bool:
        """Whether some of it still waits."""
        return bool(self.counts.get(State.WAITING))

    @property
    def unsure(self) -> int:
        """How many may have arrived or not."""
        return self.counts.get(State.SENDING, 0)


@dataclass(frozen=True, slots=True)
class SendingRow:
    """A line of the send log."""

    id: UUID
    name: str
    person: UUID
    state: str
    address: str
    copies: tuple[str, ...]
    language: str
    subject: str
    message_id: str
    sent_at: dt.datetime | None
    error: str


@dataclass(frozen=True, slots=True)
class Told:
    """That somebody got a message of a kind: when, and which begin of the reception it said."""

    kind: str
    channel: str
    state: str
    at: dt.datetime | None
    event_at: dt.datetime | None
    mailing: UUID


def mailings(session: Session, reception_id: UUID) -> list[MailingRow]:
    """The mailings of a reception, the newest first."""
    query = select(Mailing).where(Mailing.reception_id == reception_id)
    rows = list(session.scalars(query))
    states = select(Sending.mailing_id, Sending.state).where(
        Sending.mailing_id.in_([row.id for row in rows])
    )
    counts: dict[UUID, Counter[str]] = {}
    for mailing_id, state in session.execute(states):
        counts.setdefault(mailing_id, Counter())[state] += 1
    made = [_row(row, dict(counts.get(row.id, {}))) for row in rows]
    return sorted(made, key=lambda row: (_stamp(row.begun_at), row.id.hex), reverse=True)


def _row(row: Mailing, counts: dict[str, int]) -> MailingRow:
    return MailingRow(
        row.id, row.kind, row.channel, row.begun_at, row.finished_at, row.event_at, row.note, counts
    )


def mailing(session: Session, mailing_id: UUID) -> tuple[UUID, MailingRow]:
    """One mailing, and the reception it is of.

    Raises:
        NotFoundError: there is no such mailing (any more).
    """
    row = session.get(Mailing, mailing_id)
    if row is None:
        raise NotFoundError(say(N_("This mailing is no longer in the office.")))
    states = session.scalars(select(Sending.state).where(Sending.mailing_id == mailing_id))
    return row.reception_id, _row(row, dict(Counter(states)))


def sendings(session: Session, mailing_id: UUID) -> list[SendingRow]:
    """The send log of a mailing: those that need a look first, then by name."""
    query = (
        select(Sending, Person)
        .join(Person, Person.id == Sending.person_id)
        .where(Sending.mailing_id == mailing_id)
    )
    order = (State.FAILED, State.SENDING, State.WAITING, State.SENT, State.WITH)
    rows = [_sending(row, person) for row, person in session.execute(query)]
    return sorted(
        rows, key=lambda row: (order.index(State(row.state)), row.name.casefold(), row.id.hex)
    )


def _sending(row: Sending, person: Person) -> SendingRow:
    return SendingRow(
        row.id, names.list_name(person.name), row.person_id, row.state, row.address,
        tuple(row.copies), row.language, row.subject, row.message_id, row.sent_at, row.error,
    )  # fmt: skip


def waiting(session: Session, mailing_id: UUID) -> list[UUID]:
    """The lines of a mailing that still have to go out, by name."""
    query = (
        select(Sending.id, Person)
        .join(Person, Person.id == Sending.person_id)
        .where(Sending.mailing_id == mailing_id, Sending.state == State.WAITING)
    )
    rows = [(names.list_name(person.name), line) for line, person in session.execute(query)]
    return [line for _, line in sorted(rows, key=lambda row: (row[0].casefold(), row[1].hex))]


def told(session: Session, reception_id: UUID) -> dict[UUID, list[Told]]:
    """What each person got of a reception, the oldest first; also what may have arrived."""
    query = (
        select(Sending, Mailing)
        .join(Mailing, Mailing.id == Sending.mailing_id)
        .where(Mailing.reception_id == reception_id)
    )
    rows = list(session.execute(query))
    out = {one.message_id for one, _ in rows if one.state in (State.SENT, State.SENDING)}
    found: dict[UUID, list[Told]] = {}
    for one, head in rows:
        joined = one.state == State.WITH and one.message_id in out
        if one.state in (State.SENT, State.SENDING) or joined:
            at = one.sent_at or head.begun_at
            line = Told(head.kind, head.channel, one.state, at, head.event_at, head.id)
            found.setdefault(one.person_id, []).append(line)
    for lines in found.values():
        lines.sort(key=lambda line: _stamp(line.at))
    return found


def last_event(lines: Iterable[Told]) -> dt.datetime | None:
    """The begin of the reception somebody was told last, None where no message said one."""
    telling = [line.event_at for line in lines if line.event_at and _tells(line.kind)]
    return telling[-1] if telling else None


def had(lines: Iterable[Told], kind: str, event_at: dt.datetime | None) -> Told | None:
    """The last message of a kind somebody got; of "the date has moved" only for this date."""
    same = [line for line in lines if line.kind == kind]
    if kind == Message.DATE_MOVED:
        same = [line for line in same if line.event_at == event_at]
    return same[-1] if same else None


def _tells(kind: str) -> bool:
    return kind in (
        Message.SAVE_THE_DATE, Message.INVITATION, Message.REMINDER, Message.PRACTICAL,
        Message.DATE_MOVED,
    )  # fmt: skip


def _stamp(moment: dt.datetime | None) -> str:
    return moment.isoformat() if moment else ""
