"""Reading the texts of messages: the office's, and a reception's own before them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from app.core.errors import NotFoundError
from app.core.text import N_, Language, say
from app.receptions.draft.messages import MessageDraft
from app.receptions.model import MessageTemplate, Reception
from app.receptions.rules.messages import Event, Message

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A text of a kind in a language; `own` where it is the reception's."""

    id: UUID
    revision: UUID
    draft: MessageDraft

    @property
    def own(self) -> bool:
        """Whether it is a reception's own text."""
        return self.draft.reception is not None


def message_texts(
    session: Session, reception_id: UUID | None = None, kind: str = ""
) -> dict[tuple[str, str], MessageRow]:
    """The texts that hold, by kind and language: a reception's own before the office's."""
    own = MessageTemplate.reception_id
    query = select(MessageTemplate).where(or_(own.is_(None), own == reception_id))
    if kind:
        query = query.where(MessageTemplate.kind == kind)
    found: dict[tuple[str, str], MessageRow] = {}
    for row in session.scalars(query.order_by(MessageTemplate.id)):
        key = (row.kind, row.language)
        if key not in found or row.reception_id is not None:
            found[key] = _row(row)
    return found


def message_rows(session: Session, reception_id: UUID | None = None) -> list[MessageRow]:
    """The texts that hold, in the order of a reception's life and of the languages."""
    kinds, spoken = [str(one) for one in Message], [str(one) for one in Language]
    rows = message_texts(session, reception_id).values()

    def order(row: MessageRow) -> tuple[int, int]:
        kind, language = row.draft.kind, row.draft.language
        return (
            kinds.index(kind) if kind in kinds else len(kinds),
            spoken.index(language) if language in spoken else len(spoken),
        )

    return sorted(rows, key=order)


def _row(row: MessageTemplate) -> MessageRow:
    draft = MessageDraft(row.kind, row.language, row.subject, row.body, row.reception_id)
    return MessageRow(row.id, row.revision, draft)


def event(session: Session, reception_id: UUID) -> Event:
    """What messages say of a reception.

    Raises:
        NotFoundError: there is no such reception (any more).
    """
    query = select(Reception).where(Reception.id == reception_id)
    one = session.scalars(query.options(selectinload(Reception.programme))).first()
    if one is None:
        raise NotFoundError(say(N_("This reception is no longer in the office.")))
    lines = tuple((item.starts_at, item.title, item.place) for item in one.programme if item.public)
    return Event(
        one.title, one.starts_at, one.ends_at, one.place, one.host, one.dress, one.reply_by, lines
    )
