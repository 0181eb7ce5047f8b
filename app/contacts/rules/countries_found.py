"""Which countries some typed letters mean: the beginnings of their names in three languages."""

from __future__ import annotations

from functools import cache

from app.contacts.rules.countries import countries
from app.core.fold import words
from app.core.text import Language

SHORTEST = 2
"""Letters; a single one would offer half the world."""


def matching(text: str) -> list[str]:
    """The codes of the countries all typed words begin a word of; whole names come first."""
    wanted = words(text).split()
    if not wanted or len(wanted[0]) < SHORTEST:
        return []
    found = []
    for code, names in _names():
        parts = {part for name in names for part in name.split()}
        if text.strip().upper() == code or all(_begins(one, parts) for one in wanted):
            typed = " ".join(wanted)
            place = 0 if typed in names else 1 if any(n.startswith(typed) for n in names) else 2
            found.append((place, code))
    return [code for _place, code in sorted(found)]


def _begins(typed: str, parts: set[str]) -> bool:
    return any(part.startswith(typed) for part in parts)


@cache
def _names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (one.code, tuple(words(one.names[language]) for language in Language))
        for one in countries()
    )
