"""What comes in when a paper is handed out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.core.errors import Problem


@dataclass(frozen=True, slots=True)
class PrintingDraft:
    """A paper as it was handed out: its kind, language, audience, and its lines (key=digest)."""

    paper: str
    language: str = ""
    audience: str = ""
    lines: tuple[str, ...] = ()

    def problems(self) -> list[Problem]:
        """Nothing a person types."""
        return []
