"""Everything an office holds, as values that can be compared, and whether its directory is right.

Tables come from the model's metadata, so that a new table is part of every test of undo.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text

from app.core.directory import COLUMNS, Facts
from app.schema import TRADE

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

_LINE = (*COLUMNS[1:], "sort_key", "names", "words")
JOURNALLED = [
    table for table in TRADE.metadata.sorted_tables if table.info.get("journal") is not False
]


def dump(workspace: Workspace) -> dict[str, list[Any]]:
    """Rows of every journalled table and every line of the directory."""
    return workspace.ask(_dump)


def _dump(session: Session) -> dict[str, list[Any]]:
    rows: dict[str, list[Any]] = {
        table.name: sorted(map(repr, session.execute(select(table)).mappings()))
        for table in JOURNALLED
    }
    marks = text("SELECT mark, id FROM directory_mark")
    kept = [f"{mark} {str(row_id).replace('-', '')}" for mark, row_id in session.execute(marks)]
    return rows | {"directory": sorted(_lines(session)), "marks": sorted(kept)}


def _lines(session: Session) -> list[tuple[str, ...]]:
    """The lines as they are found, without their place among names."""
    query = text(f"SELECT id, {', '.join(_LINE)} FROM directory ORDER BY docid")  # noqa: S608 - our own columns
    found = session.connection().execute(query)
    return [(str(row[0]).replace("-", ""), *row[1:]) for row in found]


def assert_directory_whole(workspace: Workspace) -> None:
    """The directory says what the records say, in name order; its index agrees with it."""
    workspace.ask(_assert_directory_whole)


def _assert_directory_whole(session: Session) -> None:
    kept = _lines(session)
    facts: dict[UUID, Facts] = {}
    for one in TRADE.contributions:
        for row_id, more in one.facts(session, None).items():
            facts[row_id] = facts.get(row_id, Facts()).joined(more)
    wanted = [
        (
            entry.line.id.hex,
            *(getattr(entry.line, name) for name in COLUMNS[1:-2]),
            *(getattr(facts.get(entry.line.id, Facts()), name) for name in COLUMNS[-2:]),
            entry.sort_key,
            entry.names,
            entry.words,
        )
        for indexer in TRADE.indexers
        for entry in indexer.entries(session, None)
    ]
    assert sorted(kept) == sorted(wanted)
    marks = session.connection().execute(text("SELECT mark, id FROM directory_mark"))
    assert sorted((mark, str(row_id).replace("-", "")) for mark, row_id in marks) == sorted(
        (mark, row_id.hex) for row_id, one in facts.items() for mark in one.marks
    )
    at = 1 + _LINE.index("sort_key")
    assert [line[at] for line in kept] == sorted(line[at] for line in kept)
    if session.get_bind().dialect.name == "sqlite":
        for table in ("directory_names", "directory_words"):
            check = f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)"  # noqa: S608 - our own tables
            session.connection().execute(text(check))
