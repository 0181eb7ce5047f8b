"""How a reception begins: from a template, or as a copy of an earlier one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_
from app.dossiers.commands.templates import bring, days_before_of
from app.dossiers.model import (
    CostLine,
    DossierGoal,
    DossierPartner,
    DossierPriority,
    DossierRole,
    ProgrammeItem,
    Task,
)
from app.dossiers.queries.templates import ROLE_FIELDS, template
from app.dossiers.rules.moving import days_between, distance
from app.dossiers.rules.templates import due_of
from app.receptions.commands.reception import add_reception
from app.receptions.draft.beginning import Along
from app.receptions.model import Guest, Reception
from app.receptions.rules import Circle

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.receptions.draft.beginning import BeginningDraft, CopyDraft

_COPIED = (
    "subtitle", "place", "origin", "reason", "host", "host_part", "objective", "budget", "kind",
    "capacity", "dress",
)  # fmt: skip


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
    for name in _COPIED:
        setattr(made, name, getattr(source, name))
    made.starts_at = draft.starts_at
    by = distance(source.starts_at, draft.starts_at)
    if source.starts_at and source.ends_at and draft.starts_at:
        made.ends_at = draft.starts_at + (source.ends_at - source.starts_at)
    if source.starts_at and source.reply_by and draft.starts_at:
        made.reply_by = source.reply_by + days_between(source.starts_at, draft.starts_at)
    made.requested_by, made.precedence_list = source.requested_by, source.precedence_list
    made.priorities = [DossierPriority(priority=one.priority) for one in source.priorities]
    made.goals = [DossierGoal(number=one.number) for one in source.goals]
    made.partners = [
        DossierPartner(wish=one.wish, organisation=one.organisation) for one in source.partners
    ]
    session.add(made)
    for wanted in Along:
        if wanted in draft.along:
            _COPIERS[wanted](session, source, made, by)
    _copy_guests(session, source, made, draft.circles)
    naming(session, source=source.title, title=made.title)
    return made.id


def _copy_programme(
    session: Session, source: Reception, made: Reception, by: dt.timedelta | None
) -> None:
    del session
    moved = dt.timedelta() if made.starts_at == source.starts_at else by
    for one in source.programme:
        kept = {name: getattr(one, name) for name in _ITEM_FIELDS}
        begins = one.starts_at + moved if one.starts_at and moved is not None else None
        made.programme.append(ProgrammeItem(**kept, starts_at=begins))


_ITEM_FIELDS = (
    "title", "kind", "position", "minutes", "place", "host", "owner", "language", "public", "note",
    "phone", "attendees", "speaker", "interpreter", "travel_minutes", "rain_plan", "fixed",
)  # fmt: skip


def _copy_checklist(
    session: Session, source: Reception, made: Reception, by: dt.timedelta | None
) -> None:
    del by
    query = select(Task).where(Task.dossier_id == source.id).order_by(Task.due_on, Task.title)
    for one in session.scalars(query):
        days = days_before_of(one, source)
        task = Task(
            title=one.title,
            owner=one.owner,
            days_before=days,
            due_on=due_of(days, made.starts_at),
            note=one.note if one.days_before is not None else "",
        )
        session.add(task)
        task.dossier = made


def _copy_roles(
    session: Session, source: Reception, made: Reception, by: dt.timedelta | None
) -> None:
    del session, by
    for position, one in enumerate(source.roles):
        kept = {name: getattr(one, name) for name in ROLE_FIELDS}
        made.roles.append(DossierRole(**kept, position=position))


def _copy_papers(
    session: Session, source: Reception, made: Reception, by: dt.timedelta | None
) -> None:
    del session, by
    made.papers = list(source.papers)


def _copy_costs(
    session: Session, source: Reception, made: Reception, by: dt.timedelta | None
) -> None:
    """The plan: what was planned, else what it came to cost; nothing is paid yet."""
    del session, by
    for position, one in enumerate(source.costs):
        planned = one.planned if one.planned is not None else one.paid
        made.costs.append(
            CostLine(what=one.what, planned=planned, paid_by=one.paid_by, position=position)
        )


_COPIERS = {
    Along.PROGRAMME: _copy_programme,
    Along.CHECKLIST: _copy_checklist,
    Along.ROLES: _copy_roles,
    Along.PAPERS: _copy_papers,
    Along.COSTS: _copy_costs,
}


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
