"""Lists of matchmaking: companies and hosts, and who wishes to meet whom.

Headers are understood in English, Dutch and French (`fair_headers.csv`). A list of wishes has a row
for a pair (company, host, weight), for a ranked list (company, 1, 2, 3 …: names in order), or is a
table of companies by hosts with weights in its cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from app.contacts.rules.reference import key, rows
from app.core.errors import Problem, UnreadableError
from app.core.text import N_, say
from app.interchange.cell_values import plain_cell
from app.interchange.reading import read_table
from app.missions.draft import FairPartyDraft
from app.missions.rules.meetings import HIGHEST_WISH, USUAL_WISH, Side, rank_weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from app.interchange.table import RawRow, Table

_MOST, _FIGURES = 999, 4
_PARTED = re.compile(r"[|;,]")
_PLACE = re.compile(r"^(?:wish|choice|keuze|wens|choix|souhait)?\s*([1-9]\d?)$")


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party as a list has it; `away` are numbers of slots, or times, as written.

    `said` are the fields the list has a column for: one already there keeps all others.
    """

    draft: FairPartyDraft
    away: tuple[str, ...]
    line: int
    said: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WishLine:
    """A wish by names; `side` says of which side the first name is, "" where not known."""

    party: str
    other: str
    weight: int
    line: int
    side: str = ""


