"""The look: contrast, live switches, text up to 200 %, nothing that harms Python."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from app.core.text import Language
from ui.core import icons, language, theme
from ui.core.icons import ICONS, IconView
from ui.core.labels import Pill, Text, initials
from ui.core.tokens import DARK, LIGHT, TONES
from ui.gallery import scenes

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

Keep = Callable[[Any], Any]
SCENES = {one.name: one for one in scenes()}


def luminance(colour: str) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    asked = QColor(colour)
    r, g, b = (part(v) for v in (asked.redF(), asked.greenF(), asked.blueF()))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(ink: str, ground: str) -> float:
    high, low = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


PAIRS = [
    *((ink, ground) for ink in ("text", "text2") for ground in
      ("background", "surface", "rail", "selection", "hover")),
    ("accent", "surface"), ("accent", "background"), ("accent", "accent_soft"),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("wrong", "surface"),
    ("wrong", "background"), ("attention_ink", "surface"), ("attention_ink", "background"),
    *TONES.values(),
]  # fmt: skip


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_words_stand_out_from_their_ground(tokens: dict[str, str], pair: tuple[str, str]) -> None:
    assert contrast(tokens[pair[0]], tokens[pair[1]]) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_editors_are_seen(tokens: dict[str, str]) -> None:
    assert contrast(tokens["strong_line"], tokens["surface"]) >= 3.0


def test_both_themes_have_the_same_tokens() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_a_switch_of_theme_counts_at_once(keep: Keep) -> None:
    words = keep(Text("Contacts", ink="accent"))
    theme.apply(dark=True)
    assert words.palette().windowText().color() == QColor(DARK["accent"])
    assert theme.palette().window().color() == QColor(DARK["background"])
    theme.apply(dark=False, scale=2.0)
    assert words.font().pixelSize() == 26
    theme.apply(scale=9.0)
    assert theme.scale() == 2.0


def test_nothing_outlives_its_window() -> None:
    before = None
    for _ in range(3):
        widget = SCENES["widgets"].make()
        widget.deleteLater()
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        del widget
        gc.collect()
        alive = sum(isinstance(thing, QWidget) for thing in gc.get_objects())
        assert before is None or alive <= before
        before = alive
    theme.apply(dark=True)  # raises where something deleted still listens


def test_none_is_not_worn_out_by_void_calls(keep: Keep) -> None:
    """PySide6 6.12 takes a reference off None at each void call; 6.11 must stay."""
    label = keep(QLabel())
    label.setText("warm")
    before = sys.getrefcount(None)
    for number in range(200):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 50


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_draws_in_the_colour_asked(path: Path, keep: Keep) -> None:
    view = keep(IconView(path.stem, size=96, ink="wrong"))
    drawn = view.grab().toImage()
    colours = {drawn.pixelColor(x, y).name() for x in range(96) for y in range(96)}
    assert len(colours) > 1
    if path.stem != "belfry":
        assert QColor(LIGHT["wrong"]).name() in colours
        assert 'stroke-width="1.75"' in path.read_text(encoding="utf-8")
    assert not icons.icon(path.stem).pixmap(16, 16).isNull()


def test_a_pill_says_its_word_to_readers(keep: Keep) -> None:
    pill = keep(Pill("Accepted", "good"))
    assert pill.accessibleName() == "Accepted"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Tanaka, Aoi", "AT"),
        ("Mia Vermeulen", "MV"),
        ("", ""),
        ("葵", "葵"),
        ("Ó Briain, Siobhán", "SB"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def clipped(widget: QWidget) -> list[str]:
    """Labels and buttons in sight that have less room than their words need."""
    found = []
    for label in widget.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            if label.height() + 1 < max(needed, label.fontMetrics().height()):
                found.append(label.text())
    for button in widget.findChildren(QAbstractButton):
        if button.isVisible() and button.objectName() != "qt_toolbar_ext_button":
            least = min(button.minimumSizeHint().height(), button.sizeHint().height())
            if button.height() < least:
                found.append(button.text() or button.accessibleName())
    return found


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", sorted(SCENES))
def test_nothing_is_clipped(name: str, scale: float, keep: Keep, qtbot: QtBot) -> None:
    theme.apply(scale=scale)
    one = SCENES[name]
    widget = keep(one.make())
    widget.resize(max(one.width, 1000), max(one.height, 700))
    widget.show()

    def whole() -> None:  # what a worker answers meanwhile is laid out a turn later
        assert clipped(widget) == []

    qtbot.waitUntil(whole)
    assert widget.width() <= max(one.width, 1000), "the window keeps its size"


@pytest.mark.parametrize("name", sorted(SCENES))
def test_everything_the_keyboard_reaches_has_a_name(name: str, keep: Keep) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAccessible

    widget = keep(SCENES[name].make())
    widget.show()
    for part in widget.findChildren(QWidget):
        tabbed = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        inner = part.objectName().startswith("qt_") or isinstance(part.parent(), QLineEdit)
        if tabbed and part.isVisible() and not inner:
            told = QAccessible.queryAccessibleInterface(part)
            assert told.text(QAccessible.Text.Name), part


def test_a_switch_of_language_counts_at_once() -> None:
    assert language.number(1284) == "1,284"
    language.set_language(Language.NL)
    assert language.number(1284) == "1.284"
    assert language.day("2024-03-06", "weekday") in ("wo 6 mrt 2024", "wo 6 mrt. 2024")
    language.set_language(Language.FR)
    assert language.day("2024-03-06", "full") == "mercredi 6 mars 2024"
