"""How likely a word is as writing: letters side by side, per language.

The figures of `resources/reference/letters.csv` were counted over the names of countries,
languages, currencies and towns that Unicode CLDR gives in each language: per 100,000 letters, how
often a letter outside ASCII occurs, and how often it stands beside another.
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).parents[2] / "resources" / "reference" / "letters.csv"
_COUNTED = re.compile(r"(\D+)(\d+)")
_ASCII = -3.0
_STRANGE_LETTER = -13.0
_FOREIGN_LETTER = -11.0
_SYMBOL = -15.0
_CONTROL = -20.0
_MID_WORD_CAPITAL = -6.0
_MIXED_SCRIPTS = -8.0
_TYPOGRAPHIC = dict.fromkeys("‘“”„–—…«»°º·€§№‚", -11.0) | {"’": -6.0, "–": -8.0, "\xa0": -9.0}


class Letters(NamedTuple):
    """Logarithms of how often single letters, and pairs with the letter before or after, occur."""

    single: dict[str, float]
    pairs: dict[str, float]


@lru_cache
def _models() -> dict[str, Letters]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {
            row["language"]: _model(row["letters"], row["pairs"]) for row in csv.DictReader(file)
        }


def _model(letters: str, pairs: str) -> Letters:
    """Chances among the letters outside ASCII, so that Italian, which has few, is not put last."""
    counted = _counts(letters)
    whole = sum(counted.values())
    return Letters(
        {letter: math.log(count / whole) for letter, count in counted.items()},
        {pair: math.log(count / whole) for pair, count in _counts(pairs).items()},
    )


def _counts(text: str) -> dict[str, int]:
    found = (_COUNTED.fullmatch(part) for part in text.split(" "))
    return {match[1].replace("_", " "): int(match[2]) for match in found if match is not None}


def likelihood(word: str, language: str) -> float:
    """A logarithm: the higher, the likelier the word is writing in the language."""
    if language in _EAST_ASIAN:
        return _east_asian_word(word, language)
    model = _models()[language]
    total = 0.0
    before = " "
    for letter, after in zip(word, word[1:] + " ", strict=True):
        if letter.isascii():
            total += _ASCII if letter >= " " else _CONTROL
        else:
            total += _letter(letter, before, after, model)
        before = letter
    return total


def _letter(letter: str, before: str, after: str, model: Letters) -> float:
    if not letter.isalpha():
        return _not_a_letter(letter, model)
    low = letter.lower()
    single = model.single.get(low)
    if single is None:
        chance = _FOREIGN_LETTER if low in _everywhere() else _STRANGE_LETTER
    else:
        left = model.pairs.get(_edge(before) + low, single - 5.0)
        right = model.pairs.get(low + _edge(after), single - 5.0)
        chance = max(-11.0, (left + right + single) / 3)
    if (low != letter and before.islower()) or (
        low == letter and before.isupper() and after.isupper()
    ):
        chance += _MID_WORD_CAPITAL
    if single is None or not letter.isascii():
        chance += _mixing(letter, before, after)
    return chance


def _edge(neighbour: str) -> str:
    return neighbour.lower() if neighbour.isalpha() else " "


def _not_a_letter(letter: str, model: Letters) -> float:
    if letter in model.single:
        return max(-9.0, model.single[letter])
    if letter in _TYPOGRAPHIC:
        return _TYPOGRAPHIC[letter]
    return _CONTROL if unicodedata.category(letter) in ("Cc", "Co", "Cn") else _SYMBOL


def _mixing(letter: str, before: str, after: str) -> float:
    own = _script(letter)
    mixed = sum(other.isalpha() and _script(other) != own for other in (before, after))
    return _MIXED_SCRIPTS * mixed


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split(" ", 1)[0]


@lru_cache
def _everywhere() -> frozenset[str]:
    """Latin letters that some language of the table uses."""
    return frozenset(
        letter for model in _models().values() for letter in model.single if letter < "\u0250"
    )


_EAST_ASIAN = {"ja": "cp932", "zh": "gb2312", "zh-Hant": "big5", "ko": "euc_kr"}


def _east_asian_word(word: str, language: str) -> float:
    """Latin letters do not stand inside a word of ideographs or hangul."""
    total = 0.0
    before = " "
    for letter in word:
        total += _east_asian(letter, language)
        if letter.isascii() != before.isascii() and letter.isalpha() and before.isalpha():
            total += _MIXED_SCRIPTS
        before = letter
    return total


@lru_cache(maxsize=20_000)
def _east_asian(letter: str, language: str) -> float:
    """Common characters stand in the first half of each national standard, rare ones behind."""
    if letter.isascii():
        return _ASCII if letter >= " " else _CONTROL
    if "\uff61" <= letter <= "\uff9f":  # half-width katakana: each any byte from A1 to DF
        return -8.0
    if "\u3040" <= letter <= "\u30ff":
        return -4.5 if language == "ja" else -11.0
    if "\uac00" <= letter <= "\ud7a3":
        return _hangul(letter) if language == "ko" else -20.0
    return _ideograph(letter, language)


def _hangul(letter: str) -> float:
    """The 2,350 syllables of the national standard are common; others are seldom written."""
    lead, trail = letter.encode("cp949")
    return -6.5 if 0xB0 <= lead <= 0xC8 and trail >= 0xA1 else -17.0


def _ideograph(letter: str, language: str) -> float:
    if letter in "、。・「」（）：；！？～　《》〈〉“”・ー":
        return -8.0
    if not "\u4e00" <= letter <= "\u9fff":
        return _SYMBOL
    try:
        lead = letter.encode(_EAST_ASIAN[language])[0]
    except UnicodeEncodeError:
        return -17.0
    common = {
        "ja": lead <= 0x97,
        "zh": lead <= 0xD7,
        "zh-Hant": lead <= 0xC6,
        "ko": False,
    }[language]
    return -7.5 if common else -12.0
