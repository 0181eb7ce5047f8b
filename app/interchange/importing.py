"""A file to be imported: what it is, what its columns mean, the drafts it makes."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.core.errors import CannotWriteError, UnreadableError
from app.core.text import N_, Language, say
from app.interchange.columns import guess, holds_what
from app.interchange.contact_rows import drafts
from app.interchange.reading import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from app.contacts.draft import ContactDraft
    from app.core.errors import Problem
    from app.interchange.table import Table

HOLDS = ("people", "organisations", "guests", "participants")


@dataclass(frozen=True, slots=True)
class Plan:
    """A table with the field of each column and what the list holds.

    `wished` is what was asked of a column of a registration: a participant's own field, "" where it
    is one of contacts.
    """

    table: Table
    columns: tuple[str, ...]
    holds: str
    wished: Mapping[str, str] = field(default_factory=dict)

    def drafts(self) -> Iterator[ContactDraft]:
        """One draft a row, made as it is asked for."""
        return drafts(self.table.rows, self.columns, self.holds, self.table.header)

    def mapping(self) -> dict[str, str]:
        """Header to field, for those that are filled."""
        pairs = zip(self.table.header, self.columns, strict=False)
        return {header: one for header, one in pairs if one}

    def refuse_unknown(self, name: str) -> None:
        """Refuse a list of which no column is understood; `name` is the file's.

        Raises:
            UnreadableError: no column fills any field.
        """
        if not any(self.columns):
            lost = N_("No column of {name} is one we know: name them with --map “Header=field”.")
            raise UnreadableError(say(lost, name=name))

    def with_columns(self, columns: Sequence[str]) -> Plan:
        """The same table, its columns understood otherwise."""
        return replace(self, columns=tuple(columns))


def plan(path: Path, holds: str = "", wishes: Mapping[str, str] | None = None) -> Plan:
    """Read a file and guess what its columns mean.

    Raises:
        UnreadableError: the file cannot be read, or a wish names no column or field.
    """
    if holds and holds not in HOLDS:
        none = N_("A list of “{holds}” cannot be imported: choose {known}.")
        raise UnreadableError(say(none, holds=holds, known=", ".join(HOLDS)))
    table = read_table(path)
    wanted = "people" if holds in ("guests", "participants") else holds
    wished: dict[str, str] = {}
    if holds == "participants" and wishes:
        from app.interchange.registrations import own_fields

        own = own_fields()
        wished = {
            header: name if name in own else ""
            for header, name in wishes.items()
            if header in table.header
        }
        wishes = {header: name for header, name in wishes.items() if not wished.get(header)}
    columns = guess(table, wishes, wanted)
    return Plan(table, columns, wanted or holds_what(columns), wished)


def wishes_of(pairs: Sequence[str]) -> dict[str, str]:
    """`Header=field` as a person types it.

    Raises:
        UnreadableError: there is no "=" in it.
    """
    chosen = {}
    for pair in pairs:
        header, sign, name = pair.rpartition("=")
        if not sign:
            bad = N_("“{pair}” is no mapping: write “Header=field”.")
            raise UnreadableError(say(bad, pair=pair))
        chosen[header] = name.strip()
    return chosen


def write_report(path: Path, problems: Sequence[Problem], language: Language) -> None:
    """The problems as a list Excel opens: line, field, sentence.

    Raises:
        CannotWriteError: the file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(("line", "field", "message"))
            for one in problems:
                writer.writerow((one.line or "", one.field, one.to(language)))
    except OSError as error:
        raise CannotWriteError(
            say(N_("{name} cannot be written: choose another place."), name=str(path))
        ) from error
