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
from app.dossiers.model.gifts import Gift, GiftStock
from app.dossiers.model.memory import (
    Document,
    DocumentContent,
    Letter,
    Moment,
    MomentPerson,
    Task,
)
from app.dossiers.model.results import Agreement, Printing
from app.dossiers.model.templates import SpecialDay, Template, TemplateLine

__all__ = [
    "Agreement",
    "CostLine",
    "Document",
    "DocumentContent",
    "Dossier",
    "DossierGoal",
    "DossierPartner",
    "DossierPriority",
    "DossierRole",
    "EvaluationAnswer",
    "Gift",
    "GiftStock",
    "Letter",
    "Moment",
    "MomentPerson",
    "Printing",
    "ProgrammeItem",
    "SpecialDay",
    "Task",
    "Template",
    "TemplateLine",
]
