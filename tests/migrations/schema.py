"""A schema as plain values, so that two can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

OWN_ROOMS = ("directory", "alembic")
"""Tables beside the model: the directory is made by `search_index`, the other by Alembic."""


def schema_of(engine: Engine) -> dict[str, dict[str, Any]]:
    """Columns, keys, unique constraints and indexes of every table of the model."""
    with engine.connect() as connection:
        names = inspect(connection).get_table_names()
        return {name: _table(connection, name) for name in names if not name.startswith(OWN_ROOMS)}


def _table(connection: Connection, name: str) -> dict[str, Any]:
    look = inspect(connection)
    return {
        "columns": {
            column["name"]: (str(column["type"]), column["nullable"], column["default"])
            for column in look.get_columns(name)
        },
        "key": look.get_pk_constraint(name)["constrained_columns"],
        "references": sorted(
            (
                key["name"],
                key["constrained_columns"],
                key["referred_table"],
                key["options"],
            )
            for key in look.get_foreign_keys(name)
        ),
        "unique": sorted(
            (one["name"], one["column_names"]) for one in look.get_unique_constraints(name)
        ),
        "indexes": sorted(
            (one["name"], one["column_names"], bool(one["unique"]))
            for one in look.get_indexes(name)
        ),
    }
