"""Who counts as a traveller: whoever waits or withdrew does not."""

from __future__ import annotations

AWAY = frozenset({"waiting", "withdrawn"})
"""Statuses of a participant who does not go along."""


def goes(status: str) -> bool:
    """Whether a participant of this status travels."""
    return status not in AWAY
