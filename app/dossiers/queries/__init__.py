"""Reading dossiers and what the office remembers."""

from __future__ import annotations

from app.dossiers.queries.dossier import (
    DOSSIER_FIELDS,
    PROGRAMME_FIELDS,
    ProgrammeRow,
    dossier_draft,
    programme,
)
from app.dossiers.queries.letters import (
    LETTER_FIELDS,
    Addressed,
    LetterForms,
    LetterRow,
    LetterSheet,
    addressed,
    letter_forms,
    letter_of,
    letter_sheet,
    letters_of_person,
    letters_of_post,
)

__all__ = [
    "DOSSIER_FIELDS",
    "LETTER_FIELDS",
    "PROGRAMME_FIELDS",
    "Addressed",
    "LetterForms",
    "LetterRow",
    "LetterSheet",
    "ProgrammeRow",
    "addressed",
    "dossier_draft",
    "letter_forms",
    "letter_of",
    "letter_sheet",
    "letters_of_person",
    "letters_of_post",
    "programme",
]
