"""Runs the program itself and watches it paint: `python -m bench.window_probe start|keys OFFICE`.

`start` says "painted" when the first rows of the first page are on the screen. `keys` then types
into the search and says, as JSON, how many milliseconds each key took until its hits were painted.
It watches from outside: the program has no hook for it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.core.table import Table

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SETTLED_MS = 3000
BETWEEN_KEYS_MS = 40
LOST_MS = 2000
WARM_UP = "warm"
WORDS = ("janssens", "van den b", "dubois", "el amr", "müll", "0472", "zo", "peeters anke")


class StartWatch:
    """Waits for the first paint of a table that has its rows."""

    def __init__(self, mode: str, common: str) -> None:
        self.mode = mode
        self.common = common
        self.seen = False
        own = Table.paintEvent
        watch = self

        def paint(table: Table, event: QPaintEvent) -> None:
            own(table, event)
            if not watch.seen and table.rows.rowCount() and table.rows.row(0) is not None:
                watch.seen = True
                QTimer.singleShot(0, watch.painted)

        Table.paintEvent = paint  # type: ignore[method-assign, assignment]  # watching from outside

    def painted(self) -> None:
        """The first rows are there."""
        say("painted")
        if self.mode == "start":
            os._exit(0)
        QTimer.singleShot(SETTLED_MS, self.begin)

    def begin(self) -> None:
        """The program has settled: begin to type."""
        self.keys = KeyWatch(self.common)
        self.keys.next_word()


class KeyWatch(QObject):
    """Types words into the search, one key after another, each when the last is answered."""

    def __init__(self, common: str) -> None:
        super().__init__()
        from ui.core.palette import Palette

        self.palette = next(
            found
            for window in QApplication.topLevelWidgets()
            for found in window.findChildren(Palette)
        )
        self.words = [(WARM_UP, WARM_UP), *(("names", w) for w in WORDS), ("common", common)]
        self.taken: dict[str, list[float]] = {WARM_UP: [], "names": [], "common": []}
        self.kind = ""
        self.left = ""
        self.begun = 0.0
        self.answered = False
        self.clock = QTimer(self)
        self.clock.setSingleShot(True)
        self.clock.timeout.connect(self.lost)
        model = self.palette.list.model()
        for signal in (model.modelReset, model.dataChanged, model.layoutChanged):
            signal.connect(self.has_answer)
        self.palette.list.viewport().installEventFilter(self)

    def next_word(self) -> None:
        """Open the search afresh for the next word, or end."""
        if not self.words:
            say(json.dumps(self.taken))
            os._exit(0)
        self.palette.close_over()
        self.palette.open()
        self.kind, self.left = self.words.pop(0)
        QTimer.singleShot(BETWEEN_KEYS_MS * 3, self.press)

    def press(self) -> None:
        """Press the next key."""
        if not self.left:
            self.next_word()
            return
        key, self.left = self.left[0], self.left[1:]
        self.answered = False
        self.clock.start(LOST_MS)
        self.begun = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            pressed = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, key)
            QApplication.sendEvent(self.palette.line, pressed)

    def has_answer(self, *_: object) -> None:
        """The hits have changed; the next paint shows them."""
        self.answered = bool(self.begun)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A paint of the hits after their answer ends the key once it is through."""
        if self.answered and event.type() is QEvent.Type.Paint:
            self.answered = False
            QTimer.singleShot(0, self.done)
        return False

    def done(self) -> None:
        """The hits are on the screen."""
        if not self.begun:
            return
        self.taken[self.kind].append((time.perf_counter() - self.begun) * 1000)
        self.begun = 0.0
        self.clock.stop()
        QTimer.singleShot(BETWEEN_KEYS_MS, self.press)

    def lost(self) -> None:
        """No hits were painted: count the whole wait, so that it shows."""
        self.done()


def say(words: str) -> None:
    """Tell whoever measures."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    from main import main

    watch = StartWatch(sys.argv[1], sys.argv[3] if len(sys.argv) > 3 else "")
    sys.exit(main([sys.argv[2]]))
