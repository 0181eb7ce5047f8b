"""Lists of any kind of record coming in: rows become drafts, drafts become records, in one Step."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect, select

from app.core import search
from app.core.command import command, naming, unwatched
from app.core.errors import Problem, UnreadableError
from app.core.text import N_, say
from app.interchange.reading import read_table
from app.interchange.record_cells import NoValueError, value_of
from app.interchange.records import CALLED, Link, Noun, targets
from app.interchange.vocabularies import is_code, unknown
from app.interchange.writing import CHUNK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Column
    from sqlalchemy.orm import Session

    from app.core.command import Progress
    from app.core.entity import Entity
    from app.interchange.table import RawRow, Table


@dataclass(frozen=True, slots=True)
class RecordDraft:
    """A row of a list of records: the fields that were filled, by name; `id` is "" for a new one.

    `named` are links of which only the name was given.
    """

    line: int
    id: UUID | None
    values: Mapping[str, Any]
    named: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RecordsRead:
    """The rows of a file that are records, and what was wrong with the others."""

    noun: Noun
    drafts: tuple[RecordDraft, ...]
    problems: tuple[Problem, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class RecordsPut:
    """What came of them."""

    added: int
    updated: int
    unchanged: int
    problems: tuple[Problem, ...]


def read_records(path: Path, noun: Noun) -> RecordsRead:
    """Read a list of records; columns are found by the names an export gives them.

    Raises:
        UnreadableError: the file cannot be read, or has no column of the noun.
    """
    table = read_table(path)
    at = {name.strip().lower(): place for place, name in enumerate(table.header)}
    known = {name: at[name] for name in noun.header if name in at}
    if not known:
        lost = N_("No column of {name} is a field of “{noun}”: they are {known}.")
        told = ", ".join(noun.header)
        raise UnreadableError(say(lost, name=path.name, noun=noun.name, known=told))
    drafts: list[RecordDraft] = []
    problems: list[Problem] = []
    for row in table.rows:
        draft, found = _draft(noun, known, row)
        problems += found
        if draft is not None and not found:
            drafts.append(draft)
    return RecordsRead(noun, tuple(drafts), (*table.problems, *problems), table)


def _draft(
    noun: Noun, at: Mapping[str, int], row: RawRow
) -> tuple[RecordDraft | None, list[Problem]]:
    cells = {name: row.cells[place] for name, place in at.items() if place < len(row.cells)}
    if not any(cell.strip() for cell in cells.values()):
        return None, []
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    columns = [(column.key, column) for column in noun.plain if column.key in cells]
    columns += [(one.key, _column(noun, one.key)) for one in noun.links if one.key in cells]
    columns += [("id", _column(noun, "id"))] if "id" in cells else []
    if not cells.get("id", "").strip():
        columns, problems = _known(noun, columns, cells, row.line)
    for name, column in columns:
        try:
            values[name] = value_of(column, cells[name])
        except NoValueError as error:
            problems.append(Problem(name, error.sentence, row.line))
    named = {
        one.attribute: cells[one.attribute].strip()
        for one in noun.links
        if cells.get(one.attribute, "").strip() and not values.get(one.key)
    }
    return RecordDraft(row.line, values.pop("id", None), values, named), problems


def _known(
    noun: Noun, columns: list[tuple[str, Column[Any]]], cells: Mapping[str, str], line: int
) -> tuple[list[tuple[str, Column[Any]]], list[Problem]]:
    """The fields of a row somebody wrote: what is empty is as usual, an unknown code is told.

    A row with an id is one of an export, which comes back as it was.
    """
    codes = [name for name, _ in columns if is_code(noun.name, name)]
    empty = {name for name in codes if not cells[name].strip()}
    said = {name: unknown(noun.name, name, cells[name].strip()) for name in codes}
    problems = [
        Problem(name, words, line)
        for name, words in said.items()
        if words is not None and name not in empty
    ]
    usual = {
        name
        for name, column in columns
        if not cells[name].strip() and not column.nullable and name not in _required(noun)
    }
    return [one for one in columns if one[0] not in empty | usual], problems


def _column(noun: Noun, key: str) -> Column[Any]:
    found: Column[Any] = inspect(noun.entity).columns[key]
    return found


def rehearse_records(session: Session, read: RecordsRead) -> RecordsPut:
    """What `put_records` would do; nothing is written."""
    with session.no_autoflush:
        found = _put(session, read.noun, read.drafts, unwatched)
    session.expunge_all()
    return found


@command(N_("Imported {n} record from {file}"), N_("Imported {n} records from {file}"))
def put_records(
    session: Session,
    noun: Noun,
    drafts: Sequence[RecordDraft],
    file: str,
    progress: Progress | None = None,
) -> RecordsPut:
    """Add what is new, change what differs, leave the rest; one Step, one undo.

    A row that names a record which is not there is left out and told.
    """
    done = _put(session, noun, drafts, progress or unwatched)
    naming(session, n=done.added + done.updated, file=file)
    return done


def _put(session: Session, noun: Noun, drafts: Sequence[RecordDraft], tell: Progress) -> RecordsPut:
    added = updated = 0
    problems: list[Problem] = []
    for count, draft in enumerate(_elders_first(noun, drafts), start=1):
        links, found = _linked(session, noun, draft)
        there = session.get(noun.entity, draft.id) if draft.id else None
        if there is None and not found:
            found = _missing(noun, draft, links)
        problems += found
        if found:
            continue
        if there is None:
            session.add(_made(noun, draft, links))
            added += 1
        else:
            updated += _changed(there, draft, links)
        if count % CHUNK == 0:
            tell(count, len(drafts))
    left = len({one.line for one in problems})
    return RecordsPut(added, updated, len(drafts) - added - updated - left, tuple(problems))


def _elders_first(noun: Noun, drafts: Sequence[RecordDraft]) -> Sequence[RecordDraft]:
    """The drafts, what one points at in the same list before it."""
    keys = [one.key for one in noun.links if one.target is noun.entity]
    waiting: dict[UUID | None, RecordDraft] = (
        {one.id: one for one in drafts if one.id is not None} if keys else {}
    )
    ordered: list[RecordDraft] = []

    def place(draft: RecordDraft) -> None:
        waiting.pop(draft.id, None)
        for key in keys:
            elder = waiting.get(draft.values.get(key))
            if elder is not None:
                place(elder)
        ordered.append(draft)

    for draft in drafts if keys else ():
        if draft.id is None or draft.id in waiting:
            place(draft)
    return ordered or drafts


def _linked(
    session: Session, noun: Noun, draft: RecordDraft
) -> tuple[dict[str, Entity | None], list[Problem]]:
    """The records a draft points at, by attribute."""
    links: dict[str, Entity | None] = {}
    problems: list[Problem] = []
    for one in noun.links:
        called = draft.named.get(one.attribute, "")
        if called:
            found = _by_name(session, one, called)
            links[one.attribute] = found
            lost = found is None
        elif one.key in draft.values:
            wanted = draft.values[one.key]
            links[one.attribute] = session.get(one.target, wanted) if wanted else None
            lost = wanted is not None and links[one.attribute] is None
        else:
            continue
        if lost:
            none = N_(
                "“{name}” ({field}): no such record, or several. Add it first, or give its id."
            )
            told = say(none, name=called or str(draft.values[one.key]), field=one.attribute)
            problems.append(Problem(one.key, told, draft.line))
    return links, problems


def _by_name(session: Session, link: Link, words: str) -> Entity | None:
    ids = [line.id for line in search.titled(session, words)]
    found = targets(session, link, ids)
    if not found:
        columns = inspect(link.target).columns
        name = next((one for one in CALLED if one in columns), None)
        if name is not None:
            query = select(link.target).where(columns[name] == words).limit(2)
            found = session.scalars(query).all()
    return found[0] if len(found) == 1 else None


def _missing(noun: Noun, draft: RecordDraft, links: Mapping[str, Entity | None]) -> list[Problem]:
    """What a new record cannot do without."""
    there = {name for name, value in draft.values.items() if value is not None}
    empty = [
        column.key
        for column in inspect(noun.entity).columns
        if not column.nullable and column.key in _required(noun) and column.key not in there
    ]
    empty += [
        one.key
        for one in noun.links
        if not _column(noun, one.key).nullable and links.get(one.attribute) is None
    ]
    needed = N_("This field must be filled for a new record.")
    return [Problem(name, say(needed), draft.line) for name in empty]


def _required(noun: Noun) -> frozenset[str]:
    """Fields the model has no default for."""
    return frozenset(
        one.name
        for one in fields(noun.entity)
        if one.init and one.default is MISSING and one.default_factory is MISSING
    )


def _made(noun: Noun, draft: RecordDraft, links: Mapping[str, Entity | None]) -> Entity:
    keys = {column.key for column in noun.plain}
    values = {name: value for name, value in draft.values.items() if name in keys}
    values = {name: value for name, value in values.items() if value is not None}
    if draft.id is not None:
        values["id"] = draft.id
    entity = noun.entity(**values)
    for attribute, target in links.items():
        if target is not None:
            setattr(entity, attribute, target)
    return entity


def _changed(entity: Entity, draft: RecordDraft, links: Mapping[str, Entity | None]) -> bool:
    """Bring a record to what the draft says; whether anything differed."""
    differs = False
    wanted: dict[str, Any] = {
        name: value for name, value in draft.values.items() if not name.endswith("_id")
    }
    for name, value in {**wanted, **links}.items():
        if getattr(entity, name) != value:
            setattr(entity, name, value)
            differs = True
    return differs
