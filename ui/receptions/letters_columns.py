"""What the lists of recipients, mailings and sent letters show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.text import N_
from app.receptions.rules.messages import (
    Channel,
    State,
    channel_label,
    error_words,
    message_label,
    state_label,
)
from ui.core.columns import Cell, Column, Kind
from ui.core.language import day, number, read, tr, trn

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.text import Sentence
    from app.receptions.queries import MailingRow, Recipient, SendingRow

GOES, ASKS, STAYS = "goes", "asks", "stays"
STATE_TONES = {
    State.WAITING: "neutral",
    State.SENDING: "attention",
    State.SENT: "good",
    State.FAILED: "wrong",
    State.WITH: "neutral",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A recipient in the list, and whether they are chosen."""

    to: Recipient
    chosen: bool
    by_post: bool

    @property
    def id(self) -> UUID:
        """The person's id."""
        return self.to.id


def moment(at: dt.datetime | None) -> str:
    """A moment of the log (UTC) as the desk's clock shows it."""
    if at is None:
        return ""
    local = at.replace(tzinfo=dt.UTC).astimezone()
    return f"{day(local.date())} {local:%H:%M}"


def _gets_it(line: Line) -> Cell:
    if line.to.problems:
        return Cell(tr("Cannot"), tone="wrong")
    if line.chosen:
        return Cell(tr("Yes"), tone="good")
    return Cell(tr("Ask") if line.to.doubts else tr("No"),
                tone="attention" if line.to.doubts else "neutral")  # fmt: skip


def _where(line: Line) -> str:
    if line.by_post:
        postal = line.to.postal
        return ", ".join(part for part in (postal.street, postal.city) if part)
    return line.to.mail


def remarks(line: Line) -> list[Sentence]:
    """Everything to know of a recipient, what keeps the letter back first."""
    return [*line.to.problems, *line.to.doubts, *line.to.notes]


def _remark(line: Line) -> str:
    return " ".join(read(one) for one in remarks(line))


RECIPIENT_COLUMNS = (
    Column("gets", N_("Gets it"), 84, Kind.PILL, value=_gets_it),
    Column("name", N_("Guest"), 210, Kind.NAME, value=lambda line: line.to.name, stretch=2),
    Column("language", N_("Lang."), 54, value=lambda line: str(line.to.language)),
    Column("opening", N_("Opening"), 190, value=lambda line: line.to.opening, stretch=2),
    Column("where", N_("Address"), 200, value=_where, stretch=2),
    Column("remark", N_("To know"), 240, Kind.QUIET, value=_remark, stretch=3, empty=""),
)


def _how_far(row: MailingRow) -> str:
    sent = sum(row.counts.get(one, 0) for one in (State.SENT, State.WITH))
    return tr("{done} of {total}", done=number(sent), total=number(row.total))


def _state(row: MailingRow) -> Cell:
    failed = row.counts.get(State.FAILED, 0)
    if row.unsure:
        return Cell(
            trn("{n} may have arrived", "{n} may have arrived", row.unsure), tone="attention"
        )
    if row.open:
        return Cell(trn("{n} waits", "{n} wait", row.counts[State.WAITING]), tone="attention")
    if failed:
        return Cell(trn("{n} refused", "{n} refused", failed), tone="wrong")
    return Cell(read(state_label(State.SENT)), tone="good")


MAILING_COLUMNS = (
    Column("when", N_("When"), 150, value=lambda row: moment(row.begun_at)),
    Column("kind", N_("Message"), 170, Kind.NAME, value=lambda row: message_label(row.kind),
           stretch=2),
    Column("channel", N_("How"), 110, value=lambda row: channel_label(row.channel)),
    Column("sent", N_("Went out"), 110, value=_how_far),
    Column("state", N_("State"), 170, Kind.PILL, value=_state),
)  # fmt: skip


def _sending_state(row: SendingRow) -> Cell:
    return Cell(read(state_label(row.state)), tone=STATE_TONES[State(row.state)])


SENDING_COLUMNS = (
    Column("state", N_("State"), 116, Kind.PILL, value=_sending_state),
    Column("name", N_("Guest"), 200, Kind.NAME, stretch=2),
    Column("language", N_("Lang."), 54),
    Column("address", N_("Address"), 230, stretch=4),
    Column("when", N_("When"), 140, value=lambda row: moment(row.sent_at)),
    Column("error", N_("What the server said"), 240, Kind.QUIET,
           value=lambda row: error_words(row.error) if row.error else "", stretch=3, empty=""),
)  # fmt: skip


def is_mail(channel: str) -> bool:
    """Whether mail addresses count."""
    return channel != Channel.POST
