"""What the form of a mission offers, asked in the worker in one question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.contacts.queries import PrecedenceListRow, precedence_list
from app.missions.queries import papers_days
from app.policy.queries import PriorityRow, priorities


@dataclass(frozen=True, slots=True)
class Known:
    """The office's priorities, the list its people stand by, how long travel papers stay."""

    priorities: tuple[PriorityRow, ...] = ()
    by: PrecedenceListRow | None = None
    papers_days: int = 60


def surroundings(session: Any) -> Known:  # a session: ui knows no SQL
    """All of it as it is now."""
    return Known(tuple(priorities(session)), precedence_list(session), papers_days(session))
