"""A watch over the window's beat while something is done."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.ui.conftest import STALL_LIMIT
from tests.ui.fakes import Beat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def calm() -> Iterator[None]:
    """Fails where the window stood still for more than 50 ms."""
    beat = Beat()
    try:
        yield
    finally:
        beat.stop()
    assert beat.longest <= STALL_LIMIT, f"{beat.longest * 1000:.0f} ms"


def calm_in_one_of(times: int, act: Callable[[], None]) -> None:
    """Fails where the window stood still each time: busy neighbours only ever make it slower."""
    longest: list[float] = []
    while len(longest) < times:
        beat = Beat()
        act()
        beat.stop()
        longest.append(beat.longest)
        if beat.longest <= STALL_LIMIT:
            return
    raise AssertionError(" ".join(f"{one * 1000:.0f} ms" for one in longest))
