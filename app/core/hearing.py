"""What other desks write, heard at once on a shared office and at the next look on a file.

On PostgreSQL each Step ends with a notice, sent by the database when the Step is committed. It
names desk, Step, act and tables, never rows: a notice holds at most 8,000 bytes. A connection of
its own listens in a thread of its own. One that broke is made anew, and as nobody knows what was
missed meanwhile, everything may have changed.

A file tells only that somebody else wrote to it (`PRAGMA data_version`), when it is asked.
"""

from __future__ import annotations

import logging
import select
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import make_url, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Connection

    from app.core.history import Step

logger = logging.getLogger(__name__)
CHANNEL = "belfry"
_MOST_BYTES = 7_900
_EVERYTHING = "*"
_PAUSES = (0.2, 1.0, 3.0, 10.0)
"""Seconds before each further try to listen again."""
_ALIVE: dict[str, Any] = {"keepalives_idle": 20, "keepalives_interval": 5, "keepalives_count": 3}
"""A line that went dead without a word is noticed within a minute."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One Step of some desk; `tables` is None where they were too many to name."""

    desk: UUID
    step: UUID
    act: str
    tables: frozenset[str] | None


MISSED = None
"""In place of a notice: something may have been missed."""
Heard = Notice | None


def tell(connection: Connection, desk: UUID, step: Step, act: str) -> None:
    """Send the notice of a Step with its transaction; only a shared office has somebody to tell."""
    if connection.dialect.name != "postgresql":
        return
    said = {"channel": CHANNEL, "payload": written(desk, step.id, act, step.tables)}
    connection.execute(text("SELECT pg_notify(:channel, :payload)"), said)


def written(desk: UUID, step: UUID, act: str, tables: Iterable[str]) -> str:
    """A notice as it is sent."""
    head = f"{desk.hex} {step.hex} {act} "
    named = ",".join(sorted(tables))
    return head + (named if len(head) + len(named.encode()) <= _MOST_BYTES else _EVERYTHING)


def read(payload: str) -> Heard:
    """A notice as it came; one that says nothing to us means that anything may have changed."""
    try:
        desk, step, act, named = payload.split(" ")
        tables = None if named == _EVERYTHING else frozenset(filter(None, named.split(",")))
        return Notice(UUID(desk), UUID(step), act, tables)
    except ValueError:
        return MISSED


class Ear:
    """Listens to a shared office until it is closed; `told` is called in the ear's own thread."""

    def __init__(self, url: str, told: Callable[[Sequence[Heard]], object], seen: int = 0) -> None:
        """`seen` is the last line of the change log the screens know of."""
        address = make_url(url).set(drivername="postgresql")
        self._address = address.render_as_string(hide_password=False)
        self._told = told
        self._seen = seen
        self._closed = threading.Event()
        self._bell, self._clapper = socket.socketpair()
        self._thread = threading.Thread(target=self._listen, name="ear", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Listen no more."""
        self._closed.set()
        self._clapper.send(b".")
        self._thread.join(5.0)
        self._bell.close()
        self._clapper.close()

    def _listen(self) -> None:
        import psycopg

        tries = 0
        while not self._closed.is_set():
            try:
                with psycopg.connect(
                    self._address, autocommit=True, connect_timeout=10, **_ALIVE
                ) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    if tries or self._is_behind(connection):
                        self._told([MISSED])
                    tries = 0
                    self._attend(connection)
            except (psycopg.Error, OSError, ValueError) as error:
                logger.info("the shared office is not heard: %s", type(error).__name__)
            self._closed.wait(_PAUSES[min(tries, len(_PAUSES) - 1)])
            tries += 1

    def _is_behind(self, connection: Any) -> bool:  # a connection of psycopg
        """Whether somebody wrote between opening the office and listening to it."""
        last = connection.execute("SELECT coalesce(max(seq), 0) FROM change_log").fetchone()[0]
        return bool(last != self._seen)

    def _attend(self, connection: Any) -> None:  # as above
        while not self._closed.is_set():
            found = [read(one.payload) for one in connection.notifies(timeout=0)]
            if found:
                self._told(found)
            ready, _, _ = select.select([connection, self._bell], [], [])
            if self._bell in ready:
                return
