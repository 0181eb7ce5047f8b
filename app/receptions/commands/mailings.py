"""Writing the send log. What went out is a fact: most of this cannot be taken back.

Each letter goes through two Steps of its own: `take_up` before it is handed to the server, and
`note_outcome` after. So whatever breaks, the log never says less than what happened: a letter at
"sending" may have arrived and is never sent again without somebody saying so.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Person
from app.contacts.rules import names
from app.core import clock
from app.core.command import command, naming
from app.core.errors import InvalidError, Problem
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.receptions.model import Guest, Mailing, Reception, Sending
from app.receptions.queries.mailings import had, told
from app.receptions.rules.messages import (
    HAD_MEANWHILE,
    STOPPED,
    Channel,
    Message,
    State,
    message_label,
    state_label,
)
from app.receptions.rules.reception import Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.receptions.draft.messages import MailingDraft, SendingDraft


def _now() -> dt.datetime:
    """This moment in UTC, as the log keeps it."""
    return clock.now().astimezone(dt.UTC).replace(tzinfo=None)


@command(N_("Began to send “{kind}” of {title}"), undoable=False)
def begin_mailing(session: Session, reception_id: UUID, draft: MailingDraft) -> UUID:
    """Write down to whom a mailing goes, before the first letter is sent.

    Raises:
        InvalidError: somebody got this kind already and nobody said that they may get it again.
    """
    return _begin(session, reception_id, draft, State.WAITING).id


@command(N_("Noted that “{kind}” of {title} went out"))
def note_posted(session: Session, reception_id: UUID, draft: MailingDraft) -> UUID:
    """Note letters that a person printed and posted, or sent from drafts; guests are invited then.

    Raises:
        InvalidError: as `begin_mailing`.
    """
    mailing = _begin(session, reception_id, draft, State.SENT)
    mailing.finished_at = mailing.begun_at
    session.flush()
    _invite(session, mailing)
    return mailing.id


def _begin(session: Session, reception_id: UUID, draft: MailingDraft, state: State) -> Mailing:
    refuse(draft.problems())
    reception = checked(session, Reception, reception_id, None)
    _lock(session, reception_id)
    known = told(session, reception_id)
    wanted = [one.person for one in draft.sendings]
    wanted += [partner for one in draft.sendings for partner in one.partners]
    twice = [
        person
        for person in wanted
        if person not in draft.again and had(known.get(person, []), draft.kind, draft.event_at)
    ]
    if twice:
        _refuse_twice(session, draft.kind, twice)
    mailing = Mailing(
        kind=draft.kind,
        channel=Channel(draft.channel),
        begun_at=_now(),
        event_at=draft.event_at,
        note=draft.note,
    )
    mailing.reception = reception
    session.add(mailing)
    for one in draft.sendings:
        _add(session, mailing, one, state)
    naming(session, kind=message_label(draft.kind), title=reception.title)
    return mailing


def _lock(session: Session, reception_id: UUID) -> None:
    """Let two desks begin or take up one after the other (a shared office; SQLite writes alone)."""
    session.execute(select(Reception.id).where(Reception.id == reception_id).with_for_update())


def _refuse_twice(session: Session, kind: str, people: Sequence[UUID]) -> None:
    found = session.scalars(select(Person).where(Person.id.in_(people[:3])))
    told_names = ", ".join(sorted(names.full_name(one.name) for one in found))
    words = N_(
        "{kind}: {names} had it already. Nobody gets it twice unless you say so.",
    )
    sentence = say(words, kind=message_label(kind), names=told_names)
    raise InvalidError(sentence, (Problem("", sentence),))


def _add(session: Session, mailing: Mailing, draft: SendingDraft, state: State) -> None:
    """The line of somebody, and those of whom the same letter is meant for."""
    first = Sending(
        state=state,
        address=draft.address,
        copies=list(draft.copies),
        language=draft.language,
        subject=draft.subject,
        sent_at=mailing.begun_at if state is State.SENT else None,
    )
    first.message_id = f"{first.id.hex}@"
    for person, line in ((draft.person, first), *((one, None) for one in draft.partners)):
        made = line or Sending(
            state=State.WITH, language=draft.language, message_id=first.message_id
        )
        made.person = checked(session, Person, person, None)
        made.mailing = mailing
        session.add(made)


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A letter that is about to be handed over: to whom, and the Message-ID it carries."""

    id: UUID
    person: UUID
    message_id: str


@command(N_("“{kind}” goes to {name}"), undoable=False)
def take_up(session: Session, sending_id: UUID, domain: str) -> TakenUp | None:
    """Mark a waiting letter as being sent; None where another desk was before, or it is out.

    The Message-ID is that of the line of the log, so that a server that gets a letter twice can
    tell. Run it on its own: it must be kept before the letter is handed over.
    """
    row = session.get(Sending, sending_id)
    if row is None or row.state != State.WAITING:
        return None
    mailing = row.mailing
    _lock(session, mailing.reception_id)
    if _got_meanwhile(session, row):
        row.state, row.error = State.FAILED, HAD_MEANWHILE
        _name(session, row)
        return None
    row.state, row.error, row.sent_at = State.SENDING, "", _now()
    before = row.message_id
    row.message_id = f"{row.id.hex}@{domain}"
    same = Sending.mailing_id == row.mailing_id, Sending.message_id == before
    for line in session.scalars(select(Sending).where(*same, Sending.state == State.WITH)):
        line.message_id = row.message_id
    _name(session, row)
    return TakenUp(row.id, row.person_id, row.message_id)


