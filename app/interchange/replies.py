"""A list of replies coming in: what its columns mean, and what each row says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from app.contacts.rules.reference import key, rows
from app.core.errors import Problem, UnreadableError
from app.core.text import N_, say
from app.interchange.cell_values import NoDateError, plain_cell, read_date, read_mails
from app.interchange.columns import field_of
from app.interchange.reading import read_table
from app.receptions.rules.replies import Answer, company, is_nothing, read_answer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from app.interchange.table import RawRow, Table

FIELDS = (
    "name", "given", "family", "mail", "organisation", "answer", "persons", "companion",
    "catering", "note", "day",
)  # fmt: skip
_OF_CONTACTS = {
    "full_name": "name",
    "sort_name": "name",
    "given_name": "given",
    "family_name": "family",
    "emails": "mail",
    "organisation_name": "organisation",
    "note": "note",
}


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """One reply as it came in; `words` is the answer as it was written."""

    line: int
    name: str
    mails: tuple[str, ...]
    organisation: str
    words: str
    answer: Answer
    companions: tuple[str, ...] = ()
    catering: str = ""
    note: str = ""
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Replies:
    """A file of replies: its rows, what each column was taken for, what was wrong with it."""

    file: str
    rows: tuple[ReplyRow, ...]
    columns: tuple[str, ...]
    table: Table
    problems: tuple[Problem, ...]

    def mapping(self) -> dict[str, str]:
        """Header to field, for those that are used."""
        pairs = zip(self.table.header, self.columns, strict=False)
        return {header: one for header, one in pairs if one}


@cache
def _headers() -> dict[str, str]:
    return {key(row["header"]): row["field"] for row in rows("reply_headers")}


def reply_field(header: str) -> str:
    """The field a header means, "" where it is not known; long questions by their beginning."""
    plain = key(header)
    found = _headers().get(plain) or _headers().get(plain.rstrip("0123456789"))
    if found:
        return found
    begins = [known for known in _headers() if len(known) > 5 and plain.startswith(known)]
    if begins:
        return _headers()[max(begins, key=len)]
    return _OF_CONTACTS.get(field_of(header), "")


def read_replies(path: Path, wishes: Mapping[str, str] | None = None) -> Replies:
    """Read a list of replies; `wishes` are headers with the field a person chose for them.

    Raises:
        UnreadableError: the file cannot be read, has no answers, or does not say whose they are.
    """
    table = read_table(path)
    columns = _columns(table.header, wishes or {})
    there = set(columns)
    if not {"answer", "persons"} & there or not {"name", "family", "mail"} & there:
        lost = N_(
            "No replies are found in {name}: it needs a column with names or mail addresses and"
            " one with answers. Name them with --map “Header=field”: {fields}."
        )
        raise UnreadableError(say(lost, name=path.name, fields=", ".join(FIELDS)))
    found: list[ReplyRow] = []
    problems: list[Problem] = []
    for row in table.rows:
        cells = _cells(columns, row)
        if not any(cells.values()):
            continue
        found.append(_row(row.line, cells, problems))
    return Replies(path.name, tuple(found), columns, table, (*table.problems, *problems))


def _columns(header: Sequence[str], wishes: Mapping[str, str]) -> tuple[str, ...]:
    """Each field once; a repeated companion's or note's column adds to the first."""
    chosen = [wishes.get(one, reply_field(one)) for one in header]
    for name, wanted in wishes.items():
        if name not in header or wanted not in ("", *FIELDS):
            none = N_("There is no column “{header}” or no field “{field}”: choose {known}.")
            raise UnreadableError(say(none, header=name, field=wanted, known=", ".join(FIELDS)))
    seen: set[str] = set()
    result = []
    for one in chosen:
        result.append("" if one in seen and one not in ("companion", "note") else one)
        seen.add(one)
    return tuple(result)


def _cells(columns: Sequence[str], row: RawRow) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, cell in zip(columns, row.cells, strict=False):
        plain = plain_cell(cell)
        if name and plain:
            found[name] = f"{found[name]}; {plain}" if name in found else plain
    return found


def _row(line: int, cells: Mapping[str, str], problems: list[Problem]) -> ReplyRow:
    whole = " ".join(filter(None, (cells.get("given", ""), cells.get("family", ""))))
    catering = cells.get("catering", "")
    day = None
    try:
        day = read_date(cells.get("day", "").replace("T", " ").split(" ")[0])
    except NoDateError:
        told = N_("“{words}” is no date: the order of the lines counts instead.")
        problems.append(Problem("day", say(told, words=cells["day"]), line))
    return ReplyRow(
        line,
        cells.get("name") or whole,
        read_mails(cells.get("mail", "")),
        cells.get("organisation", ""),
        cells.get("answer") or cells.get("persons", ""),
        read_answer(cells.get("answer", ""), cells.get("persons", "")),
        company(cells.get("companion", "")),
        "" if is_nothing(catering) else catering,
        cells.get("note", ""),
        day,
    )
