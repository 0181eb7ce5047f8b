"""A thread that does one thing after another; what is urgent goes before what waits."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import TypeAlias

Task: TypeAlias = Callable[[], None]


class Worker:
    """One daemon thread over a queue of tasks; tasks catch their own errors."""

    def __init__(self, name: str) -> None:
        self._tasks: deque[Task] = deque()
        self._wake = threading.Condition()
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def add(self, task: Task, *, urgent: bool = False) -> None:
        """Queue a task, at the front where it is urgent."""
        with self._wake:
            if urgent:
                self._tasks.appendleft(task)
            else:
                self._tasks.append(task)
            self._wake.notify()

    def stop(self, last: Task | None = None, timeout: float = 5.0) -> None:
        """Drop what waits, do `last`, and end the thread."""
        with self._wake:
            self._tasks.clear()
            if last is not None:
                self._tasks.append(last)
            self._stopped = True
            self._wake.notify()
        if self._thread is not threading.current_thread():
            self._thread.join(timeout)

    def _work(self) -> None:
        while True:
            with self._wake:
                while not self._tasks and not self._stopped:
                    self._wake.wait()
                if not self._tasks:
                    return
                task = self._tasks.popleft()
            task()
