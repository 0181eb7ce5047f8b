"""What a matchmaking starts from and ends with, and what cannot be kept together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Mapping

Pair = tuple[str, str]
"""Keys of a company and of a host."""


@dataclass(frozen=True, slots=True)
class Party:
    """A company of the delegation or a host it may meet.

    `key` is unique on both sides. `free` are the slots (from 0) it can come in, all where it is
    None; `most` the number of meetings it wants at most; `language` is needed at its table where an
    interpreter must come.
    """

    key: str
    name: str
    free: frozenset[int] | None = None
    most: int | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A meeting set by hand: it stays."""

    pair: Pair
    slot: int


@dataclass(frozen=True, slots=True)
class Fair:
    """Everything a schedule is made from. `wishes` are weights above 0, by pair.

    `tables` is how many meetings can be held at once, `interpreters` how many there are of a
    language; None and a missing language set no limit.
    """

    companies: tuple[Party, ...]
    hosts: tuple[Party, ...]
    slots: int
    wishes: Mapping[Pair, int]
    fixed: tuple[Fixed, ...] = ()
    tables: int | None = None
    interpreters: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Schedule:
    """Meetings by slot, the weight they reached and the weight nobody can pass."""

    meetings: tuple[Fixed, ...]
    total: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether no other schedule is better."""
        return self.total >= self.bound


def contradictions(fair: Fair) -> list[Sentence]:
    """What was set by hand and cannot be kept, each in words with its names."""
    parties = {one.key: one for one in (*fair.companies, *fair.hosts)}
    found: list[Sentence] = []
    seen: Counter[tuple[str, int]] = Counter()
    pairs: Counter[Pair] = Counter(one.pair for one in fair.fixed)
    for one in fair.fixed:
        for key in one.pair:
            party = parties[key]
            seen[key, one.slot] += 1
            if party.free is not None and one.slot not in party.free:
                words = N_("{name} is not there in slot {slot}.")
                found.append(say(words, name=party.name, slot=one.slot + 1))
            if seen[key, one.slot] == 2:
                words = N_("{name} has two meetings in slot {slot}.")
                found.append(say(words, name=party.name, slot=one.slot + 1))
    for (company, host), times in pairs.items():
        if times > 1:
            words = N_("{one} and {two} meet {n} times.")
            names = {"one": parties[company].name, "two": parties[host].name}
            found.append(say(words, n=times, **names))
    return [*found, *_crowded(fair), *_too_many(fair), *_speechless(fair)]


def _too_many(fair: Fair) -> list[Sentence]:
    met = Counter(key for one in fair.fixed for key in one.pair)
    words = N_("{name} has {n} meetings and wants {most} at most.")
    return [
        say(words, name=one.name, n=met[one.key], most=one.most)
        for one in (*fair.companies, *fair.hosts)
        if one.most is not None and met[one.key] > one.most
    ]


def _speechless(fair: Fair) -> list[Sentence]:
    language = {one.key: one.language for one in (*fair.companies, *fair.hosts)}
    need = Counter(
        (one.slot, tongue) for one in fair.fixed for tongue in {language[key] for key in one.pair}
    )
    words = N_("{n} meetings in slot {slot} need interpreters ({language}); there are {most}.")
    return [
        say(words, n=number, slot=slot + 1, language=tongue, most=fair.interpreters[tongue])
        for (slot, tongue), number in sorted(need.items())
        if tongue in fair.interpreters and number > fair.interpreters[tongue]
    ]


def _crowded(fair: Fair) -> list[Sentence]:
    at_once = Counter(one.slot for one in fair.fixed)
    words = N_("{n} meetings stand in slot {slot}, with {tables} tables.")
    return [
        say(words, n=number, slot=slot + 1, tables=fair.tables)
        for slot, number in sorted(at_once.items())
        if fair.tables is not None and number > fair.tables
    ]


def wanted_pairs(fair: Fair) -> dict[Pair, int]:
    """The pairs that could meet at all, with their weight; what is fixed counts too."""
    free = {one.key: free_slots(one, fair) for one in (*fair.companies, *fair.hosts)}
    wished = {pair: weight for pair, weight in fair.wishes.items() if free[pair[0]] & free[pair[1]]}
    return {one.pair: fair.wishes.get(one.pair, 0) for one in fair.fixed} | wished


def free_slots(party: Party, fair: Fair) -> frozenset[int]:
    every = frozenset(range(fair.slots))
    return every if party.free is None else party.free & every


def most_meetings(party: Party, fair: Fair) -> int:
    there = len(free_slots(party, fair))
    return there if party.most is None else min(party.most, there)
