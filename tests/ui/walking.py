"""Somebody at the desk who goes through a whole life of a dossier, and a watch over each step."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu

from tests.ui.fakes import Beat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from uuid import UUID

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.core.table import Table
    from ui.main_window import MainWindow

STEP = 0.100  # seconds
LONG = 10_000  # ms


class Walk:
    """Clicks and keys in a window; `longest` is how long it stood still, by step, in seconds."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.longest: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure what is done inside."""
        beat = Beat()
        try:
            yield
        finally:
            beat.stop()
            self.longest[name] = beat.longest

    def slow(self) -> dict[str, str]:
        """The steps that held the window too long."""
        return {
            name: f"{taken * 1000:.0f} ms" for name, taken in self.longest.items() if taken > STEP
        }

    def until(self, done: Callable[[], object]) -> None:
        """Wait for the office's answer."""
        self.qtbot.waitUntil(lambda: bool(done()), timeout=LONG)

    def select(self, table: Table, ids: Iterable[UUID]) -> None:
        """Select rows, as with Ctrl and clicks."""
        model, chosen = table.rows, QItemSelection()
        for one in ids:
            index = model.index(model.place_of(one), 0)
            chosen.select(index, index)
        how = QItemSelectionModel.SelectionFlag
        table.selectionModel().select(chosen, how.ClearAndSelect | how.Rows)

    def come_forward(self) -> None:
        """Be the window that has the keyboard."""

        def in_front() -> bool:
            self.window.activateWindow()
            return self.window.isActiveWindow()

        self.until(in_front)

    def press(
        self, part: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key on the rows that are selected."""
        self.come_forward()
        self.until(lambda: part.hasFocus() or part.setFocus())
        QTest.keyClick(part, key, held)

    def keys(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys in the window, wherever in it the focus is."""
        self.come_forward()
        QTest.keyClick(self.window, key, held)

    def click(self, part: QWidget, words: str) -> None:
        """Click the button that says so; where several do, the first one that is seen."""
        found: list[QAbstractButton] = []

        def there() -> bool:
            found[:] = [
                one
                for one in part.findChildren(QAbstractButton)
                if one.text() == words and one.isVisible() and one.isEnabled()
            ]
            return bool(found)

        self.until(there)
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def choose(self, table: Table, *words: str) -> None:
        """Take what the menu of the current row says, menu in menu."""
        menu = QMenu(table)
        assert table.menu_maker is not None
        table.menu_maker(menu)
        pick(menu, *words)
        menu.deleteLater()


def pick(menu: QMenu, *words: str) -> None:
    """Trigger an entry of a menu, menu in menu."""
    entry: QAction | None = None
    for word in words:
        entry = next(one for one in menu.actions() if one.text() == word)
        inner = entry.menu()
        if isinstance(inner, QMenu):
            menu = inner
    assert entry is not None
    entry.trigger()
