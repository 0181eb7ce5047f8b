"""What a mission holds stays right whatever is done to it, by one desk or by two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from app.core.errors import ConflictError
from app.dossiers.draft import ProgrammeDraft
from app.missions.commands import (
    add_mission_line,
    copy_mission,
    group_participants,
    rank_wishes,
    set_destinations,
    set_objectives,
    set_texts,
    withdraw,
)
from app.missions.draft import (
    DestinationDraft,
    MissionAlong,
    MissionCopyDraft,
    MissionLineDraft,
    ObjectiveDraft,
    TextDraft,
    TextsDraft,
)
from app.missions.queries import MissionProgramme, fair_board, mission_programme, mission_sheet
from app.missions.queries.texts import mission_texts
from tests.app.core.dump import assert_directory_whole, dump
from tests.app.missions.fairs import make_fair
from tests.builders import make_mission, make_participant

if TYPE_CHECKING:
    from app.core.command import Command
    from app.core.workspace import Workspace


def test_the_directory_names_cities_in_the_order_they_are_put_in(office: Workspace) -> None:
    mission = make_mission(office)
    tokyo, porto = DestinationDraft("Tokyo", "JP"), DestinationDraft("Porto", "PT")
    office.run(set_destinations, mission, [tokyo])
    before = dump(office)
    office.run(set_destinations, mission, [porto, tokyo])
    assert_directory_whole(office)
    office.undo()
    assert dump(office) == before


def _whose(found: MissionProgramme) -> dict[str, tuple[list[str], int]]:
    """The lines by title, with the names of their groups and how many they are for."""
    names = {one.id: one.name for one in found.groups}
    return {
        one.row.draft.title: ([names[each] for each in one.groups], len(one.people))
        for one in found.lines
    }


def test_in_a_copy_no_line_of_some_becomes_everybodys(office: Workspace) -> None:
    mission = make_mission(office)
    goes, gone = make_participant(office, mission), make_participant(office, mission)
    office.run(group_participants, [goes], "ports")
    [group] = office.ask(mission_programme, mission).groups
    for title, groups, people in (
        ("All", (), ()),
        ("Ports", (group.id,), ()),
        ("Doctor", (), (gone,)),
        ("Two", (), (goes, gone)),
    ):
        draft = MissionLineDraft(ProgrammeDraft(title), groups, people)
        office.run(add_mission_line, mission, draft)
    office.run(withdraw, [gone], "nothing")
    before = dump(office)
    alone = office.run(copy_mission, mission, MissionCopyDraft("Alone"))
    found = office.ask(mission_programme, alone)
    assert _whose(found) == {"All": ([], 0), "Ports": (["ports"], 0)}
    assert [one.members for one in found.groups] == [frozenset()]
    office.undo()
    assert dump(office) == before
    wanted = MissionCopyDraft("Together", own=frozenset(MissionAlong))
    found = office.ask(mission_programme, office.run(copy_mission, mission, wanted))
    assert _whose(found) == {"All": ([], 0), "Ports": (["ports"], 0), "Two": ([], 1)}
    assert [len(one.members) for one in found.groups] == [1]


@pytest.mark.parametrize(
    ("command", "lists", "made"),
    [
        (set_destinations, "destinations", DestinationDraft),
        (set_objectives, "objectives", ObjectiveDraft),
    ],
)
def test_two_desks_add_one_each_and_none_is_lost(
    office: Workspace, command: Command[Any, Any], lists: str, made: type[Any]
) -> None:
    mission = make_mission(office)
    seen = [one.draft for one in getattr(office.ask(mission_sheet, mission), lists)]
    office.run(command, mission, [*seen, made("Porto")], seen)
    with pytest.raises(ConflictError):
        office.run(command, mission, [*seen, made("Tokyo")], seen)
    kept = [one.draft for one in getattr(office.ask(mission_sheet, mission), lists)]
    assert kept == [made("Porto")]
    office.run(command, mission, [*kept, made("Tokyo")], kept)


def test_two_desks_write_texts_side_by_side_but_not_over_each_other(office: Workspace) -> None:
    mission = make_mission(office)
    seen = office.ask(mission_texts, mission).draft
    for part, spoken in (("foreword", "nl"), ("foreword", "fr"), ("practical", "nl")):
        office.run(set_texts, mission, TextsDraft((TextDraft(part, spoken, "Mine"),)), seen)
    for part, spoken in (("foreword", "nl"), ("foreword", "fr")):
        with pytest.raises(ConflictError):
            office.run(set_texts, mission, TextsDraft((TextDraft(part, spoken, "Yours"),)), seen)
    words = {one.words for one in office.ask(mission_texts, mission).draft.texts}
    assert words == {"", "Mine"}


def test_two_desks_rank_wishes_and_none_is_lost(office: Workspace) -> None:
    board = make_fair(office)
    party, hosts = board.companies[0], [one.id for one in board.hosts]
    seen = board.ranking(party.id)
    office.run(rank_wishes, party.id, hosts[:1], seen)
    with pytest.raises(ConflictError):
        office.run(rank_wishes, party.id, hosts[1:], seen)
    now = office.ask(fair_board, board.mission)
    assert [other for one, other in now.wishes if one == party.id] == hosts[:1]
