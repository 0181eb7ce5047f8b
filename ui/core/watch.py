"""The string between long work in a worker and the window: steps one way, Cancel the other."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject, Signal

from app.core.errors import CancelledError
from app.core.text import N_, Sentence, say
from ui.core.language import read

_EVERY = 0.05  # seconds between two steps shown


class Watch(QObject):
    """Give it to `jobs.run(…, watch=…)`; the work is called with `progress=watch.step`.

    Signals reach the window's thread: `progressed(done, total, words)`, `finished()`.
    """

    progressed = Signal(int, int, str)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()
        self._speaking = threading.RLock()
        self._shown = 0.0

    def step(self, done: int, total: int = 0, words: Sentence | str = "") -> None:
        """Tell how far; for the worker. Raises CancelledError where somebody cancelled."""
        with self._speaking:
            if self._cancelled.is_set():
                raise CancelledError(say(N_("Cancelled; nothing was changed.")))
            now = time.monotonic()
            if now - self._shown >= _EVERY or done == total:
                self._shown = now
                self.progressed.emit(done, total, read(words))

    def cancel(self) -> None:
        """Ask the work to stop; it tells nothing from then on, so this may go with its window."""
        with self._speaking:
            self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody cancelled."""
        return self._cancelled.is_set()
