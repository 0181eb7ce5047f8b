"""Commands about what the office holds: import, export, search, list, invite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.cli.common import answer, answer_rows, context, opened, resolve
from app.contacts.rules import lines as contact_lines
from app.core import search
from app.core.errors import NotFoundError
from app.core.search import View
from app.core.text import N_, Language, say
from app.receptions.commands import invite

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.core.directory import Line

KINDS = {"people": "person", "organisations": "organisation", "receptions": "reception"}
_EVERYTHING = 10_000_000


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an import was asked to do."""

    holds: str = ""
    into: str = ""
    mapping: tuple[str, ...] = ()
    on_duplicate: str = "skip"
    dry_run: bool = False
    report: Path | None = None


def search_office(text: str, limit: int) -> int:
    """Print what the search box finds."""
    with opened() as workspace:
        found = workspace.ask(search.find, text, (), limit)
    language = context().language
    answer_rows(
        [
            {
                "kind": line.kind,
                "id": line.id.hex,
                "title": contact_lines.title(line, language),
                "subtitle": contact_lines.subtitle(line, language),
            }
            for line in found
        ]
    )
    return 0


def list_rows(what: str) -> int:
    """Print every row of a kind, in name order."""
    kind = _kind(what)
    with opened() as workspace:
        found = workspace.ask(search.first_lines, View(kinds=(kind,)), "docid", _EVERYTHING)
    answer_rows([_row(line, context().language) for line in found])
    return 0


def _row(line: Line, language: Language) -> dict[str, Any]:
    return {
        "id": line.id.hex,
        "name": contact_lines.title(line, language),
        "native_name": line.native,
        "role": line.role,
        "place": contact_lines.place(line, language),
        "country": line.country,
        "day": line.day,
        "stage": line.state,
    }


def _kind(what: str) -> str:
    if what not in KINDS:
        known = ", ".join(KINDS)
        raise NotFoundError(
            say(N_("There is no list “{what}”: choose {known}."), what=what, known=known)
        )
    return KINDS[what]


def invite_people(reference: str, people: Sequence[str]) -> int:
    """Put people on a guest list."""
    with opened() as workspace:
        reception = workspace.ask(resolve, reference, ("reception",))
        ids = [workspace.ask(resolve, one, ("person",)) for one in people]
        added = workspace.run(invite, reception, ids)
    answer(
        {"added": added, "already": len(ids) - added},
        say(N_("Put {n} guest on the list."), N_("Put {n} guests on the list."), n=added),
    )
    return 0


def list_fields() -> int:
    """Print the field names an import knows."""
    from app.interchange.mapping import fields

    language = context().language
    answer_rows([{"field": one.name, "meaning": one.meaning.to(language)} for one in fields()])
    return 0
