"""Words and rules of dossiers and of what an office remembers."""

from __future__ import annotations

from app.dossiers.rules.dossier import Origin, Stage, label

__all__ = ["Origin", "Stage", "label"]
