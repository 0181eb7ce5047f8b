"""Alembic's door: the caller brings the connection (see app/core/migrate.py)."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=context.config.attributes.get("metadata"),
    render_as_batch=True,
    compare_type=True,
    include_object=lambda _object, name, kind, *_: (
        not (kind == "table" and str(name).startswith("directory"))
    ),
)
with context.begin_transaction():
    context.run_migrations()
