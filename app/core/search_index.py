"""Keeping the directory: its table, its full-text index (FTS5, tsvector), lines in and out.

Beside `search` the only room that writes SQL by hand. Text is folded by `fold`, never by the
database, so that both engines find the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from app.core.bulk import ranged, write_rows
from app.core.directory import COLUMNS, TIE_BITS, Entry, name_position

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy import Connection

ALL_COLUMNS = ("docid", *COLUMNS, "sort_key", "names", "words")
_TIES = (1 << TIE_BITS) - 1
_FEW = 12

_TABLE = """
CREATE TABLE IF NOT EXISTS directory (
  docid {key} PRIMARY KEY, id {uuid} NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT NOT NULL,
  native TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL, place_code TEXT NOT NULL,
  country TEXT NOT NULL, day TEXT NOT NULL, state TEXT NOT NULL, sort_key TEXT NOT NULL,
  names TEXT NOT NULL, words TEXT NOT NULL{extra})
"""
_SORTED = ("role", "country", "day", "place")
_FTS = {"directory_names": "names", "directory_words": "words"}


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
    for column in _SORTED:
        connection.execute(
            text(f"CREATE INDEX IF NOT EXISTS ix_directory_{column} ON directory ({column}, docid)")
        )
    connection.execute(
        text("CREATE INDEX IF NOT EXISTS ix_directory_kind ON directory (kind, docid)")
    )


def clear(connection: Connection) -> None:
    """Forget every line (before the directory is built anew)."""
    connection.execute(text("DELETE FROM directory"))
    if connection.dialect.name == "sqlite":
        for table in _FTS:
            connection.execute(text(f"INSERT INTO {table}({table}) VALUES ('rebuild')"))  # noqa: S608 - our own table names


def forget(connection: Connection, ids: Sequence[UUID]) -> None:
    """Take lines out."""
    for start in range(0, len(ids), 400):
        keys = [one.hex for one in ids[start : start + 400]]
        where = f"id IN ({', '.join(repr(key) for key in keys)})"
        remove_where(connection, where, {})


def remove_where(connection: Connection, where: str, bounds: dict[str, UUID]) -> None:
    """Take out the lines a condition names; the full-text index is told their old words."""
    if connection.dialect.name == "sqlite":
        for table, column in _FTS.items():
            connection.execute(
                text(
                    f"INSERT INTO {table}({table}, rowid, {column})"  # noqa: S608 - our own names
                    f" SELECT 'delete', docid, {column} FROM directory WHERE {where}"
                ),
                bounds,
            )
    connection.execute(text(f"DELETE FROM directory WHERE {where}"), bounds)  # noqa: S608 - built from our own ids


def put(connection: Connection, entries: Iterable[Entry]) -> None:
    """Add lines for ids that have none now."""
    ordered = sorted(entries, key=lambda entry: (entry.sort_key, entry.line.id.int))
    if ordered:
        _write(connection, _placed(connection, ordered))


def _placed(connection: Connection, ordered: list[Entry]) -> list[tuple[Any, ...]]:
    """Give each entry the docid of its place among names."""
    taken = _taken(connection, ordered)
    rows, last = [], -1
    for entry in ordered:
        docid = max(name_position(entry.sort_key), last + 1)
        known = taken.get(docid >> TIE_BITS)
        if known:
            docid = _among(known, entry.sort_key, docid)
        while known and docid in known:
            docid += 1
        last = docid
        line = entry.line
        fields = (
            docid, line.id.hex, line.kind, line.title, line.native, line.role, line.place,
            line.place_code, line.country, line.day, line.state, entry.sort_key, entry.names,
            entry.words,
        )  # fmt: skip
        rows.append(fields)
    return rows


def _taken(connection: Connection, ordered: list[Entry]) -> dict[int, dict[int, str]]:
    """Which docids are taken, per group of names that begin alike."""
    taken: dict[int, dict[int, str]] = {}
    if len(ordered) > _FEW:
        found = connection.execute(text("SELECT docid, sort_key FROM directory")).all()
    else:
        found = []
        for entry in ordered:
            low = name_position(entry.sort_key)
            query = text("SELECT docid, sort_key FROM directory WHERE docid BETWEEN :low AND :high")
            found += connection.execute(query, {"low": low, "high": low + 2 * _TIES}).all()
    for docid, sort_key in found:
        taken.setdefault(docid >> TIE_BITS, {})[docid] = sort_key
    return taken


def _among(known: dict[int, str], sort_key: str, docid: int) -> int:
    """A place between the names before and after, where there is room."""
    before = max((key for key, name in known.items() if name <= sort_key), default=docid - 1)
    after = min((key for key, name in known.items() if name > sort_key), default=before + 128)
    return max(docid, before + max(1, (after - before) // 2))


def _write(connection: Connection, rows: list[tuple[Any, ...]]) -> None:
    write_rows(connection, "directory", ALL_COLUMNS, rows)
    if connection.dialect.name != "sqlite":
        return
    names_at, words_at = ALL_COLUMNS.index("names"), ALL_COLUMNS.index("words")
    for table, at in (("directory_names", names_at), ("directory_words", words_at)):
        connection.exec_driver_sql(
            f"INSERT INTO {table}(rowid, {_FTS[table]}) VALUES (?, ?)",  # noqa: S608 - our own table names
            [(row[0], row[at]) for row in rows],
        )


def unindex_range(connection: Connection, first: UUID, last: UUID) -> None:
    """Take the lines of an id range out of the full-text index, before their rows move away."""
    if connection.dialect.name != "sqlite":
        return
    for table, column in _FTS.items():
        connection.execute(
            ranged(
                f"INSERT INTO {table}({table}, rowid, {column})"  # noqa: S608 - our own names
                f" SELECT 'delete', docid, {column} FROM directory"
                " WHERE id BETWEEN :first AND :last"
            ),
            {"first": first, "last": last},
        )


def index_range(connection: Connection, first: UUID, last: UUID) -> None:
    """Tell the full-text index about lines that came back as rows (redo of an import)."""
    if connection.dialect.name != "sqlite":
        return
    for table, column in _FTS.items():
        connection.execute(
            ranged(
                f"INSERT INTO {table}(rowid, {column}) SELECT docid, {column} FROM directory"  # noqa: S608 - our own names
                " WHERE id BETWEEN :first AND :last ORDER BY docid"
            ),
            {"first": first, "last": last},
        )
