"""The texts of messages that come with the program, from then on the office's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Country
from app.contacts.rules.reference import rows
from app.core.command import command
from app.core.text import N_
from app.receptions.model import MessageTemplate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@command(N_("Furnished the office with texts of messages"), undoable=False)
def furnish_messages(session: Session) -> int:
    """Give an office the texts of kinds and languages of which it has none; answers how many.

    What the office has, in whatever words, stays untouched; done again it adds nothing. An office
    that was never furnished stays as it is.
    """
    if session.scalars(select(Country.id)).first() is None:
        return 0
    columns = (MessageTemplate.kind, MessageTemplate.language)
    query = select(*columns).where(MessageTemplate.reception_id.is_(None))
    known = {tuple(row) for row in session.execute(query)}
    missing = [row for row in rows("messages") if (row["kind"], row["language"]) not in known]
    for row in missing:
        kind, language, subject, body = (
            row[name] for name in ("kind", "language", "subject", "body")
        )
        session.add(MessageTemplate(kind=kind, language=language, subject=subject, body=body))
    return len(missing)
