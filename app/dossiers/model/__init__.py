"""The records of the dossiers room: what receptions and missions share, and an office's memory."""

from __future__ import annotations

from app.dossiers.model.dossier import (
    CostLine,
    Dossier,
    DossierGoal,
    DossierPartner,
    DossierPriority,
    DossierRole,
    EvaluationAnswer,
    ProgrammeItem,
)
from app.dossiers.model.memory import (
    Document,
    DocumentContent,
    Letter,
    Moment,
    MomentPerson,
    Task,
)
from app.dossiers.model.templates import SpecialDay, Template, TemplateLine

__all__ = [
    "CostLine",
    "Document",
    "DocumentContent",
    "Dossier",
    "DossierGoal",
    "DossierPartner",
    "DossierPriority",
    "DossierRole",
    "EvaluationAnswer",
    "Letter",
    "Moment",
    "MomentPerson",
    "ProgrammeItem",
    "SpecialDay",
    "Task",
    "Template",
    "TemplateLine",
]
