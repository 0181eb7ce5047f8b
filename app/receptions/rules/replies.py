"""What a reply in somebody's own words says: who comes, with how many, or who comes instead.

The words stand in `resources/reference/reply_words.csv`, our own list of Dutch, French and English
as people reply; an office may add to it. Where words contradict each other the reply is left to a
person: better one question too many than a guest who is not expected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.contacts.rules.reference import rows
from app.core.fold import words
from app.receptions.rules.reception import Status

MOST = 30
"""More than so many persons in one reply is a telephone number, not a party."""
_PLUS = re.compile(r"\+\s*(\d)(?!\s*\d)")
_BY = re.compile(r"\b(?:door|by|par)\b[\s:]+(.+)$", re.IGNORECASE)
_END = re.compile(r"[;\n]|\s[-–]\s|,\s*(?:want|as|because|car)\b")
_PARTED = re.compile(r"\s*(?:;|\n|,|&|\+|\ben\b|\band\b|\bet\b)\s*", re.IGNORECASE)
_ALONE = frozenset({"alleen", "alone", "seul", "seule"})
_NOTHING = frozenset({"", "-", "/", "—", "x", "0"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reply says. `status` is "" where it says neither yes nor no; then a person decides.

    `persons` counts the guest too, None where the reply names no number.
    """

    status: str = ""
    persons: int | None = None
    substitute: str = ""


@cache
def _meanings() -> dict[tuple[str, ...], str]:
    return {tuple(words(row["words"]).split()): row["meaning"] for row in rows("reply_words")}


@cache
def _longest() -> int:
    return max(len(phrase) for phrase in _meanings())


def _read(text: str) -> list[tuple[str, str]]:
    """The text as meanings and unknown words ("" as meaning), longest phrases first."""
    parts = words(text).split()
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + _longest()), at, -1):
            meaning = _meaning(parts, at, end)
            if meaning is not None or end == at + 1:
                found.append((meaning or "", " ".join(parts[at:end])))
                at = end
                break
    return found


def _meaning(parts: list[str], at: int, end: int) -> str | None:
    """What words mean; a single letter only where it is the whole answer ("n"), or "2 p"."""
    found = _meanings().get(tuple(parts[at:end]))
    letter = end == at + 1 and len(parts[at]) == 1 and not parts[at].isdigit()
    if letter and len(parts) > 1 and not (found == "persons" and at and parts[at - 1].isdigit()):
        return None
    return found


def read_answer(text: str, persons: str = "") -> Answer:
    """Read a reply, and what stands in a column of numbers beside it."""
    found = _read(text)
    meant = [meaning for meaning, _ in found]
    number = _number(persons) if persons.strip() else None
    number = number if number is not None else _persons(text, found)
    if "represented" in meant:
        return Answer(Status.REPRESENTED, None, _instead(text))
    if "perhaps" in meant:
        return Answer("", number)
    if "no" in meant:
        firm = {word for meaning, word in found if meaning == "yes"} & {"ja", "yes", "oui"}
        return Answer("" if firm else Status.REGRETS)
    if number == 0:
        return Answer("" if "yes" in meant else Status.REGRETS)
    if "yes" in meant or (number is not None and _only_numbers(found)):
        return Answer(Status.ACCEPTED, number)
    return Answer("", number)


def _only_numbers(found: list[tuple[str, str]]) -> bool:
    """Whether a text without yes or no is a number of persons, and nothing else."""
    return not any(not meaning and not word.isdigit() for meaning, word in found)


def _number(text: str) -> int | None:
    plain = text.strip()
    if re.fullmatch(r"\d{1,2}(?:[.,]0)?", plain):
        number = int(re.split(r"[.,]", plain)[0])
        return number if number <= MOST else None
    return _persons(plain, _read(plain))


def _persons(text: str, found: list[tuple[str, str]]) -> int | None:
    """ "2 personen", "deux personnes", "+1", or a number and nothing beside yes."""
    plus = _PLUS.search(text)
    if plus:
        return min(1 + int(plus[1]), MOST)
    for place, (meaning, word) in enumerate(found):
        number = int(word) if word.isdigit() else int(meaning) if meaning.isdigit() else None
        if number is None or number > MOST:
            continue
        after = found[place + 1][0] if place + 1 < len(found) else ""
        phrase = len(word.split()) > 1 or word in _ALONE
        others = [told for at, told in enumerate(found) if at != place]
        bare = word.isdigit() and all(meaning for meaning, _ in others)
        if after == "persons" or phrase or bare:
            return number
    return None


def _instead(text: str) -> str:
    """Whose name stands after "door", "by" or "par"."""
    found = _BY.search(text.strip())
    return _END.split(found[1])[0].strip(" .") if found else ""


def is_nothing(text: str) -> bool:
    """Whether a cell says there is nothing: "geen", "none", "-"."""
    plain = text.strip().lower()
    return plain in _NOTHING or all(meaning in ("nothing", "no") for meaning, _ in _read(plain))


def company(text: str) -> tuple[str, ...]:
    """The names in a cell of companions; none where it says "no" or only how many."""
    if is_nothing(text) or read_answer(text).status:
        return ()
    names = (one.strip(" .") for one in _PARTED.split(text))
    return tuple(one for one in names if one and not one.isdigit())
