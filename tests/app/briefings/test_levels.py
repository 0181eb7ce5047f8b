"""Direction of letters, checked against python-bidi, which knows no bracket rule."""

from __future__ import annotations

import pytest
from bidi.algorithm import (
    explicit_embed_and_overrides,
    get_embedding_levels,
    get_empty_storage,
    resolve_implicit_levels,
    resolve_neutral_types,
    resolve_weak_types,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from app.briefings.text import levels

LETTERS = "abAZ אבشم123٣٤ ,.:/+-%€$\u0301\u064b!?&\u00a0"


def peer_levels(text: str, base: int) -> list[int]:
    storage = get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, ("L", "R")[base]
    get_embedding_levels(text, storage)
    explicit_embed_and_overrides(storage)
    resolve_weak_types(storage)
    resolve_neutral_types(storage, debug=False)
    resolve_implicit_levels(storage, debug=False)
    return [letter["level"] for letter in storage["chars"]]


@settings(max_examples=400, deadline=None)
@given(st.text(LETTERS, min_size=1, max_size=24), st.sampled_from([0, 1]))
def test_levels_are_those_of_a_peer(text: str, base: int) -> None:
    end = len(text.rstrip(" \u00a0"))  # spaces at the end: the peer leaves them to the line
    assert levels.levels(text, base)[:end] == peer_levels(text, base)[:end]


def shown(text: str, base: int = 0) -> str:
    found = levels.levels(text, base)

    class Letter:
        def __init__(self, place: int) -> None:
            self.level, self.text = found[place], text[place]

    pieces = [Letter(place) for place in range(len(text))]
    return "".join(
        levels.mirror(p.text) if p.level & 1 else p.text for p in levels.visual_order(pieces)
    )


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("a אבג b", "a גבא b"),
        ("אב 12 גד", "דג 12 בא"),
        ("a (אב) b", "a (בא) b"),
        ("a אב (גד) b", "a (דג) בא b"),
        ("met שלום (2024), zaal", "met (2024) םולש, zaal"),
    ],
)
def test_brackets_and_numbers_stand_as_a_reader_expects(typed: str, seen: str) -> None:
    assert shown(typed) == seen


@given(st.text(max_size=30), st.sampled_from([0, 1]))
def test_any_text_has_a_level_for_each_letter(text: str, base: int) -> None:
    found = levels.levels(text, base)
    assert len(found) == len(text)
    assert all(base <= level <= base + 2 for level in found)


def test_latin_needs_no_levels() -> None:
    assert not levels.needs_levels("Nguyễn Łódź 金沢 Ελλάδα हिन्दी")
    assert levels.needs_levels("(שלום)")
