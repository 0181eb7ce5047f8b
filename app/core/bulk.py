"""The bulk door: many thousand new rows as one Step of a few bytes.

Keys are eight random bytes (the batch) and a counter, so that the Step need only remember the
range. Values are given as text, numbers or None in column order: UUIDs as 32 hex digits, dates as
ISO text, JSON as text. Undo moves the rows to temporary tables of this connection, redo back.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import TextClause, Uuid, bindparam, select, text

from app.core.errors import ConflictError
from app.core.journal import RECORDER, defer_foreign_keys
from app.core.text import N_, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, MetaData, Table
    from sqlalchemy.orm import Session

    from app.core.journal import Recorder

BATCH = 5_000
_GONE: list[tuple[Any, ...]] = [()] * BATCH


@dataclass(slots=True)
class BulkRange:
    """The rows one bulk door made: per table how many; all ids begin with `prefix` (16 hex)."""

    prefix: str
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def first(self) -> str:
        """The lowest id of the range, as hex."""
        return self.prefix + "0" * 16

    @property
    def last(self) -> str:
        """The highest id of the range, as hex."""
        return self.prefix + "f" * 16


@dataclass(slots=True)
class Bulk:
    """An open bulk door inside a command."""

    connection: Connection
    step: str
    range: BulkRange
    made: int = 0

    def new_id(self) -> str:
        """The next key of the batch, 32 hex digits."""
        self.made += 1
        return f"{self.range.prefix}{self.made:016x}"

    def insert(self, table: Table, columns: Sequence[str], rows: list[tuple[Any, ...]]) -> None:
        """Add rows, emptying them; the first column is `id`, the revision is filled in here."""
        if not rows:
            return
        counts = self.range.counts
        counts[table.name] = counts.get(table.name, 0) + len(rows)
        same = {"revision": self.step}
        write_rows(self.connection, table.name, columns, rows, same, spent=True)


def bulk_door(session: Session) -> Bulk:
    """Open the bulk door of the running command."""
    connection = session.connection()
    recorder: Recorder = connection.info[RECORDER]
    opened = BulkRange(secrets.token_bytes(8).hex())
    recorder.bulk.append(opened)
    return Bulk(connection, recorder.step.hex, opened)


def write_rows(
    connection: Connection,
    table: str,
    columns: Sequence[str],
    rows: list[tuple[Any, ...]],
    same: Mapping[str, str] | None = None,
    *,
    spent: bool = False,
) -> None:
    """Insert rows by the engine's fastest way: COPY on PostgreSQL, executemany on SQLite.

    `same` are columns with the same hex digits in every row; `spent` rows are emptied on the way.
    """
    shared = dict(same or {})
    names = ", ".join(f'"{column}"' for column in (*columns, *shared))
    if connection.dialect.name == "postgresql":
        raw = connection.connection.driver_connection
        with raw.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:  # type: ignore[union-attr]  # psycopg, untyped through the pool
            for row in rows:
                copy.write_row((*row, *shared.values()))
        return
    marks = ", ".join(["?"] * len(columns) + [f"'{value}'" for value in shared.values()])
    statement = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - names come from the mapped tables
    for start in range(0, len(rows), BATCH):
        connection.exec_driver_sql(statement, rows[start : start + BATCH])
        if spent:  # let go bit by bit: all at once would hold up the window
            rows[start : start + BATCH] = _GONE[: len(rows) - start]


def take_back(connection: Connection, span: BulkRange, step: UUID) -> None:
    """Move the rows of a range to temporary tables.

    Raises:
        ConflictError: rows of the range were changed or removed since.
    """
    for table, count in span.counts.items():
        guard = ranged(
            f'SELECT count(*) FROM "{table}" WHERE id BETWEEN :first AND :last AND revision = :step'  # noqa: S608 - a mapped table's name
        ).bindparams(bindparam("step", type_=Uuid()))
        unchanged = connection.execute(guard, _bounds(span) | {"step": step}).scalar_one()
        if unchanged != count:
            raise ConflictError(
                say(N_("Some of these records were changed since, so the import stays as it is."))
            )
    defer_foreign_keys(connection)
    for table in span.counts:
        move_range(connection, table, span)


def move_range(
    connection: Connection, table: str, span: BulkRange, columns: Sequence[str] = ("*",)
) -> None:
    """Copy the range of one table aside and delete it."""
    aside = _aside(table, span)
    bounds = _bounds(span)
    connection.execute(text(f'DROP TABLE IF EXISTS "{aside}"'))
    where = "WHERE id BETWEEN :first AND :last"
    copy = f'CREATE TEMP TABLE "{aside}" AS SELECT {", ".join(columns)} FROM "{table}" {where}'  # noqa: S608 - a mapped table's name
    connection.execute(ranged(copy), bounds)
    connection.execute(ranged(f'DELETE FROM "{table}" {where}'), bounds)  # noqa: S608 - a mapped table's name


def bring_back(connection: Connection, span: BulkRange) -> None:
    """Move the rows of a range from their temporary tables back."""
    defer_foreign_keys(connection)
    for table in span.counts:
        return_range(connection, table, span)


def return_range(connection: Connection, table: str, span: BulkRange) -> None:
    """Insert the rows kept aside for one table and forget the copy."""
    aside = _aside(table, span)
    connection.execute(text(f'INSERT INTO "{table}" SELECT * FROM "{aside}"'))  # noqa: S608 - a mapped table's name
    connection.execute(text(f'DROP TABLE "{aside}"'))


def rows_aside(connection: Connection, table: str, span: BulkRange) -> list[Any]:
    """The rows kept aside for one table; the copy is forgotten."""
    aside = _aside(table, span)
    rows = list(connection.execute(text(f'SELECT * FROM "{aside}"')).all())  # noqa: S608 - a mapped table's name
    connection.execute(text(f'DROP TABLE "{aside}"'))
    return rows


def pointed_at(connection: Connection, metadata: MetaData, span: BulkRange) -> set[UUID]:
    """Older records that rows of a range point at: their lines may tell of those rows."""
    first, last = UUID(span.first), UUID(span.last)
    found: set[UUID] = set()
    for name in span.counts:
        table = metadata.tables[name]
        for column in (key.parent for key in table.foreign_keys):
            query = select(column).distinct().where(table.c.id.between(first, last))
            found |= set(connection.scalars(query.where(~column.between(first, last))))
    return found


def ranged(statement: str) -> TextClause:
    """A statement over a range of ids, `:first` to `:last`."""
    return text(statement).bindparams(
        bindparam("first", type_=Uuid()), bindparam("last", type_=Uuid())
    )


def _aside(table: str, span: BulkRange) -> str:
    return f"aside_{span.prefix}_{table}"


def _bounds(span: BulkRange) -> dict[str, UUID]:
    return {"first": UUID(span.first), "last": UUID(span.last)}
