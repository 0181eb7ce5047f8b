"""How alike two names are, from 0 to 1, and why. Pure, and quick enough for millions of pairs.

The words of one name are laid beside those of the other, whatever their order. What is missing on
one side (a second given name, a patronymic, a particle) costs little; what stands against something
else costs much. From 0.9 on two names are very likely one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, JaroWinkler

from app.contacts.rules.sounds import FATHER, SON, Word, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

VERY_LIKELY = 0.9
_PAIRED = 0.62
_TELLS = 0.4
"""The weight from which a word tells one person from another."""
_SOUNDS_ALIKE = 0.95
_INITIAL_FITS = 0.86
_OTHER_CHILD = 0.7
"""Ahmad bin Hasan is not Hasan bin Ahmad."""


@dataclass(frozen=True, slots=True)
class NameLikeness:
    """How alike two names are; the flags say in which way they differ."""

    score: float
    same: bool = False
    swapped: bool = False
    initials: bool = False
    missing: bool = False
    spelling: bool = False
    script: bool = False


UNLIKE = NameLikeness(0.0)
SAME = NameLikeness(1.0, same=True)


def name_likeness(one: str, two: str) -> NameLikeness:
    """Two whole names, in any script and order."""
    if one == two:
        return SAME if one.strip() else UNLIKE
    return words_likeness(words_of(one), words_of(two))


@lru_cache(maxsize=65_536)
def words_likeness(one: tuple[Word, ...], two: tuple[Word, ...]) -> NameLikeness:
    """Two names as words."""
    if not one or not two:
        return UNLIKE
    if one == two:
        return SAME
    found = _laid(one, two)
    whole = _joined_likeness(one, two)
    if whole > found.score:
        return NameLikeness(whole, spelling=True, swapped=found.swapped, script=found.script)
    return found


def _laid(one: Sequence[Word], two: Sequence[Word]) -> NameLikeness:
    pairs = _pairs(one, two)
    good = weight = 0.0
    full = 0
    for at, to, alike in pairs:
        share = min(one[at].weight, two[to].weight)
        weight += share
        good += share * _steep(alike)
        full += share >= FATHER and not (one[at].initial or two[to].initial)
    left_one = _left(one, {at for at, _to, _alike in pairs})
    left_two = _left(two, {to for _at, to, _alike in pairs})
    against, missing = min(left_one, left_two), abs(left_one - left_two)
    if not weight:
        return UNLIKE
    score = good / (weight + 1.3 * against + 0.07 * missing)
    initials = any(one[at].initial != two[to].initial for at, to, _ in pairs)
    score = min(score, _ceiling(full, missing + against, initials=initials))
    swapped = [to for _at, to, _ in sorted(pairs)] != sorted(to for _at, to, _ in pairs)
    if swapped and _child_of(one) and _child_of(two):
        score *= _OTHER_CHILD
    return NameLikeness(
        score,
        swapped=swapped,
        initials=initials,
        missing=missing >= _TELLS,
        spelling=any(alike < 1.0 for _at, _to, alike in pairs),
        script=any(one[at].script != two[to].script for at, to, _ in pairs),
    )


def _child_of(words: Sequence[Word]) -> bool:
    return any(word.text in SON for word in words)


def _ceiling(full: int, missing: float, *, initials: bool) -> float:
    """One word in common is a hint, two are a name."""
    if full >= 2:
        return 1.0
    if full == 1 and initials:
        return 0.86
    return 1.0 if missing < _TELLS and full else 0.72


def _left(words: Sequence[Word], used: set[int]) -> float:
    return sum(word.weight for at, word in enumerate(words) if at not in used)


def _pairs(one: Sequence[Word], two: Sequence[Word]) -> list[tuple[int, int, float]]:
    """The best laying side by side: most alike first, each word once."""
    found = sorted(
        (
            (-_word_likeness(a, b), abs(at - to), at, to)
            for at, a in enumerate(one)
            for to, b in enumerate(two)
        ),
    )
    used_one: set[int] = set()
    used_two: set[int] = set()
    pairs: list[tuple[int, int, float]] = []
    for alike, _far, at, to in found:
        if -alike < _PAIRED:
            break
        if at not in used_one and to not in used_two:
            used_one.add(at)
            used_two.add(to)
            pairs.append((at, to, -alike))
    return pairs


def _steep(alike: float) -> float:
    """From how alike two words look to how much that says."""
    return max(0.0, (alike - 0.52) / 0.48) if alike < 1 else 1.0


@lru_cache(maxsize=262_144)
def _word_likeness(one: Word, two: Word) -> float:
    if one.signs and two.signs:
        return OSA.normalized_similarity(one.signs, two.signs)
    if one.text == two.text:
        return 1.0
    if one.initial or two.initial:
        fits = one.text[0] == two.text[0] or one.level[:1] == two.level[:1]
        return _INITIAL_FITS if fits else 0.0
    if "abjad" in (one.script, two.script):
        return _by_bones(one, two)
    looks = _looks(one.text, two.text)
    sounds = _SOUNDS_ALIKE * _looks(one.level, two.level)
    if one.bones == two.bones and len(one.bones) > 2:
        sounds = max(sounds, 0.9)
    if one.script != two.script or one.script == "other":
        sounds = max(sounds, _by_bones(one, two) if len(one.rough) > 1 else 0.0)
    return max(looks, sounds)


def _by_bones(one: Word, two: Word) -> float:
    if len(one.rough) < 2 or len(two.rough) < 2:
        return 0.7 if one.rough == two.rough else 0.0
    return 0.95 * _looks(one.rough, two.rough)


def _looks(one: str, two: str) -> float:
    return 0.5 * (
        OSA.normalized_similarity(one, two) + JaroWinkler.similarity(one, two, prefix_weight=0.1)
    )


def _joined_likeness(one: Sequence[Word], two: Sequence[Word]) -> float:
    """Names whose words are parted elsewhere: Prem Bahadur, Prembahadur."""
    if len(one) == len(two):
        return 0.0
    first = "".join(word.level for word in one)
    second = "".join(word.level for word in two)
    if min(len(first), len(second)) < 6:
        return 0.0
    alike = OSA.normalized_similarity(first, second, score_cutoff=0.85)
    return alike - 0.06 if alike else 0.0
