"""What comes in of dossiers and of what an office remembers."""

from __future__ import annotations

from app.dossiers.draft.agreements import (
    AgreementDraft,
)
from app.dossiers.draft.beginning import (
    Along,
    MoveDraft,
)
from app.dossiers.draft.dossier import (
    TITLE_LIMIT,
    DossierDraft,
)
from app.dossiers.draft.follow_up import (
    AnswerDraft,
    CostDraft,
    CostsDraft,
    EvaluationDraft,
)
from app.dossiers.draft.gifts import (
    GiftDraft,
)
from app.dossiers.draft.letters import (
    LetterDraft,
    LettersDraft,
)
from app.dossiers.draft.memory import (
    DocumentDraft,
    MomentDraft,
    TaskDraft,
)
from app.dossiers.draft.printings import (
    PrintingDraft,
)
from app.dossiers.draft.programme import (
    ProgrammeDraft,
)
from app.dossiers.draft.stock import (
    GiftStockDraft,
)
from app.dossiers.draft.templates import (
    LineDraft,
    PartnerDraft,
    RoleDraft,
    SpecialDayDraft,
    TemplateDraft,
)

__all__ = [
    "TITLE_LIMIT",
    "AgreementDraft",
    "Along",
    "AnswerDraft",
    "CostDraft",
    "CostsDraft",
    "DocumentDraft",
    "DossierDraft",
    "EvaluationDraft",
    "GiftDraft",
    "GiftStockDraft",
    "LetterDraft",
    "LettersDraft",
    "LineDraft",
    "MomentDraft",
    "MoveDraft",
    "PartnerDraft",
    "PrintingDraft",
    "ProgrammeDraft",
    "RoleDraft",
    "SpecialDayDraft",
    "TaskDraft",
    "TemplateDraft",
]
