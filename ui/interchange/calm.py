"""Long work in a thread without Python's collector, whose whole rounds would stop the window.

Rows of a list make hundreds of thousands of objects and no cycles; looking through all of them for
cycles holds every thread up for longer than people notice.
"""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")


class _Rest:
    """How many rest the collector, and whether it ran before the first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 0
        self._ran = True

    def begin(self) -> None:
        """One more wants it to rest."""
        with self._lock:
            if self._count == 0:
                self._ran = gc.isenabled()
                gc.disable()
            self._count += 1

    def end(self) -> None:
        """One fewer; after the last it runs again, where it ran before."""
        with self._lock:
            self._count -= 1
            if self._count == 0 and self._ran:
                gc.enable()


_rest = _Rest()


def calmly(work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Call `work` while the collector rests; several may at once."""
    _rest.begin()
    try:
        return work(*args, **kwargs)
    finally:
        _rest.end()
