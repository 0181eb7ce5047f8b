"""Rows of a list that only look like somebody known, and what is decided of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.text import Sentence


@dataclass(frozen=True, slots=True)
class LikelyTwin:
    """The person of the office a row looks like most."""

    line: int
    id: UUID
    name: str
    score: float
    reasons: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a row: `action` is "skip" or "update" (that person); others are added."""

    action: str
    id: str = ""
