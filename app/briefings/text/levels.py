"""Which way each letter runs: the Unicode Bidirectional Algorithm (UAX #9).

Explicit embeddings and overrides are not honoured (nobody types them in a name); isolates are
made by the caller, who gives U+FFFC in the place of an isolated name and asks for the name itself
apart. Rules W1-W7, N0-N2, I1-I2 and L1 stand here, L2 in `visual_order`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Protocol, TypeVar

OBJECT = "\ufffc"
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_IGNORED = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF"))
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
_SPACES = frozenset(("WS", "LRI", "RLI", "FSI", "PDI", *_IGNORED))
_SAME_BRACKET = {"\u2329": "\u3008", "\u232a": "\u3009"}  # canonically equivalent pairs


def needs_levels(text: str) -> bool:
    """Whether anything in the text may run from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def base_level(text: str) -> int:
    """0 or 1 by the first strong letter (P2, P3); 0 where there is none."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
    return 0


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each letter; odd levels run from right to left."""
    given = [unicodedata.bidirectional(letter) or "L" for letter in text]
    places = [i for i, kind in enumerate(given) if kind not in _IGNORED]
    kinds = [given[i] for i in places]
    edge = "R" if base & 1 else "L"
    _weak(kinds, edge)
    _brackets([text[i] for i in places], [given[i] for i in places], kinds, edge)
    _neutral(kinds, edge)
    found = [base] * len(text)
    for place, kind in zip(places, kinds, strict=True):
        found[place] = _implicit(kind, base)
    _carry_over_ignored(given, found, base)
    _reset_spaces(given, found, base)
    return found


@lru_cache(maxsize=256)
def mirror(letter: str) -> str:
    """The letter that looks the other way (a closing bracket for an opening one)."""
    if not unicodedata.mirrored(letter):
        return letter
    from fontTools.unicodedata import mirrored

    return chr(mirrored(ord(letter)) or ord(letter))


def _weak(kinds: list[str], edge: str) -> None:
    _marks_and_numbers(kinds, edge)
    _separators(kinds)
    _terminators(kinds)
    strong = edge
    for i, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind in ("ES", "ET", "CS"):  # W6
            kinds[i] = "ON"
        elif kind == "EN" and strong == "L":  # W7
            kinds[i] = "L"


def _marks_and_numbers(kinds: list[str], edge: str) -> None:
    """W1, W2, W3."""
    before, strong = edge, edge
    for i, kind in enumerate(kinds):
        now = kind
        if now == "NSM":
            now = "ON" if before in ("LRI", "RLI", "FSI", "PDI") else before
        if now in ("L", "R", "AL"):
            strong = now
        elif now == "EN" and strong == "AL":
            now = "AN"
        kinds[i] = now
        before = now
    for i, kind in enumerate(kinds):
        if kind == "AL":
            kinds[i] = "R"


def _separators(kinds: list[str]) -> None:
    """W4: one separator between two numbers of one kind."""
    for i in range(1, len(kinds) - 1):
        before, after = kinds[i - 1], kinds[i + 1]
        if before != after:
            continue
        if (kinds[i] == "ES" and before == "EN") or (kinds[i] == "CS" and before in ("EN", "AN")):
            kinds[i] = before


def _terminators(kinds: list[str]) -> None:
    """W5: signs such as % and € beside a number belong to it."""
    i = 0
    while i < len(kinds):
        if kinds[i] != "ET":
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if "EN" in (kinds[i - 1] if i else "", kinds[end] if end < len(kinds) else ""):
            kinds[i:end] = ["EN"] * (end - i)
        i = end


def _pairs(letters: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    """BD16: which bracket closes which."""
    waiting: list[tuple[str, int]] = []
    found = []
    for i, (raw, kind) in enumerate(zip(letters, kinds, strict=True)):
        if kind != "ON":
            continue
        letter = _SAME_BRACKET.get(raw, raw)
        category = unicodedata.category(letter)
        if category == "Ps" and (closing := mirror(letter)) != letter:
            waiting.append((_SAME_BRACKET.get(closing, closing), i))
        elif category == "Pe":
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == letter:
                    found.append((waiting[depth][1], i))
                    del waiting[depth:]
                    break
    return sorted(found)


def _brackets(letters: list[str], given: list[str], kinds: list[str], edge: str) -> None:
    """N0: a pair takes the direction of what it holds, or of what stands before it."""
    for start, end in _pairs(letters, kinds):
        inside = {_strong(kind) for kind in kinds[start + 1 : end]} - {""}
        if edge in inside:
            side = edge
        elif inside:
            before = next((s for k in reversed(kinds[:start]) if (s := _strong(k))), edge)
            side = before if before in inside else edge
        else:
            continue
        for place in (start, end):
            kinds[place] = side
            follower = place + 1
            while follower < len(kinds) and given[follower] == "NSM":
                kinds[follower] = side
                follower += 1


def _strong(kind: str) -> str:
    """For neutrals, numbers count as right to left."""
    if kind == "L":
        return "L"
    return "R" if kind in ("R", "EN", "AN") else ""


def _neutral(kinds: list[str], edge: str) -> None:
    """N1 and N2."""
    i = 0
    while i < len(kinds):
        if kinds[i] not in _NEUTRAL:
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        before = _strong(kinds[i - 1]) if i else edge
        after = _strong(kinds[end]) if end < len(kinds) else edge
        kinds[i:end] = [before if before == after else edge] * (end - i)
        i = end


def _implicit(kind: str, base: int) -> int:
    """I1 and I2."""
    if base & 1:
        return base + (kind in ("L", "EN", "AN"))
    return base + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _carry_over_ignored(given: list[str], found: list[int], base: int) -> None:
    before = base
    for i, kind in enumerate(given):
        if kind in _IGNORED:
            found[i] = before
        before = found[i]


def _reset_spaces(given: list[str], found: list[int], base: int) -> None:
    """L1: separators, and the spaces before them and at the end, follow the paragraph."""
    trailing = True
    for i in range(len(given) - 1, -1, -1):
        if given[i] in ("S", "B"):
            trailing = True
            found[i] = base
        elif given[i] in _SPACES:
            if trailing:
                found[i] = base
        else:
            trailing = False


class Levelled(Protocol):
    """Anything that knows its level."""

    level: int


T = TypeVar("T", bound=Levelled)


def visual_order(pieces: list[T]) -> list[T]:
    """L2: the pieces of one line from left to right."""
    if not any(piece.level for piece in pieces):
        return pieces
    order = list(pieces)
    found = [piece.level for piece in pieces]
    lowest = min((level for level in found if level & 1), default=max(found) + 1)
    for level in range(max(found), lowest - 1, -1):
        i = 0
        while i < len(order):
            if order[i].level < level:
                i += 1
                continue
            end = i
            while end < len(order) and order[end].level >= level:
                end += 1
            order[i:end] = reversed(order[i:end])
            i = end
    return order
