"""What the property of undo does to templates, copies, moves and what hangs on a dossier."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from app.contacts.model import Organisation, Person
from app.dossiers import commands as dossiers
from app.dossiers.draft import (
    LineDraft,
    PartnerDraft,
    RoleDraft,
    SpecialDayDraft,
    TaskDraft,
    TemplateDraft,
)
from app.dossiers.model import Dossier, SpecialDay, Task, Template
from app.dossiers.rules.templates import Part
from app.receptions import commands as receptions
from app.receptions.draft import BeginningDraft, CopyDraft, MoveDraft
from app.receptions.rules import Circle
from tests.builders import reception_draft

if TYPE_CHECKING:
    from collections.abc import Callable


def _lines(a: int, word: str) -> tuple[LineDraft, ...]:
    lines = (
        LineDraft(Part.ITEM, word, minutes=a),
        LineDraft(Part.TASK, word, a - 7, owner="desk"),
        LineDraft(Part.ROLE, word),
        LineDraft(Part.PAPER, "guest-list"),
    )
    return lines[a % 3 :]


def _moment(a: int, b: int) -> dt.datetime:
    return dt.datetime(2027, 1 + a % 12, 1 + b % 28, 10 + a % 8)  # noqa: DTZ001 - local time, as the model keeps it


def _begun(desk: Any, a: int, b: int, word: str) -> object:
    draft = reception_draft(title=word, starts_at=_moment(a, b) if b % 4 else None)
    template = desk.pick(Template, a) if a % 3 else None
    return desk.workspace.run(receptions.begin_reception, BeginningDraft(draft, template))


def _partners(desk: Any, a: int, b: int, word: str) -> object:
    drafts = [PartnerDraft(desk.pick(Organisation, a + one), word) for one in range(b % 3)]
    return desk.workspace.run(dossiers.set_partners, desk.pick(Dossier, b), drafts)


def _day(desk: Any, a: int, b: int, word: str) -> object:
    draft = SpecialDayDraft(name_nl=word, starts_on=_moment(a, b).date())
    if a % 3 == 0:
        day = desk.pick(SpecialDay, b)
        return desk.workspace.run(dossiers.change_special_day, day, None, draft)
    return desk.workspace.run(dossiers.add_special_day, draft)


def _task(desk: Any, a: int, b: int, word: str) -> object:
    about: dict[str, Any] = {
        "person": desk.pick(Person, a) if a % 2 else None,
        "organisation": desk.pick(Organisation, a) if b % 2 else None,
        "dossier": desk.pick(Dossier, b) if a % 3 == 0 else None,
        "days_before": b % 20 - 5 if a % 3 == 0 else None,
    }
    draft = TaskDraft(word, "desk", dt.date(2025, 1, 1 + b % 28) if b % 3 else None, word, **about)
    if a % 3 == 0:
        return desk.workspace.run(dossiers.change_task, desk.pick(Task, b), None, draft)
    return desk.workspace.run(dossiers.add_task, draft)


ACTS: dict[str, Callable[[Any, int, int, str], object]] = {
    "add template": lambda d, a, _b, w: d.workspace.run(
        dossiers.add_template, TemplateDraft(w, lines=_lines(a, w))
    ),
    "change template": lambda d, a, b, w: d.workspace.run(
        dossiers.change_template, d.pick(Template, a), None, TemplateDraft(w, lines=_lines(b, w))
    ),
    "apply template": lambda d, a, b, _w: d.workspace.run(
        dossiers.apply_template, d.pick(Dossier, a), d.pick(Template, b)
    ),
    "keep as template": lambda d, a, _b, w: d.workspace.run(
        dossiers.keep_as_template, d.pick(Dossier, a), w
    ),
    "remove template": lambda d, a, _b, _w: d.workspace.run(
        dossiers.remove_template, d.pick(Template, a)
    ),
    "begin reception": _begun,
    "copy reception": lambda d, a, b, w: d.workspace.run(
        receptions.copy_reception,
        d.pick(Dossier, a),
        CopyDraft(w, _moment(a, b) if b % 3 else None, circles=tuple(Circle)[b % 8 :]),
    ),
    "move reception": lambda d, a, b, _w: d.workspace.run(
        receptions.move_reception, d.pick(Dossier, a), None, MoveDraft(_moment(a, b))
    ),
    "set roles": lambda d, a, b, w: d.workspace.run(
        dossiers.set_roles, d.pick(Dossier, a), [RoleDraft(w, w), RoleDraft("usher")][: b % 3]
    ),
    "set papers": lambda d, a, b, _w: d.workspace.run(
        dossiers.set_papers, d.pick(Dossier, a), ("guest-list", "place-cards")[: b % 3]
    ),
    "set partners": _partners,
    "task": _task,
    "special day": _day,
}

SEED = (("add template", 3, 0, "Tanaka"), ("apply template", 0, 0, ""))
"""A template a reception got, to begin with."""
