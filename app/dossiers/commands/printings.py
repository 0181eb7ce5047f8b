"""Noting that a paper was handed out, so that its next printing can say what changed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core import clock
from app.core.command import command, naming
from app.core.records import checked, refuse
from app.core.text import N_
from app.dossiers.model import Dossier, Printing

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Value
    from app.dossiers.draft.printings import PrintingDraft


@command(N_("Handed out of {title}: {paper}"))
def hand_out(
    session: Session, dossier_id: UUID, draft: PrintingDraft, called: Value | None = None
) -> UUID:
    """Keep that a paper was saved or printed; `called` is its name in words."""
    refuse(draft.problems())
    dossier = checked(session, Dossier, dossier_id, None)
    made = Printing(
        paper=draft.paper,
        printed_at=clock.now().astimezone(dt.UTC).replace(tzinfo=None),
        language=draft.language,
        audience=draft.audience,
        lines=list(draft.lines),
    )
    made.dossier = dossier
    session.add(made)
    naming(session, title=dossier.title, paper=draft.paper if called is None else called)
    return made.id


def forget_printings(session: Session, dossier_id: UUID) -> None:
    """Remove what was noted of a dossier's papers, before it is removed."""
    for one in session.scalars(select(Printing).where(Printing.dossier_id == dossier_id)):
        session.delete(one)
    session.flush()
