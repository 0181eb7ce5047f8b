"""The time, so that tests and the sample office can stop it."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_fixed: ContextVar[dt.datetime | None] = ContextVar("fixed_time", default=None)


def now() -> dt.datetime:
    """This moment, in UTC."""
    return _fixed.get() or dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """Today where the office is."""
    return now().astimezone().date()


@contextmanager
def stopped_at(moment: dt.datetime) -> Iterator[None]:
    """Let the clock stand still at `moment` (with a time zone)."""
    token = _fixed.set(moment)
    try:
        yield
    finally:
        _fixed.reset(token)
