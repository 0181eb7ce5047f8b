"""What comes in of dossiers and of what the office remembers."""

from __future__ import annotations

from app.dossiers.draft.dossier import TITLE_LIMIT, DossierDraft, ProgrammeDraft
from app.dossiers.draft.letters import LetterDraft

__all__ = ["TITLE_LIMIT", "DossierDraft", "LetterDraft", "ProgrammeDraft"]
