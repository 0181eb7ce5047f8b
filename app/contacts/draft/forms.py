"""A template of a form of address as typed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from app.core.errors import Problem
from app.core.text import N_, Language, say

FIELDS = (
    "full",
    "family",
    "given",
    "honorific",
    "title",
    "org",
    "of",
    "of_official",
    "for",
    "for_official",
    "city",
    "of_city",
)
"""What a template may name in braces."""
COUPLE_FIELDS = (
    "own",
    "partner",
    "partner_short",
    "partner_called",
    "partner_said",
    "partner_own",
)
"""What a template for a couple may name besides."""
CLOSING_FIELDS = ("opening",)
"""What the closing of a letter may name besides."""
_NAMED = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """A form of address with the place it is for, its source, and from which day it holds.

    `valid_from` counts for a change; a `correction` mends the words in place, also for letters
    already written.
    """

    template: str = ""
    source: str = ""
    verified: bool = False
    valid_from: dt.date = dt.date.min
    correction: bool = False
    function: str = ""
    language: str = Language.NL
    gender: str = ""
    channel: str = "envelope"
    company: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.template.strip():
            found.append(Problem("template", say(N_("Type the words of the form of address."))))
        elif bad := self.unknown_fields():
            known = N_("There is no field {name}: choose one of those below.")
            found.append(Problem("template", say(known, name=f"{{{bad[0]}}}")))
        elif "{" in _NAMED.sub("", self.template) or "}" in _NAMED.sub("", self.template):
            found.append(Problem("template", say(N_("A brace is not closed: check the fields."))))
        if not self.function:
            found.append(Problem("function", say(N_("Choose one from the list."))))
        if self.verified and not self.source.strip():
            unsaid = N_("Say where this was read, or leave it unverified.")
            found.append(Problem("source", say(unsaid)))
        return found

    def known_fields(self) -> tuple[str, ...]:
        """The fields this template may name."""
        more = COUPLE_FIELDS if self.company else ()
        return FIELDS + more + (CLOSING_FIELDS if self.channel == "closing" else ())

    def unknown_fields(self) -> list[str]:
        """Names in braces that are no fields."""
        known = self.known_fields()
        return [name for name in _NAMED.findall(self.template) if name not in known]
