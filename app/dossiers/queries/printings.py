"""Reading which papers of a dossier were handed out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.dossiers.model import Printing

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class PrintingRow:
    """A paper that was handed out, when by the clock of this desk; `lines` are "key=digest"."""

    id: UUID
    dossier_id: UUID
    paper: str
    printed_at: dt.datetime
    language: str
    audience: str
    lines: tuple[str, ...]


def printings(session: Session, dossier_id: UUID, paper: str = "") -> list[PrintingRow]:
    """What was handed out of a dossier, the oldest first; of one paper, or of all."""
    wanted = select(Printing).where(Printing.dossier_id == dossier_id)
    if paper:
        wanted = wanted.where(Printing.paper == paper)
    rows = session.scalars(wanted.order_by(Printing.printed_at, Printing.id))
    return [_row(one) for one in rows]


def printings_of(
    session: Session, dossier_id: UUID, paper: str, language: str, audience: str
) -> list[PrintingRow]:
    """What was handed out of one paper in one language for one audience, the oldest first."""
    return [
        one
        for one in printings(session, dossier_id, paper)
        if (one.language, one.audience) == (language, audience)
    ]


def last_printings(session: Session, dossier_ids: list[UUID]) -> list[PrintingRow]:
    """Of each paper, language and audience of these dossiers the printing that is out now."""
    wanted = select(Printing).where(Printing.dossier_id.in_(dossier_ids))
    found: dict[tuple[object, ...], PrintingRow] = {}
    for one in session.scalars(wanted.order_by(Printing.printed_at, Printing.id)):
        found[one.dossier_id, one.paper, one.language, one.audience] = _row(one)
    return list(found.values())


def _row(one: Printing) -> PrintingRow:
    return PrintingRow(
        one.id,
        one.dossier_id,
        one.paper,
        one.printed_at.replace(tzinfo=dt.UTC).astimezone(),
        one.language,
        one.audience,
        tuple(one.lines),
    )
