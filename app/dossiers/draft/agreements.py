"""An agreement as typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.draft.dossier import TITLE_LIMIT
from app.dossiers.rules.agreements import AgreementKind

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """What the city and a partner signed; without `signed_on` it is still a draft.

    `signed_by` names who signed, of both sides, one a line; `document` is its scan.
    """

    title: str = ""
    kind: str = AgreementKind.MEMORANDUM
    signed_on: dt.date | None = None
    ends_on: dt.date | None = None
    signed_by: str = ""
    note: str = ""
    organisation: UUID | None = None
    dossier: UUID | None = None
    document: UUID | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.title.strip():
            found.append(Problem("title", say(N_("Say what was agreed."))))
        if len(self.title) > TITLE_LIMIT:
            long = N_("This is longer than {limit} characters: shorten it.")
            found.append(Problem("title", say(long, limit=TITLE_LIMIT)))
        if self.kind not in set(AgreementKind):
            found.append(Problem("kind", say(N_("Choose one from the list."))))
        if self.signed_on and self.ends_on and self.ends_on < self.signed_on:
            before = say(N_("It ends before it was signed: check both days."))
            found.append(Problem("ends_on", before))
        if self.organisation is None and self.dossier is None:
            lost = say(N_("Say with whom it was signed, or on which occasion."))
            found.append(Problem("organisation", lost))
        return found
