"""What the guest list shows beside its guests, asked for at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.core import clock
from app.receptions.draft import GuestRules
from app.receptions.queries import (
    catering_notes,
    delegations,
    guest_rules,
    phones_of,
    succeeded,
)
from ui.core.language import read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.receptions.queries import DelegationRow, GuestRow, Phone, Succeeded


@dataclass(frozen=True, slots=True)
class Around:
    """Delegations by id, heads who were replaced, the office's numbers; `kitchen` says per guest
    what was asked of it, and is empty unless somebody wants to see it. So do `phones` per person.
    """

    delegations: dict[UUID, DelegationRow] = field(default_factory=dict)
    succeeded: tuple[Succeeded, ...] = ()
    rules: GuestRules = field(default_factory=GuestRules)
    kitchen: dict[UUID, str] = field(default_factory=dict)
    phones: dict[UUID, str] = field(default_factory=dict)

    def put_in(self, rows: Sequence[GuestRow]) -> list[GuestRow]:
        """The rows with what was asked to be seen of them."""
        kitchen, phones = self.kitchen, self.phones
        return [
            replace(one, kitchen=kitchen.get(one.id, ""), phones=phones.get(one.person.id, ""))
            if one.catering or phones or one.phones
            else one
            for one in rows
        ]


def around(
    session: Any,  # ui knows no SQL
    reception_id: UUID,
    *,
    kitchen: bool,
    phones: Sequence[UUID] = (),
) -> Around:
    """Everything beside the guests of a reception; `phones` are the people to look them up of."""
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
        {one: _lines(found) for one, found in phones_of(session, phones, clock.today()).items()},
    )


def _lines(found: Sequence[Phone]) -> str:
    """The numbers, those of who answers first, with whose they are."""
    told = []
    for one in found:
        who = f"{read(one.role)} {one.who}".strip() if one.role else ""
        numbers = ", ".join(one.numbers)
        told.append(f"{numbers} ({who})" if who else numbers)
    return " · ".join(told)
