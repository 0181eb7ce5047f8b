"""Hosts that are no contacts yet, and whom of the office each may already be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.draft import OrganisationDraft
from app.contacts.queries.twins import TwinRow, organisation_twins_of
from app.contacts.rules.reasons import reasons_told
from app.core.text import N_, Language, say
from app.missions.model import Destination
from app.missions.queries.fair import FairBoard, fair_board
from app.missions.rules.meetings import Result

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Sentence

SURE = 0.9
"""From here on a record is very likely the same (as in the list of duplicates)."""


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation of the office a host may be, and why."""

    id: UUID
    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A host without a contact. `met` says whether a meeting with it took place."""

    id: UUID
    name: str
    draft: OrganisationDraft
    known: tuple[Known, ...] = ()
    met: bool = False

    @property
    def likely(self) -> Known | None:
        """The organisation it very likely is."""
        return next((one for one in self.known if one.score >= SURE), None)

    def words(self) -> Sentence:
        """What would come of it."""
        if self.likely is not None:
            return say(N_("Already known: {name}"), name=self.likely.name)
        if self.known:
            return say(N_("New; looks like {name}"), name=self.known[0].name)
        return say(N_("New organisation"))


def counterparts(session: Session, mission_id: UUID, language: Language) -> list[Counterpart]:
    """Hosts that are no contacts yet, by name, each with whom of the office it may be."""
    board = fair_board(session, mission_id)
    country, city = _where(session, mission_id)
    held = _held(board)
    found = []
    for one in board.hosts:
        if one.draft.organisation is not None:
            continue
        draft = OrganisationDraft(name=one.name.strip(), kind="company", country=country, city=city)
        rows = organisation_twins_of(session, draft)
        known = tuple(_known(row, language) for row in rows[:5])
        found.append(Counterpart(one.id, one.name, draft, known, one.id in held))
    return found


def _known(row: TwinRow, language: Language) -> Known:
    side = row.b
    return Known(side.id, side.name, row.score, reasons_told(row.reasons, language))


def _held(board: FairBoard) -> set[UUID]:
    no = {"", Result.NOT_HELD}
    return {one.host for one in board.meetings if one.result not in no}


def _where(session: Session, mission_id: UUID) -> tuple[str, str]:
    """Country and city of the only destination; the country alone where all lie in one."""
    query = select(Destination.country_code, Destination.city)
    rows = session.execute(query.where(Destination.mission_id == mission_id)).all()
    countries = {row.country_code for row in rows if row.country_code}
    country = countries.pop() if len(countries) == 1 else ""
    return country, rows[0].city if len(rows) == 1 else ""
