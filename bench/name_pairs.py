"""Pairs of names somebody labelled same or different: how many of the same are found.

At a threshold where 95 of 100 pairs called the same are the same, by kind of source and by the two
scripts, for the house's comparison and for rapidfuzz's `token_set_ratio` on folded text.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from app.contacts.rules.likeness import name_likeness
from app.core.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

PRECISION = 0.95
FEW = 5


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two names, where they are from, and whether they are one person's."""

    one: str
    two: str
    source: str
    same: bool

    @property
    def scripts(self) -> str:
        """The two scripts, e.g. CYRILLIC/LATIN."""
        return "/".join(sorted((script(self.one), script(self.two))))


def script(name: str) -> str:
    """The script of most letters of a name, as Unicode calls it."""
    found = Counter(unicodedata.name(letter, "?").split()[0] for letter in name if letter.isalpha())
    return found.most_common(1)[0][0] if found else "-"


def read(path: Path) -> list[LabelledPair]:
    """The labelled pairs of a file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            LabelledPair(
                row["name_a"],
                row["name_b"],
                row["source"].partition("(")[0],
                row["label"] == "same",
            )
            for row in csv.DictReader(file)
        ]


def ours(one: str, two: str) -> float:
    """How alike two names are, as the house sees it."""
    return name_likeness(one, two).score


def plain(one: str, two: str) -> float:
    """How alike two names are, as rapidfuzz sees their folded words."""
    return fuzz.token_set_ratio(fold(one), fold(two)) / 100


def recall(
    pairs: Sequence[LabelledPair], score: Callable[[str, str], float]
) -> dict[str, tuple[int, float]]:
    """Per group of the same pairs how many there are and the share found; "" is all."""
    scored = [(score(pair.one, pair.two), pair) for pair in pairs]
    least = threshold(scored)
    found: dict[str, list[bool]] = defaultdict(list)
    for value, pair in scored:
        if pair.same:
            for group in ("", pair.source, pair.scripts):
                found[group].append(value >= least)
    return {group: (len(all_), sum(all_) / len(all_)) for group, all_ in found.items()}


def threshold(scored: Sequence[tuple[float, LabelledPair]]) -> float:
    """The lowest score from which on 95 of 100 pairs are the same."""
    ordered = sorted(scored, key=lambda one: -one[0])
    least, right = 1.0, 0
    for at, (value, pair) in enumerate(ordered, start=1):
        right += pair.same
        last = at == len(ordered) or ordered[at][0] < value
        if last and right / at >= PRECISION:
            least = value
    return least


def table(pairs: Sequence[LabelledPair]) -> list[str]:
    """Lines for people to read: group, pairs, recall of ours and of the plain comparison."""
    mine, theirs = recall(pairs, ours), recall(pairs, plain)
    lines = [f"{'names alone, recall at precision 0.95':44} {'pairs':>6} {'ours':>7} {'plain':>7}"]
    for group, (count, share) in sorted(mine.items(), key=lambda one: (-one[1][0], one[0])):
        if count >= FEW:
            lines.append(f"  {group or 'all':42} {count:6} {share:7.3f} {theirs[group][1]:7.3f}")
    return lines
