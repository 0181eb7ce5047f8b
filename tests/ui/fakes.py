"""Stand-ins for the tests of the window."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.core.text import Sentence
    from ui.core.jobs import Changes, Jobs

R = TypeVar("R")


class FakeOffice:
    """Calls what it is given; tells its listeners what they want to hear."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[Changes], None]] = []
        self.undo_label: Sentence | None = None
        self.redo_label: Sentence | None = None
        self.done: list[str] = []

    def run(self, command: Callable[..., R], /, *args: object, **values: object) -> R:
        return command(self, *args, **values)

    def ask(self, query: Callable[..., R], /, *args: object, **values: object) -> R:
        return query(self, *args, **values)

    def undo(self) -> object:
        self.done.append("undo")
        return None

    def redo(self) -> object:
        self.done.append("redo")
        return None

    def on_change(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def tell(self, changes: Changes) -> None:
        for listener in self.listeners:
            listener(changes)

    def close(self) -> None:
        self.done.append("close")


def waited_for_processor() -> float:
    """Seconds in which threads of this process were ready and waited; 0 where nobody tells."""
    total = 0
    for told in Path("/proc/self/task").glob("*/schedstat"):
        with suppress(OSError, IndexError, ValueError):
            total += int(told.read_text().split()[1])
    return total / 1e9


class Beat(QObject):
    """Measures the longest time the event loop did not come round, in seconds.

    Time in which threads of this process were ready but had no processor does not count: on a busy
    machine that is the neighbours' doing (Linux tells it in `schedstat`).
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self.ticks = 0
        self._last = time.perf_counter()
        self._waited = waited_for_processor()
        self._timer = QTimer(self)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now, waited = time.perf_counter(), waited_for_processor()
        gap = now - self._last - max(0.0, waited - self._waited)
        self.longest = max(self.longest, gap)
        self.ticks += 1
        self._last, self._waited = now, waited

    def begin_anew(self) -> None:
        """What was until now does not count."""
        self._last, self._waited = time.perf_counter(), waited_for_processor()
        self.longest = 0.0

    def stop(self) -> None:
        """Measure no more, once what was begun last has come round."""
        enough = self.ticks + 2
        while self.ticks < enough:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._timer.stop()


class Far:
    """The office behind a window's jobs, asked from a test: each answer is waited for.

    A workspace is for one thread at a time, and that thread is the jobs' own.
    """

    def __init__(self, qtbot: QtBot, jobs: Jobs) -> None:
        self._qtbot = qtbot
        self._jobs = jobs

    def ask(self, query: Callable[..., R], /, *args: object, **values: Any) -> R:
        """What a query answers."""
        answer: R = self._wait(lambda then: self._jobs.ask(query, *args, then=then, **values))
        return answer

    def run(self, command: Callable[..., R], /, *args: object, **values: Any) -> R:
        """What a command answers."""
        answer: R = self._wait(lambda then: self._jobs.run(command, *args, then=then, **values))
        return answer

    def undo(self) -> None:
        """Take the last step back."""
        self._wait(lambda then: self._jobs.undo(then=then))

    def _wait(self, begin: Callable[[Any], object]) -> Any:
        told: list[Any] = []
        begin(told.append)
        self._qtbot.waitUntil(lambda: bool(told))
        return told[0]
