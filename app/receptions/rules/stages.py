"""The stages of a reception: what is still open before the next one. It tells, it never blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say
from app.dossiers.rules import Stage

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


def next_stage(stage: str) -> Stage | None:
    """The stage that follows; None after the last."""
    order = list(Stage)
    at = order.index(Stage(stage)) + 1
    return order[at] if at < len(order) else None


def open_before(facts: StageFacts, stage: Stage, today: dt.date) -> list[Sentence]:
    """What is still open before a reception can truly be at a stage."""
    found = [sentence for is_open, sentence in _open(facts).get(stage, ()) if is_open]
    tasks = tasks_open(facts, stage, today)
    if tasks:
        found.append(say(N_("{n} task open"), N_("{n} tasks open"), n=tasks))
    return found


def tasks_open(facts: StageFacts, stage: Stage, today: dt.date) -> int:
    """The open tasks a stage waits for.

    Those due by today; before it is held all of the days before it; before it is closed all.
    """
    if stage is Stage.CLOSED:
        return len(facts.tasks)
    until = facts.day if stage is Stage.HELD and facts.day and facts.day > today else today
    return sum(1 for due in facts.tasks if due is not None and due <= until)


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
