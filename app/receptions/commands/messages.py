"""Writing the texts of messages: the office's, and a reception's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_, Sentence, plain, say
from app.receptions.model import MessageTemplate, Reception
from app.receptions.rules.messages import message_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.receptions.draft.messages import MessageDraft


@command(N_("Changed the text {text}"))
def keep_message(session: Session, revision: UUID | None, draft: MessageDraft) -> UUID:
    """Keep the text of a kind in a language, of the office or of the draft's reception.

    `revision` is that of the text as the person saw it; None where there was none of its own.
    """
    refuse(draft.problems())
    query = select(MessageTemplate).where(
        MessageTemplate.kind == draft.kind,
        MessageTemplate.language == draft.language,
        MessageTemplate.reception_id == draft.reception
        if draft.reception
        else MessageTemplate.reception_id.is_(None),
    )
    row = session.scalars(query).first()
    if row is None:
        row = MessageTemplate(kind=draft.kind, language=draft.language)
        if draft.reception is not None:
            row.reception = checked(session, Reception, draft.reception, None)
        session.add(row)
    else:
        checked(session, MessageTemplate, row.id, revision)
    row.subject, row.body = draft.subject.strip(), draft.body.strip("\n")
    naming(session, text=_named(row.kind, row.language))
    return row.id


@command(N_("Changed the text {text}"))
def keep_messages(
    session: Session, texts: Sequence[tuple[UUID | None, MessageDraft]]
) -> list[UUID]:
    """Keep texts of one kind in several languages; each with its revision, see `keep_message`."""
    return [keep_message(session, revision, draft) for revision, draft in texts]


@command(N_("Took away the own text {text}"))
def drop_own_message(session: Session, message_id: UUID) -> None:
    """Let a reception use the office's text again."""
    row = checked(session, MessageTemplate, message_id, None)
    naming(session, text=_named(row.kind, row.language))
    if row.reception_id is not None:
        session.delete(row)


def _named(kind: str, language: str) -> Sentence:
    return say(
        N_("{kind} ({language})"), kind=message_label(kind), language=plain(language.upper())
    )
