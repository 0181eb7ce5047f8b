"""Understanding what lists call functions, posts and courtesies, in English, Dutch, French, German.

The words are data: `function_words.csv`, `organisation_words.csv`, `honorifics.csv`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from app.contacts.rules.codes import Function, Gender, OrganisationKind, is_post
from app.contacts.rules.reference import READ_LIMIT, Phrases, key, rows
from app.core.fold import words

_EUROPEAN_UNION = frozenset({"eu", "ue"})
_UNION_WORDS = ("europeanunion", "europeseunie", "unioneuropeenne", "europaischenunion")
_NATO = ("nato", "navo", "otan", "northatlantic", "nordatlantik", "atlantique")
_LONGEST_COURTESY = 3


@dataclass(frozen=True, slots=True)
class FunctionRead:
    """A function as understood; `gender` where the word itself has one (Botschafterin: f)."""

    function: Function
    gender: Gender = Gender.UNKNOWN


@dataclass(frozen=True, slots=True)
class CourtesyRead:
    """A name without its courtesies; `title` keeps what is the person's own (Dr., Mgr.)."""

    name: str
    title: str = ""
    gender: Gender = Gender.UNKNOWN


@lru_cache(maxsize=16_384)
def parse_function(text: str, kind: str = "") -> FunctionRead | None:
    """Understand a function or title, also inside longer words; None where nothing is known.

    `kind`, where known, is the code of the organisation: "Minister" at a post is a diplomat.
    """
    phrases = _function_phrases()
    read = phrases.whole(text[:READ_LIMIT]) or phrases.within(text)
    if read and read.function is Function.CABINET_MINISTER and is_post(kind):
        return FunctionRead(Function.MINISTER, read.gender)
    return read


@lru_cache(maxsize=16_384)
def parse_kind(text: str) -> OrganisationKind | None:
    """Understand a kind of organisation, or read it from a name; None if unknown."""
    phrases = _kind_phrases()
    kind = phrases.whole(text[:READ_LIMIT]) or phrases.within(text)
    if kind is OrganisationKind.PERMANENT_REPRESENTATION:
        return _by_receiving_body(text)
    return kind


def parse_courtesy(text: str) -> CourtesyRead:
    """Part "H.E. Mr. Jan Peeters" into what addresses him and what he is called.

    Short courtesies count only with their full stop ("S.E.", "M."): they are family names too.
    A name is never emptied: the last word stays.
    """
    parts = text.split()
    kept: list[str] = []
    gender = Gender.UNKNOWN
    while found := _courtesy_at_start(parts):
        length, row = found
        if row["keep"] == "yes":
            kept.extend(parts[:length])
        if gender is Gender.UNKNOWN:
            gender = Gender(row["gender"])
        parts = parts[length:]
    return CourtesyRead(" ".join(parts), " ".join(kept), gender)


def name_and_function(text: str, kind: str = "") -> tuple[str, FunctionRead | None]:
    """Part "Jan Peeters, honorary consul" at the comma, where what follows is a function."""
    name, comma, title = text.partition(",")
    read = parse_function(title, kind) if comma else None
    return (name.strip(), read) if read else (text.strip(), None)


def _by_receiving_body(text: str) -> OrganisationKind:
    spelt = words(text)
    run = spelt.replace(" ", "")
    if any(word in run for word in _NATO):
        return OrganisationKind.MISSION_TO_NATO
    parts = spelt.split()
    to_union = any(word in run for word in _UNION_WORDS) or not _EUROPEAN_UNION.isdisjoint(parts)
    if to_union and "mission" in parts:
        return OrganisationKind.MISSION_TO_EU
    return OrganisationKind.PERMANENT_REPRESENTATION


def _courtesy_at_start(parts: list[str]) -> tuple[int, dict[str, str]] | None:
    table = _courtesies()
    for length in range(min(_LONGEST_COURTESY, len(parts) - 1), 0, -1):
        row = table.get(key(" ".join(parts[:length])))
        if row and (row["without_dot"] == "yes" or parts[length - 1].endswith(".")):
            return length, row
    return None


@cache
def _function_phrases() -> Phrases[FunctionRead]:
    return Phrases(
        {
            row["words"]: FunctionRead(Function(row["function"]), Gender(row["gender"]))
            for row in rows("function_words")
        }
    )


@cache
def _kind_phrases() -> Phrases[OrganisationKind]:
    return Phrases(
        {row["words"]: OrganisationKind(row["kind"]) for row in rows("organisation_words")}
    )


@cache
def _courtesies() -> dict[str, dict[str, str]]:
    return {key(row["words"]): row for row in rows("honorifics")}
