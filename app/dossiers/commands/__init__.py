"""Every write to dossiers and to what the office remembers."""

from __future__ import annotations

from app.dossiers.commands.dossier import fill_dossier, set_programme, set_stage
from app.dossiers.commands.letters import change_letter, remove_letter, write_letter

__all__ = [
    "change_letter",
    "fill_dossier",
    "remove_letter",
    "set_programme",
    "set_stage",
    "write_letter",
]
