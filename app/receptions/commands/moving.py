"""A reception gets another moment; what hangs on it moves along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core import settings
from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_, plain
from app.dossiers.commands.moving import move_along, note_to_tell
from app.dossiers.rules.moving import days_between, distance, moment_words, to_tell
from app.receptions.model import Guest, Reception
from app.receptions.queries.overview import told_of_moves

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Sentence
    from app.dossiers.draft import MoveDraft


@command(N_("Moved {title} to {day}"))
def move_reception(
    session: Session, reception_id: UUID, revision: UUID | None, draft: MoveDraft
) -> Sentence:
    """Give a reception another moment; what hangs on it moves along, the day of reply too.

    Returns:
        Who must be told, empty where nobody was invited; the office has a task for it then.
    """
    refuse(draft.problems())
    reception = checked(session, Reception, reception_id, revision)
    before, after = reception.starts_at, draft.starts_at
    naming(session, title=reception.title, day=moment_words(after) if after else "")
    reception.starts_at = after
    if before and after:
        by = after - before
        reception.ends_at = reception.ends_at + by if reception.ends_at else None
        days = days_between(before, after)
        reception.reply_by = reception.reply_by + days if reception.reply_by else None
    return carry_along(session, reception, before)


def carry_along(session: Session, reception: Reception, before: dt.datetime | None) -> Sentence:
    """Move what hangs on the moment of a reception that has its new one; who must be told.

    The hour of a guest's arrival shifts as the programme does, unless they came already.
    """
    session.flush()
    move_along(session, reception, before)
    by = distance(before, reception.starts_at)
    if by is None or before is None:
        return plain("")
    arriving = select(Guest).where(
        Guest.reception_id == reception.id,
        Guest.arrives_at.is_not(None),
        Guest.checked_in_at.is_(None),
    )
    for guest in session.scalars(arriving):
        guest.arrives_at = guest.arrives_at + by if guest.arrives_at else None
    number = told_of_moves(session, reception.id)
    note_to_tell(session, reception, before, number, settings.who())
    return to_tell(number, before)