@dataclass(frozen=True, slots=True)
class FairList:
    """A list, read: parties or wishes, what could not be read, and which column is what."""

    table: Table
    mapping: dict[str, str]
    parties: tuple[PartyLine, ...] = ()
    wishes: tuple[WishLine, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


@cache
def _headers() -> Mapping[str, str]:
    return {key(row["header"]): row["field"] for row in rows("fair_headers")}


def _fields(table: Table, problems: list[Problem]) -> list[str]:
    found: list[str] = []
    for header in table.header:
        name = _headers().get(key(header), "")
        if name and name in found:
            told = N_("The column “{name}” stands there twice: the first counts.")
            problems.append(Problem(name, say(told, name=header[:40])))
        found.append("" if name in found else name)
    return found


def read_parties(path: Path) -> FairList:
    """Companies and hosts of a list.

    Raises:
        UnreadableError: no list, or no column of it is a name.
    """
    table = read_table(path)
    problems: list[Problem] = []
    fields = _fields(table, problems)
    fields = ["name" if one in ("company", "host") and "name" not in fields else one
              for one in fields]  # fmt: skip
    if "name" not in fields:
        told = N_("“{file}” has no column with names: call one of them “name”.")
        raise UnreadableError(say(told, file=path.name))
    made = [one for row in table.rows if (one := _party(row, fields, problems)) is not None]
    mapping = {head: name for head, name in zip(table.header, fields, strict=True) if name}
    return FairList(table, mapping, tuple(made), (), (*table.problems, *problems))


def _party(row: RawRow, fields: Sequence[str], problems: list[Problem]) -> PartyLine | None:
    cells = {name: _cell(row, at) for at, name in enumerate(fields) if name}
    name = cells.get("name", "")
    if not name:
        told = say(N_("This row has no name; it was left out."))
        problems.append(Problem("name", told, row.line))
        return None
    most = cells.get("most", "")
    if most and not 0 < _number(most) <= _MOST:
        problems.append(_no_number("most", most, row.line))
        most = ""
    language = cells.get("language", "").lower()
    draft = FairPartyDraft(
        name,
        _side(cells.get("side", ""), row.line, problems),
        cells.get("wanted", ""),
        cells.get("offered", ""),
        language[:2] if language[:2].isascii() and language[:2].isalpha() else "",
        int(most) if most else None,
        note=cells.get("note", ""),
    )
    away = tuple(part.strip() for part in _PARTED.split(cells.get("away", "")) if part.strip())
    return PartyLine(draft, away, row.line, frozenset(cells))


def _side(cell: str, line: int, problems: list[Problem]) -> str:
    found = _said_side(cell)
    if cell and not found:
        told = say(N_("“{words}” is no side; it was taken as ours."), words=cell[:40])
        problems.append(Problem("side", told, line))
    return found or Side.OURS


def _said_side(cell: str) -> str:
    """The side a cell says, "" where it says none."""
    return _headers().get(key(f"side {cell}"), "") if cell else ""


def read_wishes(path: Path) -> FairList:
    """Wishes of a list: pairs, ranked lists, or a table of companies by hosts.

    Raises:
        UnreadableError: no list, or nobody is named in it.
    """
    table = read_table(path)
    problems: list[Problem] = []
    fields = _fields(table, problems)
    if "company" in fields and "host" in fields:
        made = list(_pairs(table, fields, problems))
    elif any(_PLACE.match(head.strip().lower()) for head in table.header[1:]):
        made = list(_ranked(table, fields))
    elif len(table.header) > 1:
        made = list(_grid(table, problems))
    else:
        told = N_("“{file}” has no wishes: give it the columns company, host and weight.")
        raise UnreadableError(say(told, file=path.name))
    mapping = {head: name for head, name in zip(table.header, fields, strict=True) if name}
    return FairList(table, mapping, (), tuple(made), (*table.problems, *problems))


def _pairs(table: Table, fields: Sequence[str], problems: list[Problem]) -> Iterator[WishLine]:
    at = {name: place for place, name in enumerate(fields) if name}
    for row in table.rows:
        company, host = _cell(row, at["company"]), _cell(row, at["host"])
        weight = USUAL_WISH
        if "weight" in at:
            weight = _weight(_cell(row, at["weight"]), row.line, problems)
        said = _cell(row, at["side"]) if "side" in at else ""
        by = _said_side(said)
        if not company or not host:
            problems.append(_half("company" if not company else "host", row.line))
        elif by == Side.HOST:
            yield WishLine(host, company, weight, row.line, Side.HOST)
        else:
            yield WishLine(company, host, weight, row.line, Side.OURS)


def _ranked(table: Table, fields: Sequence[str]) -> Iterator[WishLine]:
    """The first column wishes, the numbered ones are whom, the dearest first."""
    places = {
        at: int(found[1])
        for at, head in enumerate(table.header)
        if at and (found := _PLACE.match(head.strip().lower()))
    }
    side = Side.HOST if fields[0] == "host" else ""
    for row in table.rows:
        for at, place in places.items():
            if _cell(row, 0) and _cell(row, at):
                weight = rank_weight(place - 1)
                yield WishLine(_cell(row, 0), _cell(row, at), weight, row.line, side)


def _grid(table: Table, problems: list[Problem]) -> Iterator[WishLine]:
    for row in table.rows:
        for at, host in enumerate(table.header[1:], start=1):
            cell = _cell(row, at)
            if cell and _cell(row, 0):
                weight = _weight(cell, row.line, problems)
                yield WishLine(_cell(row, 0), host.strip(), weight, row.line, Side.OURS)


def _weight(cell: str, line: int, problems: list[Problem]) -> int:
    if not cell:
        return USUAL_WISH
    if 0 <= _number(cell) <= HIGHEST_WISH:
        return _number(cell)
    if cell.lower() in ("x", "ja", "yes", "oui"):
        return USUAL_WISH
    told = say(N_("“{words}” is no wish from 1 to 5; 3 was taken."), words=cell[:40])
    problems.append(Problem("weight", told, line))
    return USUAL_WISH


def _number(cell: str) -> int:
    """A number of one to four figures; -1 where a cell is none."""
    return int(cell) if cell.isdecimal() and len(cell) <= _FIGURES else -1


def _half(name: str, line: int) -> Problem:
    told = N_("This row names only one of the two; it was left out.")
    return Problem(name, say(told), line)


def _no_number(name: str, cell: str, line: int) -> Problem:
    told = say(N_("“{words}” is no number; it was left out."), words=cell[:40])
    return Problem(name, told, line)


def _cell(row: RawRow, at: int) -> str:
    cell = row.cells[at].strip() if at < len(row.cells) else ""
    return plain_cell(cell) if cell[:1] == "'" else cell
