"""What many people are given at once."""

from __future__ import annotations

from dataclasses import dataclass, fields

from app.contacts.draft.people import NAME_LIMIT, TEXT_LIMIT
from app.core.errors import Problem
from app.core.text import N_, say


@dataclass(frozen=True, slots=True)
class BulkDraft:
    """Fields to set on many people; None leaves them as they are, `note` is added at the end."""

    language: str | None = None
    nationality: str | None = None
    honorific: str | None = None
    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    country: str | None = None
    website: str | None = None
    note: str | None = None

    def problems(self) -> list[Problem]:
        """What stands in the way of it."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        if all(value is None or (name == "note" and not value) for name, value in values.items()):
            return [Problem("", say(N_("Tick what should be changed, and give its new value.")))]
        long = {name for name, value in values.items() if value and len(value) > _limit(name)}
        return [Problem(name, say(N_("This is too long: shorten it."))) for name in sorted(long)]


def _limit(name: str) -> int:
    return TEXT_LIMIT if name == "note" else NAME_LIMIT
