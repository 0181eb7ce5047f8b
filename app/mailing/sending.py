"""Sending a mailing: letter by letter, each written into the log before and after.

The window and the command line drive the same three steps: `take_up` in the office, `hand_over`
outside of it (it may take seconds), `note` in the office. A break between any two of them leaves a
log that is true.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.core.command import unwatched
from app.core.errors import BelfryError, CancelledError, ConflictError
from app.core.text import N_, say
from app.mailing.courier import Courier, Fate, MailServerError, Outcome, ascii_domain
from app.mailing.writing import Post, Written, mail_of, post_of, write
from app.receptions.commands import note_invited, note_outcome, take_up
from app.receptions.draft import MailingDraft, SendingDraft
from app.receptions.queries import mailing, waiting
from app.receptions.rules.messages import BROKEN, NOT_MEANT, UNANSWERED, Channel, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.command import Progress
    from app.core.text import Sentence
    from app.core.workspace import Workspace
    from app.receptions.commands.mailings import TakenUp
    from app.receptions.queries.recipients import Recipient

STATES = {
    Fate.SENT: State.SENT,
    Fate.REFUSED: State.FAILED,
    Fate.LATER: State.WAITING,
    Fate.UNSURE: State.SENDING,
}
_TRIES = 3
"""So often in a row the line may break before a run gives up."""


def mailing_draft(
    post: Post, chosen: Iterable[Recipient], channel: str = Channel.MAIL
) -> MailingDraft:
    """The mailing to the chosen; who had it already was chosen knowingly."""
    people = tuple(one for one in chosen if not one.problems)
    lines = []
    for one in people:
        written = write(post, one)
        address = one.mail if channel != Channel.POST else ""
        copies = one.copies if channel != Channel.POST else ()
        lines.append(
            SendingDraft(one.id, str(one.language), address, copies, written.subject, one.partners)
        )
    again = {one.id for one in people if one.had is not None}
    again |= {partner for one in people if one.had is not None for partner in one.partners}
    return MailingDraft(
        post.round.kind, channel, tuple(lines), frozenset(again), post.round.event.starts_at
    )


@dataclass(frozen=True, slots=True)
class Queue:
    """A mailing ready to be sent on: the lines that wait, and what their letters need."""

    mailing: UUID
    waiting: tuple[UUID, ...]
    post: Post
    done: int = 0
    total: int = 0

    @property
    def domain(self) -> str:
        """What stands behind the @ of a Message-ID."""
        return ascii_domain(self.post.settings.sender).rpartition("@")[2] or "localhost"


def queue(session: Session, mailing_id: UUID) -> Queue:
    """What is left of a mailing; a query.

    Raises:
        NotFoundError: there is no such mailing (any more).
        ConflictError: the reception has another date than its letters say.
    """
    reception, row = mailing(session, mailing_id)
    lines = waiting(session, mailing_id)
    post = post_of(session, reception, row.kind, row.channel)
    if lines and row.event_at != post.round.event.starts_at:
        raise ConflictError(
            say(N_("The date has changed since this mailing began: stop it and begin a new one."))
        )
    return Queue(mailing_id, tuple(lines), post, row.total - len(lines), row.total)


def letter_for(of: Queue, taken: TakenUp) -> Written | None:
    """The letter of a line taken up, None where its reader is none any more (gone off the list,
    replied since, no text in their language).
    """
    to = of.post.of(taken.person)
    return write(of.post, to) if to is not None and not to.problems else None


def hand_over(courier: Courier, of: Queue, taken: TakenUp) -> Outcome:
    """Hand one letter to the server; outside the office.

    Raises:
        MailServerError: the server takes nothing at all.
    """
    written = letter_for(of, taken)
    if written is None:
        return Outcome(Fate.REFUSED, NOT_MEANT)
    to = written.recipient
    message = mail_of(of.post, written, message_id=taken.message_id)
    return courier.deliver(of.post.settings.sender, to.mail, to.copies, message)


def address_of(of: Queue, taken: TakenUp) -> str:
    """Where the letter of a line went: the address known now."""
    to = of.post.of(taken.person)
    return to.mail if to is not None else ""


def noted(outcome: Outcome) -> tuple[State, str]:
    """The state and the words the log keeps of an outcome."""
    if outcome.fate is Fate.UNSURE:
        return State.SENDING, UNANSWERED
    if outcome.fate is Fate.LATER and outcome.broken and not outcome.words[:1].isdigit():
        return State.WAITING, BROKEN
    return STATES[outcome.fate], "" if outcome.fate is Fate.SENT else outcome.words


@dataclass(slots=True)
class Run:
    """What a run of a mailing came to; `stopped` says why it ended early."""

    mailing: UUID
    sent: int = 0
    refused: int = 0
    later: int = 0
    unsure: int = 0
    stopped: Sentence | None = None
    ended: bool = False
    _breaks: int = field(default=0, repr=False)

    def count(self, outcome: Outcome) -> bool:
        """Count an outcome; False where the line broke too often to go on."""
        name = {
            Fate.SENT: "sent", Fate.REFUSED: "refused", Fate.LATER: "later", Fate.UNSURE: "unsure"
        }[outcome.fate]  # fmt: skip
        setattr(self, name, getattr(self, name) + 1)
        self._breaks = self._breaks + 1 if outcome.broken else 0
        return self._breaks < _TRIES


def send_mailing(
    workspace: Workspace,
    mailing_id: UUID,
    courier: Courier,
    progress: Progress = unwatched,
    sleep: Callable[[float], None] = time.sleep,
) -> Run:
    """Send what waits of a mailing, not faster than the settings say; each line is tried once.

    Cancelled by `progress`, it stops between two letters. Guests whose invitation went out are set
    to invited at the end, whatever the end is.
    """
    of = workspace.ask(queue, mailing_id)
    run = Run(mailing_id)
    pause = 60.0 / of.post.settings.per_minute
    try:
        courier.connect()
        for number, line in enumerate(of.waiting):
            progress(of.done + number, of.total)
            if number:
                sleep(pause)
            if not _send_one(workspace, of, line, courier, run):
                break
        else:
            run.ended = True
            progress(of.total, of.total)
    except CancelledError as error:
        run.stopped = error.sentence
    except MailServerError as error:
        run.stopped = error.sentence
    finally:
        courier.close()
        workspace.run(note_invited, mailing_id)
    return run


def _send_one(workspace: Workspace, of: Queue, line: UUID, courier: Courier, run: Run) -> bool:
    try:
        taken = workspace.run(take_up, line, of.domain)
    except ConflictError:  # another desk sends the same mailing and was first
        return True
    if taken is None:
        return True
    try:
        outcome = hand_over(courier, of, taken)
    except BelfryError:
        workspace.run(note_outcome, line, State.WAITING)
        raise
    state, words = noted(outcome)
    workspace.run(note_outcome, line, state, words, address_of(of, taken))
    return run.count(outcome)
