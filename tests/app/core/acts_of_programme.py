"""What the property of undo does to the programme of a dossier."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from app.dossiers import commands as dossiers
from app.dossiers.draft import ProgrammeDraft
from app.dossiers.model import Dossier, ProgrammeItem

if TYPE_CHECKING:
    from collections.abc import Callable

NOON = dt.datetime(2027, 4, 21, 12)  # noqa: DTZ001 - local time, as the model keeps it


def _programme(desk: Any, a: int, b: int, word: str) -> object:
    items = [ProgrammeDraft(title=f"{word}{at}", minutes=at) for at in range(b % 4)]
    return desk.workspace.run(dossiers.set_programme, desk.pick(Dossier, a), items)


def _add(desk: Any, a: int, b: int, word: str) -> object:
    draft = ProgrammeDraft(word, None, b % 50, owner=word)
    return desk.workspace.run(dossiers.add_line, desk.pick(Dossier, a), draft, b % 3)


def _change(desk: Any, a: int, b: int, word: str) -> object:
    draft = ProgrammeDraft(word, NOON + dt.timedelta(minutes=a), b % 50, fixed=bool(b % 2))
    return desk.workspace.run(dossiers.change_line, desk.pick(ProgrammeItem, a), None, draft)


ACTS: dict[str, Callable[[Any, int, int, str], object]] = {
    "set programme": _programme,
    "add line": _add,
    "change line": _change,
    "move line": lambda d, a, b, _w: d.workspace.run(
        dossiers.move_line, d.pick(ProgrammeItem, a), b % 4
    ),
    "shift lines": lambda d, a, b, _w: d.workspace.run(
        dossiers.shift_lines, d.pick(ProgrammeItem, a), b - 10
    ),
    "remove line": lambda d, a, _b, _w: d.workspace.run(
        dossiers.remove_line, d.pick(ProgrammeItem, a)
    ),
}
