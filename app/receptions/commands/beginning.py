"""How a reception begins: from a template, or as a copy of an earlier one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_
from app.dossiers.commands.copying import copy_along, copy_facts
from app.dossiers.commands.templates import bring
from app.dossiers.queries.templates import template
from app.dossiers.rules.moving import days_between, distance
from app.receptions.commands.reception import add_reception
from app.receptions.model import Guest, Reception
from app.receptions.rules import Circle

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.receptions.draft.beginning import BeginningDraft, CopyDraft

_COPIED = ("kind", "capacity", "dress")


@command(N_("Added the reception {title}"))
def begin_reception(session: Session, draft: BeginningDraft) -> UUID:
    """Open the dossier of a reception with all its template brings; one step.

    Without an end it ends with the last public line of its programme.
    """
    made = add_reception(session, draft.reception)
    if draft.template is not None:
        reception = checked(session, Reception, made, None)
        bring(session, reception, template(session, draft.template).draft.lines)
        if reception.ends_at is None:
            reception.ends_at = _end_of(reception)
    return made


def _end_of(reception: Reception) -> dt.datetime | None:
    ends = [
        one.starts_at + dt.timedelta(minutes=one.minutes or 0)
        for one in reception.programme
        if one.public and one.starts_at
    ]
    return max(ends, default=None)


# --- copying ---


@command(N_("Copied {source} as {title}"))
def copy_reception(session: Session, source_id: UUID, draft: CopyDraft) -> UUID:
    """Open a new dossier like an earlier one, with what was chosen to come along; one step.

    It is an idea again: nothing is done, invited, paid or said. Tasks become relative to its day.
    """
    refuse(draft.problems())
    source = checked(session, Reception, source_id, None)
    made = Reception(title=draft.title.strip())
    copy_facts(source, made, draft.starts_at)
    for name in _COPIED:
        setattr(made, name, getattr(source, name))
    if source.starts_at and source.reply_by and draft.starts_at:
        made.reply_by = source.reply_by + days_between(source.starts_at, draft.starts_at)
    made.precedence_list = source.precedence_list
    session.add(made)
    same = source.starts_at == draft.starts_at
    by = dt.timedelta() if same else distance(source.starts_at, draft.starts_at)
    copy_along(session, source, made, draft.along, by)
    _copy_guests(session, source, made, draft.circles)
    naming(session, source=source.title, title=made.title)
    return made.id


def _copy_guests(
    session: Session, source: Reception, made: Reception, circles: tuple[str, ...]
) -> None:
    wanted = {str(Circle(one)) for one in circles}
    if not wanted:
        return
    query = select(Guest).where(Guest.reception_id == source.id, Guest.circle.in_(wanted))
    for one in session.scalars(query):
        if not one.walk_in:
            guest = Guest(
                circle=one.circle,
                guest_of_honour=one.guest_of_honour,
                persons=one.persons,
                invitation_round=one.invitation_round,
                person=one.person,
            )
            guest.reception = made
            session.add(guest)
