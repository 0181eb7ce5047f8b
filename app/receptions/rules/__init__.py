"""Words and rules of receptions and gifts."""

from __future__ import annotations

from app.receptions.rules.reception import (
    ANSWERED,
    AWAY,
    COMING,
    Circle,
    Kind,
    Status,
    kind_label,
    label,
)

__all__ = [
    "ANSWERED",
    "AWAY",
    "COMING",
    "Circle",
    "Kind",
    "Status",
    "kind_label",
    "label",
]
