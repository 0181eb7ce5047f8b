"""Whom or what something is written down about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.record_field import Choice

PERSON, ORGANISATION, COUNTRY = "person", "organisation", "country"
RECEPTION, MISSION = "reception", "mission"
DOSSIERS = (RECEPTION, MISSION)
"""Kinds of dossiers something may be written down about."""


@dataclass(frozen=True, slots=True)
class Subject:
    """People with the post they are at, a post, or a dossier; a country by its code.

    `kind` and `id` are the record itself; the choices are what dialogs begin with.
    """

    kind: str = ""
    id: UUID | None = None
    name: str = ""
    people: tuple[Choice, ...] = ()
    organisation: Choice | None = None
    dossier: Choice | None = None
    code: str = ""

    def links(self) -> dict[str, UUID]:
        """The record as the fields `person`, `organisation`, `dossier` of a draft."""
        if self.id is None:
            return {}
        named = {PERSON: "person", ORGANISATION: "organisation"}
        named |= dict.fromkeys(DOSSIERS, "dossier")
        return {named[self.kind]: self.id} if self.kind in named else {}

    def person(self) -> Choice | None:
        """The one person it is about, None where there are several or none."""
        return self.people[0] if len(self.people) == 1 else None
