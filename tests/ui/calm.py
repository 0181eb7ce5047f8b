"""A watch over the window's beat while something is done."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.ui.conftest import STALL_LIMIT
from tests.ui.fakes import Beat

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def calm() -> Iterator[None]:
    """Fails where the window stood still for more than 50 ms."""
    beat = Beat()
    try:
        yield
    finally:
        beat.stop()
    assert beat.longest <= STALL_LIMIT, f"{beat.longest * 1000:.0f} ms"
