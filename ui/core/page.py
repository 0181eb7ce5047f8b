"""What every page is: it says which tables it reads, and paints itself anew when they change.

A page reads its words with `tr` while it is built. When the language changes the frame builds it
again and hands over `state()`, so a page keeps there what people chose: filter, selection, tab.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.core import theme
from ui.core.cards import row
from ui.core.labels import Link, Text
from ui.core.pane import Pane
from ui.core.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QHBoxLayout

    from ui.core.jobs import Changes, Jobs
    from ui.core.window_state import Json, WindowState

LIST_LEAST = 620  # what a list needs beside its pane, at 100 %


def _nowhere(page: str, record: UUID | None = None) -> None:
    del page, record


def _silent(*words: object) -> None:
    del words


@dataclass(frozen=True, slots=True)
class Desk:
    """What the frame lends a page. `go(page, id)` opens a page, or a record on it."""

    jobs: Jobs
    state: WindowState
    go: Callable[..., None] = field(default=_nowhere)
    say: Callable[..., None] = field(default=_silent)
    complain: Callable[[Exception], None] = field(default=_silent)


class Page(QWidget):
    """Base of the pages; `refresh` asks the office and shows what it answers."""

    tables: ClassVar[frozenset[str]] = frozenset()
    titled = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.handlers: dict[str, Callable[[], object]] = {}
        self._stale = True
        self._title = ""
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        desk.jobs.changed.connect(self._changed)
        theme.changed.connect(self.restyle)

    # For pages to fill in

    def refresh(self) -> None:
        """Ask for what is shown, and show it."""

    def show_record(self, record: UUID) -> None:
        """Bring a record before the person."""

    def state(self) -> dict[str, Json]:
        """What to keep when the page is built anew."""
        return {}

    def restore(self, kept: dict[str, Json]) -> None:
        """Take back what `state` gave."""

    def restyle(self) -> None:
        """Take the present theme; painted widgets follow by themselves."""

    # For pages to use

    def on(self, action: str, do: Callable[[], object]) -> None:
        """Say what an action of `ui.actions` does on this page."""
        self.handlers[action] = do

    def title(self) -> str:
        """What the page is called, for the window's title."""
        return self._title

    def set_title(self, words: str) -> None:
        """Name the page."""
        self._title = words
        self.setAccessibleName(words)
        self.titled.emit(words)

    def stale(self) -> bool:
        """Whether it must refresh before it is looked at."""
        return self._stale

    def mark_stale(self) -> None:
        """Refresh now where visible, else when next looked at."""
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _changed(self, changes: Changes) -> None:
        if self.tables & changes.tables:
            self.mark_stale()

    def _refresh(self) -> None:
        self._stale = False
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Refresh what went stale while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._refresh()


class ListPage(Page):
    """A page with a head (title, remark, buttons at its right) over a body, and perhaps a pane.

    `set_pane` puts a detail pane at the right edge. Where there is no room for it, it folds:
    `open_pane()` (on Enter in the list) then shows it in place of the list, with a way back.
    """

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk)
        self.heading = Text(title, "title", elide=True)
        self.remark = Text("", "small", ink="text2", elide=True)
        self.buttons: QHBoxLayout = row(gap=8)
        head = row(self.heading, self.remark, None, self.buttons, gap=8)
        head.setStretch(1, 1)
        self._left = QWidget()
        self.body = QVBoxLayout(self._left)
        self.body.addLayout(head)
        self.pane: Pane | None = None
        outer = row(self._left, gap=0)
        outer.setStretch(0, 1)
        self.setLayout(outer)
        self.set_title(title)
        self.restyle()

    def restyle(self) -> None:
        """Margins grow with the text."""
        self.body.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        self.body.setSpacing(theme.px(12))
        self._fold()

    def set_pane(self, inner: QWidget, *, name: str, width: int = 362) -> Pane:
        """Put a detail pane at the right; `inner` scrolls in it."""
        pane = Pane(inner, back_to=self.title(), name=name, width=width)
        pane.left.connect(self.close_pane)
        box = self.layout()
        if box is not None:
            box.addWidget(pane)
        self.pane = pane
        self._fold()
        return pane

    def pane_is_folded(self) -> bool:
        """Whether there is no room for list and pane together."""
        return self.pane is not None and self.width() < theme.px(LIST_LEAST) + self.pane.wanted()

    def open_pane(self) -> None:
        """Bring the pane before the person, where it is folded."""
        if self.pane is not None and self.pane_is_folded():
            self._left.hide()
            self.pane.fill(whole=True)
            self.pane.show()
            self.pane.setFocus()

    def close_pane(self) -> None:
        """Back to the list."""
        if self.pane is not None:
            self.pane.hide()  # never both at once: the window would grow to hold them
        self._left.show()
        self._fold()

    def _fold(self) -> None:
        if self.pane is None or self._left.isHidden():
            return
        folded = self.pane_is_folded()
        self.pane.setVisible(not folded)
        if not folded:
            self.pane.fill(whole=False)
        box = self.layout()
        if box is not None:
            box.activate()  # at once, or the pane is seen where it was for a moment

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold or unfold the pane."""
        super().resizeEvent(event)
        if self.pane is not None and self._left.isHidden() and not self.pane_is_folded():
            self._left.show()
        self._fold()


class DossierPage(ListPage):
    """A dossier that fills the page: back link, head, lines of facts, tabs, and the tab's widget.

    Put what belongs above the tabs into `facts` (a layout), and add tabs with `add_tab`; each is
    made when it is first looked at.
    """

    left = Signal()

    def __init__(self, desk: Desk, back_to: str, title: str = "") -> None:
        super().__init__(desk, title)
        self._back = Link(f"‹ {back_to}", role="small_medium", ink="text2")
        self._back.setAccessibleName(back_to)
        self._back.clicked.connect(self.left)
        self.body.insertWidget(0, self._back)
        self.facts = QVBoxLayout()
        self.body.addLayout(self.facts)
        self.tabs = Tabs([])
        self.tabs.chosen.connect(self._show_tab)
        self.body.addWidget(self.tabs)
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}

    def add_tab(self, key: str, words: str, make: Callable[[], QWidget]) -> None:
        """A tab and the function that makes what it shows."""
        self._makers[key] = make
        self.tabs.setTabData(self.tabs.addTab(words), key)
        if len(self._makers) == 1:
            self._show_tab(key)

    def tab(self, key: str) -> QWidget:
        """What a tab shows; made now where nobody looked yet."""
        if key not in self._made:
            made = self._makers[key]()
            self._made[key] = made
            self.body.addWidget(made, 1)
            made.hide()
        return self._made[key]

    def state(self) -> dict[str, Json]:
        """Which tab is shown."""
        return {"tab": self.tabs.current()}

    def restore(self, kept: dict[str, Json]) -> None:
        """Go back to the tab."""
        self.tabs.choose(str(kept.get("tab", "")))

    def _show_tab(self, _: str) -> None:
        key = self.tabs.current()
        if key not in self._makers:
            return
        wanted = self.tab(key)
        for widget in self._made.values():
            widget.setVisible(widget is wanted)
