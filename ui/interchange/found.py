"""What the import asks of a file, away from the window: read it, look at its first rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from app.contacts.rules import names, naming
from app.contacts.rules.names import Name
from app.contacts.rules.places import Place, place_code
from app.interchange.adding import ADD
from app.interchange.columns import fields, guess, holds_what
from app.interchange.importing import Plan
from app.interchange.reading import read_table
from ui.core import language
from ui.core.language import read

if TYPE_CHECKING:
    from pathlib import Path

    from app.contacts.draft import ContactDraft, OrganisationDraft
    from app.contacts.queries.twins import Material
    from app.core.command import Progress
    from app.core.errors import Problem
    from app.core.text import Sentence
    from app.interchange.decisions import LikelyTwin

PREVIEWED = 100
SAMPLES = 3
_SAMPLED_ROWS = 60


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that was understood: the plan, how many rows, and a few cells of each column."""

    path: Path
    plan: Plan
    rows: int
    samples: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the file as the office would keep it."""

    id: UUID
    line: int
    name: str
    native: str
    organisation: str
    function: str
    country: str
    reach: str
    problems: tuple[Sentence, ...] = ()
    twin: LikelyTwin | None = None
    decision: str = ADD


def read_file(path: Path) -> FileRead:
    """Read a file and guess its columns; for a thread of its own.

    Raises:
        UnreadableError: it cannot be read, is empty, or is no list.
    """
    table = read_table(path)
    columns = guess(table)
    first = table.preview(_SAMPLED_ROWS)
    samples = []
    for at in range(len(table.header)):
        cells = (row.cells[at].strip() for row in first if at < len(row.cells))
        filled = list(dict.fromkeys(cell for cell in cells if cell))[:SAMPLES]
        samples.append(" · ".join(_short(cell) for cell in filled))
    count = sum(1 for _ in table.rows)
    plan = Plan(table, columns, holds_what(columns))
    return FileRead(path, plan, count, tuple(samples), tuple(table.problems))


def preview(plan: Plan) -> list[PreviewRow]:
    """The first hundred rows as drafts; for a thread of its own."""
    return [_row(draft) for draft in islice(plan.drafts(), PREVIEWED)]


def twins_of_list(read: Material, plan: Plan, progress: Progress) -> list[PreviewRow]:
    """The rows that look like somebody known; for a thread of its own."""
    from app.interchange.likely import likely  # comparing names is loaded where it is done

    found = likely(read, plan.drafts(), progress)
    return [
        replace(_row(draft), twin=found[draft.line])
        for draft in plan.drafts()
        if draft.line in found
    ]


def _row(draft: ContactDraft) -> PreviewRow:
    from ui.contacts.choices import country_words, function_words, kind_words

    person, organisation, posting = draft.person, draft.organisation, draft.posting
    name = native = ""
    if person is not None:
        name = names.list_name(
            Name(person.family_name, person.given_name, person.name_order, person.native_name)
        )
        native = person.native_name
    where = _organisation(organisation) if organisation else ""
    if posting is not None:
        function = posting.title or function_words(posting.function)
    else:
        function = kind_words(organisation.kind) if organisation and not person else ""
    held = organisation or person
    country = country_words(held.country) if held else ""
    mails = (*(person.emails if person else ()), *(organisation.emails if organisation else ()))
    phones = (*(person.phones if person else ()), *(organisation.phones if organisation else ()))
    return PreviewRow(
        UUID(int=draft.line),
        draft.line,
        name or where,
        native,
        where if name else "",
        function,
        country,
        " · ".join((*mails[:1], *phones[:1])),
        tuple(problem.sentence for problem in draft.problems()),
    )


def _organisation(draft: OrganisationDraft) -> str:
    place = Place(draft.name, draft.kind, draft.country, draft.city)
    return draft.name or naming.place_name(place_code(place), language.current()) or draft.city


def field_choices() -> list[tuple[str, str, str]]:
    """Every field: its key, its short words, its whole meaning."""
    found = []
    for one in fields():
        meaning = read(one.meaning)
        short = re.split(r"[;:,(]", meaning)[0].strip()
        found.append((one.name, short[:1].upper() + short[1:], meaning))
    return found


def _short(cell: str) -> str:
    flat = " ".join(cell.split())
    return flat if len(flat) <= 40 else f"{flat[:39]}…"
