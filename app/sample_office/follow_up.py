"""What came of the sample's past receptions: who was ticked when, costs, five questions."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.text import Language
from app.dossiers.commands import set_costs, set_evaluation, set_outcome
from app.dossiers.draft import AnswerDraft, CostDraft, CostsDraft, EvaluationDraft
from app.receptions.commands import check_in, keep_guest, log_attendance
from app.receptions.draft import GuestDraft
from app.receptions.queries import door, guests
from app.receptions.rules import Status
from app.receptions.rules.door import bearer_mark

if TYPE_CHECKING:
    from app.sample_office import Builder

_FILE = Path(__file__).parents[2] / "resources" / "sample" / "follow_up.json"
_FIRST = dt.timedelta(minutes=-12)
"""When the first guest stands at the door."""
_TOGETHER = 3


def plan_follow_up(builder: Builder) -> None:
    """Ticks on the evening, the rest in the week after it."""
    told: dict[str, list[dict[str, Any]]] = json.loads(_FILE.read_text(encoding="utf-8"))
    held = {one["key"]: one for one in builder.story["receptions"]}
    for one in told["receptions"]:
        reception = held[one["key"]]
        day = builder.calendar.reception_day(reception["weeks"], reception["weekday"])
        builder.on(day, _tick, builder, reception)
        builder.on(day + dt.timedelta(days=4), _judge, builder, one)


def _tick(builder: Builder, reception: dict[str, Any]) -> None:
    """Everybody who came, in twos and threes, as people do."""
    whole = builder.workspace.ask(door, builder.receptions[reception["key"]], Language.NL)
    groups = [one for one in reception["guests"] if one["status"] == Status.ATTENDED]
    there = {bearer_mark(builder.people[person]) for one in groups for person in one["people"]}
    came = [row.id for row in whole.rows if row.code in there]
    if whole.starts_at is None:
        return
    at = whole.starts_at + _FIRST
    for start in range(0, len(came), _TOGETHER):
        builder.workspace.run(check_in, came[start : start + _TOGETHER], at=at)
        at += dt.timedelta(minutes=3)


def _photos(builder: Builder, one: dict[str, Any]) -> None:
    """What those who came had said of photographs."""
    reception, run = builder.receptions[one["key"]], builder.workspace.run
    refused = {builder.people[person] for person in one.get("no_photo", ())}
    for row in builder.workspace.ask(guests, reception, Language.NL):
        if refused and row.status == Status.ATTENDED:
            said = "no" if row.person.id in refused else "yes"
            draft = GuestDraft(row.circle, guest_of_honour=row.guest_of_honour, photo_consent=said)
            run(keep_guest, row.id, None, draft)


def _judge(builder: Builder, one: dict[str, Any]) -> None:
    reception, run = builder.receptions[one["key"]], builder.workspace.run
    lines = tuple(CostDraft(*line) for line in one["costs"])
    answers = tuple(AnswerDraft(code, *told) for code, told in one["answers"].items())
    _photos(builder, one)
    run(log_attendance, reception, one["word"], one["by"])
    run(set_outcome, reception, one["outcome"])
    run(set_costs, reception, CostsDraft(one["budget"], lines))
    run(set_evaluation, reception, EvaluationDraft(answers))
