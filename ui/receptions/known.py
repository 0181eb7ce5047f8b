"""What the form of a reception offers, asked in the worker in one question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.contacts.queries import PrecedenceListRow, precedence_lists
from app.policy.queries import PriorityRow, priorities

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Known:
    """The office's priorities and its lists of precedence."""

    priorities: tuple[PriorityRow, ...] = ()
    lists: tuple[PrecedenceListRow, ...] = ()

    def usual(self) -> UUID | None:
        """The list the office follows; None where it has none."""
        return next((one.id for one in self.lists if one.usual), None)


def surroundings(session: Any) -> Known:  # a session: ui knows no SQL
    """Priorities and lists as they are now."""
    return Known(tuple(priorities(session)), tuple(precedence_lists(session)))
