"""Full-text search and lists over the directory: FTS5 on SQLite, tsvector on PostgreSQL.

Hits come in name order: first those whose names hold every word, then those found by anything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text

from app.core.directory import COLUMNS, Entry, Line, View, entry_of, line_from
from app.core.fold import words
from app.core.spelling import other_spellings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

COUNT_LIMIT = 1_000
"""Counting stops here; a list says "1,000+"."""

_SELECT = ", ".join(f"d.{name}" for name in COLUMNS)
_FEW = 12
_SHORT = 3
_DIGITS = re.compile(r"^[\s+()./\-‐‑–·]*\d[\d\s+()./\-‐‑–·]*$")


def terms(query: str) -> list[str]:
    """The words a query asks for; a phone number typed in any form is one word."""
    if _DIGITS.match(query) and sum(c.isdigit() for c in query) > _SHORT:
        digits = re.sub(r"\D", "", query.replace("(0)", ""))
        return [digits.removeprefix("00").lstrip("0") or digits]
    return words(query).split()


def spellings(query: str) -> list[tuple[str, ...]]:
    """The words a query asks for, each with the other ways its name may be written."""
    wanted = terms(query)
    if len(wanted) == 1 and wanted[0].isdigit():
        return [(wanted[0],)]
    typed = query.split() if len(query.split()) == len(wanted) else wanted
    return [other_spellings(term, raw) for term, raw in zip(wanted, typed, strict=True)]


def find(session: Session, query: str, kinds: Sequence[str] = (), limit: int = 50) -> list[Line]:
    """Lines that hold every word of `query` (each as the beginning of a word), in name order."""
    wanted = spellings(query)
    if not wanted:
        return []
    connection = session.connection()
    hits = _hits(connection, "names", wanted, kinds, limit)
    if len(hits) < limit:
        known = {row[0] for row in hits}
        more = _hits(connection, "words", wanted, kinds, limit)
        hits += [row for row in more if row[0] not in known]
    return [line_from(row[1:]) for row in hits[:limit]]


def count(session: Session, query: str, kinds: Sequence[str] = ()) -> int:
    """How many lines answer, at most `COUNT_LIMIT`."""
    wanted = spellings(query)
    if not wanted:
        return 0
    return len(_hits(session.connection(), "words", wanted, kinds, COUNT_LIMIT, "d.docid"))


@dataclass(frozen=True, slots=True)
class _Query:
    """The FROM and WHERE of a statement, the column that follows name order, and the values."""

    source: str
    order: str
    values: dict[str, Any]


def _hits(
    connection: Connection,
    column: str,
    wanted: list[tuple[str, ...]],
    kinds: Sequence[str],
    limit: int,
    columns: str = f"d.docid, {_SELECT}",
) -> list[Any]:
    found = _matching(connection, column, wanted, View(kinds=tuple(kinds)))
    query = f"SELECT {columns} FROM {found.source} ORDER BY {found.order} LIMIT :limit"  # noqa: S608 - fixed parts only
    return list(connection.execute(text(query), {**found.values, "limit": limit}).all())


def _matching(
    connection: Connection,
    column: str,
    wanted: list[tuple[str, ...]],
    view: View,
    sort: str = "docid",
) -> _Query:
    """A search with the other conditions of a view.

    Nearly every line is a person: with any other condition or order the index of kinds would be a
    walk over all of them. Many hold the same roles, few were met or leave between two days.
    SQLite's planner knows none of this: a "+" hides the column whose index would be the worse.
    """
    conditions, values = _conditions(view)
    alone = not wanted and sort == "docid" and view == View(kinds=view.kinds[:1])
    between = any(bound.low and bound.high for bound in view.bounds)
    if connection.dialect.name == "sqlite":
        hidden = [name for name, hide in (("kind", not alone), ("role", between)) if hide]
        conditions = [_hide(one, hidden) for one in conditions]
    if not wanted:
        return _Query("directory d WHERE " + " AND ".join(conditions or ["1=1"]), "d.docid", values)
    if connection.dialect.name == "postgresql":
        either = (" | ".join(f"{one}:*" for one in term) for term in wanted)
        values["query"] = " & ".join(f"({term})" for term in either)
        match = f"d.{column}_vector @@ to_tsquery('simple', :query)"
        return _Query(f"directory d WHERE {' AND '.join([match, *conditions])}", "d.docid", values)
    table = f"directory_{column}"
    values["query"] = " AND ".join(_either(connection, table, term) for term in wanted)
    where = " AND ".join([f"{table} MATCH :query", *conditions])
    joined = f"{table} f CROSS JOIN directory d ON d.docid = f.rowid WHERE {where}"
    return _Query(joined, "f.rowid", values)


def _hide(condition: str, columns: Sequence[str]) -> str:
    hidden = any(condition.startswith(f"d.{column} IN") for column in columns)
    return f"+{condition}" if hidden else condition


def _conditions(view: View) -> tuple[list[str], dict[str, Any]]:
    conditions: list[str] = []
    values: dict[str, Any] = {}
    chosen = {"kind": view.kinds, "role": view.roles, "country": view.countries}
    more = {"state": view.states, "language": view.languages}
    for column, wanted in {**chosen, **more}.items():
        if wanted:
            conditions.append(f"d.{column} IN ({_named(column, wanted, values)})")
    for at, group in enumerate(view.marks):
        marked = _named(f"mark{at}_", group, values)
        bearers = f"SELECT id FROM directory_mark WHERE mark IN ({marked})"  # noqa: S608 - named values only
        conditions.append(f"d.id IN ({bearers})")
    for at, bound in enumerate(view.bounds):
        _check_column(bound.column)
        for sign, name, end in ((">=", "low", bound.low), ("<=", "high", bound.high)):
            if end is not None:
                values[f"{name}{at}"] = end
                conditions.append(f"d.{bound.column} {sign} :{name}{at}")
    return conditions, values


def _named(name: str, wanted: Sequence[str], values: dict[str, Any]) -> str:
    named = {f"{name}{at}": one for at, one in enumerate(wanted)}
    values |= named
    return ", ".join(f":{one}" for one in named)


def _check_column(column: str) -> None:
    if column not in COLUMNS:
        message = f"no such column in the directory: {column}"
        raise ValueError(message)


def _either(connection: Connection, table: str, spelt: tuple[str, ...]) -> str:
    """Any spelling of a word; of the others only those somebody's name begins with."""
    first, *others = spelt
    found = [_term(connection, table, first)]
    found += filter(None, (_term(connection, table, one, known=True) for one in others))
    return found[0] if len(found) == 1 else f"({' OR '.join(found)})"


