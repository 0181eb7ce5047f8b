"""Keeping the directory: its table, its full-text index (FTS5, tsvector), lines in and out.

Beside `search` the only room that writes SQL by hand. Text is folded by `fold`, never by the
database, so that both engines find the same.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import text

from app.core.bulk import ranged, write_rows
from app.core.directory import (
    COLUMNS,
    ROOM,
    SORTED,
    Entry,
    Row,
    name_position,
    places,
    spread,
)
from app.core.letting_go import let_go

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Connection

ALL_COLUMNS = ("docid", *COLUMNS, "sort_key", "names", "words")
_SORT_KEY = ALL_COLUMNS.index("sort_key") - 1
_FEW = 12

_TABLE = """
CREATE TABLE IF NOT EXISTS directory (
  docid {key} PRIMARY KEY, id {uuid} NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT NOT NULL,
  native TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL, place_code TEXT NOT NULL,
  country TEXT NOT NULL, day TEXT NOT NULL, state TEXT NOT NULL, language TEXT NOT NULL,
  until TEXT NOT NULL, seen TEXT NOT NULL, times INTEGER NOT NULL, sort_key TEXT NOT NULL,
  names TEXT NOT NULL, words TEXT NOT NULL{extra})
"""
_MARKS = """
CREATE TABLE IF NOT EXISTS directory_mark (
  mark TEXT NOT NULL, id {uuid} NOT NULL, PRIMARY KEY (mark, id)){rowless}
