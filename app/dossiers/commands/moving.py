"""A dossier gets another moment: its tasks and its programme move along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core import clock
from app.core.profile import profile
from app.core.text import N_, n, t
from app.dossiers.model import Task
from app.dossiers.rules.moving import days_between, distance, moment_words
from app.dossiers.rules.templates import due_of, timetable

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from app.dossiers.model import Dossier

_TITLE = (N_("Tell {n} guest the new date: {day}"), N_("Tell {n} guests the new date: {day}"))
_NOTE = N_("They were invited for {day}.")


def move_along(
    session: Session, dossier: Dossier, before: dt.datetime | None, *, whole_days: bool = False
) -> None:
    """Move what hangs on the moment of a dossier, which has its new one already.

    Tasks relative to its day get their new day, unless they are done. The lines of the programme
    shift all by the same distance, the fixed ones too: their hour is fixed among the others.
    A dossier that gets its first day gives its programme times, where none had one; one that had
    been put off without a day takes its programme to the new one.

    With `whole_days`, for a dossier of several days, another hour of departure moves nothing else.
    """
    if dossier.starts_at == before:
        return
    relative = select(Task).where(
        Task.dossier_id == dossier.id, Task.days_before.is_not(None), Task.done_on.is_(None)
    )
    for task in session.scalars(relative):
        task.due_on = due_of(task.days_before, dossier.starts_at) or task.due_on
    by = _shift_of(dossier, before, whole_days=whole_days)
    if by is not None:
        for item in dossier.programme:
            item.starts_at = item.starts_at + by if item.starts_at else None
    elif before is None:
        for item, begins in timetable(dossier.programme, dossier.starts_at):
            item.starts_at = begins


def _shift_of(
    dossier: Dossier, before: dt.datetime | None, *, whole_days: bool
) -> dt.timedelta | None:
    """By how much the lines of the programme move; None where they get no other time."""
    after = dossier.starts_at
    if before is not None:
        return days_between(before, after) if whole_days and after else distance(before, after)
    timed = [one.starts_at for one in dossier.programme if one.starts_at]
    return days_between(min(timed), after) if timed and after else None


def note_to_tell(
    session: Session, dossier: Dossier, before: dt.datetime, number: int, owner: str
) -> None:
    """Make the task of telling `number` guests that the moment changed, due today.

    Where that task is still open from an earlier move it gets the newest day instead.
    """
    after = dossier.starts_at
    if not number or after is None:
        return
    language = profile(session).language
    told = n(*_TITLE, number, language, day=moment_words(after).to(language))
    mark = moment_words(before).to(language)
    waiting = select(Task).where(Task.dossier_id == dossier.id, Task.done_on.is_(None))
    open_one = next((one for one in session.scalars(waiting) if one.title.endswith(mark)), None)
    if open_one is not None:
        open_one.title, open_one.due_on = told, clock.today()
        return
    task = Task(title=told, owner=owner, due_on=clock.today(), note=t(_NOTE, language, day=mark))
    session.add(task)
    task.dossier = dossier
