"""What the property of undo does to accreditations and lists of precedence."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from app.contacts import commands as contacts
from app.contacts.draft import AccreditationDraft, BandDraft, PrecedenceListDraft
from app.contacts.model import Posting, PrecedenceBand, PrecedenceList
from app.dossiers.model import Dossier
from app.receptions import commands as receptions

if TYPE_CHECKING:
    from collections.abc import Callable


def _accredited(desk: Any, a: int, b: int, word: str) -> object:
    bodies = ("NL", "GB", "european_union", "NL")[b % 3 : 1 + b % 4]
    drafts = [AccreditationDraft(body, title=word) for body in bodies]
    return desk.workspace.run(contacts.set_accreditations, desk.pick(Posting, a), drafts)


def _band(desk: Any, a: int, b: int, word: str) -> object:
    function = ("mayor", "governor", "speaker@BE", "no such")[b % 4]
    draft = BandDraft(word, (function,) if b % 5 else (), gap=not a % 3)
    above = desk.pick(PrecedenceBand, b)
    return desk.workspace.run(contacts.add_band, desk.pick(PrecedenceList, a), draft, above)


ACTS: dict[str, Callable[[Any, int, int, str], object]] = {
    "set accreditations": _accredited,
    "add list": lambda d, a, b, w: d.workspace.run(
        contacts.add_precedence_list,
        PrecedenceListDraft(w, dt.date(2010, 1, 1 + a % 28)),
        d.pick(PrecedenceList, b) if b % 2 else None,
    ),
    "usual list": lambda d, a, _b, _w: d.workspace.run(
        contacts.choose_usual_list, d.pick(PrecedenceList, a)
    ),
    "remove list": lambda d, a, _b, _w: d.workspace.run(
        contacts.remove_precedence_list, d.pick(PrecedenceList, a)
    ),
    "add band": _band,
    "move band": lambda d, a, b, _w: d.workspace.run(
        contacts.move_band, d.pick(PrecedenceBand, a), b % 5 - 2
    ),
    "remove band": lambda d, a, _b, _w: d.workspace.run(
        contacts.remove_band, d.pick(PrecedenceBand, a)
    ),
    "choose list": lambda d, a, b, _w: d.workspace.run(
        receptions.choose_precedence_list,
        d.pick(Dossier, a),
        d.pick(PrecedenceList, b) if b % 3 else None,
    ),
}

SEED = (
    ("add list", 0, 0, "Zhang"),
    ("add band", 0, 1, "Aa"),
    ("add band", 0, 2, "de Smet"),
    ("choose list", 0, 1, ""),
)
"""A list with two bands that a reception follows, to begin with."""
