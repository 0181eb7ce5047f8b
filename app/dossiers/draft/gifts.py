"""A gift as typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.draft.dossier import TITLE_LIMIT
from app.dossiers.rules.gifts import Direction

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class GiftDraft:
    """A gift given by the city ("out") or received ("in"); `value` in euro cents.

    `kept_at` says where a received gift is now, `stock` from which gifts of the city one was taken.
    """

    what: str = ""
    direction: str = Direction.OUT
    given_on: dt.date | None = None
    value: int | None = None
    giver: str = ""
    receiver: str = ""
    occasion: str = ""
    kept_at: str = ""
    note: str = ""
    person: UUID | None = None
    organisation: UUID | None = None
    dossier: UUID | None = None
    stock: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.what.strip():
            found.append(Problem("what", say(N_("Say what the gift is."))))
        if len(self.what) > TITLE_LIMIT:
            long = N_("This is longer than {limit} characters: shorten it.")
            found.append(Problem("what", say(long, limit=TITLE_LIMIT)))
        if self.direction not in set(Direction):
            found.append(Problem("direction", say(N_("Choose one from the list."))))
        if self.value is not None and self.value < 0:
            found.append(Problem("value", say(N_("A gift is worth nothing or more."))))
        if not (self.person or self.organisation or self.giver.strip() or self.receiver.strip()):
            found.append(Problem("person", say(N_("Say who gave it or who received it."))))
        return found
