"""The saved views as chips in one line; what does not fit stands in a menu at its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QSizePolicy, QWidget

from ui.core import theme
from ui.core.buttons import Chip
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QResizeEvent

GAP = 8


class ViewBar(QWidget):
    """Chips of which one is chosen. `chosen(key)`, `wanted(verb, key)` from a chip's menu, with the
    verbs of `VERBS`; `added()` for a new view.
    """

    chosen = Signal(str)
    wanted = Signal(str, str)
    added = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], current: str = "") -> None:
        super().__init__()
        self.setAccessibleName(tr("Views"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._chips: dict[str, Chip] = {}
        self._hidden: list[str] = []
        self.more = Chip(tr("More…"), checkable=False)
        self.more.setAccessibleName(tr("More views"))
        self.plus = Chip("+", checkable=False)
        self.plus.setAccessibleName(tr("New view"))
        self.plus.setToolTip(tr("New view"))
        for chip in (self.more, self.plus):
            chip.setParent(self)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.clicked.connect(self._drop)
        self.plus.clicked.connect(self.added)
        self.editable = False
        theme.changed.connect(self._fit)
        self.offer(choices, current)

    def offer(self, choices: Sequence[tuple[str, str]], current: str = "") -> None:
        """Show these views (key and words); the chosen one stays where it is still there."""
        wanted = current or self.current()
        if [key for key, _words in choices] != list(self._chips):
            for gone in self._chips.values():
                self._group.removeButton(gone)
                gone.hide()
                gone.deleteLater()
            self._chips = {key: self._made(words) for key, words in choices}
        for key, words in choices:
            self._chips[key].setAccessibleName(words.rsplit(" · ", 1)[0])
            if self._chips[key].text() != words:
                self._chips[key].setText(words)
                self._chips[key].restyle()
        chosen = self._chips.get(wanted) or next(iter(self._chips.values()), None)
        if chosen is not None:
            chosen.setChecked(True)
        self._fit()

    def _made(self, words: str) -> Chip:
        chip = Chip(words)
        chip.setParent(self)
        self._group.addButton(chip)
        return chip

    def current(self) -> str:
        """The key of the chosen view, "" where there is none."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose without telling anybody."""
        if key in self._chips:
            self._chips[key].setChecked(True)
            self._fit()

    def _clicked(self) -> None:
        self._fit()
        self.chosen.emit(self.current())

    # One line, and a menu

    def _fit(self) -> None:
        gap, room = theme.px(GAP), self.width()
        widths = {key: chip.sizeHint().width() for key, chip in self._chips.items()}
        whole = sum(widths.values()) + gap * len(widths) + self.plus.sizeHint().width()
        ends = self.plus.sizeHint().width() + gap
        if whole > room:
            ends += self.more.sizeHint().width() + gap
        shown = self._shown(widths, room - ends)
        self._hidden = [key for key in self._chips if key not in shown]
        x = 0
        for key, chip in self._chips.items():
            chip.setVisible(key in shown)
            if key in shown:
                chip.setGeometry(QRect(QPoint(x, 0), chip.sizeHint()))
                x += widths[key] + gap
        self.more.setVisible(bool(self._hidden))
        if self._hidden:
            self.more.setGeometry(QRect(QPoint(x, 0), self.more.sizeHint()))
            x += self.more.sizeHint().width() + gap
        self.plus.setGeometry(QRect(QPoint(x, 0), self.plus.sizeHint()))

    def _shown(self, widths: dict[str, int], room: int) -> set[str]:
        """The chosen chip and as many of the first as there is room for."""
        gap, current = theme.px(GAP), self.current()
        left = room - widths.get(current, 0) - gap
        shown = {current} & set(widths)
        for key, width in widths.items():
            if key == current:
                continue
            left -= width + gap
            if left < -gap:
                break
            shown.add(key)
        return shown

    def _drop(self) -> None:
        menu = QMenu(self)
        for key in self._hidden:
            entry = menu.addAction(self._chips[key].text())
            entry.triggered.connect(partial(self._pick, key))
        menu.exec(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    # A chip's own menu

    def menu_of(self, key: str) -> QMenu:
        """What can be done to a view."""
        menu = QMenu(self)
        for verb, words in (
            ("edit", tr("Edit this view…")),
            ("duplicate", tr("Duplicate")),
            ("", ""),
            ("first", tr("Move to the front")),
            ("left", tr("Move left")),
            ("right", tr("Move right")),
            ("", ""),
            ("remove", tr("Remove this view")),
        ):
            if verb:
                menu.addAction(words).triggered.connect(partial(self.wanted.emit, verb, key))
            else:
                menu.addSeparator()
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The menu of the chip under the pointer, or of the one with the keyboard."""
        under = self.childAt(event.pos())
        key = next((key for key, chip in self._chips.items() if chip is under), self.current())
        if key and self.editable:
            self.menu_of(key).exec(event.globalPos())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line of chips."""
        widths = [chip.sizeHint().width() for chip in (*self._chips.values(), self.plus)]
        return QSize(sum(widths) + theme.px(GAP) * len(widths), theme.px(26))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One chip and the menu."""
        return QSize(theme.px(240), theme.px(26))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show what fits."""
        super().resizeEvent(event)
        self._fit()
