"""Meetings through commands: arranged, taken, moved by hand, never a double booking; outcomes."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BelfryError, CancelledError, ConflictError, InvalidError
from app.core.text import N_, say
from app.missions.commands import (
    add_meeting,
    change_party,
    lock_meetings,
    move_meeting,
    remove_meetings,
    set_tables,
    swap_meetings,
    take_schedule,
    unlock_meetings,
)
from app.missions.draft import (
    MeetingDraft,
    RoomOfTablesDraft,
)
from app.missions.queries import propose
from tests.app.missions.fairs import assert_nobody_twice, board_of, make_fair

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.core.workspace import Workspace
    from app.missions.queries import FairBoard, MeetingRow, PartyRow

    Colleague = Callable[[Workspace], Workspace]


def _take(office: Workspace, board: FairBoard) -> FairBoard:
    made = propose(board, 1.0)
    office.run(take_schedule, board.mission, made.seen, made.meetings)
    return board_of(office, board.mission)


def _met(board: FairBoard, company: int, host: int) -> MeetingRow:
    return board.met[board.companies[company].id, board.hosts[host].id]


def test_a_proposal_is_made_taken_and_taken_back(office: Workspace) -> None:
    board = make_fair(office)
    made = propose(board, 1.0)
    assert made.total == made.bound == sum(board.pair_wishes.values())
    assert str(made.words()) == f"{made.total} of at most {made.bound}; proven best."
    assert (made.fulfilled, made.wished, made.fresh) == (6, 6, 6)
    taken = _take(office, board)
    assert len(taken.meetings) == 6
    assert taken.total == made.total
    assert_nobody_twice(taken)
    assert {one.place for one in taken.meetings} == {"Table 1", "Table 2"}
    by_host = {(one.host, one.place) for one in taken.meetings}
    assert len(by_host) == 2  # companies walk, hosts sit
    office.undo()
    assert board_of(office, board.mission).meetings == ()


def test_a_proposal_of_yesterday_is_refused(office: Workspace) -> None:
    board = make_fair(office)
    made = propose(board, 1.0)
    first = board.companies[0]
    office.run(change_party, first.id, first.revision, replace(first.draft, most=1))
    with pytest.raises(ConflictError, match="Somebody else changed"):
        office.run(take_schedule, board.mission, made.seen, made.meetings)
    assert board_of(office, board.mission).meetings == ()


def test_an_impossible_proposal_is_refused_whoever_made_it(office: Workspace) -> None:
    board = make_fair(office)
    one, two = board.companies[0].id, board.hosts
    slot = board.slots[0].id
    with pytest.raises(InvalidError, match="C01 has two meetings in slot 1"):
        office.run(
            take_schedule, board.mission, None, [(one, two[0].id, slot), (one, two[1].id, slot)]
        )
    other = make_fair(office)
    with pytest.raises(ConflictError, match="another state"):
        office.run(take_schedule, board.mission, None, [(other.companies[0].id, two[0].id, slot)])


def test_what_was_set_by_hand_stays(office: Workspace) -> None:
    board = make_fair(office)
    draft = MeetingDraft(board.companies[2].id, board.hosts[1].id, board.slots[2].id, "Lobby")
    kept = office.run(add_meeting, board.mission, draft)
    taken = _take(office, board_of(office, board.mission))
    same = next(one for one in taken.meetings if one.id == kept)
    assert (same.slot, same.place, same.locked) == (board.slots[2].id, "Lobby", True)
    office.run(unlock_meetings, [kept])
    assert not any(one.stays for one in board_of(office, board.mission).meetings)
    office.run(lock_meetings, [one.id for one in taken.meetings])
    assert all(one.stays for one in board_of(office, board.mission).meetings)
    with pytest.raises(ConflictError, match="set by hand"):
        office.run(take_schedule, board.mission, None, [])


def test_moving_by_hand_names_who_is_busy(office: Workspace) -> None:
    board = make_fair(office)
    first, second = board.slots[:2]
    company, (one, two) = board.companies[0], board.hosts
    office.run(add_meeting, board.mission, MeetingDraft(company.id, one.id, first.id))
    moved = office.run(add_meeting, board.mission, MeetingDraft(company.id, two.id, second.id))
    with pytest.raises(InvalidError, match="C01 meets H01 in slot 1 already"):
        office.run(move_meeting, moved, None, first.id)
    other = MeetingDraft(board.companies[1].id, one.id, first.id)
    with pytest.raises(InvalidError, match="H01 meets C01 in slot 1 already"):
        office.run(add_meeting, board.mission, other)
    with pytest.raises(InvalidError, match="C01 and H01 meet already"):
        office.run(add_meeting, board.mission, MeetingDraft(company.id, one.id, second.id))
    with pytest.raises(InvalidError, match="Table 1 is taken 2 times in slot 1"):
        office.run(
            add_meeting,
            board.mission,
            MeetingDraft(board.companies[1].id, two.id, first.id, "Table 1"),
        )
    office.run(move_meeting, moved, None, board.slots[2].id)
    now = board_of(office, board.mission)
    row = _met(now, 0, 1)
    assert (row.slot, row.locked) == (board.slots[2].id, True)
    with pytest.raises(ConflictError):
        office.run(move_meeting, moved, board.revision, second.id)
    office.run(move_meeting, moved, row.revision, None)
    row = _met(board_of(office, board.mission), 0, 1)
    assert (row.slot, row.place, row.locked) == (None, "", False)


def test_two_meetings_swap(office: Workspace) -> None:
    board = make_fair(office, 2, 1, 2)
    taken = _take(office, board)
    one, two = taken.meetings
    office.run(swap_meetings, one.id, two.id)
    now = {row.id: row.slot for row in board_of(office, board.mission).meetings}
    assert now == {one.id: two.slot, two.id: one.slot}
    draft = taken.companies[0].draft
    away = tuple(slot.position for slot in taken.slots if slot.id != now[_met(taken, 0, 0).id])
    office.run(change_party, taken.companies[0].id, None, replace(draft, away=away))
    with pytest.raises(InvalidError, match="C01 is not there in slot"):
        office.run(swap_meetings, one.id, two.id)


def test_contradictions_are_named_before_arranging(office: Workspace) -> None:
    board = make_fair(office)
    company, host = board.companies[0], board.hosts[0]
    office.run(add_meeting, board.mission, MeetingDraft(company.id, host.id, board.slots[0].id))
    away = tuple(one.position for one in board.slots[:2])
    office.run(change_party, host.id, None, replace(host.draft, away=away))
    with pytest.raises(InvalidError, match="H01 is not there in slot 1"):
        propose(board_of(office, board.mission))


def test_tables_and_interpreters_have_an_end(office: Workspace) -> None:
    board = make_fair(office, 4, 4, 2)
    for host in board.hosts:
        office.run(change_party, host.id, None, replace(host.draft, language="ja"))
    office.run(set_tables, board.mission, None, RoomOfTablesDraft(3, (("ja", 2),)))
    taken = _take(office, board_of(office, board.mission))
    assert len(taken.meetings) == 4
    assert {one.interpreter for one in taken.meetings} == {"ja 1", "ja 2"}
    assert {one.place for one in taken.meetings} <= {"Table 1", "Table 2", "Table 3"}
    assert_nobody_twice(taken)
    slot = taken.slots[0].id
    met = {one.company for one in taken.meetings if one.slot == slot}
    free = next(one.id for one in taken.companies if one.id not in met)
    other = next(
        one.id
        for one in taken.hosts
        if slot not in taken.days.get(one.id, {}) and (free, one.id) not in taken.met
    )
    with pytest.raises(InvalidError, match=r"need interpreters \(ja\); there are 2"):
        office.run(add_meeting, board.mission, MeetingDraft(free, other, slot))


def test_cancel_leaves_everything(office: Workspace) -> None:
    board = make_fair(office)

    def stop(_done: int, _total: int) -> None:
        raise CancelledError(say(N_("Cancelled; nothing was changed.")))

    with pytest.raises(CancelledError):
        propose(board, 1.0, stop)


def test_sixty_companies_forty_hosts_sixteen_slots(workspace: Workspace) -> None:
    board = make_fair(workspace, 60, 40, 16, chance=0.25)
    made = propose(board)
    assert made.total >= 0.95 * made.bound
    workspace.run(take_schedule, board.mission, made.seen, made.meetings)
    taken = board_of(workspace, board.mission)
    assert taken.total == made.total
    assert_nobody_twice(taken)
    assert taken.contradictions(all_of_them=True) == []


# --- two desks, and any sequence of moves ---


def test_two_desks_take_one_proposal_each(office: Workspace, colleague: Colleague) -> None:
    board = make_fair(office)
    there = colleague(office)
    made = propose(board, 1.0)
    there.run(take_schedule, board.mission, made.seen, made.meetings)
    with pytest.raises(ConflictError, match="Somebody else changed"):
        office.run(take_schedule, board.mission, made.seen, made.meetings)
    now = board_of(office, board.mission)
    assert_nobody_twice(now)
    one = now.meetings[0]
    there.run(move_meeting, one.id, one.revision, None)
    with pytest.raises(ConflictError):
        office.run(move_meeting, one.id, one.revision, now.slots[0].id)


def test_two_desks_at_the_same_moment_never_book_twice(
    office: Workspace, colleague: Colleague
) -> None:
    board = make_fair(office, 1, 12, 1)
    desks = (office, colleague(office))
    start = threading.Barrier(2)

    def book(desk: Workspace, hosts: Sequence[PartyRow]) -> int:
        start.wait()
        booked = 0
        for host in hosts:
            draft = MeetingDraft(board.companies[0].id, host.id, board.slots[0].id)
            try:
                desk.run(add_meeting, board.mission, draft)
                booked += 1
            except BelfryError:
                continue
        return booked

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(book, desks, (board.hosts[:6], board.hosts[6:])))
    assert sum(done) == 1
    assert_nobody_twice(board_of(office, board.mission))


def test_an_undo_never_books_twice(office: Workspace) -> None:
    board = make_fair(office, 2, 2, 2)
    company, (one, two) = board.companies[0], board.hosts
    first, second = board.slots
    moved = office.run(add_meeting, board.mission, MeetingDraft(company.id, one.id, first.id))
    office.run(move_meeting, moved, None, second.id)
    undo = office._done[:]
    office.run(add_meeting, board.mission, MeetingDraft(company.id, two.id, first.id))
    office._done[:] = undo  # as at another desk, which did not make the last meeting
    with pytest.raises(BelfryError):
        office.undo()
    assert_nobody_twice(board_of(office, board.mission))


@settings(max_examples=12)
@given(seed=st.integers(0, 10_000))
def test_no_sequence_of_moves_books_twice(workspace: Workspace, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - moves, not secrets
    board = make_fair(workspace, 4, 3, 4, seed=seed, chance=0.7)
    for _ in range(12):
        _act(workspace, board_of(workspace, board.mission), dice)
        assert_nobody_twice(board_of(workspace, board.mission))


def _act(workspace: Workspace, board: FairBoard, dice: random.Random) -> None:
    slot = dice.choice(board.slots).id
    rows = board.meetings
    what = dice.randrange(6)
    try:
        if what == 0 or not rows:
            pair = dice.choice(board.companies).id, dice.choice(board.hosts).id
            workspace.run(add_meeting, board.mission, MeetingDraft(*pair, slot))
        elif what == 1:
            workspace.run(move_meeting, dice.choice(rows).id, None, slot)
        elif what == 2:
            workspace.run(swap_meetings, dice.choice(rows).id, dice.choice(rows).id)
        elif what == 3:
            made = propose(board, 0.2)
            workspace.run(take_schedule, board.mission, made.seen, made.meetings)
        elif what == 4:
            workspace.run(remove_meetings, [dice.choice(rows).id])
        else:
            workspace.undo()
    except BelfryError:
        pass


def test_nothing_of_the_solver_is_loaded_before_somebody_arranges() -> None:
    words = (
        "import sys; import app.schema, app.missions.commands, ui.missions.meetings_tab; "
        "sys.exit('ortools' in sys.modules)"
    )
    asked = [sys.executable, "-c", words]
    assert subprocess.run(asked, check=False).returncode == 0  # noqa: S603 - our own words
