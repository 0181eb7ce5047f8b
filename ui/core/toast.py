"""What just happened, in the status bar, with Undo beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.core.cards import row
from ui.core.icons import IconView
from ui.core.labels import Link, Text

if TYPE_CHECKING:
    from collections.abc import Callable

STAYS_MS = 12_000
PROBLEM_STAYS_MS = 30_000


class Toast(QWidget):
    """One sentence and at most one action; it fades from view by itself, or is replaced."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = IconView("wrong", size=14, ink="wrong")
        self._words = Text("", "chip", elide=True)
        self._action = Link("", role="chip_strong")
        self._do: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._action.clicked.connect(self._pressed)
        self.setLayout(row(None, self._sign, self._words, self._action, gap=12))
        self.clear()

    def say(self, sentence: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Tell what happened; `action` is the word of a link that calls `do`."""
        self._show(sentence, STAYS_MS, ink="text", action=action, do=do)

    def complain(
        self, sentence: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Tell what went wrong; it stays longer and carries a sign."""
        self._show(sentence, PROBLEM_STAYS_MS, ink="wrong", action=action, do=do)

    def _show(
        self, sentence: str, stays: int, *, ink: str, action: str, do: Callable[[], object] | None
    ) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # many kinds: not before a paint

        self._sign.setVisible(ink == "wrong")
        self._words.say(sentence, ink)
        self._words.updateGeometry()
        self._do = do
        self._action.setText(action)
        self._action.setAccessibleName(f"{action}: {sentence}")
        self._action.restyle()
        self._action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._timer.start(stays)

    def words(self) -> str:
        """The sentence shown, "" where there is none."""
        return self._words.words()

    def clear(self) -> None:
        """Show nothing."""
        self._words.say("")
        self._sign.hide()
        self._action.hide()
        self._do = None
        self._timer.stop()

    def _pressed(self) -> None:
        do = self._do
        self.clear()
        if do is not None:
            do()
