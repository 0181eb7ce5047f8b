"""What still points at a record that was to be removed, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy import Connection, MetaData

    from app.core.journal import Recorder

_IDS_AT_MOST = 500


def sentence(
    connection: Connection,
    metadata: MetaData,
    nouns: Mapping[str, tuple[str, str]],
    recorder: Recorder,
) -> Sentence | None:
    """Names what refused a removal; None where the tables that did have no words.

    `nouns` gives for a table the singular and plural that count its rows.
    """
    counts = uses(connection, metadata, recorder.removed)
    parts = [say(*nouns[name], n=counts[name]) for name in nouns if counts.get(name)]
    if not parts:
        return None
    told = parts[0]
    for number, part in enumerate(parts[1:], start=2):
        joined = N_("{first} and {last}") if number == len(parts) else N_("{first}, {last}")
        told = say(joined, first=told, last=part)
    return say(N_("This is still used by {uses}: remove it there first."), uses=told)


def uses(
    connection: Connection, metadata: MetaData, removed: Mapping[str, set[UUID]]
) -> dict[str, int]:
    """Per table how many rows point at records that were to be removed, and would have stayed."""
    found: dict[str, int] = {}
    for table in metadata.sorted_tables:
        gone = removed.get(table.name, set())
        for key in table.foreign_keys:
            ids = list(removed.get(key.column.table.name, ()))[:_IDS_AT_MOST]
            if not ids or "id" not in table.c:
                continue
            query = select(func.count()).where(key.parent.in_(ids))
            if gone:
                query = query.where(table.c.id.not_in(list(gone)[:_IDS_AT_MOST]))
            number = connection.execute(query).scalar_one()
            if number:
                found[table.name] = found.get(table.name, 0) + number
    return found
