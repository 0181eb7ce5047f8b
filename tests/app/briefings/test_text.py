"""Setting words in lines: fonts by letter, breaks, the form of Han letters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.briefings import fonts
from app.briefings.runs import Run, name
from app.briefings.text import itemise
from app.briefings.text.layout import Laid, Type, lay, natural_width

BODY = Type(10.5, 14.5)


def logical(laid: Laid) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in laid.lines]


def used(words: str, lang: str = "") -> set[str]:
    laid = lay(Run(words, lang=lang), BODY)
    return {piece.font.face.key for line in laid.lines for piece in line.pieces}


def test_the_quick_way_knows_only_letters_that_inter_has() -> None:
    face = fonts.packaged(fonts.UPRIGHT)
    slanted = fonts.packaged(fonts.ITALIC)
    assert face
    assert slanted
    letters = {code for code in range(0x3000) if itemise.LATIN.fullmatch(chr(code))}
    assert letters <= face.letters & slanted.letters


@pytest.mark.parametrize(
    ("lang", "key"),
    [
        ("ja", "NotoSansJP"),
        ("ja-JP", "NotoSansJP"),
        ("zh", "NotoSansSC"),
        ("zh-Hans-CN", "NotoSansSC"),
        ("zh_TW", "NotoSansTC"),
        ("zh-Hant", "NotoSansTC"),
        ("ko", "NotoSansKR"),
        ("", "NotoSansJP"),
    ],
)
def test_han_letters_take_the_form_of_the_persons_language(lang: str, key: str) -> None:
    assert used("直骨角", lang) == {key}


def test_kana_and_hangul_tell_by_themselves() -> None:
    assert used("直る", "zh") == {"NotoSansJP"}
    assert used("直 한국") == {"NotoSansKR"}


def test_a_comma_after_a_han_name_is_the_houses_own() -> None:
    assert used("葵, x") == {"NotoSansJP", "Inter"}


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("een twee drie", ["een ", "twee ", "drie"]),
        ("nl–ja en/of", ["nl–", "ja ", "en/", "of"]),
        ("10\u00a0uur -5 a--b", ["10\u00a0uur ", "-5 ", "a-", "-b"]),
        ("「田中」葵。", ["「田", "中」", "葵。"]),
        ("a\u200bb", ["a\u200b", "b"]),
        ("regel\n\nnieuw", ["regel", "", "nieuw"]),
    ],
)
def test_where_lines_may_end(words: str, lines: list[str]) -> None:
    pieces = [part for line in words.split("\n") for part in _parts(line)]
    assert pieces == lines


def _parts(line: str) -> list[str]:
    cuts = [0, *sorted(itemise.breaks(line) - {0, len(line)}), len(line)]
    return [line[a:b] for a, b in pairwise(cuts)]


@settings(max_examples=150, deadline=None)
@given(st.text("ab cé-/ 田中。「葵ไทย हिन्दी שלום محمد(2024)", max_size=40), st.integers(20, 200))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(words: str, width: int) -> None:
    laid = lay(words, BODY, width)
    widest = max((piece.width for line in laid.lines for piece in line.pieces), default=0)
    assert laid.width <= max(width, widest if widest > width else 0) + 0.02
    kept = sorted("".join(logical(laid)))
    assert kept == sorted(itemise.clean(words))


@given(st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_set(words: str) -> None:
    lay((words, name(words)), BODY, 60)


def test_an_isolated_name_leaves_its_neighbours_in_order() -> None:
    laid = lay(("met ", name("محمد"), " (2024), zaal"), BODY)
    assert logical(laid) == ["met محمد (2024), zaal"]


def test_an_isolated_name_of_two_words_runs_from_right_to_left() -> None:
    laid = lay((name("محمد العلوي"), ", (15)"), BODY)
    assert logical(laid) == ["العلوي محمد, (15)"]


def test_kerning_counts() -> None:
    assert natural_width("AVAV", BODY) < 4 * natural_width("A", BODY) - 0.5


def test_a_broken_word_is_told() -> None:
    assert lay("Hottentottententen", BODY, 30).broken
    assert not lay("Hotten tot ten", BODY, 40).broken
    assert not lay("กรุงเทพมหานคร", BODY, 30).broken


def test_fonts_that_forbid_embedding_are_left_alone() -> None:
    assert fonts.language_key("fr") == ""
    assert fonts.face_for("\U00013000", "Egyp", "", italic=False) is None
