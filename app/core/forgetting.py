"""Forgetting for good: images of rows go out of the change log, so that no undo brings them back.

What a rule says must be erased (travel papers, a note for the kitchen) lies not only in its table
but, as long as it can be undone, in the images of the Steps that wrote it. The room that erases
says which; the Step keeps its label, its time and everything else it changed.
"""

from __future__ import annotations

import datetime as dt
import logging
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from app.core.history import DONE, change_log, change_touch
from app.core.images import decode, encode, names_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from uuid import UUID

    from sqlalchemy import Connection, Engine, MetaData

    from app.core.images import Image, TableImages

_log = logging.getLogger(__name__)
_CHUNK = 400
FORGOTTEN = "forgotten"
"""Set in the `info` of a connection whose transaction made the office forget something."""
_TWICE = dt.timedelta(days=14)
"""So far back the log is read again, for days on which nobody opened the office."""


def steps_touching(connection: Connection, ids: Iterable[UUID]) -> list[int]:
    """The lines of the log that changed one of these rows, or a row that belongs to one."""
    wanted = list(ids)
    found: set[int] = set()
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        query = select(change_touch.c.seq).where(change_touch.c.row.in_(part))
        found |= set(connection.scalars(query))
    return sorted(found)


def steps_between(connection: Connection, after: dt.datetime, before: dt.datetime) -> list[int]:
    """The lines of the log written from one moment until another."""
    query = select(change_log.c.seq).where(change_log.c.at >= after, change_log.c.at < before)
    return sorted(connection.scalars(query))


def leave_no_trace(connection: Connection) -> None:
    """From here on a file writes zeros over what it no longer needs; `sweep` follows the commit."""
    connection.info[FORGOTTEN] = True
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete=ON")


def sweep(engine: Engine, metadata: MetaData) -> None:
    """After a commit that forgot: old pages leave the write-ahead log, dead rows their tables.

    A file that another desk reads at this moment keeps its log until that desk is done. A
    PostgreSQL in which the office does not own its tables keeps dead rows until its own vacuum.
    """
    private = [table.name for table in metadata.sorted_tables if table.info.get("private")]
    raw = engine.raw_connection()
    try:
        if engine.dialect.name == "sqlite":
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            _vacuum(raw.driver_connection, [change_log.name, *private])
    except engine.dialect.loaded_dbapi.Error:
        _log.info("What was erased leaves the disk later: it could not be swept now.")
    finally:
        raw.close()


def _vacuum(connection: Any, tables: Iterable[str]) -> None:
    connection.autocommit = True
    try:
        for table in tables:
            connection.execute(f'VACUUM "{table}"')
    finally:
        connection.autocommit = False


def images_of(
    connection: Connection, metadata: MetaData, steps: Iterable[int], table: str
) -> Iterator[Image]:
    """Every image of a table's rows in some lines of the log."""
    for _seq, images in _read(connection, metadata, steps, table):
        for pair in (images or {}).get(table, {}).values():
            yield from (image for image in pair if image is not None)


def forget(
    connection: Connection,
    metadata: MetaData,
    table: str,
    steps: Iterable[int],
    of: Callable[[Image], bool] = lambda _image: True,
) -> int:
    """Drop the images of a table's rows from some lines of the log, where `of` says so.

    Returns:
        How many rows were dropped.
    """
    leave_no_trace(connection)
    dropped = 0
    for seq, images in _read(connection, metadata, steps, table):
        if images is None:
            _blank(connection, seq)
            dropped += 1
            continue
        rows = images.get(table, {})
        kept = {row_id: pair for row_id, pair in rows.items() if not _any(pair, of)}
        if len(kept) == len(rows):
            continue
        dropped += len(rows) - len(kept)
        whole = {name: found for name, found in images.items() if name != table}
        left = whole | ({table: kept} if kept else {})
        line = update(change_log).where(change_log.c.seq == seq)
        connection.execute(line.values(images=encode(left)))
    return dropped


def forget_days(
    connection: Connection,
    metadata: MetaData,
    table: str,
    last: str,
    today: str,
    term: dt.timedelta,
) -> int:
    """Drop every image of a table that is older than a term, also of rows that are gone by now.

    Args:
        connection: the office's, in a transaction.
        metadata: the tables.
        table: whose rows.
        last: the ISO day on which this was done before.
        today: the ISO day that came.
        term: how long images are kept.

    Returns:
        How many rows were dropped.
    """
    steps = steps_between(connection, _midnight(last) - _TWICE - term, _midnight(today) - term)
    return forget(connection, metadata, table, steps)


def _midnight(day: str) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), dt.UTC)


def _any(pair: tuple[Image | None, Image | None], of: Callable[[Image], bool]) -> bool:
    return any(image is not None and of(image) for image in pair)


def _blank(connection: Connection, seq: int) -> None:
    """Let a line go whole that cannot be read any more; it cannot be undone either."""
    line = update(change_log).where(change_log.c.seq == seq)
    connection.execute(line.values(images=encode({})))


def _read(
    connection: Connection, metadata: MetaData, steps: Iterable[int], table: str
) -> Iterator[tuple[int, dict[str, TableImages] | None]]:
    """The images of those lines of the log that hold some of a table, one after the other; None of
    a line of an older schema, which names tables or columns that are gone.
    """
    for seq in steps:
        query = select(change_log.c.images).where(change_log.c.seq == seq, change_log.c.act == DONE)
        packed = connection.execute(query).scalar_one_or_none()
        if packed is not None and names_table(packed, table):
            yield seq, _decoded(packed, metadata)


def _decoded(packed: bytes, metadata: MetaData) -> dict[str, TableImages] | None:
    try:
        return decode(packed, metadata.tables)
    except KeyError:
        return None
