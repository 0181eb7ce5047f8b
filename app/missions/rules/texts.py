"""The texts of a booklet, and which language of them a reader gets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.text import N_, Language, Sentence, plain, say

if TYPE_CHECKING:
    from collections.abc import Mapping


class Part(StrEnum):
    """What a text is; facts are those of a destination, the others of the mission itself."""

    FOREWORD = "foreword"
    PRACTICAL = "practical"
    EMERGENCY = "emergency"
    FACTS = "facts"


OF_MISSION = (Part.FOREWORD, Part.PRACTICAL, Part.EMERGENCY)
_LABELS = {
    Part.FOREWORD: N_("Foreword"),
    Part.PRACTICAL: N_("Practical notes"),
    Part.EMERGENCY: N_("In case of emergency"),
    Part.FACTS: N_("About {city}"),
}


def part_label(part: str, city: str = "") -> Sentence:
    """The heading of a text; a code no longer known as it is."""
    if part not in set(Part):
        return plain(part)
    label = _LABELS[Part(part)]
    return say(label, city=city) if part == Part.FACTS else say(label)


@dataclass(frozen=True, slots=True)
class Told:
    """Words for a reader; `instead` is the language they are in where it is not the reader's."""

    words: str = ""
    instead: Language | None = None


def told_in(words: Mapping[Language, str], language: Language, own: Language) -> Told:
    """The words in a language, else in the office's own, and which that is."""
    wanted = words.get(language, "").strip()
    if wanted:
        return Told(wanted)
    other = words.get(own, "").strip()
    return Told(other, own) if other else Told()


def lacking(words: Mapping[Language, str]) -> tuple[Language, ...]:
    """The languages a text is not in, where it is in one at all."""
    if not any(said.strip() for said in words.values()):
        return ()
    return tuple(one for one in Language if not words.get(one, "").strip())
