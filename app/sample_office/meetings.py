"""Meetings of `meetings.json`: those of the sample's mission to come, and others for pictures."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.missions.commands import (
    add_parties,
    make_slots,
    note_outcome,
    set_tables,
    set_wishes,
    take_schedule,
)
from app.missions.draft import (
    FairPartyDraft,
    OutcomeDraft,
    RoomOfTablesDraft,
    SlotsDraft,
    WishDraft,
)
from app.missions.queries import fair_board, propose
from app.missions.rules.meetings import Side

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.missions.queries import FairBoard

FAIR = "kanazawa"
"""The mission of the sample whose meetings are arranged; another is for pictures."""
_FILE = Path(__file__).parents[2] / "resources" / "sample" / "meetings.json"


@cache
def _told() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return read


def plan_meetings(workspace: Workspace, mission: UUID, key: str, first: dt.date) -> None:
    """Who may meet, their wishes and a schedule, for a mission of the sample."""
    told = _told()[key]
    start, until = (dt.time.fromisoformat(told[name]) for name in ("start", "until"))
    day = first + dt.timedelta(days=told["day"])
    workspace.run(
        make_slots, mission, SlotsDraft(day, start, until, told["minutes"], told["pause"])
    )
    places = {
        f"{one.starts_at:%H:%M}": one.position for one in workspace.ask(fair_board, mission).slots
    }
    ours = [FairPartyDraft(name, Side.OURS, *words) for name, *words in told["companies"]]
    hosts = [
        FairPartyDraft(
            name, Side.HOST, wants, offers, language, away=(places[away],) if away else ()
        )
        for name, wants, offers, language, away in told["hosts"]
    ]
    workspace.run(add_parties, mission, [*ours, *hosts])
    tables = RoomOfTablesDraft(told["tables"], tuple(told["interpreters"].items()))
    workspace.run(set_tables, mission, None, tables)
    board = workspace.ask(fair_board, mission)
    workspace.run(set_wishes, mission, list(_wishes(board, told)))
    made = propose(workspace.ask(fair_board, mission), 2.0)
    workspace.run(take_schedule, mission, made.seen, made.meetings)


def _wishes(board: FairBoard, told: dict[str, Any]) -> Iterator[WishDraft]:
    ids = {one.name: one.id for one in board.parties.values()}
    names = [[each[0] for each in told[side]] for side in ("companies", "hosts")]
    for mine, theirs, rows in ((*names, told["wishes"]), (*reversed(names), told["back"])):
        for one, weights in zip(mine, rows, strict=True):
            for other, weight in zip(theirs, weights, strict=True):
                if int(weight):
                    yield WishDraft(ids[one], ids[other], int(weight))


def note_outcomes(workspace: Workspace, mission: UUID, key: str, day: dt.date) -> None:
    """What came of meetings that were held, with what is to follow."""
    board = workspace.ask(fair_board, mission)
    ids = {one.name: one.id for one in board.parties.values()}
    for company, host, result, words, task, owner, days in _told()[key]["outcomes"]:
        meeting = board.met.get((ids[company], ids[host]))
        if meeting is not None:
            due = day + dt.timedelta(days=days) if task else None
            draft = OutcomeDraft(result, words, task, owner, due)
            workspace.run(note_outcome, meeting.id, None, draft)
