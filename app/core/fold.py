"""Letters folded for searching, sorting and comparing names.

Case, accents and look-alikes fall away: Jürgen, JURGEN and jurgen are one. Variants of Arabic
letters and the Cyrillic ё are levelled; each Chinese or Japanese character becomes a word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPECIAL = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i",
        "þ": "th", "ŋ": "n", "ħ": "h", "ŧ": "t", "ĸ": "k", "ə": "e",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": "",
        "ё": "е", "ς": "σ",
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'",
    }
)  # fmt: skip
_CJK = re.compile(r"([\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff])")
_NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Lower case, without accents and variants; spaces and punctuation stay as typed."""
    if text.isascii():
        return text.lower()
    return _folded(text)


@lru_cache(maxsize=65_536)
def _folded(text: str) -> str:
    folded = text.casefold().translate(_SPECIAL)
    decomposed = unicodedata.normalize("NFKD", folded).casefold()
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.translate(_SPECIAL)


def words(text: str) -> str:
    """Folded words parted by one space, each CJK character a word of its own."""
    folded = fold(text)
    if not folded.isascii():
        folded = _CJK.sub(r" \1 ", folded)
    parted = " ".join(folded.split())
    return parted if parted.replace(" ", "").isalnum() else _NOT_WORD.sub(" ", parted).strip()


@lru_cache(maxsize=65_536)
def sort_key(family: str, given: str = "") -> str:
    """The key names are ordered by: letters only, family name before given name."""
    return f"{_letters(family)}\x01{_letters(given)}"


def _letters(text: str) -> str:
    folded = fold(text)
    return folded if folded.isalnum() else _NOT_WORD.sub("", folded)
