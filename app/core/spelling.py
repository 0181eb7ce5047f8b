"""Other ways a word of a search may be written: Mueller for Müller, МЮЛЛЕР, Petya for Petia.

The record keeps one spelling (and, in another script, its letters in Latin); what people type is
spread over the others here, so that the index stays small.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.core.romanise import romanise

MOST = 6
SHORT = 3
"""Words of so few letters begin too many names to be spread."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_SWAPS = (
    ("iu", "u"),
    ("iu", "yu"),
    ("ia", "ya"),
    ("yu", "iu"),
    ("ya", "ia"),
    ("yu", "ju"),
    ("ya", "ja"),
)
_BROAD = re.compile(r"[aou]")


@lru_cache(maxsize=4_096)
def other_spellings(term: str, typed: str = "") -> tuple[str, ...]:
    """A folded word first, then other spellings of it; `typed` is the word before folding."""
    latin = romanise(term)
    found = [term]
    if not term.isascii():
        found.append(re.sub(r"[^a-z0-9]", "", latin))
    elif typed:
        found.append(romanise(typed.lower().translate(_UMLAUTS)))
    if len(latin) > SHORT:
        found += [latin.replace(one, other) for one, other in _SWAPS if one in latin]
        found.append(re.sub(r"([aou])e", r"\1", latin))
        found += _with_e(latin)
    plain = (one for one in found if one == term or (one.isalnum() and one.isascii()))
    return tuple(dict.fromkeys(plain))[: MOST + 1]


def _with_e(latin: str) -> list[str]:
    """Muller may be written Mueller: an e after one of the broad vowels."""
    return [
        latin[: found.end()] + "e" + latin[found.end() :]
        for found in _BROAD.finditer(latin)
        if not latin.startswith("e", found.end())
    ][:2]


def latin_words(folded: str) -> str:
    """The words of a name in another script in Latin letters, where its sounds are written.

    Chinese signs and scripts without vowels tell no sounds, and are left out.
    """
    return " ".join(_latin(word) for word in folded.split() if _tells_sounds(word))


def _latin(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", romanise(word))


def _tells_sounds(word: str) -> bool:
    return not word.isascii() and _SILENT.search(word) is None


_SILENT = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u0590-\u08ff]")
