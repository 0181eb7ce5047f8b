"""The stages of a dossier: what is still open before the next one. It tells, it never blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say
from app.dossiers.rules.dossier import Stage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    Conditions = Mapping[Stage, Sequence[tuple[bool, Sentence]]]


def next_stage(stage: str) -> Stage | None:
    """The stage that follows; None after the last."""
    order = list(Stage)
    at = order.index(Stage(stage)) + 1
    return order[at] if at < len(order) else None


def still_open(conditions: Conditions, stage: Stage, tasks: int) -> list[Sentence]:
    """The words of what is open before a stage, by the conditions of a noun; then its tasks."""
    found = [sentence for is_open, sentence in conditions.get(stage, ()) if is_open]
    if tasks:
        found.append(say(N_("{n} task open"), N_("{n} tasks open"), n=tasks))
    return found


def tasks_open(
    dues: Iterable[dt.date | None], day: dt.date | None, stage: Stage, today: dt.date
) -> int:
    """How many open tasks (by the days they are due) a stage waits for.

    Those due by today; before it is held all of the days before it; before it is closed all.
    """
    if stage is Stage.CLOSED:
        return sum(1 for _ in dues)
    until = day if stage is Stage.HELD and day and day > today else today
    return sum(1 for due in dues if due is not None and due <= until)
