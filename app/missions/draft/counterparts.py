"""A host that becomes a contact, as chosen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.contacts.draft import OrganisationDraft, PersonDraft

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.errors import Problem


@dataclass(frozen=True, slots=True)
class CounterpartDraft:
    """Which organisation a host is: a known one, or `made` as a new one; perhaps with the person
    one met there and their `function`.
    """

    party: UUID
    organisation: UUID | None = None
    made: OrganisationDraft = field(default_factory=OrganisationDraft)
    contact: PersonDraft | None = None
    function: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = [] if self.organisation is not None else self.made.problems()
        return [*found, *(self.contact.problems() if self.contact is not None else ())]