"""
_DAY = "CREATE TABLE IF NOT EXISTS directory_day (day TEXT NOT NULL)"
_FTS = {"directory_names": "names", "directory_words": "words"}


_COUNT = text("SELECT count(*) FROM directory")


def renew(connection: Connection) -> None:
    """Drop the directory, whatever shape it has, and create it empty."""
    if connection.dialect.name == "sqlite":
        for table in _FTS:
            connection.execute(text(f"DROP TABLE IF EXISTS {table}_v"))
            connection.execute(text(f"DROP TABLE IF EXISTS {table}"))
    for table in ("directory_mark", "directory_day", "directory"):
        connection.execute(text(f"DROP TABLE IF EXISTS {table}"))
    install(connection)


def install(connection: Connection) -> None:
    """Create the directory and its indexes where they are missing."""
    if connection.dialect.name == "postgresql":
        extra = (
            ", names_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', names)) STORED"
            ", words_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED"
        )
        connection.execute(text(_TABLE.format(key="BIGINT", uuid="UUID", extra=extra)))
        for vector in ("names_vector", "words_vector"):
            connection.execute(
                text(
                    f"CREATE INDEX IF NOT EXISTS ix_directory_{vector}"
                    f" ON directory USING gin ({vector})"
                )
            )
    else:
        connection.execute(text(_TABLE.format(key="INTEGER", uuid="TEXT", extra="")))
        for table, column in _FTS.items():
            connection.execute(
                text(
                    f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5({column},"
                    " content='directory', content_rowid='docid', prefix='1 2 3',"
                    " tokenize='unicode61 remove_diacritics 0')"
                )
            )
            connection.execute(
                text(
                    f"CREATE VIRTUAL TABLE IF NOT EXISTS {table}_v USING fts5vocab({table}, 'row')"
                )
            )
    _index_columns(connection)
    shared = connection.dialect.name == "postgresql"
    marks = _MARKS.format(
        uuid="UUID" if shared else "TEXT", rowless="" if shared else " WITHOUT ROWID"
    )
    connection.execute(text(marks))
    connection.execute(
        text("CREATE INDEX IF NOT EXISTS ix_directory_mark_id ON directory_mark (id)")
    )
    connection.execute(text(_DAY))


def day_of(connection: Connection) -> str:
    """The ISO day for which the lines were last kept up; empty where they never were."""
    return str(connection.execute(text("SELECT max(day) FROM directory_day")).scalar() or "")


def set_day(connection: Connection, day: str) -> None:
    """The lines are those of this day."""
    connection.execute(text("DELETE FROM directory_day"))
    connection.execute(text("INSERT INTO directory_day (day) VALUES (:day)"), {"day": day})


def clear(connection: Connection) -> None:
    """Forget every line."""
    connection.execute(text("DELETE FROM directory"))
    connection.execute(text("DELETE FROM directory_mark"))
    if connection.dialect.name == "sqlite":
        for table in _FTS:
            connection.execute(text(f"INSERT INTO {table}({table}) VALUES ('rebuild')"))  # noqa: S608 - our own table names


def forget(connection: Connection, ids: Sequence[UUID]) -> None:
    """Take lines out."""
    for start in range(0, len(ids), 400):
        keys = [one.hex for one in ids[start : start + 400]]
        where = f"id IN ({', '.join(repr(key) for key in keys)})"
        remove_where(connection, where, {})


def remove_where(connection: Connection, where: str, bounds: Mapping[str, UUID | int]) -> None:
    """Take out the lines a condition names; the full-text index is told their old words."""
    if connection.dialect.name == "sqlite":
        for table, column in _FTS.items():
            connection.execute(
                text(
                    f"INSERT INTO {table}({table}, rowid, {column})"  # noqa: S608 - our own names
                    f" SELECT 'delete', docid, {column} FROM directory WHERE {where}"
                    " ORDER BY docid"  # out of order, FTS5 writes out a segment at every row
                ),
                bounds,
            )
    connection.execute(text(f"DELETE FROM directory WHERE {where}"), bounds)  # noqa: S608 - built from our own ids


def put(connection: Connection, entries: Iterable[Entry]) -> None:
    """Add lines for ids that have none now."""
    put_rows(connection, map(_fields, entries))


def put_rows(connection: Connection, rows: Iterable[Row]) -> None:
    """Add lines given as rows in the order of `ALL_COLUMNS`, without docid."""
    ordered = sorted(rows, key=_sort_key)
    if ordered:
        placed = _placed(connection, ordered)
        _write(connection, placed)
        let_go(placed)


def _placed(connection: Connection, ordered: list[Row]) -> list[Row]:
    """Give each row the docid of its place among names."""
    groups = [(base, list(run)) for base, run in groupby(ordered, key=_position)]
    taken = _taken(connection, [base for base, _fresh in groups])
    placed: list[Row] = []
    for base, fresh in groups:
        rows, docids = fresh, places(base, list(map(_sort_key, fresh)), taken.get(base, []))
        if docids is None:
            rows = _lifted(connection, base, fresh)
            docids = spread(base, len(rows))
        placed += [(docid, *row) for docid, row in zip(docids, rows, strict=True)]
    let_go(groups)
    return placed


def _sort_key(row: Row) -> str:
    return str(row[_SORT_KEY])


def _position(row: Row) -> int:
    return name_position(_sort_key(row))


def _fields(entry: Entry) -> Row:
    line = entry.line
    return (
        line.id.hex, line.kind, line.title, line.native, line.role, line.place, line.place_code,
        line.country, line.day, line.state, line.language, line.until, line.seen, line.times,
        entry.sort_key, entry.names, entry.words,
    )  # fmt: skip


def _taken(connection: Connection, bases: list[int]) -> dict[int, list[tuple[int, str]]]:
    """The docids and sort keys there already, by the position of names that begin alike."""
    every = text("SELECT docid, sort_key FROM directory ORDER BY docid")
    group = text(
        "SELECT docid, sort_key FROM directory WHERE docid BETWEEN :low AND :high ORDER BY docid"
    )
    if len(bases) > _FEW:
        found = connection.execute(every).all()
    else:
        bounds = [{"low": base, "high": base + ROOM - 1} for base in bases]
        found = [row for one in bounds for row in connection.execute(group, one)]
    taken: dict[int, list[tuple[int, str]]] = {}
    for docid, sort_key in found:
        taken.setdefault(docid & ~(ROOM - 1), []).append((docid, sort_key))
    return taken


def _lifted(connection: Connection, base: int, fresh: list[Row]) -> list[Row]:
    """Take all names that begin alike out of the directory, to be put back with the fresh ones."""
    bounds = {"low": base, "high": base + ROOM - 1}
    columns = ", ".join(ALL_COLUMNS[1:])
    query = f"SELECT {columns} FROM directory WHERE docid BETWEEN :low AND :high ORDER BY docid"  # noqa: S608 - our own columns
    kept = [tuple(row) for row in connection.execute(text(query), bounds)]
    remove_where(connection, "docid BETWEEN :low AND :high", bounds)
    return sorted([*kept, *fresh], key=_sort_key)


def _index_columns(connection: Connection) -> None:
    for column in (*SORTED, "kind"):
        connection.execute(
            text(f"CREATE INDEX IF NOT EXISTS ix_directory_{column} ON directory ({column}, docid)")
        )


def _write(connection: Connection, rows: list[Row]) -> None:
    if connection.dialect.name != "sqlite":
        write_rows(connection, "directory", ALL_COLUMNS, rows)
        return
    if len(rows) > _FEW and not connection.execute(_COUNT).scalar():
        _write_first(connection, rows)
        return
    write_rows(connection, "directory", ALL_COLUMNS, rows)
    names_at, words_at = ALL_COLUMNS.index("names"), ALL_COLUMNS.index("words")
    for table, at in (("directory_names", names_at), ("directory_words", words_at)):
        connection.exec_driver_sql(
            f"INSERT INTO {table}(rowid, {_FTS[table]}) VALUES (?, ?)",  # noqa: S608 - our own table names
            [(row[0], row[at]) for row in rows],
        )


def _write_first(connection: Connection, rows: list[Row]) -> None:
    """Fill an empty directory: its indexes are made of the rows at once, which is sooner done."""
    for column in (*SORTED, "kind"):
        connection.execute(text(f"DROP INDEX IF EXISTS ix_directory_{column}"))
    write_rows(connection, "directory", ALL_COLUMNS, rows)
    _index_columns(connection)
    for table in _FTS:
        connection.execute(text(f"INSERT INTO {table}({table}) VALUES ('rebuild')"))  # noqa: S608 - our own table names


def unindex_range(connection: Connection, first: UUID, last: UUID) -> None:
    """Take the lines of an id range out of the full-text index, before their rows move away."""
    if connection.dialect.name != "sqlite":
        return
    for table, column in _FTS.items():
        connection.execute(
            ranged(
                f"INSERT INTO {table}({table}, rowid, {column})"  # noqa: S608 - our own names
                f" SELECT 'delete', docid, {column} FROM directory"
                " WHERE id BETWEEN :first AND :last ORDER BY docid"
            ),
            {"first": first, "last": last},
        )
