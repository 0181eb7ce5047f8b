"""The words of a name as they sound: what makes Шкарлет, Shkarlet and Chkarlet one.

A word keeps its spelling in Latin letters, a spelling levelled over the usual ways of writing the
same sounds (sch, sh, sz; kh, h; w, v; ou, oo, u), its consonants, and its consonants roughly, for
scripts that tell b from p or r from l differently. Which ways are usual is our own list, from the
passport and library romanisations of the scripts named in `app.core.romanise`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from app.contacts.rules.reference import words_of_kind
from app.core.fold import fold
from app.core.romanise import is_abjad, romanise

_TITLES = frozenset(words_of_kind("title"))
"""Never a name."""
_MAYBE_TITLES = frozenset(words_of_kind("perhaps_title"))
"""A title where at least two words are left without it."""
_PARTICLES = frozenset(words_of_kind("particle"))
_SERVANT = frozenset({"abd", "abdul", "abdel", "abdal", "abdu", "abdoul", "abdol", "abdur"})
_ARTICLES = frozenset({"al", "el", "ul", "ur", "ar", "as", "ad", "an", "az", "ol"})
_SERVANT_IN_ONE = re.compile(r"^abd(?:[aeiou]{1,2})(?:([lrsdnz])(?=\1)|l(?=[^aeiou]))?(?=..)")
_PATRONYMIC = re.compile(r"(?:[oe]v|v|'|y|i)(?:ich|ych|ic|na)$|(?:ovna|evna|avna|yivna|ivna)$")

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*", re.UNICODE)
_ASIDE = re.compile(r"[(\[]([^)\]]*)[)\]]")
_COMBINING = re.compile(r"[\u0300-\u036f\u200b-\u200f]")
_APOSTROPHE = re.compile(r"['’ʼ`´\"]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_NOT_LETTER = re.compile(r"[^a-z]+")

_LEVELS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"^(?:ye|je|ie)", "e"),
        (r"^y(?=[aou])", "j"),
        (r"^i(?=[aou])", "j"),
        (r"shch|stch|schtsch|szcz", "s"),
        (r"tsch|tch|tsh", "c"),
        (r"sch|sh|sz", "s"),
        (r"dzh|dsch|dj|dz", "j"),
        (r"zh", "z"),
        (r"ch|cz|ts|tz", "c"),
        (r"kh|gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"bh", "b"),
        (r"ck|q", "k"),
        (r"c(?=[aou])|c(?=[lrtk])", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"h$|(?<=[aeiou])h(?=[bcdfgjklmnpqrstvz])", ""),
        (r"h", "g"),
        (r"eu(?=[^aeiou]|$)", "o"),
        (r"ou|oo|ue", "u"),
        (r"oe", "o"),
        (r"ae", "a"),
        (r"[yj](?=[^aeiou]|$)|(?<=.)y", "i"),
        (r"(?<=[aeiou])[ij](?=[aeiou])", ""),
        (r"(?<=[^aeiou])[ij](?=[aou])", ""),
        (r"ei|ai|ea|ee", "e"),
        (r"ie", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWEL = re.compile(r"[aeiouy]")
_ROUGH = str.maketrans("bdgzjvlqw", "ptkscfrkf")
_BREATH = re.compile(r"(?<![bcdgjkpstz])h")
_TWICE = re.compile(r"(.)\1+")
_WEAK = re.compile(r"[aeiouyjvw]")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word of a name, made once for each spelling.

    `weight` says how much it tells (a particle little); `script` is "latin", "abjad", "han" or
    "other"; `signs` are the Chinese characters.
    """

    text: str
    level: str
    bones: str
    rough: str
    weight: float
    script: str
    signs: str = ""

    @property
    def initial(self) -> bool:
        """Whether only the first letter is known."""
        return len(self.text) == 1


SON = frozenset({"bin", "ibn", "ben", "bint", "binti"})
"""Whose child somebody is: what stands before and after is no order of writing."""
PARTICLE, ASIDE, FATHER, INITIAL, FULL = 0.12, 0.1, 0.45, 0.5, 1.0


@lru_cache(maxsize=131_072)
def words_of(name: str) -> tuple[Word, ...]:
    """The words of a name, titles left out, in the order written."""
    aside = " ".join(_ASIDE.findall(name))
    bare = _ASIDE.sub(" ", name) if aside else name
    found = _words(_COMBINING.sub("", bare), 1.0)
    if aside:
        found += _words(aside, ASIDE)
    return tuple(found)


def _words(text: str, share: float) -> list[Word]:
    tokens = [(token, _latin(token)) for token in _tokens(text)]
    named = [pair for pair in tokens if pair[1] and pair[1] not in _TITLES] or tokens
    sure = [pair for pair in named if pair[1] not in _MAYBE_TITLES]
    kept = sure if len(sure) > 1 else named
    made: list[Word] = []
    pending = ""
    for token, latin in kept:
        if pending and latin in _ARTICLES:
            continue
        if not pending and (latin in _SERVANT or fold(token) == "عبد"):
            pending = latin
            continue
        if pending:
            latin, pending = "abd" + _without_article(token, latin), ""
        if latin:
            made.append(_word(token, latin, share))
    if pending:
        made.append(_word(pending, pending, share))
    return made


def _tokens(text: str) -> list[str]:
    if text.isascii():
        return _WORD.findall(text)
    return [token for token in re.split(r"[\s\-‐‑–.,;:/·・=•&+]+", text) if token]


def _latin(token: str) -> str:
    return _NOT_LETTER.sub("", _APOSTROPHE.sub("", romanise(token)))


def _without_article(token: str, latin: str) -> str:
    """عبد الرحمن: the article of a name in Arabic letters falls away."""
    return latin[1:] if fold(token).startswith("ال") and len(latin) > 2 else latin


def _word(token: str, latin: str, share: float) -> Word:
    if _HAN.search(token):
        return replace(_known(latin, False, True, share), script="han", signs=token)  # noqa: FBT003 - as below
    return _known(latin, is_abjad(token), not fold(token).isascii(), share)


@lru_cache(maxsize=131_072)
def _known(latin: str, abjad: bool, foreign: bool, share: float) -> Word:  # noqa: FBT001 - a cache's key
    if abjad and latin.startswith("l") and len(latin) > 3:
        latin = latin[1:]
    plain = _SERVANT_IN_ONE.sub("abd", latin)
    level = levelled(plain)
    bones = level[:1] + _VOWEL.sub("", level[1:]) if level[:1] not in "aeiou" else _bones(level)
    rough = _WEAK.sub("", levelled(_BREATH.sub("", plain))).translate(_ROUGH)
    rough = _TWICE.sub(r"\1", rough)
    script = "abjad" if abjad else "other" if foreign else "latin"
    return Word(plain, level, bones, rough, _weight(latin) * share, script)


def _bones(level: str) -> str:
    return "a" + _VOWEL.sub("", level)


def _weight(latin: str) -> float:
    if latin in _PARTICLES:
        return PARTICLE
    if len(latin) == 1:
        return INITIAL
    return FATHER if _PATRONYMIC.search(latin) and len(latin) > 6 else FULL


@lru_cache(maxsize=131_072)
def levelled(latin: str) -> str:
    """A word in Latin letters, with one spelling for each sound."""
    for pattern, instead in _LEVELS:
        latin = pattern.sub(instead, latin)
    return latin
