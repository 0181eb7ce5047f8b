"""Words and rules of dossiers and of what an office remembers."""

from __future__ import annotations

from app.dossiers.rules.dossier import Origin, Stage, label
from app.dossiers.rules.gifts import Direction, cents_of, direction_label, euros, is_same_gift

__all__ = [
    "Direction",
    "Origin",
    "Stage",
    "cents_of",
    "direction_label",
    "euros",
    "is_same_gift",
    "label",
]
