"""The records of the dossiers room: what receptions and missions share, and an office's memory."""

from __future__ import annotations

from app.dossiers.model.dossier import Dossier, DossierGoal, DossierPriority, ProgrammeItem
from app.dossiers.model.memory import (
    Document,
    DocumentContent,
    Letter,
    Moment,
    MomentPerson,
    Task,
)

__all__ = [
    "Document",
    "DocumentContent",
    "Dossier",
    "DossierGoal",
    "DossierPriority",
    "Letter",
    "Moment",
    "MomentPerson",
    "ProgrammeItem",
    "Task",
]
