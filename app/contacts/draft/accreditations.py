"""A further accreditation as typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.contacts.rules.accreditation import canonical
from app.core.errors import Problem
from app.core.text import N_, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class AccreditationDraft:
    """A further State or body the holder of a posting is accredited to.

    `body` is a receiving body's code or a State's alpha-2 code; an empty `function` is that of the
    posting, an empty `title` that of the function.
    """

    body: str = ""
    function: str = ""
    title: str = ""
    agrement_on: dt.date | None = None
    credentials_on: dt.date | None = None
    credentials_time: dt.time | None = None
    credentials_sequence: int | None = None
    ends_on: dt.date | None = None

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.body:
            found.append(Problem("body", say(N_("Choose the State or body."))))
        if self.credentials_on and self.agrement_on and self.credentials_on < self.agrement_on:
            words = N_("Credentials come after the agrément: check both dates.")
            found.append(Problem("credentials_on", say(words)))
        if self.ends_on and self.credentials_on and self.ends_on < self.credentials_on:
            words = N_("The end lies before the beginning: check both dates.")
            found.append(Problem("ends_on", say(words)))
        if self.credentials_sequence is not None and self.credentials_sequence < 1:
            words = N_("Count the sequence from 1 upwards.")
            found.append(Problem("credentials_sequence", say(words)))
        return found


def list_problems(drafts: Sequence[AccreditationDraft], first_body: str = "") -> list[Problem]:
    """What is wrong with the accreditations of a posting together; each body counts once."""
    found = [problem for draft in drafts for problem in draft.problems()]
    bodies = [canonical(draft.body) for draft in drafts if draft.body]
    if first_body:
        bodies.append(canonical(first_body))
    if len(set(bodies)) < len(bodies):
        words = N_("The same State or body stands here twice: keep one of them.")
        found.append(Problem("accreditations", say(words)))
    return found
