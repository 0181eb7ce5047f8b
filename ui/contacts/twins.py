"""What the screens ask about twins: told in the window's words, everything in one question.

What compares names is imported where it runs, in a worker: it would hold up the window's start.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from app.contacts.draft import OrganisationDraft, PersonDraft
from app.contacts.queries import OrganisationSheet, PersonSheet, organisation_sheet, person_sheet
from app.contacts.rules.lines import subtitle, title
from app.contacts.rules.reasons import reasons_told
from app.core import search
from ui.core import language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.contacts.queries.twins import Material, TwinRow
    from app.core.command import Progress

SHOWN = 3
_PAIRS = UUID("5f1c5c4e-5f0a-4b8e-9d53-0d7a7a9b9a11")


@dataclass(frozen=True, slots=True)
class PairRow:
    """A likely pair in the list of duplicates; `id` is that of the pair."""

    id: UUID
    twin: TwinRow
    one: str
    one_is: str
    two: str
    two_is: str

    @property
    def why(self) -> str:
        """The reasons, in the window's language."""
        return reasons_told(self.twin.reasons, language.current())


@dataclass(frozen=True, slots=True)
class TwinTold:
    """Somebody who looks like the one being entered."""

    kind: str
    id: UUID
    words: str
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class TwoSheets:
    """Two records to be laid side by side, and who they are in a few words."""

    kind: str
    kept: PersonSheet | OrganisationSheet
    other: PersonSheet | OrganisationSheet
    kept_is: str
    other_is: str


def read_material(session: Any) -> Material:  # a session: ui knows no SQL
    """What a scan compares."""
    from app.contacts.queries.twins import material

    return material(session)


def scan(read: Material, progress: Progress) -> list[TwinRow]:
    """Every likely pair; for a thread without the office."""
    from app.contacts.queries.twins import scanned

    return scanned(read, progress=progress)


def told_pairs(session: Any, twins: Sequence[TwinRow]) -> list[PairRow]:  # a session
    """The pairs with what the directory says of each."""
    ids = list(dict.fromkeys(side.id for twin in twins for side in (twin.a, twin.b)))
    known: dict[UUID, tuple[str, str]] = {}
    spoken = language.current()
    for start in range(0, len(ids), 400):
        for line in search.lines(session, ids[start : start + 400]):
            known[line.id] = (title(line, spoken), subtitle(line, spoken))
    return [
        PairRow(
            uuid5(_PAIRS, twin.a.id.hex + twin.b.id.hex), twin, *known[twin.a.id], *known[twin.b.id]
        )
        for twin in twins
        if twin.a.id in known and twin.b.id in known
    ]


def told_twins(
    session: Any,  # a session
    draft: PersonDraft | OrganisationDraft,
    but: UUID | None = None,
    posts: tuple[tuple[str, str], ...] = (),
) -> list[TwinTold]:
    """Who looks like the one being entered, at most three."""
    from app.contacts.queries.twins import organisation_twins_of, twins_of

    if isinstance(draft, PersonDraft):
        found = twins_of(session, draft, but, posts)
    else:
        found = organisation_twins_of(session, draft, but)
    spoken = language.current()
    lines = {line.id: line for line in search.lines(session, [row.b.id for row in found[:SHOWN]])}
    return [
        TwinTold(
            row.kind,
            row.b.id,
            " – ".join(part for part in (title(line, spoken), subtitle(line, spoken)) if part),
            reasons_told(row.reasons, spoken),
            row.score,
        )
        for row in found[:SHOWN]
        if (line := lines.get(row.b.id)) is not None
    ]


def two_sheets(session: Any, kind: str, one: UUID, two: UUID) -> TwoSheets:  # a session
    """Two records whole, the fuller one first: it stays.

    Raises:
        NotFoundError: one of them is gone.
    """
    read = person_sheet if kind == "person" else organisation_sheet
    sheets = [read(session, one), read(session, two)]
    sheets.sort(key=_filled, reverse=True)
    spoken = language.current()
    lines = {line.id: subtitle(line, spoken) for line in search.lines(session, [one, two])}
    kept, other = sheets
    return TwoSheets(kind, kept, other, lines.get(kept.id, ""), lines.get(other.id, ""))


def _filled(sheet: PersonSheet | OrganisationSheet) -> tuple[int, int, str]:
    """How much is known: postings, fields, then letters."""
    values = [getattr(sheet.draft, name) for name in type(sheet.draft).__slots__]
    known = sum(1 for value in values if value) + 3 * len(sheet.postings)
    return known, sum(len(value) for value in values if isinstance(value, str)), sheet.id.hex
