"""Writing how flags are flown."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from app.core.command import command, naming
from app.core.errors import Problem
from app.core.kept import keep
from app.core.records import checked, refuse
from app.core.text import N_, say
from app.receptions.model import Reception
from app.receptions.queries.flags import FLAG_RULES, masts_key
from app.receptions.rules.flags import MOST_MASTS

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.receptions.draft.flags import FlagRulesDraft


@command(N_("Changed the rules for flags"))
def set_flag_rules(session: Session, draft: FlagRulesDraft) -> None:
    """Keep how the office flies flags."""
    refuse(draft.problems())
    keep(session, FLAG_RULES, asdict(draft.rules()))


@command(N_("Set the masts of {title}"))
def set_masts(session: Session, reception_id: UUID, masts: int | None) -> None:
    """Give a reception its own number of masts, or the office's again (None)."""
    one = checked(session, Reception, reception_id, None)
    naming(session, title=one.title)
    if masts is not None and not 1 <= masts <= MOST_MASTS:
        bounds = N_("Type a whole number from {least} to {most}.")
        refuse([Problem("masts", say(bounds, least=1, most=MOST_MASTS))])
    keep(session, masts_key(reception_id), {"masts": masts} if masts else {})
