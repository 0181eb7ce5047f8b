"""National days in the sample: the coming ones planned, the last ones greeted, two celebrated."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.contacts.commands import set_celebration
from app.contacts.draft import CelebrationDraft
from app.core import clock
from app.dossiers.greetings import coming_days, mark_greeted, month_of_days, plan_greetings

if TYPE_CHECKING:
    from app.core.workspace import Workspace

AHEAD = 60
_OWNER = "Mia Vermeulen"
_PLANNED = dt.timedelta(days=28)
_RECEPTIONS = ("Residentie van de ambassadeur, Brussel", "Hotel Metropool van de Leie, Gent")


def keep_national_days(workspace: Workspace) -> None:
    """Greet, plan and note, as an office does at the end of a week."""
    today = clock.today()
    for one in workspace.ask(month_of_days, today.year, today.month).rows:
        if one.is_known and one.of.on and one.of.on < today:
            workspace.run(mark_greeted, one.id, today.year)
    coming = workspace.ask(coming_days, AHEAD)
    for year in sorted({one.of.year for one in coming}):
        soon = [
            one.id
            for one in coming
            if one.of.year == year and one.of.on and one.of.on <= today + _PLANNED
        ]
        if soon:
            workspace.run(plan_greetings, soon, year, _OWNER)
    for one, place in zip(coming[1:3], _RECEPTIONS, strict=False):
        if one.of.on is not None:
            held = one.of.on - dt.timedelta(days=one.of.on.weekday() % 3 + 1)
            workspace.run(set_celebration, one.id, CelebrationDraft(one.of.year, held, place))
