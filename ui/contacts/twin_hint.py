"""Under the name being typed: who of the office looks like it. Says it quietly, stops nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.contacts.twins import TwinTold, told_twins
from ui.core import theme
from ui.core.cards import clear, column, row
from ui.core.icons import IconView
from ui.core.labels import Link, Text
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtCore import QObject

    from ui.core.jobs import Jobs

RESTS_MS = 350
Answer: TypeAlias = "Callable[[Sequence[TwinTold]], None]"
Looker: TypeAlias = "Callable[[object, Answer], object]"
"""Asks the office who looks like a draft."""


def nobody(draft: object, answer: Answer) -> None:
    """A looker that finds nobody."""
    del draft
    answer(())


class TwinHint(QWidget):
    """Signals `opened(kind, id)` when somebody wants to see a twin."""

    opened = Signal(str, object)

    def __init__(self, make: Callable[[], object]) -> None:
        """`make` gives the draft as typed so far."""
        super().__init__()
        self.look: Looker = nobody
        self.told: tuple[TwinTold, ...] = ()
        self._make = make
        self._asked: object = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS_MS)
        self._rest.timeout.connect(self._ask)
        self._box = column(gap=2)
        self.setLayout(self._box)
        self.setAccessibleName(tr("Perhaps known already"))
        self.hide()

    def typed(self) -> None:
        """Something changed: look once the typing rests."""
        self._rest.start()

    def _ask(self) -> None:
        draft = self._make()
        if draft != self._asked:
            self._asked = draft
            self.look(draft, self.show_twins)

    def show_twins(self, found: Sequence[TwinTold]) -> None:
        """Name them, each with a way to look at it."""
        self.told = tuple(found)
        clear(self._box)
        for one in self.told:
            words = Text(
                tr("Looks like {twin}", twin=one.words), "small", ink="attention_ink", elide=True
            )
            words.setToolTip(one.why)
            link = Link(tr("Open"), role="small_medium")
            link.setAccessibleName(tr("Open {name}", name=one.words))
            link.setToolTip(one.why)
            link.clicked.connect(lambda _=False, one=one: self.opened.emit(one.kind, one.id))
            sign = IconView("duplicate", size=14, ink="attention_ink")
            line = row(sign, words, link, gap=6)
            line.setStretch(1, 1)
            self._box.addLayout(line)
        self.setVisible(bool(self.told))
        self.setMinimumHeight(theme.px(20) * len(self.told))


def twin_looker(jobs: Jobs, owner: QObject, but: UUID | None = None) -> Looker:
    """Asks the office, off the window's thread; only the latest question is answered."""

    def look(draft: object, answer: Answer) -> None:
        jobs.ask(told_twins, draft, but, then=answer, owner=owner, channel="twins")

    return look
