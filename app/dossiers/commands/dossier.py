"""Writing what every dossier has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.model import Organisation
from app.core.command import command, naming
from app.core.records import checked
from app.core.text import N_
from app.dossiers.model import Dossier, DossierGoal, DossierPriority
from app.dossiers.queries.dossier import DOSSIER_FIELDS
from app.dossiers.rules.dossier import Stage, label
from app.policy.model import Priority

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft.dossier import DossierDraft


def fill_dossier(session: Session, dossier: Dossier, draft: DossierDraft) -> None:
    """Write a draft onto a dossier; tags that stay keep their rows."""
    for name in DOSSIER_FIELDS:
        setattr(dossier, name, getattr(draft, name))
    dossier.points_to_raise = list(draft.points_to_raise)
    dossier.requested_by = (
        checked(session, Organisation, draft.requested_by, None) if draft.requested_by else None
    )
    for gone in [one for one in dossier.priorities if one.priority_id not in draft.priorities]:
        dossier.priorities.remove(gone)
    known = {one.priority_id for one in dossier.priorities}
    for fresh in draft.priorities:
        if fresh not in known:
            priority = checked(session, Priority, fresh, None)
            dossier.priorities.append(DossierPriority(priority=priority))
    for past in [one for one in dossier.goals if one.number not in draft.goals]:
        dossier.goals.remove(past)
    numbers = {one.number for one in dossier.goals}
    dossier.goals += [DossierGoal(number=one) for one in draft.goals if one not in numbers]


@command(N_("{title} is now: {stage}"))
def set_stage(session: Session, dossier_id: UUID, stage: str) -> None:
    """Move a dossier to a stage."""
    dossier = checked(session, Dossier, dossier_id, None)
    dossier.stage = Stage(stage)
    naming(session, title=dossier.title, stage=label(Stage(stage), dossier.noun))
