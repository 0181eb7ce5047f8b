"""Words and small rules around meetings: sides, outcomes, tables, interpreters, suggestions."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.fold import words
from app.core.text import N_, Sentence, plain, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Side(StrEnum):
    """Of which side somebody is: a company of the delegation, or a host."""

    OURS = "ours"
    HOST = "host"


class Result(StrEnum):
    """What came of a meeting; "" while nobody said."""

    CONTACT = "contact"
    FOLLOW_UP = "follow_up"
    DEAL = "deal"
    NONE = "none"
    NOT_HELD = "not_held"


_LABELS: dict[str, str] = {
    Side.OURS: N_("Company of the delegation"),
    Side.HOST: N_("Host"),
    Result.CONTACT: N_("Contact made"),
    Result.FOLLOW_UP: N_("To be followed up"),
    Result.DEAL: N_("Deal or agreement"),
    Result.NONE: N_("Nothing came of it"),
    Result.NOT_HELD: N_("Did not take place"),
}

USUAL_WISH, HIGHEST_WISH = 3, 5
_INTERPRETER = re.compile(r"^([a-z]{2})\s*=\s*(\d+)$")
_TABLE = re.compile(r"^Table (\d+)$")
_NUMBERED = re.compile(r"^([a-z]{2})(?: (\d+))?$")


def side_label(code: str) -> Sentence:
    """The word for a side."""
    return say(_LABELS[code]) if code in _LABELS else plain(code)


def result_label(code: str) -> Sentence:
    """The word for an outcome; "" is still open."""
    return say(_LABELS[code]) if code in _LABELS else say(N_("Still open"))


def rank_weight(place: int) -> int:
    """The wish of a ranked list: the first (from 0) weighs 5, the fifth and all behind it 1."""
    return max(1, HIGHEST_WISH - place)


def interpreters_of(kept: Iterable[str]) -> dict[str, int]:
    """How many interpreters there are by language: "ja=2" is two of Japanese."""
    found = (_INTERPRETER.match(one.strip().lower()) for one in kept)
    return {one[1]: int(one[2]) for one in found if one}


def interpreters_kept(counts: Mapping[str, int]) -> list[str]:
    """As `Mission.interpreters` keeps them."""
    return [f"{language}={number}" for language, number in sorted(counts.items())]


def table_name(number: int) -> str:
    """How a numbered table is kept in `Meeting.place`."""
    return f"Table {number}"


def table_label(place: str) -> Sentence:
    """A place in words: a numbered table in the reader's language, other words as typed."""
    found = _TABLE.match(place)
    return say(N_("Table {n}"), n=int(found[1])) if found else plain(place)


def interpreter_parts(kept: str) -> tuple[str, int] | None:
    """Language and number of an interpreter ("ja 2"; 0 without a number); None for a name."""
    found = _NUMBERED.match(kept)
    return (found[1], int(found[2] or 0)) if found else None


# --- slots ---


def slot_times(
    start: dt.datetime, until: dt.time, minutes: int, pause: int
) -> tuple[dt.datetime, ...]:
    """When slots of so many minutes begin, with a pause between, none ending after `until`."""
    end = dt.datetime.combine(start.date(), until)
    length, step = dt.timedelta(minutes=minutes), dt.timedelta(minutes=minutes + pause)
    found, at = [], start
    while at + length <= end:
        found.append(at)
        at += step
    return tuple(found)


# --- tables and interpreters ---


@dataclass(frozen=True, slots=True)
class Seat:
    """A meeting in a slot as seating sees it. `language` asks for an interpreter, "" for none;
    `place` and `interpreter` are kept where they are given.
    """

    key: str
    slot: int
    host: str
    language: str = ""
    place: str = ""
    interpreter: str = ""


def seat(
    seats: Sequence[Seat], tables: int | None, interpreters: Mapping[str, int]
) -> dict[str, tuple[str, str]]:
    """A table and an interpreter for each meeting, by its key.

    A host keeps one table where there are enough, so that companies walk and hosts sit; what was
    given by hand stays. Where tables run out the place stays empty, and is named as a finding.
    """
    hosts = list(dict.fromkeys(one.host for one in sorted(seats, key=lambda one: one.slot)))
    most = len(hosts) if tables is None else tables
    own = {host: table_name(at + 1) for at, host in enumerate(hosts) if at < most}
    found: dict[str, tuple[str, str]] = {}
    by_slot: dict[int, list[Seat]] = defaultdict(list)
    for one in seats:
        by_slot[one.slot].append(one)
    for slot in sorted(by_slot):
        places = _places(by_slot[slot], own, most)
        voices = _voices(by_slot[slot], interpreters)
        found |= {one.key: (places[one.key], voices[one.key]) for one in by_slot[slot]}
    return found


def _places(seats: Sequence[Seat], own: dict[str, str], most: int) -> dict[str, str]:
    found = {one.key: one.place for one in seats if one.place}
    taken = set(found.values())
    for one in seats:
        wanted = own.get(one.host, "")
        if one.key not in found and wanted and wanted not in taken:
            found[one.key] = wanted
            taken.add(wanted)
    free = [table_name(at + 1) for at in range(most) if table_name(at + 1) not in taken]
    for one in seats:
        if one.key not in found:
            found[one.key] = free.pop(0) if free else ""
            own.setdefault(one.host, found[one.key])
    return found


def _voices(seats: Sequence[Seat], interpreters: Mapping[str, int]) -> dict[str, str]:
    found = {one.key: one.interpreter for one in seats if one.interpreter and one.language}
    taken = set(found.values())
    for one in seats:
        if one.key in found:
            continue
        names = [f"{one.language} {n + 1}" for n in range(interpreters.get(one.language, 0))]
        free = [name for name in names if name not in taken]
        usual = one.language if one.language not in interpreters else ""
        found[one.key] = free[0] if free and one.language else usual
        taken.add(found[one.key])
    return found


# --- suggestions ---

_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """What a party wants and offers, in its own words."""

    key: str
    wanted: str = ""
    offered: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pair whose words meet, and the words that do; never a wish by itself."""

    company: str
    host: str
    shared: tuple[str, ...]


def suggestions(companies: Iterable[Offer], hosts: Iterable[Offer]) -> list[Suggestion]:
    """Pairs in which one offers what the other wants, those with the most shared words first.

    Words count from four letters, as typed but for case and accents, and only where they are not
    everywhere: a word half of all parties use tells nothing.
    """
    ours, theirs = list(companies), list(hosts)
    everybody = [*ours, *theirs]
    used = Counter(
        word for one in everybody for word in set(_words(one.wanted)) | set(_words(one.offered))
    )
    common = {word for word, times in used.items() if times > max(3, len(everybody) // 2)}
    wanted = {one.key: _words(one.wanted) for one in everybody}
    offered = {one.key: _words(one.offered) for one in everybody}
    found = []
    for one in ours:
        for other in theirs:
            either = {**_both(wanted[one.key], offered[other.key]),
                      **_both(offered[one.key], wanted[other.key])}  # fmt: skip
            shared = tuple(said for word, said in either.items() if word not in common)
            if shared:
                found.append(Suggestion(one.key, other.key, shared))
    return sorted(found, key=lambda one: -len(one.shared))


def _words(text: str) -> dict[str, str]:
    """Words by their folded form."""
    found: dict[str, str] = {}
    for said in re.findall(r"[^\W_]+", text):
        folded = words(said)
        if len(folded.replace(" ", "")) >= _SHORTEST or not folded.isascii():
            found.setdefault(folded, said)
    return found


def _both(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    return {word: said for word, said in one.items() if word in other}
