"""A list of precedence and its bands as typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.contacts.draft.people import NAME_LIMIT
from app.contacts.rules import codes
from app.contacts.rules.precedence_lists import Band, OrderedBy, split_function
from app.core.errors import Problem
from app.core.text import N_, Language, say

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class PrecedenceListDraft:
    """A named list with its date and source.

    `tie_language` is the one whose names of States break the last ties; `host_body` the State or
    body before whom the host is accredited.
    """

    name: str = ""
    dated: dt.date | None = None
    source: str = ""
    note: str = ""
    tie_language: str = Language.NL
    host_body: str = codes.ReceivingBody.KING_OF_THE_BELGIANS

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.name.strip():
            found.append(Problem("name", say(N_("Give the list a name, so that others find it."))))
        if len(self.name) > NAME_LIMIT:
            words = N_("This is longer than {limit} characters: shorten it.")
            found.append(Problem("name", say(words, limit=NAME_LIMIT)))
        if self.tie_language not in set(Language) or not self.host_body:
            found.append(Problem("host_body", say(N_("Choose one from the list."))))
        return found


@dataclass(frozen=True, slots=True)
class BandDraft:
    """A band of a list; a gap may go without functions: it then marks numbers nobody read."""

    label: str = ""
    functions: tuple[str, ...] = ()
    ordered_by: str = OrderedBy.NAME
    numbered: str = ""
    gap: bool = False
    verified: bool = False
    source: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.label.strip():
            found.append(Problem("label", say(N_("Say who stands here."))))
        if not self.functions and not self.gap:
            words = N_("Choose at least one function, or mark it as a gap.")
            found.append(Problem("functions", say(words)))
        known = set(codes.Function)
        if any(split_function(one)[0] not in known for one in self.functions):
            found.append(Problem("functions", say(N_("Choose one from the list."))))
        if self.ordered_by not in set(OrderedBy):
            found.append(Problem("ordered_by", say(N_("Choose one from the list."))))
        if self.gap and self.verified:
            words = N_("A gap is what the source does not give: it cannot be verified.")
            found.append(Problem("verified", say(words)))
        return found

    @property
    def band(self) -> Band:
        """As the rules take it."""
        return Band(
            self.label,
            self.functions,
            self.ordered_by,
            self.gap,
            self.verified,
            self.source,
            self.numbered,
        )
