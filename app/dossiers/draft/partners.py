"""The partners of a dossier as typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class PartnerDraft:
    """A partner whose contacts a dossier serves, with what they wish of it in their words."""

    organisation: UUID
    wish: str = ""