def _got_meanwhile(session: Session, row: Sending) -> bool:
    """Whether another mailing brought the same kind since this one began."""
    mailing = row.mailing
    query = (
        select(Sending.id)
        .join(Mailing, Mailing.id == Sending.mailing_id)
        .where(
            Sending.person_id == row.person_id,
            Sending.id != row.id,
            Mailing.reception_id == mailing.reception_id,
            Mailing.kind == mailing.kind,
            Mailing.event_at.is_(None)
            if mailing.event_at is None
            else Mailing.event_at == mailing.event_at,
            Mailing.id != mailing.id,
            Sending.sent_at >= mailing.begun_at,
            Sending.state.in_([State.SENT, State.SENDING]),
        )
    )
    return session.scalars(query).first() is not None


@command(N_("“{kind}” to {name}: {state}"), undoable=False)
def note_outcome(
    session: Session, sending_id: UUID, state: str, error: str = "", address: str = ""
) -> None:
    """Note what became of a letter that was taken up; `error` are the server's own words.

    "waiting" where it certainly did not arrive and may be tried again, "sending" where the line
    broke while the server still owed its answer.
    """
    row = checked(session, Sending, sending_id, None)
    row.state, row.error = State(state), error[:1000]
    row.address = address or row.address
    row.sent_at = _now() if row.state in (State.SENT, State.SENDING) else None
    session.flush()
    _close(session, row.mailing)
    _name(session, row)
    naming(session, state=state_label(row.state))


def _close(session: Session, mailing: Mailing) -> None:
    """A mailing ends with its last letter."""
    query = select(Sending.id).where(
        Sending.mailing_id == mailing.id, Sending.state.in_([State.WAITING, State.SENDING])
    )
    if session.scalars(query).first() is None:
        mailing.finished_at = _now()


def _name(session: Session, row: Sending) -> None:
    naming(session, kind=message_label(row.mailing.kind), name=names.full_name(row.person.name))


@command(N_("{n} letter waits to be sent again"), N_("{n} letters wait to be sent again"),
         undoable=False)  # fmt: skip
def send_again(session: Session, sending_ids: Sequence[UUID]) -> int:
    """Let letters go out once more that were refused or may have arrived: somebody said so."""
    made = 0
    for sending_id in sending_ids:
        row = checked(session, Sending, sending_id, None)
        if row.state in (State.FAILED, State.SENDING):
            row.state, row.error, row.sent_at = State.WAITING, "", None
            row.mailing.finished_at = None
            made += 1
    naming(session, n=made)
    return made


@command(N_("{n} letter counts as arrived"), N_("{n} letters count as arrived"), undoable=False)
def count_as_arrived(session: Session, sending_ids: Sequence[UUID]) -> int:
    """Note that letters that may have arrived did: a guest answered, or the outbox shows it."""
    made = 0
    for sending_id in sending_ids:
        row = checked(session, Sending, sending_id, None)
        if row.state == State.SENDING:
            row.state, row.error, row.sent_at = State.SENT, "", _now()
            session.flush()
            _close(session, row.mailing)
            made += 1
    naming(session, n=made)
    return made


@command(N_("{n} letter is not sent any more"), N_("{n} letters are not sent any more"),
         undoable=False)  # fmt: skip
def stop_mailing(session: Session, mailing_id: UUID) -> int:
    """Give up what still waits of a mailing."""
    mailing = checked(session, Mailing, mailing_id, None)
    query = select(Sending).where(Sending.mailing_id == mailing_id, Sending.state == State.WAITING)
    rows = list(session.scalars(query))
    for row in rows:
        row.state, row.error = State.FAILED, STOPPED
    session.flush()
    _close(session, mailing)
    naming(session, n=len(rows))
    return len(rows)


@command(N_("Noted that {n} guest was invited"), N_("Noted that {n} guests were invited"))
def note_invited(session: Session, mailing_id: UUID) -> int:
    """Set guests whose invitation went out to invited; an ordinary step that can be taken back."""
    made = _invite(session, checked(session, Mailing, mailing_id, None))
    naming(session, n=made)
    return made


def _invite(session: Session, mailing: Mailing) -> int:
    if mailing.kind != Message.INVITATION:
        return 0
    lines = list(session.scalars(select(Sending).where(Sending.mailing_id == mailing.id)))
    out = {one.message_id for one in lines if one.state == State.SENT}
    there = {one.person_id for one in lines if one.message_id in out}
    query = select(Guest).where(
        Guest.reception_id == mailing.reception_id, Guest.status == Status.PROPOSED
    )
    rows = [row for row in session.scalars(query) if row.person_id in there]
    today = clock.today()
    for row in rows:
        row.status, row.invited_on = Status.INVITED, row.invited_on or today
    return len(rows)
