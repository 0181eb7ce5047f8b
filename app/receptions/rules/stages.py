"""The stages of a reception: what is still open before the next one. It tells, it never blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say
from app.dossiers.rules import Stage
from app.dossiers.rules.stages import still_open, tasks_open

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class StageFacts:
    """What the stages look at.

    `proposed`, `waiting` and `unticked` count guests: not invited yet, without a reply, coming but
    neither noted as there nor as absent. `tasks` are the days of open tasks.
    """

    stage: str = Stage.IDEA
    day: dt.date | None = None
    place: str = ""
    host: str = ""
    reply_by: dt.date | None = None
    lines: int = 0
    guests: int = 0
    proposed: int = 0
    waiting: int = 0
    unticked: int = 0
    tasks: tuple[dt.date | None, ...] = ()
    outcome: str = ""


def open_before(facts: StageFacts, stage: Stage, today: dt.date) -> list[Sentence]:
    """What is still open before a reception can truly be at a stage."""
    return still_open(_open(facts), stage, tasks_open(facts.tasks, facts.day, stage, today))


def _open(facts: StageFacts) -> dict[Stage, tuple[tuple[bool, Sentence], ...]]:
    """Per stage the conditions under which something is open, and the words for it."""
    proposed = say(N_("{n} guest not invited yet"), N_("{n} guests not invited yet"),
                   n=facts.proposed)  # fmt: skip
    waiting = say(N_("{n} reply awaited"), N_("{n} replies awaited"), n=facts.waiting)
    unticked = say(N_("{n} guest neither there nor absent"),
                   N_("{n} guests neither there nor absent"), n=facts.unticked)  # fmt: skip
    return {
        Stage.CLEARED: (
            (facts.day is None, say(N_("no date yet"))),
            (not facts.place.strip(), say(N_("no place yet"))),
            (not facts.host.strip(), say(N_("no host yet"))),
        ),
        Stage.INVITED: (
            (not facts.guests, say(N_("nobody on the list yet"))),
            (facts.reply_by is None, say(N_("no date to reply by"))),
            (bool(facts.proposed), proposed),
        ),
        Stage.CONFIRMED: ((bool(facts.waiting), waiting),),
        Stage.HELD: ((not facts.lines, say(N_("no programme yet"))),),
        Stage.CLOSED: (
            (bool(facts.unticked), unticked),
            (not facts.outcome.strip(), say(N_("no outcome written"))),
        ),
    }
