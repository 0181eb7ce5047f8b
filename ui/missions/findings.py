"""A card that lists what a person should look at; a line leads to what it is about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
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

SHOWN = 30
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

    def show_findings(
        self, findings: Sequence[tuple[Sentence | str, str, UUID | None, bool]]
    ) -> None:
        """Show what there is to look at."""
        clear(self._box)
        count = len(findings)
        self._head.say(f"{self._title} · {count}" if count else self._title)
        if not findings:
            self._box.addLayout(_line("check", "good", Text(self._good, ink="text2", wrap=True)))
        for sentence, about, record, wrong in findings[:SHOWN]:
            words = column(gap=0)
            if about and record is not None:
                link = Link(about, role="small_medium")
                link.clicked.connect(partial(self._go, record))
                words.addWidget(link)
            words.addWidget(Text(read(sentence), "small" if about else "body", wrap=True))
            box = QWidget()
            box.setLayout(words)
            ink = "wrong" if wrong else "attention_ink"
            self._box.addLayout(_line("wrong" if wrong else "attention", ink, box))
        if count > SHOWN:
            more = trn("and {n} more", "and {n} more", count - SHOWN)
            self._box.addWidget(Text(more, "small", ink="text2"))
        self._box.addStretch(1)


def _line(icon: str, ink: str, words: QWidget) -> QHBoxLayout:
    sign = IconView(icon, size=14, ink=ink)
    made = row(sign, words, gap=8)
    made.setStretch(1, 1)
    made.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    return made
