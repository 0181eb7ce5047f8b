"""Cutting text into stretches of one script and one font, and finding where a line may break."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from app.briefings import fonts

if TYPE_CHECKING:
    from collections.abc import Iterator

LATIN = re.compile(
    "[\x20-\x7e\u00a0-\u00ac\u00ae-\u0148\u014a-\u01c3\u01c5-\u024f"
    "\u1ea0-\u1ef9\u2010\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2032\u2033\u20ac]*"
)
"""Text of these letters alone is Inter from left to right: no need to look at each letter."""
_TOKEN = re.compile(r" +|[^ ]+?(?:(?<=[^\W_])[-\u2010\u2013\u2014/](?=[^ ])|(?<=\u200b)| +|$)")
_UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u2066-\u2069\u202a-\u202e]")
_ODD_SPACES = re.compile("[\t\u2000-\u2006\u2008-\u200a\u205f]")
_CJK = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_NOT_FIRST = frozenset(
    "、。，．・：；？！ー”’）］｝〕〉》」』】〙〗〟»ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻‐–〜゠…‥"
    ",.:;?!)]}%·／％°"
)
_NOT_LAST = frozenset("（［｛〔〈《「『【〘〖〝“‘«([{£￥＄€")
_NO_SPACES = frozenset(("Thai", "Laoo", "Khmr", "Mymr"))


class Item(NamedTuple):
    """A stretch of text for one font; `start` is its place in the whole."""

    start: int
    text: str
    script: str
    face: fonts.Face | None


def clean(text: str) -> str:
    """Composed (NFC), without control letters; odd spaces become spaces."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = _ODD_SPACES.sub(" ", unicodedata.normalize("NFC", text))
    return _UNPRINTED.sub("", text)


def tokens(text: str) -> list[str]:
    """Words with the spaces after them, hyphenated words in parts: each may end a line."""
    return _TOKEN.findall(text)


def breaks(text: str) -> set[int]:
    """The places before which a new line may begin."""
    found = {match.end() for match in _TOKEN.finditer(text)}
    if _CJK.search(text):
        for i in range(1, len(text)):
            if _cjk_break(text[i - 1], text[i]):
                found.add(i)
    return found


def _cjk_break(before: str, after: str) -> bool:
    """Between ideographs and kana, with the letters that begin or end no line (kinsoku)."""
    if not (_ideographic(before) or _ideographic(after)):
        return False
    if before in _NOT_LAST or after in _NOT_FIRST or after == " ":
        return False
    return before not in "\u00a0\u2060" and after not in "\u00a0\u2060"


@lru_cache(maxsize=4096)
def _ideographic(letter: str) -> bool:
    hangul = "\uac00" <= letter <= "\ud7a3" or "\u1100" <= letter <= "\u11ff"
    return unicodedata.east_asian_width(letter) in "WF" and not hangul


def clusters(text: str) -> Iterator[str]:
    """Grapheme clusters: a letter with its marks; conjuncts stay whole."""
    start = 0
    for i in range(1, len(text)):
        if not _joins(text[i - 1], text[i]):
            yield text[start:i]
            start = i
    if text:
        yield text[start:]


@lru_cache(maxsize=8192)
def _joins(before: str, letter: str) -> bool:
    if letter in "\u200c\u200d" or before == "\u200d":
        return True
    if unicodedata.category(letter) in ("Mn", "Mc", "Me") or "\U0001f3fb" <= letter <= "\U0001f3ff":
        return True
    if unicodedata.combining(before) == 9:  # a virama binds the next consonant
        return unicodedata.category(letter) == "Lo"
    return "\u1100" <= before <= "\u11ff" and "\u1160" <= letter <= "\u11ff"


@lru_cache(maxsize=8192)
def _script(cluster: str, before: str) -> str:
    """The ISO 15924 script of a cluster; shared signs follow what stands before."""
    from fontTools import unicodedata as scripts

    own: str = scripts.script(cluster[0])
    if own not in ("Zyyy", "Zinh"):
        return own
    shared = scripts.script_extension(cluster[0])
    if shared & {"Zyyy", "Zinh"}:
        wide = unicodedata.east_asian_width(cluster[0]) in "WF"
        return (before if before in fonts.CJK else "Hani") if wide else "Zyyy"
    if before in shared:
        return before
    known = sorted(shared & {"Arab", "Deva", "Hani", "Thai", "Beng", "Mymr"})
    found: str = known[0] if known else min(shared)
    return found


def items(text: str, lang: str, *, italic: bool) -> Iterator[Item]:
    """Stretches of one script and one font, in logical order."""
    han = _han(text, lang)
    start, place, script, before = 0, 0, "", ""
    face: fonts.Face | None = None
    for cluster in clusters(text):
        own = _script(cluster, before)
        found, own_script = fonts.face_for(cluster, own, han, italic=italic), own
        if cluster == " " and face and face.has(cluster):
            found, own_script = face, script  # a space between two words of one script
        if place > start and (found is not face or _differs(script, own_script)):
            yield Item(start, text[start:place], script, face)
            start, script = place, own_script
        elif script in ("", "Zyyy"):
            script = own_script
        face = found
        before = own if own != "Zyyy" else before
        place += len(cluster)
    if place > start:
        yield Item(start, text[start:], script, face)


def _differs(script: str, other: str) -> bool:
    common = ("", "Zyyy")
    return script != other and script not in common and other not in common


def _han(text: str, lang: str) -> str:
    """The language that chooses the form of Han letters; kana and hangul tell by themselves."""
    if any("\u3040" <= letter <= "\u30ff" for letter in text):
        return "ja"
    if any("\uac00" <= letter <= "\ud7a3" for letter in text):
        return "ko"
    return fonts.language_key(lang)


def breaks_anywhere(script: str) -> bool:
    """Scripts without spaces, for which the house has no dictionary."""
    return script in _NO_SPACES
