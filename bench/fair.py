"""Puts fairs into an office, arranges and takes each: `python -m bench.fair OFFICE`.

Sixty companies, forty hosts, sixteen slots, as the window does it: a proposal, then one command.
The last line printed is JSON: per fair the total reached, the bound nobody can pass, the seconds of
the proposal and of taking it.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
import time
from typing import TYPE_CHECKING

from app.core.office import open_office
from app.dossiers.draft import DossierDraft
from app.missions.commands import (
    add_mission,
    add_parties,
    make_slots,
    set_tables,
    set_wishes,
    take_schedule,
)
from app.missions.draft import (
    FairPartyDraft,
    MissionDraft,
    RoomOfTablesDraft,
    SlotsDraft,
    WishDraft,
)
from app.missions.queries import fair_board, propose
from app.schema import TRADE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.missions.queries import FairBoard, PartyRow

COMPANIES, HOSTS, SLOTS = 60, 40, 16
_DAY = dt.date(2027, 5, 11)
_FAIRS: dict[str, tuple[int, float, int | None]] = {
    "few wishes": (6, 0.0, None),
    "many wishes": (20, 0.0, None),
    "often away": (12, 0.3, None),
    "25 tables": (20, 0.1, 25),
}
"""Wishes of each, how often somebody is away, tables."""


def build(workspace: Workspace, wished: int, away: float, tables: int | None) -> FairBoard:
    """A mission whose companies and hosts each wish for so many of the other side."""
    mission = workspace.run(add_mission, MissionDraft(DossierDraft(title="Fair")))
    return fill(workspace, mission, wished, away, tables)


def fill(
    workspace: Workspace,
    mission: UUID,
    wished: int,
    away: float,
    tables: int | None,
    companies: Sequence[UUID | None] = (None,) * COMPANIES,
) -> FairBoard:
    """Give a mission a day of meetings: companies (organisations of the office, where they stand in
    it), hosts, and what they wish for.
    """
    dice = random.Random(wished)  # noqa: S311 - an invented fair
    ends = dt.datetime.combine(_DAY, dt.time(8)) + dt.timedelta(minutes=25 * SLOTS)
    workspace.run(make_slots, mission, SlotsDraft(_DAY, dt.time(8), ends.time(), 20, 5))
    places = [one.position for one in workspace.ask(fair_board, mission).slots]

    def party(name: str, side: str, organisation: UUID | None = None) -> FairPartyDraft:
        missed = tuple(place for place in places if dice.random() < away)
        return FairPartyDraft(name, side, away=missed, organisation=organisation)

    ours = [party(f"Company {n}", "ours", one) for n, one in enumerate(companies)]
    workspace.run(add_parties, mission, ours + [party(f"Host {n}", "host") for n in range(HOSTS)])
    workspace.run(set_tables, mission, None, RoomOfTablesDraft(tables))
    board = workspace.ask(fair_board, mission)
    both = ((board.companies, board.hosts), (board.hosts, board.companies))
    wishes = [one for mine, others in both for one in _wishes(mine, others, wished, dice)]
    workspace.run(set_wishes, mission, wishes)
    return workspace.ask(fair_board, mission)


def _wishes(
    mine: Sequence[PartyRow], others: Sequence[PartyRow], wished: int, dice: random.Random
) -> list[WishDraft]:
    return [
        WishDraft(one.id, other.id, dice.randint(1, 5))
        for one in mine
        for other in dice.sample(others, wished)
    ]


def main() -> int:
    """Build, arrange, take."""
    workspace = open_office(sys.argv[1], TRADE)
    found = {}
    for name, (wished, away, tables) in _FAIRS.items():
        board = build(workspace, wished, away, tables)
        begun = time.perf_counter()
        made = propose(board)
        proposed = time.perf_counter()
        workspace.run(take_schedule, board.mission, made.seen, made.meetings)
        taken = time.perf_counter()
        stands = workspace.ask(fair_board, board.mission)
        if stands.contradictions(all_of_them=True) or stands.total != made.total:
            raise RuntimeError("the schedule that was taken is not the one proposed")
        found[name] = (made.total, made.bound, proposed - begun, taken - proposed)
    workspace.close()
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
