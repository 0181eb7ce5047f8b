"""The ring comes with the keyboard and goes with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from ui.core.cards import column
from ui.core.focus_ring import FocusRing

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def buttons(qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> list[QPushButton]:
    """Two buttons under each other in a window of their own, the first with the focus."""
    made = [QPushButton("one"), QPushButton("two")]
    window = keep(QWidget())
    window.setLayout(column(*made))
    FocusRing(window).setObjectName("ring")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made[0].setFocus()
    return made


def ring(buttons: list[QPushButton]) -> FocusRing:
    """The ring of their window."""
    found = buttons[0].window().findChild(FocusRing)
    assert isinstance(found, FocusRing)
    return found


def test_the_ring_comes_with_tab_and_follows(buttons: list[QPushButton]) -> None:
    first, second = buttons
    assert not ring(buttons).isVisible()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert ring(buttons).isVisible()
    assert ring(buttons).geometry().contains(second.geometry())
    second.move(second.x(), second.y() + 40)
    assert ring(buttons).geometry().contains(second.geometry())
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert ring(buttons).geometry().contains(first.geometry())


def test_the_ring_goes_with_a_click_and_with_its_widget(buttons: list[QPushButton]) -> None:
    first, second = buttons
    QTest.keyClick(first, Qt.Key.Key_Tab)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring(buttons).isVisible()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert ring(buttons).isVisible()
    second.hide()
    assert not (ring(buttons).isVisible() and ring(buttons).geometry().contains(second.geometry()))
