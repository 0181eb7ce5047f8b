"""Rows of a registration list: a contact like any other, and what only a participant has.

The columns of contacts are understood by the usual import; those of a registration (role, group,
badge, arrival, passport) by `registration_headers.csv`. A column nobody understands is kept in the
participant's note, word for word; one that by its header holds papers, health or faith is left out
and told, because a note is in every list.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from app.contacts.rules.reference import key, rows
from app.core.errors import Problem
from app.core.text import N_, Language, say
from app.interchange.cell_values import NoDateError, plain_cell, read_date
from app.interchange.contact_rows import drafts
from app.missions.draft import PapersDraft
from app.missions.rules.delegation import Role, Status, role_label, status_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.contacts.draft import ContactDraft
    from app.interchange.importing import Plan
    from app.interchange.table import RawRow

_PAPERS = frozenset(
    {"number", "machine_name", "born_on", "expires_on", "ticket_name", "visa", "insurance"}
)
_DATES = frozenset({"registered_on", "born_on", "expires_on"})
_MOMENTS = frozenset({"arrives_at", "leaves_at"})
_CODES = frozenset({"role", "status", "visa"})
_SENSITIVE = re.compile(
    r"pass?e?p|reispas|visum|visa|rijksregister|nationalnumber|nationalid|registrenational|"
    r"identi[tf]|diet|dieet|allerg|halal|kosher|kasher|medi[ck]|medisch|health|santé|sante|"
    r"gezondheid|relig|godsdienst"
)
_FIGURES, _HOURS, _MINUTES = 4, 24, 60
_SEVERAL = re.compile(r"[|;,]")
_TIME = re.compile(r"^(.*?)[ T]+(\d{1,2})[:.h](\d{2})(?::\d{2})?$")


@dataclass(frozen=True, slots=True)
class Registration:
    """A row as it registers somebody: the contact, the participant's fields, the papers."""

    contact: ContactDraft
    fields: Mapping[str, Any] = field(default_factory=dict)
    papers: PapersDraft = field(default_factory=PapersDraft)
    with_name: str = ""

    @property
    def line(self) -> int:
        """Where the row stands in the file."""
        return self.contact.line


@dataclass(frozen=True, slots=True)
class Registrations:
    """A registration list, read; `mapping` is header to field, those of contacts included."""

    rows: tuple[Registration, ...]
    problems: tuple[Problem, ...]
    mapping: dict[str, str]


@cache
def _headers() -> Mapping[str, str]:
    return {key(row["header"]): row["field"] for row in rows("registration_headers")}


