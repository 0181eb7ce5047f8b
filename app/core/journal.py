"""What one unit of work changed, row by row, and how to take it back.

The journal listens where SQL is executed: before an INSERT, UPDATE or DELETE it reads the rows as
they were, after the flush as they are. Undo is *replace*: compare the rows with what the Step left,
delete every touched row, insert every image. No table order, no tree order, no unique collision on
the way, because the foreign keys are deferred for that moment.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Delete,
    Insert,
    Table,
    Update,
    delete,
    event,
    insert,
    select,
    text,
)
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import BinaryExpression, BindParameter

from app.core.errors import ConflictError
from app.core.text import N_, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Connection, Engine, MetaData

    from app.core.bulk import BulkRange
    from app.core.images import Image, TableImages

RECORDER = "belfry_recorder"
CHUNK = 500


@dataclass(slots=True)
class Recorder:
    """Collects the images of one unit of work on one connection."""

    metadata: MetaData
    step: UUID
    before: dict[str, dict[UUID, Image | None]] = field(default_factory=dict)
    bulk: list[BulkRange] = field(default_factory=list)
    removed: dict[str, set[UUID]] = field(default_factory=dict)

    def see(self, connection: Connection, table: Table, ids: Iterable[UUID]) -> None:
        """Keep how these rows were, the first time they are touched."""
        known = self.before.setdefault(table.name, {})
        fresh = [row_id for row_id in ids if row_id not in known]
        if fresh:
            found = rows_by_id(connection, self.metadata.tables[table.name], fresh)
            known.update({row_id: found.get(row_id) for row_id in fresh})

    def images(self, connection: Connection) -> dict[str, TableImages]:
        """Before and after of every row that is not as it was."""
        result: dict[str, TableImages] = {}
        for name, known in self.before.items():
            after = rows_by_id(connection, self.metadata.tables[name], list(known))
            changed = {
                row_id: (was, after.get(row_id))
                for row_id, was in known.items()
                if was != after.get(row_id)
            }
            if changed:
                result[name] = changed
        return result


def listen(engine: Engine) -> None:
    """Let recorders on this engine's connections see what is about to be written."""
    event.listen(engine, "before_execute", _before_execute)


def _before_execute(
    connection: Connection,
    statement: Any,
    many: Sequence[Mapping[str, Any]],
    one: Mapping[str, Any],
    _options: Mapping[str, Any],
) -> None:
    recorder: Recorder | None = connection.info.get(RECORDER)
    if recorder is None or not isinstance(statement, Insert | Update | Delete):
        return
    table = statement.table
    if not isinstance(table, Table) or table.info.get("journal") is False:
        return
    key = "id" if isinstance(statement, Insert) else _id_bind(statement)
    parameters = many or ([one] if one else [])
    if key is None or not parameters or any(key not in row for row in parameters):
        message = f"{type(statement).__name__} on {table.name} without a row id is not journalled"
        raise RuntimeError(message)
    ids = [row[key] for row in parameters]
    recorder.see(connection, table, ids)
    if isinstance(statement, Delete):
        recorder.removed.setdefault(table.name, set()).update(ids)


def _id_bind(statement: Update | Delete) -> str | None:
    """The name of the parameter in `id = :parameter`, as the unit of work writes it."""
    for criterion in statement._where_criteria:  # noqa: SLF001 - no public way to the criteria
        for part in visitors.iterate(criterion):
            if isinstance(part, BinaryExpression) and _is_id_equals_bind(part):
                return str(part.right.key)
    return None


def _is_id_equals_bind(part: BinaryExpression[Any]) -> bool:
    return (
        isinstance(part.left, ColumnElement)
        and getattr(part.left, "name", "") == "id"
        and isinstance(part.right, BindParameter)
    )


def rows_by_id(connection: Connection, table: Table, ids: Sequence[UUID]) -> dict[UUID, Image]:
    """The rows of a table as images."""
    found: dict[UUID, Image] = {}
    for start in range(0, len(ids), CHUNK):
        query = select(table).where(table.c.id.in_(ids[start : start + CHUNK]))
        for row in connection.execute(query).mappings():
            found[row["id"]] = dict(row)
    return found


def replace(
    connection: Connection, metadata: MetaData, images: Mapping[str, TableImages], *, back: bool
) -> None:
    """Put every row of a Step back as it was (`back`) or forward again.

    Raises:
        ConflictError: a row is no longer as the Step left it.
    """
    tables = metadata.tables
    for name, rows in images.items():
        present = rows_by_id(connection, tables[name], list(rows))
        for row_id, (before, after) in rows.items():
            if present.get(row_id) != (after if back else before):
                raise ConflictError(
                    say(N_("This was changed again in the meantime, so it cannot be taken back."))
                )
    defer_foreign_keys(connection)
    for name, rows in images.items():
        _delete_rows(connection, tables[name], list(rows))
    for name, rows in images.items():
        wanted = [image for pair in rows.values() if (image := pair[0 if back else 1]) is not None]
        if wanted:
            connection.execute(insert(tables[name]), wanted)


def _delete_rows(connection: Connection, table: Table, ids: Sequence[UUID]) -> None:
    for start in range(0, len(ids), CHUNK):
        connection.execute(delete(table).where(table.c.id.in_(ids[start : start + CHUNK])))


def defer_foreign_keys(connection: Connection) -> None:
    """Check foreign keys at commit, for this transaction only."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA defer_foreign_keys=ON"))
    else:
        connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))
