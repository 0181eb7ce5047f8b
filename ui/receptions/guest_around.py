"""What the guest list shows beside its guests, asked for at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.receptions.draft import GuestRules
from app.receptions.queries import catering_notes, delegations, guest_rules, succeeded

if TYPE_CHECKING:
    from uuid import UUID

    from app.receptions.queries import DelegationRow, Succeeded


@dataclass(frozen=True, slots=True)
class Around:
    """Delegations by id, heads who were replaced, the office's numbers; `kitchen` says per guest
    what was asked of it, and is empty unless somebody wants to see it.
    """

    delegations: dict[UUID, DelegationRow] = field(default_factory=dict)
    succeeded: tuple[Succeeded, ...] = ()
    rules: GuestRules = field(default_factory=GuestRules)
    kitchen: dict[UUID, str] = field(default_factory=dict)


def around(session: Any, reception_id: UUID, *, kitchen: bool) -> Around:  # ui knows no SQL
    """Everything beside the guests of a reception."""
    told = {}
    if kitchen:
        for guest, notes in catering_notes(session, reception_id).items():
            parts = [
                f"{note.draft.instruction} ({note.whom})" if note.whom else note.draft.instruction
                for note in notes
            ]
            told[guest] = "; ".join(parts)
    return Around(
        {one.id: one for one in delegations(session, reception_id)},
        tuple(succeeded(session, reception_id)),
        guest_rules(session),
        told,
    )
