"""Missions with companies, hosts, slots and wishes, made through commands."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING

from app.missions.commands import add_parties, make_slots, set_wishes, take_schedule
from app.missions.draft import FairPartyDraft, SlotsDraft, WishDraft
from app.missions.queries import fair_board, propose
from tests.app.missions.delegations import make_mission

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.missions.queries import FairBoard

DAY = dt.date(2026, 6, 8)


def make_fair(
    workspace: Workspace,
    companies: int = 3,
    hosts: int = 2,
    slots: int = 3,
    chance: float = 1.0,
    seed: int = 1,
) -> FairBoard:
    """A mission in which companies C1… may meet hosts H1…, each wishing with a chance."""
    mission, _people = make_mission(workspace)
    workspace.run(add_parties, mission, [FairPartyDraft(f"C{n + 1:02}") for n in range(companies)])
    theirs = [FairPartyDraft(f"H{n + 1:02}", "host") for n in range(hosts)]
    workspace.run(add_parties, mission, theirs)
    until = (dt.datetime.combine(DAY, dt.time(9)) + dt.timedelta(minutes=20 * slots)).time()
    workspace.run(make_slots, mission, SlotsDraft(DAY, dt.time(9), until, 20, 0))
    board = board_of(workspace, mission)
    dice = random.Random(seed)  # noqa: S311 - an invented fair
    wishes = [
        WishDraft(one.id, other.id, dice.randint(1, 5))
        for ours, others in ((board.companies, board.hosts), (board.hosts, board.companies))
        for one in ours
        for other in others
        if dice.random() < chance
    ]
    workspace.run(set_wishes, mission, wishes)
    return board_of(workspace, mission)


def board_of(workspace: Workspace, mission: UUID) -> FairBoard:
    """The meetings as they stand."""
    return workspace.ask(fair_board, mission)


def assert_nobody_twice(board: FairBoard) -> None:
    """Nobody sits at two tables at once, no pair meets twice, no table is taken twice."""
    placed = [one for one in board.meetings if one.slot is not None]
    for who in ("company", "host"):
        seats = [(getattr(one, who), one.slot) for one in placed]
        assert len(set(seats)) == len(seats)
    assert len({one.pair for one in board.meetings}) == len(board.meetings)
    places = [(one.slot, one.place) for one in placed if one.place]
    assert len(set(places)) == len(places)


def taken(workspace: Workspace, board: FairBoard) -> FairBoard:
    """The meetings once a proposal was made and taken."""
    made = propose(board, 1.0)
    workspace.run(take_schedule, board.mission, made.seen, made.meetings)
    return board_of(workspace, board.mission)
