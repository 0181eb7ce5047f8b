"""At the door without a window: by name, by the number of the printed list, by a badge's code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli.common import answer, answer_rows, context, opened, resolve
from app.core.errors import NotFoundError
from app.core.text import N_, say
from app.receptions.commands import check_in, close_door
from app.receptions.commands.door import now
from app.receptions.queries import Door, DoorRow, bearer, door, found
from app.receptions.rules.door import ELSEWHERE, UNKNOWN, Ticked, read_code, tick_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMED = 6
"""So many are named where a word fits several."""


def tick(reference: str, guests: Sequence[str], *, close: bool) -> int:
    """Tick guests, all of them or none; then perhaps note who is missing as absent."""
    with opened() as workspace:
        reception = workspace.ask(resolve, reference, ("reception",))
        whole = workspace.ask(door, reception, context().language)
        rows = [_one(whole, typed) for typed in guests]
        told: list[Ticked] = []
        if rows:
            told = workspace.run(
                check_in,
                [row.id for row in rows if not row.is_companion],
                [row.id for row in rows if row.is_companion],
                at=now(),
            )
        absent = workspace.run(close_door, reception) if close else 0
    if context().json:
        answer(
            {"in": [{"name": one.name, "already": one.already} for one in told], "absent": absent}
        )
        return 0
    answer_rows([{"said": tick_words(one).to(context().language)} for one in told])
    if close:
        one, several = N_("{n} guest did not come."), N_("{n} guests did not come.")
        answer({}, say(one, several, n=absent))
    return 0


def _one(whole: Door, typed: str) -> DoorRow:
    """The one line of the list that answers.

    Raises:
        NotFoundError: none does, or several do.
    """
    code = read_code(typed)
    if code is not None:
        if not code.is_of(whole.reception_id):
            raise NotFoundError(ELSEWHERE)
        row = bearer(whole, code)
        if row is None:
            raise NotFoundError(UNKNOWN)
        return row
    rows = found(whole, typed)
    if not rows:
        raise NotFoundError(say(N_("Nobody on the list answers to “{typed}”."), typed=typed))
    if len(rows) > 1:
        several = N_("{n} on the list answer to “{typed}”: {names}. Say more, or the number.")
        names = "; ".join(f"{one.number} {one.name}" for one in rows[:_NAMED])
        names += " …" if len(rows) > _NAMED else ""
        raise NotFoundError(say(several, several, n=len(rows), typed=typed, names=names))
    return rows[0]
