"""What a mission holds stays right whatever is done to it, by one desk or by two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.dossiers.draft import ProgrammeDraft
from app.missions.commands import (
    add_mission_line,
    copy_mission,
    group_participants,
    set_destinations,
    withdraw,
)
from app.missions.draft import (
    DestinationDraft,
    MissionAlong,
    MissionCopyDraft,
    MissionLineDraft,
)
from app.missions.queries import MissionProgramme, mission_programme
from tests.app.core.dump import assert_directory_whole, dump
from tests.builders import make_mission, make_participant

if TYPE_CHECKING:
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
