"""A thread that does one thing after another; what is urgent goes before what waits.

The thread is never the last to hold a task: widgets hang on its closures, and those may die in the
window's thread only. What is done goes into a letter box, whose lock the thread holds until it has
let go; whoever made the worker takes it out.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable


class Task(Protocol):
    """Something to do; it catches its own errors."""

    def work(self) -> None:
        """Do it; called in the thread."""


T = TypeVar("T", bound=Task)
_unended: list[
    object
] = []  # workers still busy when they were left: they must not die by themselves


class Worker(Generic[T]):
    """One daemon thread over a queue of tasks.

    It calls `told()` in the thread after each; `finished()` gives the tasks back in their order.
    """

    def __init__(self, name: str, told: Callable[[], object]) -> None:
        self._told = told
        self._tasks: deque[T] = deque()
        self._done: deque[T] = deque()
        self._wake = threading.Condition()
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def add(self, task: T, *, urgent: bool = False) -> None:
        """Queue a task, at the front where it is urgent."""
        with self._wake:
            if urgent:
                self._tasks.appendleft(task)
            else:
                self._tasks.append(task)
            self._wake.notify()

    def finished(self) -> T | None:
        """The next task that was done, once; the thread no longer holds it."""
        with self._wake:
            return self._done.popleft() if self._done else None

    def stop(self, last: T | None = None, timeout: float = 5.0) -> None:
        """Drop what waits, do `last`, and end the thread."""
        with self._wake:
            dropped, self._tasks = self._tasks, deque()
            if last is not None:
                self._tasks.append(last)
            self._stopped = True
            self._wake.notify()
        dropped.clear()  # not under the lock: with a task anything may end
        self._thread.join(timeout)
        if self._thread.is_alive():
            _unended.append(self)

    def _work(self) -> None:
        while self._one_more():
            self._told()

    def _one_more(self) -> bool:
        with self._wake:
            while not self._tasks and not self._stopped:
                self._wake.wait()
            if not self._tasks:
                return False
            task = self._tasks.popleft()
        task.work()
        with self._wake:
            self._done.append(task)
            del task
        return True
