"""The pages that are open, and the way back through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.core.page import DossierPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from ui.core.page import Desk, Page
    from ui.core.window_state import Json
    from ui.navigation import PageSpec

_WAY_BACK = 30


class Pages(QStackedWidget):
    """Builds pages as they are first opened; `shown(key)`, `titled(words)` tell of the present."""

    shown = Signal(str)
    titled = Signal(str)

    def __init__(self, specs: Sequence[PageSpec], desk: Desk) -> None:
        super().__init__()
        self._specs = {spec.key: spec for spec in specs}
        self._desk = desk
        self._open: dict[str, Page] = {}
        self._kept: dict[str, dict[str, Json]] = {}
        self._trail: list[str] = []

    def go(self, key: str, record: UUID | None = None) -> None:
        """Show a page, and a record on it."""
        if key not in self._specs:
            return
        before = self.key()
        if before and before != key:
            self._trail = [*self._trail[-_WAY_BACK:], before]
        self._show(key)
        if record is not None:
            self._open[key].show_record(record)

    def back(self) -> None:
        """Return to the page before, as it was; from a page without one to its parent."""
        if self._trail:
            self._show(self._trail.pop())
            return
        spec = self._specs.get(self.key())
        if spec is not None and spec.parent:
            self._show(spec.parent)

    def key(self) -> str:
        """The page that is shown, "" before the first."""
        page = self.currentWidget()
        return next((key for key, made in self._open.items() if made is page), "")

    def spec(self) -> PageSpec | None:
        """The line of the table for the page that is shown."""
        return self._specs.get(self.key())

    def page(self) -> Page | None:
        """The page that is shown."""
        return self._open.get(self.key())

    def states(self) -> dict[str, dict[str, Json]]:
        """What each page keeps when it is built anew."""
        return self._kept | {key: page.state() for key, page in self._open.items()}

    def keep(self, states: dict[str, dict[str, Json]]) -> None:
        """Hand these to the pages as they are built."""
        self._kept = dict(states)

    def _show(self, key: str) -> None:
        if key not in self._open:
            self._make(key)
        page = self._open[key]
        if self.currentWidget() is not page:
            self.setCurrentWidget(page)
        self.shown.emit(key)
        self.titled.emit(page.title())

    def _make(self, key: str) -> None:
        page = self._specs[key].make(self._desk)
        self._open[key] = page
        self.addWidget(page)
        page.titled.connect(self._retitled)
        if isinstance(page, DossierPage):
            page.left.connect(self.back)
        kept = self._kept.pop(key, None)
        if kept is not None:
            page.restore(kept)

    def _retitled(self, words: str) -> None:
        if self.sender() is self.currentWidget():
            self.titled.emit(words)
