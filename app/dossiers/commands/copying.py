"""What of a dossier comes along into a copy: it is an idea again, nothing is done or paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.dossiers.commands.templates import days_before_of
from app.dossiers.draft.beginning import Along
from app.dossiers.model import (
    CostLine,
    DossierGoal,
    DossierPartner,
    DossierPriority,
    DossierRole,
    ProgrammeItem,
    Task,
)
from app.dossiers.queries.templates import ROLE_FIELDS
from app.dossiers.rules.templates import due_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from app.dossiers.model import Dossier

COPIED = ("subtitle", "place", "origin", "reason", "host", "host_part", "objective", "budget")
ITEM_FIELDS = (
    "title", "kind", "position", "minutes", "place", "host", "owner", "language", "public", "note",
    "phone", "attendees", "speaker", "interpreter", "travel_minutes", "rain_plan", "time_zone",
    "fixed",
)  # fmt: skip


def copy_facts(source: Dossier, made: Dossier, starts_at: dt.datetime | None) -> None:
    """Why a dossier is, for whom, and as long as the other was; not what came of it."""
    for name in COPIED:
        setattr(made, name, getattr(source, name))
    made.starts_at = starts_at
    if source.starts_at and source.ends_at and starts_at:
        made.ends_at = starts_at + (source.ends_at - source.starts_at)
    made.requested_by = source.requested_by
    made.priorities = [DossierPriority(priority=one.priority) for one in source.priorities]
    made.goals = [DossierGoal(number=one.number) for one in source.goals]
    made.partners = [
        DossierPartner(wish=one.wish, organisation=one.organisation) for one in source.partners
    ]


def copy_along(
    session: Session,
    source: Dossier,
    made: Dossier,
    along: Collection[Along],
    by: dt.timedelta | None,
) -> dict[ProgrammeItem, ProgrammeItem]:
    """Bring into a copy what was chosen; its programme shifted by `by`, without times where None.

    Returns:
        The lines of the programme that were copied, each with its copy.
    """
    items: dict[ProgrammeItem, ProgrammeItem] = {}
    if Along.PROGRAMME in along:
        items = _copy_programme(source, made, by)
    if Along.CHECKLIST in along:
        _copy_checklist(session, source, made)
    if Along.ROLES in along:
        for position, one in enumerate(source.roles):
            kept = {name: getattr(one, name) for name in ROLE_FIELDS}
            made.roles.append(DossierRole(**kept, position=position))
    if Along.PAPERS in along:
        made.papers = list(source.papers)
    if Along.COSTS in along:
        _copy_costs(source, made)
    return items


def _copy_programme(
    source: Dossier, made: Dossier, by: dt.timedelta | None
) -> dict[ProgrammeItem, ProgrammeItem]:
    found = {}
    for one in source.programme:
        kept = {name: getattr(one, name) for name in ITEM_FIELDS}
        begins = one.starts_at + by if one.starts_at and by is not None else None
        found[one] = ProgrammeItem(**kept, starts_at=begins)
        made.programme.append(found[one])
    return found


def _copy_checklist(session: Session, source: Dossier, made: Dossier) -> None:
    """Every task, done or not, becomes relative to the day of the copy."""
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


def _copy_costs(source: Dossier, made: Dossier) -> None:
    """The plan: what was planned, else what it came to cost; nothing is paid yet."""
    for position, one in enumerate(source.costs):
        planned = one.planned if one.planned is not None else one.paid
        made.costs.append(
            CostLine(
                what=one.what,
                planned=planned,
                paid_by=one.paid_by,
                currency=one.currency,
                position=position,
            )
        )
