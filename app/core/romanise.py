"""Any script in Latin letters: for finding and comparing names, never for showing them.

Cyrillic and Greek by our own tables, which follow how names are usually written in passports
(ICAO 9303 and ELOT 743, without their diacritics); every other script by anyascii.
"""

from __future__ import annotations

from functools import lru_cache

from app.core.fold import fold

_CYRILLIC = dict(
    zip(
        "абвгґдѓђежзѕиійјкќлљмнњопрстћуўфхцчџшщъыьэє",
        "a b v g g d g d e zh z z i i y j k k l l m n n o p r s t c u u f kh ts ch dj sh shch"
        " - y - e ie".replace("-", "").split(" "),
        strict=True,
    )
)
_SOFT = {"ю": ("yu", "iu"), "я": ("ya", "ia"), "ё": ("e", "e"), "ї": ("yi", "i")}
_VOWELS = frozenset("аеёиіоуўыэюяєї")
_GREEK_PAIRS = {
    "ου": "ou", "αι": "ai", "ει": "i", "οι": "i", "υι": "i", "αυ": "av", "ευ": "ev", "ηυ": "iv",
    "μπ": "b", "ντ": "nt", "γκ": "g", "γγ": "ng", "γξ": "nx", "γχ": "nch", "τζ": "tz", "τσ": "ts",
}  # fmt: skip
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "t",
            "y",
            "f",
            "ch",
            "ps",
            "o",
        ],
        strict=True,
    )
)
_CYRILLIC_BLOCK = ("\u0400", "\u052f")
_GREEK_BLOCK = ("\u0370", "\u03ff")
_ABJADS = (("\u0590", "\u074f"), ("\u0780", "\u07bf"), ("\u08a0", "\u08ff"))
"""Hebrew, Arabic, Syriac and Thaana: vowels are mostly left out."""


def romanise(text: str) -> str:
    """Folded text in Latin letters; spaces and punctuation stay."""
    folded = fold(text)
    return folded if folded.isascii() else _romanised(folded)


@lru_cache(maxsize=65_536)
def _romanised(folded: str) -> str:
    if _within(folded, *_CYRILLIC_BLOCK):
        folded = "".join(_cyrillic(folded))
    if _within(folded, *_GREEK_BLOCK):
        folded = "".join(_greek(folded))
    if folded.isascii():
        return folded
    from anyascii import anyascii  # read only where a name needs it

    return anyascii(folded).lower().replace("`", "'")


def is_abjad(text: str) -> bool:
    """Whether text is in a script that leaves out vowels."""
    return any(low <= letter <= high for letter in text for low, high in _ABJADS)


def _within(text: str, low: str, high: str) -> bool:
    return any(low <= letter <= high for letter in text)


def _cyrillic(text: str) -> list[str]:
    """Soft vowels are "yu" at the beginning and after vowels, "iu" after consonants."""
    made, before = [], ""
    for letter in text:
        if letter in _SOFT:
            made.append(_SOFT[letter][before.isalpha() and before not in _VOWELS])
        else:
            made.append(_CYRILLIC.get(letter, letter))
        before = letter
    return made


def _greek(text: str) -> list[str]:
    made, at = [], 0
    while at < len(text):
        pair = text[at : at + 2]
        if pair in _GREEK_PAIRS:
            begins = at == 0 or not text[at - 1].isalpha()
            made.append("d" if pair == "ντ" and begins else _GREEK_PAIRS[pair])
            at += 2
        else:
            letter = "σ" if pair[:1] == "ς" else pair[:1]
            made.append(_GREEK.get(letter, letter))
            at += 1
    return made
