"""Missions: the dossier, where it goes, what it is to bring about; found like anything else."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.core import clock, search
from app.core.errors import InUseError, InvalidError, NotFoundError
from app.core.text import Language
from app.dossiers.commands import set_stage
from app.dossiers.rules.zones import is_zone, usual_zone, zones_of
from app.missions.commands import (
    add_mission,
    add_participants,
    change_mission,
    remove_mission,
    set_destinations,
    set_objectives,
    set_participant_status,
)
from app.missions.draft import DestinationDraft, ObjectiveDraft
from app.missions.queries import mission_sheet, missions
from app.overview.timeline import of_organisation, of_person
from tests.app.core.dump import assert_directory_whole
from tests.builders import (
    make_mission,
    make_organisation,
    make_participant,
    make_person,
    make_priority,
    mission_draft,
    participant_of,
)

if TYPE_CHECKING:
    from app.core.workspace import Workspace

KANAZAWA = DestinationDraft("Kanazawa", "JP", "Asia/Tokyo", dt.date(2027, 5, 11),
                            dt.date(2027, 5, 13))  # fmt: skip
OSAKA = DestinationDraft("Osaka", "JP", "Asia/Tokyo", dt.date(2027, 5, 13), dt.date(2027, 5, 18))


def test_a_mission_is_kept_whole(office: Workspace) -> None:
    agency = make_organisation(office, name="Agency for Trade", kind="government")
    asker = make_organisation(office, name="Harbour of Ghent", kind="company")
    draft = mission_draft(
        kind="state_mission", organiser=agency, requested_by=asker, budget=1_250_000,
        decision="2027_CBS_00123", decided_on=dt.date(2027, 2, 4), register_by=dt.date(2027, 3, 1),
        goals=(9, 17), priorities=(make_priority(office),), foreword="Welcome on board",
    )  # fmt: skip
    made = office.run(add_mission, draft)
    office.run(set_destinations, made, [KANAZAWA, OSAKA])
    office.run(set_objectives, made, [ObjectiveDraft("Two agreements", "signed", "2")])
    sheet = office.ask(mission_sheet, made)
    assert sheet.draft == draft
    assert [one.draft for one in sheet.destinations] == [KANAZAWA, OSAKA]
    assert [one.draft.what for one in sheet.objectives] == ["Two agreements"]
    assert (sheet.organiser, sheet.requested_by) == ("Agency for Trade", "Harbour of Ghent")
    assert sheet.priorities == ("Ports and water",)
    assert (sheet.day, sheet.back_on) == (dt.date(2027, 5, 10), dt.date(2027, 5, 16))
    office.run(set_destinations, made, [OSAKA])
    assert [one.draft for one in office.ask(mission_sheet, made).destinations] == [OSAKA]
    office.undo()
    assert len(office.ask(mission_sheet, made).destinations) == 2


def test_what_is_wrong_is_said_at_its_field() -> None:
    wrong = mission_draft(
        title="", kind="party", budget=-1, register_by=dt.date(2027, 6, 1),
        closed_on=dt.date(2027, 5, 1),
    )  # fmt: skip
    assert {one.field for one in wrong.problems()} == {
        "title", "kind", "budget", "register_by", "closed_on"
    }  # fmt: skip
    place = DestinationDraft("", "JP", "Asia/Tokio", dt.date(2027, 5, 2), dt.date(2027, 5, 1))
    assert {one.field for one in place.problems()} == {"city", "time_zone", "leaves_on"}
    assert [one.field for one in ObjectiveDraft("", reached="perhaps").problems()] == [
        "what", "reached"
    ]  # fmt: skip


def test_a_delegation_inside_a_larger_mission_and_no_circle(workspace: Workspace) -> None:
    federal = make_mission(workspace, title="Federal mission to Japan")
    city = make_mission(workspace, title="Ghent in Japan", parent=federal)
    sheet = workspace.ask(mission_sheet, federal)
    assert [one.title for one in sheet.inside] == ["Ghent in Japan"]
    parent = workspace.ask(mission_sheet, city).parent
    assert parent is not None
    assert parent.title == "Federal mission to Japan"
    with pytest.raises(InvalidError):
        workspace.run(change_mission, federal, sheet.revision, mission_draft(parent=city))
    with pytest.raises(InvalidError):
        workspace.run(change_mission, federal, sheet.revision, mission_draft(parent=federal))


def test_the_coming_come_first_with_their_cities(workspace: Workspace) -> None:
    past = make_mission(workspace, title="Long ago", starts_at=dt.datetime(2001, 5, 1, 9),  # noqa: DTZ001 - local time
                        ends_at=None)  # fmt: skip
    workspace.run(set_participant_status, [make_participant(workspace, past)], "waiting")
    coming = make_mission(workspace, starts_at=dt.datetime(2400, 5, 1, 9), ends_at=None)  # noqa: DTZ001 - local time
    workspace.run(set_destinations, coming, [KANAZAWA, OSAKA])
    first, second = workspace.ask(missions)
    assert (first.title, first.where) == ("Mission to Japan", "Kanazawa, Osaka")
    assert (second.going, second.waiting) == (0, 1)


def test_missions_are_found_by_title_city_and_organiser(office: Workspace) -> None:
    agency = make_organisation(office, name="Zeewind Export", kind="company")
    made = make_mission(office, title="Ports of the east", organiser=agency)
    office.run(set_destinations, made, [KANAZAWA])
    for words in ("ports east", "kanaz", "zeewind"):
        found = office.ask(search.find, words, ("mission",))
        assert [(one.id, one.kind, one.place) for one in found] == [(made, "mission", "Kanazawa")]
    office.run(set_stage, made, "cleared")
    assert_directory_whole(office)
    office.run(remove_mission, made)
    assert office.ask(search.find, "kanaz", ("mission",)) == []
    office.undo()
    assert len(office.ask(search.find, "kanaz", ("mission",))) == 1
    assert_directory_whole(office)


def test_who_went_along_was_met_then(office: Workspace) -> None:
    person = make_person(office)
    made = make_mission(office)
    office.run(add_participants, made, [person])
    one = office.ask(participant_of, made, person)
    office.run(set_participant_status, [one], "confirmed")
    assert office.ask(search.lines, [person])[0].times == 0
    office.run(set_stage, made, "held")
    line = office.ask(search.lines, [person])[0]
    assert (line.seen, line.times) == ("2027-05-16", 1)
    assert_directory_whole(office)
    office.undo()
    assert office.ask(search.lines, [person])[0].times == 0


def test_a_mission_stands_in_the_timelines(office: Workspace) -> None:
    agency = make_organisation(office, name="Agency for Trade", kind="government")
    person = make_person(office)
    made = make_mission(office, organiser=agency)
    office.run(add_participants, made, [person], "head")
    row = office.ask(of_person, person, Language.EN).rows[0]
    assert (row.kind, row.ref_id, str(row.title)) == ("mission", made, "Mission to Japan")
    assert str(row.subtitle) == "Head of delegation · Registered"
    rows = office.ask(of_organisation, agency, Language.EN).rows
    assert [(one.kind, str(one.subtitle)) for one in rows] == [("mission", "under their lead")]


def test_a_mission_gone_says_so(workspace: Workspace) -> None:
    made = make_mission(workspace)
    workspace.run(remove_mission, made)
    with pytest.raises(NotFoundError):
        workspace.ask(mission_sheet, made)


def test_who_leads_a_mission_cannot_be_removed_unseen(workspace: Workspace) -> None:
    from app.contacts.commands import remove_organisation

    agency = make_organisation(workspace, name="Agency for Trade", kind="government")
    make_mission(workspace, organiser=agency)
    with pytest.raises(InUseError) as refused:
        workspace.run(remove_organisation, agency)
    assert "1 mission that names it" in str(refused.value.sentence)


def test_zones_are_those_of_the_country() -> None:
    assert usual_zone("JP") == "Asia/Tokyo"
    assert usual_zone("US") == ""
    assert "America/Chicago" in zones_of("US")
    assert is_zone("Europe/Brussels")
    assert not is_zone("Brussels")
    assert clock.today()
