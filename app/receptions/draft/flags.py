"""The rules for flags as typed."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Problem
from app.core.text import N_, say
from app.receptions.rules.flags import MOST_MASTS, Body, FlagRules, read_pattern


@dataclass(frozen=True, slots=True)
class FlagRulesDraft:
    """The rules with the patterns in words: "5-3-1-2-4"; `bodies` in their order."""

    bodies: tuple[str, ...] = tuple(Body)
    guests_after: str = Body.STATE
    whose: str = "honour"
    language: str = "nl"
    odd: str = "5-3-1-2-4"
    even: str = "6-4-2-1-3-5"
    masts: int | None = 5
    verified: bool = False

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if len(set(self.bodies)) != len(self.bodies) or not self.bodies:
            words = say(N_("Each flag hangs once: choose another one here."))
            found.append(Problem("body0", words))
        told = say(N_("Number each mast once, from left to right: 5-3-1-2-4."))
        if len(read_pattern(self.odd)) % 2 != 1:
            found.append(Problem("odd", told))
        even = read_pattern(self.even)
        if not even or len(even) % 2:
            told = say(N_("Number each mast once, from left to right: 6-4-2-1-3-5."))
            found.append(Problem("even", told))
        if self.masts is None or not 1 <= self.masts <= MOST_MASTS:
            bounds = N_("Type a whole number from {least} to {most}.")
            found.append(Problem("masts", say(bounds, least=1, most=MOST_MASTS)))
        return found

    def rules(self) -> FlagRules:
        """The rules, where nothing is wrong with them."""
        return FlagRules(
            self.bodies,
            self.guests_after,
            self.whose,
            self.language,
            read_pattern(self.odd),
            read_pattern(self.even),
            self.masts or 1,
            self.verified,
        )
