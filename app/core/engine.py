"""Engines: SQLite through SQLCipher (with a key or without), PostgreSQL; their errors in words."""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Uuid, create_engine, event
from sqlalchemy.pool import StaticPool

from app.core import journal
from app.core.errors import BelfryError, CannotWriteError, InUseError
from app.core.text import N_, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection, Dialect, Engine
    from sqlalchemy.exc import DBAPIError

logger = logging.getLogger(__name__)
logging.getLogger("sqlalchemy.engine").setLevel(logging.WARNING)  # below it logs whole rows

APPLICATION_ID = 0x42454C46
"""Marks a SQLite file as a Belfry office ("BELF")."""
BUSY_MS = 3_000


_IDS_KNOWN = 32_768
"""Some eight megabytes at most."""
_known_id = lru_cache(_IDS_KNOWN)(UUID)


class _FileId(Uuid[UUID]):
    """Ids read from a file: the same one again is the same object. To make them anew was a third
    of the time of reading who travels on what.
    """

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        del dialect, coltype
        return lambda told: None if told is None else _known_id(told)


def sqlite_engine(path: Path, key: str | None) -> Engine:
    """An engine over one file and one connection. `key` is 64 or 96 hex digits (key, salt)."""
    import sqlcipher3

    engine = create_engine(
        f"sqlite:///{path}",
        module=sqlcipher3.dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,  # logs carry no names
        connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000},
    )
    engine.dialect.colspecs = {**engine.dialect.colspecs, Uuid: _FileId}
    event.listen(engine, "connect", lambda raw, _record: prepare(raw, key))
    event.listen(engine, "begin", _begin)
    journal.listen(engine)
    return engine


def prepare(raw: Any, key: str | None) -> None:
    """Unlock a new SQLite connection and set it up."""
    raw.isolation_level = None
    cursor = raw.cursor()
    if key is not None:
        cursor.execute("PRAGMA cipher_log_level=NONE")
        cursor.execute(f"PRAGMA key=\"x'{key}'\"")
    if _is_ours_or_new(cursor):  # WAL is written into the file: leave a foreign database as it is
        cursor.execute("PRAGMA journal_mode=WAL")
    for pragma in (
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MS}",
        "cache_size=-65536",
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    if key is None:  # what is dropped from a plain file is overwritten, not left in free pages
        cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _is_ours_or_new(cursor: Any) -> bool:
    mark = cursor.execute("PRAGMA application_id").fetchone()[0]
    return bool(mark == APPLICATION_ID or not cursor.execute("PRAGMA page_count").fetchone()[0])


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("belfry_write", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def postgresql_engine(url: str) -> Engine:
    """An engine over a shared office."""
    from sqlalchemy import make_url

    address = make_url(url).set(drivername="postgresql+psycopg")
    engine = create_engine(
        address, pool_size=1, max_overflow=1, pool_pre_ping=True, hide_parameters=True
    )
    journal.listen(engine)
    return engine


UNKEEPABLE = N_("A text holds a character that cannot be kept: type it again.")
"""Half a character (a lone surrogate); on PostgreSQL also the character 0."""

_SENTENCES: tuple[tuple[tuple[str, ...], type[BelfryError], str], ...] = (
    (
        ("foreign key", "foreignkey"),
        InUseError,
        N_("This is still used elsewhere, so it stays: remove it there first."),
    ),
    (
        ("unique constraint", "duplicate key"),
        CannotWriteError,
        N_("This exists already: change the other one instead."),
    ),
    (
        ("database is locked", "database table is locked"),
        CannotWriteError,
        N_("Another program is writing to this office: try again in a moment."),
    ),
    (
        ("readonly", "read-only"),
        CannotWriteError,
        N_("This office can only be read here: ask for the right to write, or copy it elsewhere."),
    ),
    (
        ("disk is full", "no space left"),
        CannotWriteError,
        N_("The disk is full, so nothing was changed: make room and try again."),
    ),
    (
        ("disk i/o error", "unable to open"),
        CannotWriteError,
        N_("The office file cannot be reached: check the disk or the network, then try again."),
    ),
    (("(0x00)",), CannotWriteError, UNKEEPABLE),
    (
        ("malformed", "not a database", "hmac check failed"),
        CannotWriteError,
        N_("The office file is damaged: restore the last backup."),
    ),
    (
        ("connection", "server closed", "terminat"),
        CannotWriteError,
        N_("The shared office cannot be reached: check the network, then try again."),
    ),
)


def explain(error: DBAPIError) -> BelfryError:
    """The sentence for an error of the database."""
    words = str(error.orig).lower()
    for signs, kind, sentence in _SENTENCES:
        if any(sign in words for sign in signs):
            return kind(say(sentence))
    logger.error("database error without a sentence", exc_info=error)
    return CannotWriteError(
        say(N_("The office could not be written, so nothing was changed: try again."))
    )
