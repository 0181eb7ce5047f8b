"""By which list of precedence the guests stand, and a way to choose another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.core.buttons import QUIET, Button
from ui.core.cards import row
from ui.core.labels import Text
from ui.core.language import read, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.contacts.queries import PrecedenceListRow


class OrderLine(QWidget):
    """`chosen(list id or None)` when another list is wanted, `shown(list id)` to look at it."""

    chosen = Signal(object)
    shown = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._now: PrecedenceListRow | None = None
        self._lists: tuple[PrecedenceListRow, ...] = ()
        self.words = Text("", "small", ink="text2", elide=True)
        self._menu = QMenu(self)
        self._button = Button(tr("Another list"), QUIET, menu=self._menu)
        line = row(self.words, self._button, gap=8)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_list(self, now: PrecedenceListRow) -> None:
        """Say by which list, of when, on whose word."""
        self._now = now
        self.words.say(tr("Order: {list}", list=read(now.told)))
        self._fill()

    def offer(self, lists: Sequence[PrecedenceListRow]) -> None:
        """The lists to choose from."""
        self._lists = tuple(lists)
        self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        self._button.setVisible(bool(self._lists))
        for one in self._lists:
            words = read(one.name)
            if one.usual:
                words = tr("{name} (usual)", name=words)
            entry = self._menu.addAction(words)
            entry.setCheckable(True)
            entry.setChecked(self._now is not None and one.id == self._now.id)
            entry.triggered.connect(partial(self._choose, one))
        self._menu.addSeparator()
        if self._now is not None:
            show = partial(self.shown.emit, self._now.id)
            self._menu.addAction(tr("Look at this list…"), show)

    def _choose(self, one: PrecedenceListRow, *_: object) -> None:
        self.chosen.emit(None if one.usual else one.id)
