"""A card that lists what a person should look at; a line leads to what it is about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.core import theme
from ui.core.cards import Card, Scroll, clear, column, row
from ui.core.icons import IconView
from ui.core.labels import Link, Text
from ui.core.language import read, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from app.core.text import Sentence

    Finding = tuple[Sentence | str, str, UUID | None, bool]
    """A sentence, what it is about, the record it concerns, whether it is wrong."""

SHOWN = 30
_AT_ONCE = 6  # so many lines fit in a turn of the event loop with what else is shown
_SIDE, _NARROW_SIDE, _WIDE = 372, 296, 1240


def side_width(tab: QWidget) -> int:
    """How wide the cards beside a tab's table are, in pixels."""
    return theme.px(_SIDE if tab.width() >= theme.px(_WIDE) else _NARROW_SIDE)


class FindingsCard(Card):
    """Lines of (sentence, what it is about, what it concerns or None, whether it is wrong)."""

    def __init__(self, title: str, good: str, go: Callable[[UUID], object]) -> None:
        """`good` is said where there is nothing; `go(record)` shows what a line is about."""
        super().__init__(gap=8)
        self._good = good
        self._go = go
        self._title = title
        self._head = Text(title, "strong")
        self._box = column(gap=6)
        inner = QWidget()
        inner.setLayout(self._box)
        self.add(self._head, Scroll(inner))
        self.setAccessibleName(title)
        self._left: list[Finding] = []
        self._unnamed = 0
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._go_on)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what there is to look at: the first lines now, the others a few at a time."""
        clear(self._box)
        count = len(findings)
        self._head.say(f"{self._title} · {count}" if count else self._title)
        if not findings:
            self._box.addLayout(_line("check", "good", Text(self._good, ink="text2", wrap=True)))
        self._left = list(findings[:SHOWN])
        self._unnamed = max(0, count - SHOWN)
        self._later.start()
        self._go_on()

    def _go_on(self) -> None:
        now, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        for one in now:
            self._box.addLayout(self._told(one))
        if self._left:
            return
        self._later.stop()
        if self._unnamed:
            more = trn("and {n} more", "and {n} more", self._unnamed)
            self._box.addWidget(Text(more, "small", ink="text2"))
        self._box.addStretch(1)

    def _told(self, finding: Finding) -> QHBoxLayout:
        sentence, about, record, wrong = finding
        words = column(gap=0)
        if about and record is not None:
            link = Link(about, role="small_medium")
            link.clicked.connect(partial(self._go, record))
            words.addWidget(link)
        words.addWidget(Text(read(sentence), "small" if about else "body", wrap=True))
        box = QWidget()
        box.setLayout(words)
        ink = "wrong" if wrong else "attention_ink"
        return _line("wrong" if wrong else "attention", ink, box)


def _line(icon: str, ink: str, words: QWidget) -> QHBoxLayout:
    sign = IconView(icon, size=14, ink=ink)
    made = row(sign, words, gap=8)
    made.setStretch(1, 1)
    made.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    return made
