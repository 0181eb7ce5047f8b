"""Two contacts of one delegation become one: nothing is lost, nothing stands twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.contacts.queries import organisation_sheet, person_sheet
from app.core.text import Language
from app.dossiers.commands import add_agreement
from app.dossiers.draft import AgreementDraft, ProgrammeDraft
from app.dossiers.merging import merge_organisations, merge_people
from app.missions.commands import (
    add_cost,
    add_leg,
    add_mission_line,
    add_parties,
    add_room,
    change_participant,
    group_participants,
    keep_papers,
    move_participant,
    set_participant_status,
    withdraw,
)
from app.missions.draft import (
    CostDraft,
    FairPartyDraft,
    LegDraft,
    MissionLineDraft,
    PapersDraft,
    ParticipantDraft,
    RoomDraft,
    ShareDraft,
)
from app.missions.model import (
    CostShare,
    FairParty,
    GroupMember,
    ItemFor,
    LegTraveller,
    Participant,
    RoomSleeper,
)
from app.missions.queries import costs, delegation, fair_board, mission_programme
from tests.app.core.dump import assert_directory_whole, dump
from tests.builders import make_mission, make_organisation, make_participant, make_person

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace


def merge(office: Workspace, kept: UUID, other: UUID) -> None:
    """Merge two people, the first as they are."""
    office.run(merge_people, kept, other, office.ask(person_sheet, kept).draft)


def rows(office: Workspace, entity: type[Any]) -> list[Any]:
    """All of a kind."""
    return office.ask(lambda session: list(session.scalars(select(entity))))


def test_two_places_in_a_delegation_are_one_with_everything_of_both(office: Workspace) -> None:
    mission = make_mission(office)
    people = [make_person(office), make_person(office, given_name="Aoï")]
    kept, other = (make_participant(office, mission, one) for one in people)
    both = (kept, other)
    office.run(add_room, mission, RoomDraft("Hotel", "double", sleepers=both))
    office.run(add_leg, mission, LegDraft(start="Gent", end="Brussel", travellers=both))
    shares = tuple(ShareDraft("participant", participant=one) for one in both)
    office.run(add_cost, mission, CostDraft("Dinner", 10_000, shares=shares))
    line = ProgrammeDraft("Port")
    office.run(add_mission_line, mission, MissionLineDraft(line, people=both))
    office.run(add_mission_line, mission, MissionLineDraft(line, people=(other,)))
    office.run(group_participants, list(both), "ports")
    office.run(keep_papers, other, None, PapersDraft(number="EX123456"))
    office.run(change_participant, other, None, ParticipantDraft(bio="Builder", with_id=kept))
    before = dump(office)
    merge(office, *people)
    found = [rows(office, one) for one in (Participant, RoomSleeper, LegTraveller, GroupMember)]
    assert [len(one) for one in found] == [1, 1, 1, 1]
    assert found[0][0].bio == "Builder"
    assert found[0][0].with_id is None
    assert len(rows(office, ItemFor)) == 2
    assert len(rows(office, CostShare)) == 1
    assert sum(part.money.units for part in office.ask(costs, mission).lines[0].parts) == 10_000
    assert all(one.people == (kept,) for one in office.ask(mission_programme, mission).lines)
    assert_directory_whole(office)
    office.undo()
    assert dump(office) == before


def test_nobody_accompanies_themselves(office: Workspace) -> None:
    mission = make_mission(office)
    people = [make_person(office), make_person(office, given_name="Aoï")]
    kept, other = (make_participant(office, mission, one) for one in people)
    office.run(change_participant, kept, None, ParticipantDraft(with_id=other))
    merge(office, *people)
    [one] = rows(office, Participant)
    assert one.with_id is None
    assert len(office.ask(delegation, mission, Language.NL)) == 1


def test_whoever_goes_under_one_name_goes(office: Workspace) -> None:
    """One of two entries of one person withdrew, because the other was the right one."""
    mission = make_mission(office)
    people = [make_person(office), make_person(office, given_name="Aoï")]
    kept, other = (make_participant(office, mission, one) for one in people)
    office.run(withdraw, [kept], "half")
    office.run(set_participant_status, [other], "confirmed")
    office.run(move_participant, other, 2, "as the host asked")
    merge(office, *people)
    [one] = rows(office, Participant)
    assert (one.status, one.withdrawn_on, one.withdrawal_rule) == ("confirmed", None, "")
    assert (one.manual_place, one.place_reason) == (2, "as the host asked")


def test_a_company_under_two_names_meets_once_per_slot(office: Workspace) -> None:
    mission = make_mission(office)
    kept, other = make_organisation(office), make_organisation(office, city="Ghent")
    parties = [
        FairPartyDraft("North Port", organisation=kept),
        FairPartyDraft("North Port nv", organisation=other),
        FairPartyDraft("Kanazawa", "host", organisation=other),
    ]
    office.run(add_parties, mission, parties)
    office.run(add_agreement, AgreementDraft("Twin ports", organisation=other, dossier=mission))
    before = dump(office)
    office.run(merge_organisations, kept, other, office.ask(organisation_sheet, kept).draft)
    assert {one.organisation_id for one in rows(office, FairParty)} == {kept}
    assert len(office.ask(fair_board, mission).parties) == 3
    assert_directory_whole(office)
    office.undo()
    assert dump(office) == before