def _term(connection: Connection, table: str, term: str, *, known: bool = False) -> str:
    """A prefix query; a long prefix with few completions becomes those words, which is lazier.

    A term that must be `known` and is not gives "".
    """
    if len(term) <= _SHORT and not known:
        return f'"{term}"*'
    found = connection.execute(
        text(f"SELECT term FROM {table}_v WHERE term >= :low AND term < :high LIMIT {_FEW + 1}"),  # noqa: S608 - our own table names
        {"low": term, "high": term + "\U0010ffff"},
    ).scalars()
    completions = list(found)
    if known and not completions:
        return ""
    if len(completions) > _FEW:
        return f'"{term}"*'
    return "(" + " OR ".join(f'"{word}"' for word in completions or [term]) + ")"


def ordered_ids(session: Session, view: View, sort: str = "docid") -> bytes:
    """The ids of a list, 16 bytes each, in the order of a column, fetched in one step.

    One step because SQLite gives up the interpreter's lock at every row.
    """
    connection = session.connection()
    found = _matching(connection, "words", spellings(view.text), view, sort)
    inner = f"SELECT d.id AS id FROM {found.source} ORDER BY {_order(found, sort)}"  # noqa: S608 - fixed parts only
    if connection.dialect.name == "postgresql":
        query = f"SELECT string_agg(replace(id::text, '-', ''), '') FROM ({inner}) AS lines"  # noqa: S608 - fixed parts only
    else:
        query = f"SELECT group_concat(id, '') FROM ({inner})"  # noqa: S608 - fixed parts only
    joined = connection.execute(text(query), found.values).scalar()
    return bytes.fromhex(joined or "")


def first_lines(
    session: Session,
    view: View,
    sort: str = "docid",
    limit: int = 60,
    *,
    descending: bool = False,
) -> list[Line]:
    """The first screenful of a list."""
    connection = session.connection()
    found = _matching(connection, "words", spellings(view.text), view, sort)
    order = _order(found, sort)
    if descending:
        order = ", ".join(f"{column} DESC" for column in order.split(", "))
    query = f"SELECT {_SELECT} FROM {found.source} ORDER BY {order} LIMIT {int(limit)}"  # noqa: S608 - fixed parts only
    return [line_from(row) for row in connection.execute(text(query), found.values)]


