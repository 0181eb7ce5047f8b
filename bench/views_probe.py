"""Sorts, filters and scrolls contacts in the real window: `python -m bench.views_probe OFFICE`.

Says as JSON how many milliseconds each offered order, view and filter took from the asking to the
first paint of its rows, and how many of 100 rows were painted blank while scrolling.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from bench.window_probe import say
from ui.core.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

SETTLED_MS = 4000
REST_MS = 500
TURNS = 3
"""Each is asked so often, and the best counts: other programs run beside this one."""
LOST_MS = 4000
WORDS = ("tanaka", "embassy", "zo", "stadsgast", "0123")
PAGES = 120


class Probe(QObject):
    """Does one thing after another, each when the last is painted and the window has rested."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: dict[str, dict[str, float]] = {"open": {}, "sort": {}, "view": {}, "filter": {}}
        self.blank = self.painted = 0
        self.scrolling = self.answered = False
        self.begun = 0.0
        self.now = ("", "")
        self.todo: list[tuple[str, str, Callable[[], object]]] = []
        self.lost = QTimer(self)
        self.lost.setSingleShot(True)
        self.lost.timeout.connect(self.done)
        QTimer.singleShot(SETTLED_MS, self.begin)

    def begin(self) -> None:
        """The program has settled: find the page, list what is offered."""
        from ui.contacts.page import ContactsPage

        page = next(
            found
            for window in QApplication.topLevelWidgets()
            for found in window.findChildren(ContactsPage)
        )
        self.page: Any = page
        for signal in (page.model.modelReset, page.model.dataChanged, page.model.rowsInserted):
            signal.connect(self.has_answer)
        page.table.viewport().installEventFilter(self)
        self.todo.append(("sort", "warm", self.sorting("role", descending=False)))
        for column in page.model.columns:
            if column.sort:
                for back in (False, True):
                    name = f"{column.name()}{' descending' if back else ''}"
                    self.todo.append(("sort", name, self.sorting(column.sort, descending=back)))
        for row in page.views.rows():
            self.todo.append(("view", row.draft.name, self.choosing(row.id.hex)))
        self.todo.append(("view", "All again", self.choosing(page.views.everybody())))
        self.todo += [("filter", word, self.filtering(word)) for word in (*WORDS, "")]
        self.todo.append(("open", "again", self.reopen))
        self.todo *= TURNS
        self.next()

    def sorting(self, key: str, *, descending: bool) -> Callable[[], object]:
        """Ask for an order."""
        return lambda: self.page.table.sort_asked.emit(key, descending)

    def choosing(self, key: str) -> Callable[[], object]:
        """Choose a view."""

        def do() -> None:
            self.page.views.bar.choose(key)
            self.page.views.bar.chosen.emit(key)

        return do

    def filtering(self, words: str) -> Callable[[], object]:
        """Filter; without the rest after the last key."""

        def do() -> None:
            self.page.filter.setText(words)
            self.page.filter.searched.emit(words)

        return do

    def reopen(self) -> None:
        """Come back to the page when everything on it is stale."""
        self.page.hide()
        self.page._touched = self.page.tables  # noqa: SLF001 - as a change of everything would
        self.page.mark_stale()
        self.page.listing._question = ()  # noqa: SLF001 - as when it is first opened
        self.page.show()

    def next(self) -> None:
        """Do the next thing."""
        if not self.todo:
            self.scroll()
            return
        kind, name, do = self.todo.pop(0)
        self.now, self.answered = (kind, name), False
        self.lost.start(LOST_MS)
        self.begun = time.perf_counter()
        do()

    def has_answer(self, *_: object) -> None:
        """Rows changed; the next paint shows them."""
        self.answered = bool(self.begun)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A paint after the answer ends the wait, if its first rows are there."""
        if event.type() is QEvent.Type.Paint:
            if self.scrolling:
                self.look()
            elif self.answered and self.rows_there():
                self.answered = False
                QTimer.singleShot(0, self.done)
        return False

    def rows_there(self) -> bool:
        """Whether what is in sight has its rows, not the grey of waiting."""
        return all(self.page.model.cells(place) is not None for place in self.in_sight())

    def in_sight(self) -> range:
        """The places in sight."""
        table, model = self.page.table, self.page.model
        first = max(table.rowAt(0), 0)
        last = table.rowAt(table.viewport().height() - 1)
        return range(first, (last if last >= 0 else model.rowCount() - 1) + 1)

    def done(self) -> None:
        """It is on the screen, or lost: then the whole wait counts, so that it shows."""
        if not self.begun:
            return
        kind, name = self.now
        if name != "warm":
            taken = round((time.perf_counter() - self.begun) * 1000, 1)
            self.taken[kind][name] = min(taken, self.taken[kind].get(name, taken))
        self.begun = 0.0
        self.lost.stop()
        QTimer.singleShot(REST_MS, self.next)

    def scroll(self) -> None:
        """Turn the pages as a held key does."""
        self.scrolling = True
        self.page.table.verticalScrollBar().setValue(0)
        self.left = PAGES
        self.turn()

    def turn(self) -> None:
        """One page on, thirty a second."""
        bar = self.page.table.verticalScrollBar()
        if not self.left:
            gaps = 100 * self.blank / max(self.painted, 1)
            say(json.dumps(self.taken | {"gaps": round(gaps, 2)}))
            os._exit(0)
        self.left -= 1
        bar.setValue(bar.value() + bar.pageStep())
        QTimer.singleShot(33, self.turn)

    def look(self) -> None:
        """Count what is painted, and what of it is blank."""
        for place in self.in_sight():
            self.painted += 1
            self.blank += self.page.model.row(place) is None


class FirstPaint:
    """Waits for the first paint of a table, then begins the probe."""

    def __init__(self) -> None:
        self.probe: Probe | None = None
        own = Table.paintEvent
        watch = self

        def paint(table: Table, event: QPaintEvent) -> None:
            own(table, event)
            if watch.probe is None:
                watch.probe = Probe()

        Table.paintEvent = paint  # type: ignore[method-assign, assignment]  # watching from outside


if __name__ == "__main__":
    from main import main

    watch = FirstPaint()
    sys.exit(main([sys.argv[1]]))
