"""Labels and cards: the sheets add up, and nothing runs off a cell."""

from __future__ import annotations

import pytest

from app.briefings.blocks import Card, CardLine, Cards, Run, SheetName
from app.briefings.sheets import SHEETS, Sheet
from app.briefings.theme import A4, MM
from tests.app.briefings.reading import letter_boxes, pages_text, printed, text

LONG = "Prinses Maria-Theresia von Hohenzollern-Sigmaringen-Wittgenstein"
CARDS = (
    Card(
        (
            "H.E. Ms Aoi Tanaka",
            CardLine(Run("田中 葵", lang="ja"), "second"),
            "Ambassadeur van Japan",
        )
    ),
    Card((LONG, "Buitengewoon en gevolmachtigd ambassadeur bij het Koninkrijk België")),
    Card(("Donaudampfschifffahrtsgesellschaftskapitänswitwenvereinsvorsitzende", "Gent")),
    Card(("Nguyễn Thị Ánh Tuyết",), band="Stad Voorbeeld"),
    Card(("السيد محمد العلوي", "Consul-generaal van Marokko")),
)


@pytest.mark.parametrize("sheet", SheetName)
def test_nothing_runs_off_its_cell(sheet: SheetName) -> None:
    grid = SHEETS[sheet]
    for card in CARDS:
        data = printed(Cards(sheet, (card,), start=2)).data
        x, y = (part * MM for part in grid.corner(1))
        right, foot = x + grid.width * MM, y + grid.height * MM
        for _, left, bottom, end, top in letter_boxes(data):
            assert left >= x
            assert end <= right
            assert A4[1] - top >= y
            assert A4[1] - bottom <= foot


@pytest.mark.parametrize("sheet", SheetName)
def test_cells_fill_the_sheet_and_go_on_to_the_next(sheet: SheetName) -> None:
    grid = SHEETS[sheet]
    cards = tuple(Card((f"Gast {i}",)) for i in range(grid.cells))
    assert printed(Cards(sheet, cards)).pages == 1
    pages = pages_text(printed(Cards(sheet, cards, start=2)).data)
    assert len(pages) == 2
    assert "Gast 0" in pages[0]
    assert f"Gast {grid.cells - 1}" in pages[1]


def test_a_sheet_that_is_not_a4_is_refused() -> None:
    with pytest.raises(ValueError, match="A4"):
        Sheet(3, 7, 63.5, 38.1, 7.25, 15.15, 2.0)


def test_a_sheet_of_cards_has_no_header_and_is_not_scaled() -> None:
    made = printed(Cards(SheetName.L7160, CARDS), header="Stad Voorbeeld", footer="Versie 1")
    assert "Versie" not in text(made.data)
    assert b"/PrintScaling /None" in made.data


def test_a_card_that_cannot_hold_its_words_is_told_with_millimetres() -> None:
    made = printed(Cards(SheetName.L7160, (Card(("woord " * 400,), where="guest 9, Anna"),)))
    (warning,) = map(str, made.warnings)
    assert "guest 9, Anna" in warning
    assert " mm " in warning


def test_a_shift_moves_the_cards_for_a_printer_that_pulls_askew() -> None:
    plain = next(iter(letter_boxes(printed(Cards(SheetName.L7163, CARDS)).data)))
    moved = printed(Cards(SheetName.L7163, CARDS, shift=(2.0, -1.0))).data
    shifted = next(iter(letter_boxes(moved)))
    assert shifted[1] - plain[1] == pytest.approx(2 * MM, abs=0.1)
    assert shifted[4] - plain[4] == pytest.approx(1 * MM, abs=0.1)


def test_a_tent_says_the_name_on_both_sides() -> None:
    data = printed(Cards(SheetName.TENT, (Card(("Aoi Tanaka",)),))).data
    assert sum(letter == "k" for letter, *_ in letter_boxes(data)) == 2
