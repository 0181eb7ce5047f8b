"""Findings in words, one under the other: a sign, the sentence, and a click that leads there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.dossiers.rules.findings import Severity
from ui.core.cards import clear, column, row
from ui.core.icons import IconView
from ui.core.labels import Text
from ui.core.language import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

SHOWN, _AT_ONCE = 30, 6
"""So many lines are shown at most; so many fit in a turn of the event loop."""
SIGNS = {
    Severity.WRONG: ("wrong", "wrong"),
    Severity.ATTENTION: ("attention", "attention_ink"),
    Severity.NOTE: ("info", "text2"),
}
"""Icon and ink of a severity."""


def severity_words(severity: Severity) -> str:
    """What a sign says to those who do not see it."""
    return {
        Severity.WRONG: tr("Wrong"),
        Severity.ATTENTION: tr("To look at"),
        Severity.NOTE: tr("Note"),
    }[severity]


class FindingLine(QFrame):
    """A sentence with its sign; pressed where it leads somewhere."""

    pressed = Signal()

    def __init__(self, severity: Severity, words: str, *, head: str = "", leads: bool) -> None:
        """`head` says in two words what it is about."""
        super().__init__()
        icon, ink = SIGNS[severity]
        sign = IconView(icon, size=16, ink=ink)
        self.setObjectName("FindingLine")
        self.setAccessibleName(f"{severity_words(severity)}: {words}")
        said = Text(words, wrap=True)
        told = column(Text(head, "small", ink="text2"), said, gap=1) if head else column(said)
        line = row(sign, told, gap=8)
        line.setStretch(1, 1)
        line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        line.setContentsMargins(4, 4, 4, 4)
        self.setLayout(line)
        self._leads = leads
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click leads there."""
        super().mouseReleaseEvent(event)
        if self._leads and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """So do Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Let the focus ring be drawn."""
        super().focusInEvent(event)
        self.update()


class FindingList(QWidget):
    """Lines under each other, the first `SHOWN` of them; told anew only where they differ from
    those shown. They come a few at a time.
    """

    def __init__(self) -> None:
        super().__init__()
        self._box = column(gap=4)
        self.setLayout(self._box)
        self._shown: list[tuple[object, ...]] = []
        self._left: list[tuple[Severity, str, str, object]] = []
        self._unnamed = 0
        self._press: Callable[[object], object] | None = None
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._go_on)

    def show_lines(
        self,
        lines: Sequence[tuple[Severity, str, str, object]],
        press: Callable[[object], object] | None = None,
    ) -> None:
        """Show (severity, head, sentence, where it leads); `press` is told the last of these."""
        wanted = [tuple(one) for one in lines]
        if wanted == self._shown:
            return
        self._shown = list(wanted)
        clear(self._box)
        self._left, self._press = list(lines[:SHOWN]), press
        self._unnamed = max(0, len(lines) - SHOWN)
        self._later.start()
        self._go_on()

    def _go_on(self) -> None:
        now, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        for severity, head, words, target in now:
            leads = self._press is not None and target is not None
            line = FindingLine(severity, words, head=head, leads=leads)
            if self._press is not None and target is not None:
                line.pressed.connect(partial(self._press, target))
            self._box.addWidget(line)
        if self._left:
            return
        self._later.stop()
        if self._unnamed:
            more = trn("and {n} more", "and {n} more", self._unnamed)
            self._box.addWidget(Text(more, "small", ink="text2"))

    def lines(self) -> list[FindingLine]:
        """The lines shown."""
        found = (self._box.itemAt(n) for n in range(self._box.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [one for one in widgets if isinstance(one, FindingLine)]
