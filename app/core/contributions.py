"""What rooms add to the lines of lower rooms: when last, how often, marks.

A change of these writes neither words nor names anew, so that tagging thousands is quick. Beside
`search` and `search_index` a room that writes SQL by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Uuid, bindparam, text

from app.core.bulk import ranged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from app.core.directory import Contribution, Facts
    from app.core.images import TableImages

_CHUNK = 400
_ID = bindparam("id", type_=Uuid())
_FACTS = text("UPDATE directory SET seen = :seen, times = :times WHERE id = :id").bindparams(_ID)
_MARK = text("INSERT INTO directory_mark (mark, id) VALUES (:mark, :id)").bindparams(_ID)


def add(
    session: Session, contributions: Sequence[Contribution], ids: Sequence[UUID] | None
) -> None:
    """Write what the rooms add to the lines of these ids, or to all lines, newly built."""
    if ids is not None and not ids:
        return
    connection = session.connection()
    if ids is not None:
        _take_away(connection, ids)
    facts: dict[UUID, Facts] = {}
    for one in contributions:
        for row_id, more in one.facts(session, ids).items():
            known = facts.get(row_id)
            facts[row_id] = more if known is None else known.joined(more)
    _write(connection, facts)


def add_changed(
    session: Session,
    contributions: Sequence[Contribution],
    images: Mapping[str, TableImages],
    renewed: set[UUID],
) -> None:
    """Write what the rooms add where a Step touched it, and to the lines written anew."""
    ids = set(renewed)
    for one in contributions:
        touched = {name: rows for name, rows in images.items() if name in one.tables}
        if touched:
            ids |= one.affected(session, touched)
    add(session, contributions, sorted(ids))


def forget_range(connection: Connection, first: UUID, last: UUID) -> None:
    """Drop the marks of an id range, whose lines move away."""
    connection.execute(
        ranged("DELETE FROM directory_mark WHERE id BETWEEN :first AND :last"),
        {"first": first, "last": last},
    )


def _take_away(connection: Connection, ids: Sequence[UUID]) -> None:
    for start in range(0, len(ids), _CHUNK):
        keys = ", ".join(repr(one.hex) for one in ids[start : start + _CHUNK])
        connection.execute(text(f"DELETE FROM directory_mark WHERE id IN ({keys})"))  # noqa: S608 - hex digits only
        connection.execute(
            text(
                "UPDATE directory SET seen = '', times = 0"  # noqa: S608 - hex digits only
                f" WHERE id IN ({keys}) AND (seen <> '' OR times <> 0)"
            )
        )


def _write(connection: Connection, facts: Mapping[UUID, Facts]) -> None:
    told = [
        {"id": row_id, "seen": one.seen, "times": one.times}
        for row_id, one in facts.items()
        if one.seen or one.times
    ]
    marks = [
        {"id": row_id, "mark": mark} for row_id, one in facts.items() for mark in sorted(one.marks)
    ]
    if told:
        connection.execute(_FACTS, told)
    if marks:
        connection.execute(_MARK, marks)
