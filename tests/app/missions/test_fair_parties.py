"""Parties, wishes and slots; what came of meetings; counterparts that become contacts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.core.errors import InvalidError
from app.core.text import Language
from app.dossiers.queries import open_tasks
from app.missions.commands import (
    add_companies_of_delegation,
    add_party,
    change_party,
    keep_counterparts,
    make_slots,
    note_outcome,
    rank_wishes,
    remove_mission,
    remove_parties,
    remove_slots,
    set_wishes,
)
from app.missions.draft import (
    CounterpartDraft,
    FairPartyDraft,
    OutcomeDraft,
    SlotsDraft,
    WishDraft,
)
from app.missions.model import Participant
from app.missions.queries import counterparts
from tests.app.missions.delegations import make_mission, put
from tests.app.missions.fairs import DAY, board_of, make_fair, taken
from tests.builders import make_organisation

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace


def test_companies_come_from_the_delegation(office: Workspace) -> None:
    mission, people = make_mission(office, "Aerts", "Baert", "Claes")
    office.run(put, Participant, people[1], organisation_name="South Port")
    office.run(put, Participant, people[2], organisation_name="City", role="official")
    assert office.run(add_companies_of_delegation, mission) == 2
    assert office.run(add_companies_of_delegation, mission) == 0
    board = board_of(office, mission)
    assert [one.name for one in board.companies] == ["North Port", "South Port"]
    with pytest.raises(InvalidError, match="called"):
        office.run(add_party, mission, FairPartyDraft(" "))
    both = [one.id for one in board.companies]
    with pytest.raises(InvalidError, match="one of each side"):
        office.run(set_wishes, mission, [WishDraft(both[0], both[1], 3)])


def test_a_ranked_list_becomes_wishes(office: Workspace) -> None:
    board = make_fair(office, 1, 7, 1, chance=0)
    company, hosts = board.companies[0], [one.id for one in board.hosts]
    office.run(rank_wishes, company.id, hosts[:6])
    weights = [board_of(office, board.mission).wishes.get((company.id, one)) for one in hosts]
    assert weights == [5, 4, 3, 2, 1, 1, None]
    office.run(rank_wishes, company.id, hosts[6:])
    assert board_of(office, board.mission).wishes == {(company.id, hosts[6]): 5}


def test_slots_are_made_and_removed(office: Workspace) -> None:
    board = make_fair(office)
    again = SlotsDraft(DAY, dt.time(9, 30), dt.time(11), 20, 5)
    with pytest.raises(InvalidError, match="slot at this time"):
        office.run(make_slots, board.mission, again)
    assert office.run(make_slots, board.mission, replace(again, starts=dt.time(10))) == 2
    arranged = taken(office, board_of(office, board.mission))
    gone = arranged.slots[0].id
    left = [one.id for one in arranged.meetings if one.slot == gone]
    office.run(remove_slots, [gone])
    now = board_of(office, board.mission)
    assert {one.id for one in now.meetings if one.slot is None} == set(left)
    assert [one.number for one in now.slots] == [1, 2, 3, 4]
    anew = taken(office, now)
    assert all(one.slot for one in anew.meetings)


def test_parties_go_with_what_hangs_on_them(office: Workspace) -> None:
    board = taken(office, make_fair(office))
    office.run(remove_parties, [board.companies[0].id])
    now = board_of(office, board.mission)
    assert len(now.meetings) == 4
    office.undo()
    assert board_of(office, board.mission).meetings == board.meetings
    office.run(remove_mission, board.mission)
    office.undo()
    assert len(board_of(office, board.mission).meetings) == 6


# --- what came of it ---


def test_an_outcome_brings_a_task(office: Workspace) -> None:
    board = taken(office, make_fair(office))
    one = board.meetings[0]
    due = dt.date(2026, 7, 1)
    draft = OutcomeDraft("follow_up", "Wants a quote", "Send the quote", "An", due)
    office.run(note_outcome, one.id, one.revision, draft)
    [task] = office.ask(open_tasks, Language.EN)
    assert (task.draft.title, task.draft.owner, task.draft.due_on) == ("Send the quote", "An", due)
    row = next(each for each in board_of(office, board.mission).meetings if each.id == one.id)
    assert row.stays
    assert row.task is not None
    office.run(note_outcome, one.id, None, replace(draft, owner="Bo"))
    assert office.ask(open_tasks, Language.EN)[0].draft.owner == "Bo"
    office.run(note_outcome, one.id, None, OutcomeDraft("none"))
    assert office.ask(open_tasks, Language.EN) == []
    with pytest.raises(InvalidError, match="to be done"):
        office.run(note_outcome, one.id, None, OutcomeDraft("deal", owner="An"))


def test_counterparts_become_contacts_once(office: Workspace) -> None:
    known = make_organisation(office, name="Kaga Machinery", kind="company", country="JP", city="")
    board = make_fair(office, 1, 2, 2)
    host = board.hosts[0]
    office.run(change_party, host.id, None, replace(host.draft, name="Kaga Machinery"))
    first, second = sorted(
        office.ask(counterparts, board.mission, Language.EN), key=lambda one: one.name
    )
    assert (first.name, second.name) == ("H02", "Kaga Machinery")
    assert not first.known
    assert second.likely is not None
    assert second.likely.id == known
    drafts = [
        CounterpartDraft(first.id, None, first.draft),
        CounterpartDraft(second.id, second.likely.id),
    ]
    assert office.run(keep_counterparts, drafts) == 1
    assert office.ask(counterparts, board.mission, Language.EN) == []
    linked: set[UUID | None] = {
        one.draft.organisation for one in board_of(office, board.mission).hosts
    }
    assert known in linked
    assert None not in linked
