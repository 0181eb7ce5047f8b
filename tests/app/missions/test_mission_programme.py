"""The programme of a mission in the office: its clocks, for whom, copied, undone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.core.command import command
from app.core.errors import InvalidError
from app.core.text import N_
from app.dossiers.commands import remove_line
from app.dossiers.draft import ProgrammeDraft
from app.missions.commands import (
    add_leg,
    change_mission_line,
    copy_day,
    remove_participants,
    set_destinations,
    set_line_whom,
    shift_mission_lines,
)
from app.missions.draft import DayCopy, DestinationDraft, LegDraft, MissionLineDraft
from app.missions.model import (
    FairParty,
    FairSlot,
    ItemFor,
    Meeting,
    Mission,
    Participant,
    ParticipantGroup,
)
from tests.app.missions.delegations import make_mission, put
from tests.app.missions.journeys import FIRST, Journey, at

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace


@pytest.fixture
def journey(office: Workspace) -> Journey:
    """On each of the engines."""
    return Journey(office)


def test_lines_stand_in_time_by_the_clock_of_the_place(journey: Journey) -> None:
    journey.line("Dinner", "19:00", 90)
    journey.line("At home", "08:00", 30, days=0)
    journey.line("Port", "09:00", 60, journey.port)
    found = journey.found
    assert journey.told() == ["05 08:00 At home", "06 09:00 Port", "06 19:00 Dinner"]
    assert [one.clock.zone for one in found.lines] == [
        "Europe/Brussels", "Asia/Tokyo", "Asia/Tokyo",
    ]  # fmt: skip
    assert [one.title for one in found.of(journey.people[0])] == ["At home", "Port", "Dinner"]
    assert [one.title for one in found.of(journey.people[3])] == ["At home", "Dinner"]
    assert [one.title for one in found.of_group(journey.port)] == ["At home", "Port", "Dinner"]
    positions = journey.workspace.ask(_positions, journey.mission)
    assert positions == [("At home", 0), ("Port", 1), ("Dinner", 2)]


def _positions(session: Session, mission: UUID) -> list[tuple[str, int]]:
    return [(one.title, one.position) for one in session.get_one(Mission, mission).programme]


def test_for_whom_a_line_is_can_be_changed_and_taken_back(journey: Journey) -> None:
    line = journey.line("Lunch", "12:00", 60)
    workspace = journey.workspace
    workspace.run(set_line_whom, [line], [journey.port], [journey.people[2]])
    one = journey.found.lines[0]
    assert (one.groups, one.people, one.common) == ((journey.port,), (journey.people[2],), False)
    assert len(journey.found.steps[0].people) == 3
    workspace.run(set_line_whom, [line], [journey.garden])
    assert journey.found.lines[0].groups == (journey.garden,)
    workspace.undo()
    workspace.undo()
    assert journey.found.lines[0].common
    workspace.redo()
    assert journey.found.lines[0].groups == (journey.port,)
    workspace.run(remove_line, line)
    assert not journey.found.lines
    assert workspace.ask(_whom_rows) == 0
    workspace.undo()
    assert journey.found.lines[0].groups == (journey.port,)


def _whom_rows(session: Session) -> int:
    return len(session.scalars(select(ItemFor)).all())


def test_somebody_of_another_mission_is_refused(journey: Journey) -> None:
    line = journey.line("Lunch", "12:00", 60)
    _other, strangers = make_mission(journey.workspace, "Evers")
    with pytest.raises(InvalidError):
        journey.workspace.run(set_line_whom, [line], [], strangers)
    with pytest.raises(InvalidError):
        journey.line("Moon", "12:00", 60, time_zone="Moon/Sea")


def test_what_follows_moves_for_the_same_people_that_day_alone(journey: Journey) -> None:
    port = journey.line("Port", "09:00", 60, journey.port)
    journey.line("Garden", "10:00", 60, journey.garden)
    journey.line("Tea at the port", "10:00", 30, journey.port)
    journey.line("Lunch", "12:00", 60)
    journey.line("Next day", "09:00", 60, days=2)
    draft = ProgrammeDraft("Port", at("09:00"), 90)
    journey.workspace.run(change_mission_line, port, None, MissionLineDraft(draft, (journey.port,)))
    assert journey.told() == [
        "06 09:00 Port", "06 10:00 Garden", "06 10:30 Tea at the port", "06 12:30 Lunch",
        "07 09:00 Next day",
    ]  # fmt: skip
    journey.workspace.run(shift_mission_lines, port, -30)
    assert journey.told()[0] == "06 08:30 Port"
    assert set(journey.told()[1:3]) == {"06 10:00 Garden", "06 10:00 Tea at the port"}
    assert journey.told()[-1] == "07 09:00 Next day"


def test_a_day_of_a_group_is_copied_for_another_on_another_day(journey: Journey) -> None:
    journey.line("Quay", "09:00", 60, journey.port, owner="Mia")
    journey.line("Lunch", "12:00", 60)
    day = FIRST + dt.timedelta(days=1)
    wanted = DayCopy(day, journey.garden, day + dt.timedelta(days=1), journey.port)
    assert journey.workspace.run(copy_day, journey.mission, wanted) == 1
    last = journey.found.lines[-1]
    assert journey.told()[-1] == "07 09:00 Quay"
    assert (last.groups, last.row.draft.owner) == ((journey.garden,), "Mia")
    nothing = DayCopy(FIRST, journey.garden, day)
    with pytest.raises(InvalidError):
        journey.workspace.run(copy_day, journey.mission, nothing)
    journey.workspace.undo()
    assert len(journey.found.lines) == 2


def test_a_flight_that_lands_too_late_and_a_late_arrival_are_told(journey: Journey) -> None:
    flight = LegDraft(
        "plane", start="BRU Brussels Airport", end="HND Tokyo International Airport",
        departs_at=at("11:00", 0), arrives_at=at("09:30"), travellers=tuple(journey.people),
    )  # fmt: skip
    journey.workspace.run(add_leg, journey.mission, flight)
    journey.line("Welcome", "09:00", 45)
    journey.workspace.run(put, Participant, journey.people[1], arrives_at=at("12:00"))
    assert journey.findings() == [
        (
            "Everybody: “BRU – HND” arrives at 09:30 JST, but “Welcome” begins at 09:00 JST"
            " (6 Jun 2026)."
        ),
        "An Baert: “Welcome” begins at 09:00 JST (6 Jun 2026), before the arrival at 12:00 JST.",
    ]
    assert journey.found.steps[0].begins.utcoffset() == dt.timedelta(hours=2)


def test_meetings_are_of_the_people_of_their_company(journey: Journey) -> None:
    person = journey.people[0]
    journey.workspace.run(_put_meeting, journey.mission, person, at("14:00"))
    journey.line("Tour", "14:10", 30)
    assert journey.findings() == [
        (
            "An Aerts: “Hakusan Works” lasts until 14:20 JST, but “Tour” begins at 14:10 JST"
            " (6 Jun 2026)."
        )
    ]
    assert len(journey.found.of(journey.people[1])) == 1


@command(N_("A meeting for a test"))
def _put_meeting(
    session: Session, mission_id: UUID, participant: UUID, begins: dt.datetime
) -> None:
    mission = session.get_one(Mission, mission_id)
    own, host = FairParty(name="Own"), FairParty(name="Hakusan Works", side="host")
    own.person = session.get_one(Participant, participant).person
    slot = FairSlot(starts_at=begins)
    for one in (own, host, slot):
        one.mission = mission
        session.add(one)
    made = Meeting()
    made.company, made.host, made.slot = own, host, slot
    session.add(made)


def test_a_clock_nobody_knows_and_an_hour_that_is_not_are_told(journey: Journey) -> None:
    journey.line("Watch", "02:30", 20, time_zone="Europe/Brussels", days=-68)
    nowhere = DestinationDraft("Nowhere", "", "", FIRST, None)
    assert "02:30 does not exist on 29 Mar 2026" in journey.findings()[0]
    journey.workspace.run(set_destinations, journey.mission, [nowhere])
    journey.line("Walk", "09:00", 20)
    assert any("by which clock?" in one for one in journey.findings())


def test_who_is_taken_off_takes_what_was_theirs_alone(journey: Journey) -> None:
    journey.line("Visit", "09:00", 60, people=[journey.people[0]])
    both = journey.line("Call", "11:00", 30, people=journey.people[:2])
    journey.workspace.run(remove_participants, [journey.people[0]])
    [line] = journey.found.lines
    assert (line.id, line.people) == (both, (journey.people[1],))
    journey.line("Quay", "15:00", 30, journey.port)
    journey.workspace.run(remove_participants, [journey.people[1]])
    assert [one.row.draft.title for one in journey.found.lines] == ["Quay"]
    assert journey.workspace.ask(_groups) == {"Port", "Garden"}
    journey.workspace.undo()
    journey.workspace.undo()
    journey.workspace.undo()
    assert len(journey.found.lines) == 2


def _groups(session: Session) -> set[str]:
    return set(session.scalars(select(ParticipantGroup.name)))