@cache
def own_fields() -> Mapping[str, tuple[str, ...]]:
    """What a registration list holds beyond contacts, each with the headers it is known by."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("registration_headers"):
        found[row["field"]] = (*found.get(row["field"], ()), row["header"])
    return found


@cache
def _words() -> Mapping[tuple[str, str], str]:
    """Words of a cell as codes: those of the list, the codes, and our own labels."""
    found = {(row["field"], key(row["word"])): row["code"] for row in rows("registration_words")}
    for role in Role:
        found |= {("role", key(role_label(role).to(one))): str(role) for one in Language}
        found["role", key(role)] = str(role)
    for status in Status:
        found |= {("status", key(status_label(status).to(one))): str(status) for one in Language}
        found["status", key(status)] = str(status)
    return found


def code_of(name: str, cell: str) -> str:
    """The code a cell of a role, a status or a visa means, "" where it means none."""
    return _words().get((name, key(cell)), "")


def read_registrations(plan: Plan) -> Registrations:
    """Every row of a registration list; what cannot be read is told, nothing dropped unsaid."""
    table = list(plan.table.rows)
    fields = _fields(plan, table)
    columns = tuple(
        "" if own or one == "note" else one for one, own in zip(plan.columns, fields, strict=True)
    )
    reader = _Reader(plan.table.header, fields, columns)
    contacts = drafts(table, columns, "people", plan.table.header)
    made = tuple(reader.read(row, one) for row, one in zip(table, contacts, strict=True))
    kept = {at: "note" for at, _ in reader.others}
    filled = [
        own or one or kept.get(at, "")
        for at, (own, one) in enumerate(zip(fields, columns, strict=True))
    ]
    mapping = {header: one for header, one in zip(plan.table.header, filled, strict=True) if one}
    return Registrations(made, (*reader.left_out(), *reader.problems), mapping)


def _fields(plan: Plan, table: Sequence[RawRow]) -> tuple[str, ...]:
    """Per column the field of a participant it fills, each once; "" for the columns of contacts."""
    found: list[str] = []
    for at, header in enumerate(plan.table.header):
        name = plan.wished.get(header, _headers().get(key(header), ""))
        cells = [row.cells[at].strip() for row in table[:200] if at < len(row.cells)]
        if name in _CODES and not _mostly_codes(name, [cell for cell in cells if cell]):
            name = ""
        found.append("" if name in found else name)
    return tuple(found)


def _mostly_codes(name: str, cells: Sequence[str]) -> bool:
    """Whether a column called "role" holds roles; else it holds functions."""
    return not cells or sum(bool(code_of(name, cell)) for cell in cells) * 2 >= len(cells)


class _Reader:
    """Reads the columns of a participant, row after row."""

    def __init__(
        self, header: Sequence[str], fields: Sequence[str], columns: Sequence[str]
    ) -> None:
        self.at = {name: place for place, name in enumerate(fields) if name}
        unknown = [
            (place, header[place])
            for place, (own, contact) in enumerate(zip(fields, columns, strict=True))
            if not own and not contact
        ]
        self.closed = [(at, name) for at, name in unknown if _SENSITIVE.search(key(name))]
        self.others = [one for one in unknown if one not in self.closed]
        self.filled: Counter[str] = Counter()
        self.problems: list[Problem] = []

    def read(self, row: RawRow, contact: ContactDraft) -> Registration:
        """A row."""
        cells = {name: _cell(row, at) for name, at in self.at.items()}
        values = {
            name: value
            for name, cell in cells.items()
            if cell and (value := self._value(name, cell, row.line)) is not None
        }
        note = "\n".join([*filter(None, (values.pop("note", ""),)), *self._beyond(row)])
        if note:
            values["note"] = note
        for at, name in self.closed:
            self.filled[name] += bool(_cell(row, at))
        papers = {name: values.pop(name) for name in sorted(_PAPERS & set(values))}
        with_name = str(values.pop("with_name", ""))
        return Registration(contact, values, self._papers(papers, row.line), with_name)

    def _beyond(self, row: RawRow) -> list[str]:
        return [f"{name}: {cell}" for at, name in self.others if (cell := _cell(row, at))]

    def _value(self, name: str, cell: str, line: int) -> Any:
        if name in _CODES:
            return self._code(name, cell, line)
        if name in _DATES or name in _MOMENTS:
            return self._moment(name, cell, line)
        if name == "groups":
            return tuple(
                dict.fromkeys(part.strip() for part in _SEVERAL.split(cell) if part.strip())
            )
        if name == "host_place":
            return self._place(cell, line)
        return cell

    def _place(self, cell: str, line: int) -> int | None:
        if cell.isdecimal() and len(cell) <= _FIGURES and int(cell):
            return int(cell)
        told = N_("“{words}” is no place from 1; it was left out.")
        self.problems.append(Problem("host_place", say(told, words=cell[:40]), line))
        return None

    def _code(self, name: str, cell: str, line: int) -> str | None:
        found = code_of(name, cell)
        if found:
            return found
        told = {
            "role": N_("“{words}” is no role we know; the role stays as it is."),
            "status": N_("“{words}” is no status we know; the status stays as it is."),
            "visa": N_("What this row says of a visa was not understood; look at it."),
        }[name]
        words = "" if name == "visa" else cell[:60]
        sentence = say(told, words=words) if words else say(told)
        self.problems.append(Problem(name, sentence, line))
        return None

    def _moment(self, name: str, cell: str, line: int) -> dt.date | dt.datetime | None:
        parted = _TIME.match(cell)
        try:
            day = read_date(parted[1] if parted else cell)
        except NoDateError:
            day = None
        if day is None:
            words = N_("A date of this row cannot be read; it was left out.")
            told = N_("“{words}” is no date; it was left out.")
            sentence = say(words) if name in _PAPERS else say(told, words=cell[:40])
            self.problems.append(Problem(name, sentence, line))
            return None
        if name in _DATES:
            return day
        hour, minute = (int(parted[2]), int(parted[3])) if parted else (0, 0)
        if hour >= _HOURS or minute >= _MINUTES:
            told = N_("“{words}” is no time of day: only the day was taken.")
            self.problems.append(Problem(name, say(told, words=cell[:40]), line))
            hour = minute = 0
        return dt.datetime.combine(day, dt.time(hour, minute))

    def _papers(self, found: dict[str, Any], line: int) -> PapersDraft:
        draft = replace(PapersDraft(), **found)
        wrong = {one.field for one in draft.problems()}
        for one in draft.problems():
            self.problems.append(Problem(one.field, one.sentence, line))
        return replace(PapersDraft(), **{k: v for k, v in found.items() if k not in wrong})

    def left_out(self) -> list[Problem]:
        """One word about each column that was closed to a note."""
        told = N_("The column “{name}” looks sensitive and was left out: type it where it belongs.")
        return [Problem("", say(told, name=name)) for name, number in self.filled.items() if number]


def _cell(row: RawRow, at: int) -> str:
    cell = row.cells[at].strip() if at < len(row.cells) else ""
    return plain_cell(cell) if cell[:1] == "'" else cell
