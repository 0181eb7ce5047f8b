"""The text of a message as typed, and a mailing that is about to begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, Language, say
from app.dossiers.draft import TITLE_LIMIT
from app.receptions.rules.messages import Channel, Message, fields_in, text_problems

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """The office's text of a kind in a language; with a reception, that reception's own."""

    kind: str = Message.INVITATION
    language: str = Language.NL
    subject: str = ""
    body: str = ""
    reception: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if self.kind not in set(Message):
            found.append(Problem("kind", say(N_("Choose one from the list."))))
        if self.language not in set(Language):
            found.append(Problem("language", say(N_("Choose one from the list."))))
        if not self.subject.strip():
            found.append(Problem("subject", say(N_("Say what the message is about."))))
        if "\n" in self.subject or len(self.subject) > TITLE_LIMIT:
            long = N_("A subject is one line of at most {limit} characters.")
            found.append(Problem("subject", say(long, limit=TITLE_LIMIT)))
        found += text_problems("subject", self.subject)
        found += text_problems("body", self.body)
        if "opening" not in fields_in(self.body):
            none = N_("Every message begins with the opening of its reader: put {field} in it.")
            found.append(Problem("body", say(none, field="{opening}")))
        return found


@dataclass(frozen=True, slots=True)
class SendingDraft:
    """A message to one person of a mailing; `partners` on the list are meant by it too."""

    person: UUID
    language: str = ""
    address: str = ""
    copies: tuple[str, ...] = ()
    subject: str = ""
    partners: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class MailingDraft:
    """A mailing that begins: to whom it goes, by which channel.

    `again` are those who may get this kind once more: somebody was asked and said yes. `event_at`
    is when the letters say that the reception begins.
    """

    kind: str
    channel: str = Channel.MAIL
    sendings: tuple[SendingDraft, ...] = ()
    again: frozenset[UUID] = frozenset()
    event_at: dt.datetime | None = None
    note: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can begin."""
        found = []
        if self.kind not in set(Message):
            found.append(Problem("kind", say(N_("Choose one from the list."))))
        if not self.sendings:
            found.append(Problem("", say(N_("Choose at least one person to write to."))))
        return found
