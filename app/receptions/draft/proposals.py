"""A decision on a proposal as typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core import clock
from app.core.errors import Problem
from app.core.text import N_, say

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class RefusalDraft:
    """Why somebody is not invited; `everywhere`: nor to any other reception."""

    reason: str = ""
    everywhere: bool = False

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        if self.reason.strip():
            return []
        return [Problem("reason", say(N_("Say why: the reason is remembered.")))]


@dataclass(frozen=True, slots=True)
class PutOffDraft:
    """From which day somebody is proposed again."""

    again_on: dt.date | None = None
    reason: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        if self.again_on is not None and self.again_on > clock.today():
            return []
        return [Problem("again_on", say(N_("Choose a day from tomorrow on.")))]
