"""The code a guest carries to the door: on the invitation, on a badge, read by a hand scanner."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

PREFIX = "BELFRY"
_DIGITS = 12


def door_code(reception_id: UUID, person_id: UUID) -> str:
    """`BELFRY:` with the first twelve hex digits of the reception and of the person."""
    reception, person = reception_id.hex[:_DIGITS].upper(), person_id.hex[:_DIGITS].upper()
    return f"{PREFIX}:{reception}:{person}"
