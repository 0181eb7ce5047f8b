"""Gifts: which way they went, what they cost, and whether two are the same."""

from __future__ import annotations

import re
from enum import StrEnum

from app.core.fold import words
from app.core.text import N_, Sentence, say


class Direction(StrEnum):
    """Given by the city, or received."""

    OUT = "out"
    IN = "in"


_LABELS: dict[Direction, str] = {
    Direction.OUT: N_("Gift given"),
    Direction.IN: N_("Gift received"),
}
_AMOUNT = re.compile(r"^(\d{1,3}(?:[ .,’'\u00a0\u202f]\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?$")
_ALIKE = 90
LOW_STOCK = 3
"""With so many left or fewer it is time to buy again."""
_LITTLE = "a an the of and with in for een de het van en met voor un une le la les du des d l et"
_SMALL = frozenset(_LITTLE.split())


def direction_label(code: str) -> Sentence:
    """The word for a direction."""
    return say(_LABELS[Direction(code)])


def cents_of(typed: str) -> int | None:
    """Euro cents of an amount as people type it: "12,50", "12.5", "€ 1.250"; None where it is none.

    A group of three figures behind a mark are thousands.
    """
    plain = typed.replace("€", "").replace("EUR", "").strip()
    found = _AMOUNT.match(plain)
    if found is None:
        return None
    whole = re.sub(r"\D", "", found[1])
    return int(whole) * 100 + int((found[2] or "0").ljust(2, "0"))


def euros(cents: int | None) -> str:
    """An amount as it is typed: "12,50"; "" where none is known."""
    return "" if cents is None else f"{cents // 100},{cents % 100:02d}"


def is_same_gift(one: str, other: str) -> bool:
    """Whether two descriptions mean the same kind of gift: their words, in any order, misspelt too.

    One may say more than the other ("lace bookmark", "bookmark of Ghent lace").
    """
    first, second = _telling(one), _telling(other)
    if not first or not second:
        return False
    if first <= second or second <= first:
        return True
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(" ".join(sorted(first)), " ".join(sorted(second))) >= _ALIKE


def _telling(text: str) -> frozenset[str]:
    return frozenset(words(text).split()) - _SMALL