def counts(session: Session, views: Sequence[View], limit: int = COUNT_LIMIT) -> list[int]:
    """How many lines each list has, counted up to `limit`."""
    connection = session.connection()
    found: list[int] = []
    for view in views:
        of = _matching(connection, "words", spellings(view.text), view)
        inner = f"SELECT 1 AS one FROM {of.source} LIMIT {int(limit)}"  # noqa: S608 - fixed parts only
        query = f"SELECT count(*) FROM ({inner}) AS lines"  # noqa: S608 - fixed parts only
        found.append(int(connection.execute(text(query), of.values).scalar_one()))
    return found


def groups(session: Session, view: View, column: str) -> list[tuple[str, int]]:
    """The values of a column in a list and how many lines each has, in the column's order."""
    connection = session.connection()
    found = _matching(connection, "words", spellings(view.text), view, column)
    _check_column(column)
    query = (
        f"SELECT d.{column}, count(*) FROM {found.source}"  # noqa: S608 - a known column
        f" GROUP BY d.{column} ORDER BY d.{column}"
    )
    return [(str(row[0]), row[1]) for row in connection.execute(text(query), found.values)]


def lines(session: Session, ids: Sequence[UUID]) -> list[Line]:
    """The lines of these ids, in their order; ids without a line are left out."""
    if not ids:
        return []
    keys = ", ".join(f"'{one.hex}'" for one in ids)
    query = f"SELECT {_SELECT} FROM directory d WHERE d.id IN ({keys})"  # noqa: S608 - hex digits only
    found = {line.id: line for line in map(line_from, session.connection().execute(text(query)))}
    return [found[one] for one in ids if one in found]


def entries(session: Session, ids: Sequence[UUID]) -> dict[UUID, Entry]:
    """The lines of these ids with the words they are found by; ids without a line are left out."""
    if not ids:
        return {}
    keys = ", ".join(f"'{one.hex}'" for one in ids)
    query = (
        f"SELECT {_SELECT}, d.sort_key, d.names, d.words FROM directory d WHERE d.id IN ({keys})"  # noqa: S608 - hex digits only
    )
    found = map(entry_of, session.connection().execute(text(query)))
    return {entry.line.id: entry for entry in found}


def plan(session: Session, view: View, sort: str) -> str:
    """How SQLite means to read a list, for those who look after its speed."""
    found = _matching(session.connection(), "words", spellings(view.text), view, sort)
    query = f"SELECT {_SELECT} FROM {found.source} ORDER BY {_order(found, sort)}"  # noqa: S608 - fixed parts only
    rows = session.connection().execute(text(f"EXPLAIN QUERY PLAN {query}"), found.values)
    return "\n".join(str(row[-1]) for row in rows)


def kind_counts(session: Session) -> dict[str, int]:
    """How many lines there are of each kind."""
    query = text("SELECT kind, count(*) FROM directory GROUP BY kind")
    return {row[0]: row[1] for row in session.connection().execute(query)}


def ids_beginning(session: Session, beginning: str, limit: int = 5) -> list[UUID]:
    """Ids whose hex digits begin so (a short reference typed by a person)."""
    low, high = UUID(beginning.ljust(32, "0")), UUID(beginning.ljust(32, "f"))
    where = "d.id BETWEEN :low AND :high"
    query = text(f"SELECT {_SELECT} FROM directory d WHERE {where} LIMIT :limit").bindparams(  # noqa: S608 - fixed parts only
        bindparam("low", type_=Uuid()), bindparam("high", type_=Uuid())
    )
    values = {"low": low, "high": high, "limit": limit}
    return [line_from(row).id for row in session.connection().execute(query, values)]


def titled(session: Session, title: str, limit: int = 5) -> list[Line]:
    """Lines whose title is exactly this."""
    query = text(f"SELECT {_SELECT} FROM directory d WHERE d.title = :title LIMIT :limit")  # noqa: S608 - fixed parts only
    rows = session.connection().execute(query, {"title": title, "limit": limit})
    return [line_from(row) for row in rows]


def _order(found: _Query, sort: str) -> str:
    if sort == "docid":
        return found.order
    _check_column(sort)
    return f"d.{sort}, d.docid"
