"""How missions begin from templates and are copied from earlier ones."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from app.core.errors import InvalidError
from app.core.text import Language
from app.dossiers.commands import (
    add_task,
    add_template,
    furnish_templates,
    keep_as_template,
    remove_template,
    set_done,
    set_partners,
    set_programme,
    set_roles,
    set_stage,
)
from app.dossiers.draft import (
    Along,
    LineDraft,
    PartnerDraft,
    ProgrammeDraft,
    RoleDraft,
    TaskDraft,
    TemplateDraft,
)
from app.dossiers.queries import checklist, template, templates
from app.dossiers.rules import Stage
from app.dossiers.rules.templates import MISSION, Part, over_days, shipped
from app.missions.commands import (
    add_cost,
    add_leg,
    add_room,
    begin_mission,
    change_participant,
    copy_mission,
    keep_papers,
    set_destinations,
    set_objectives,
    withdraw,
)
from app.missions.draft import (
    CostDraft,
    DestinationDraft,
    LegDraft,
    MissionAlong,
    MissionBeginningDraft,
    MissionCopyDraft,
    ObjectiveDraft,
    PapersDraft,
    ParticipantDraft,
    RoomDraft,
    ShareDraft,
)
from app.missions.model import CostShare, ItemFor, Leg, Mission, Room, TravelPapers
from app.missions.queries import (
    costs,
    delegation,
    mission_overview,
    mission_sheet,
    missions,
)
from app.missions.rules.mission import Kind
from app.schema import furnish_office
from tests.builders import (
    make_mission,
    make_organisation,
    make_participant,
    make_person,
    mission_draft,
)

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

LEAVES = dt.datetime(2027, 5, 10, 9, 0)  # noqa: DTZ001 - local time, as the model keeps it
BACK = dt.datetime(2027, 5, 16, 20, 0)  # noqa: DTZ001 - as above
LATER = dt.datetime(2028, 5, 8, 7, 30)  # noqa: DTZ001 - as above
DAYS = dt.timedelta(days=364)
LINES = (
    LineDraft(Part.ITEM, "Departure", 0, 60),
    LineDraft(Part.ITEM, "Arrival", minutes=30),
    LineDraft(Part.ITEM, "City hall", -1, 45),
    LineDraft(Part.ITEM, "Port", minutes=60),
    LineDraft(Part.TASK, "Decision of the college", 120, owner="International"),
    LineDraft(Part.TASK, "Thank", -10),
    LineDraft(Part.ROLE, "Travel lead"),
    LineDraft(Part.PAPER, "rooming-list"),
)
EN = Language.EN


def _lines(session: Session, mission: UUID) -> list[tuple[str, dt.datetime | None]]:
    return [(one.title, one.starts_at) for one in session.get_one(Mission, mission).programme]


def times(office: Workspace, mission: UUID) -> list[tuple[str, str]]:
    found = office.ask(_lines, mission)
    return [(title, f"{begins:%d/%m %H:%M}" if begins else "") for title, begins in found]


def dues(office: Workspace, mission: UUID) -> dict[str, dt.date | None]:
    return {row.draft.title: row.draft.due_on for row in office.ask(checklist, mission, EN)}


def counted(session: Session, entity: Any, mission: UUID) -> int:
    query = select(func.count()).select_from(entity).where(entity.mission_id == mission)
    return session.scalar(query) or 0


# --- templates ---


@pytest.mark.parametrize("language", list(Language))
def test_every_template_of_missions_is_whole(language: Language) -> None:
    made = shipped(language, MISSION)
    assert [one.kind for one in made] == list(Kind)
    for one in made:
        assert {line.part for line in one.lines} == set(Part)
        for line in one.lines:
            assert line.title
            assert line.owner or line.part in (Part.ROLE, Part.PAPER)
            assert (line.days_before is not None) == (line.part in (Part.TASK, Part.ITEM))
        tasks = [line for line in one.lines if line.part is Part.TASK]
        assert len({line.title for line in tasks}) == len(tasks)
        assert any(line.days_before and line.days_before < 0 for line in tasks), "what comes after"


def test_an_office_with_templates_of_receptions_gets_those_of_missions(office: Workspace) -> None:
    furnish_office(office)
    for one in office.ask(templates, MISSION):
        office.run(remove_template, one.id)
    before = office.ask(templates)
    office.run(furnish_templates)
    assert [one.draft.dossier_kind for one in office.ask(templates, MISSION)] == list(Kind)
    assert office.ask(templates) == before


def test_a_mission_begins_with_all_its_template_brings_in_one_step(office: Workspace) -> None:
    made = office.run(add_template, TemplateDraft("Trade", MISSION, lines=LINES))
    place = DestinationDraft("Osaka", "JP", "Asia/Tokyo", LEAVES.date(), BACK.date())
    draft = MissionBeginningDraft(mission_draft(title="Osaka"), made, (place,))
    mission = office.run(begin_mission, draft)
    assert times(office, mission) == [
        ("Departure", "10/05 09:00"), ("Arrival", "10/05 10:00"),
        ("City hall", "11/05 09:00"), ("Port", "11/05 09:45"),
    ]  # fmt: skip
    assert dues(office, mission) == {
        "Decision of the college": dt.date(2027, 1, 10), "Thank": dt.date(2027, 5, 20),
    }  # fmt: skip
    sheet = office.ask(mission_sheet, mission)
    assert [one.draft for one in sheet.destinations] == [place]
    assert office.ask(mission_overview, mission, EN).papers == ("rooming-list",)
    office.undo()
    assert office.ask(missions) == []
    with pytest.raises(InvalidError):
        office.run(begin_mission, MissionBeginningDraft(mission_draft(title=" ")))
    bad = MissionBeginningDraft(mission_draft(), None, (DestinationDraft(" "),))
    with pytest.raises(InvalidError):
        office.run(begin_mission, bad)


def test_a_mission_is_kept_as_a_template_with_its_days(office: Workspace) -> None:
    brought = office.run(add_template, TemplateDraft("Trade", MISSION, lines=LINES))
    mission = office.run(begin_mission, MissionBeginningDraft(mission_draft(), brought))
    kept = office.run(keep_as_template, mission, "As in May", Kind.EXHIBITION)
    draft = office.ask(template, kept).draft
    assert (draft.noun, draft.dossier_kind) == (MISSION, Kind.EXHIBITION)
    items = [one for one in draft.lines if one.kind == Part.ITEM]
    assert [(one.title, one.days_before) for one in items] == [
        ("Departure", 0), ("Arrival", 0), ("City hall", -1), ("Port", -1),
    ]  # fmt: skip
    assert [at for _, at in over_days(items, None)] == [None] * 4
    assert kept in {one.id for one in office.ask(templates, MISSION)}
    assert office.ask(templates) == []


# --- a copy ---


@pytest.fixture
def past(office: Workspace) -> UUID:
    """A mission with everything a copy may bring, and all it must leave behind."""
    mission = make_mission(
        office, title="Osaka", starts_at=LEAVES, ends_at=BACK, decision="CBS 12",
        decided_on=dt.date(2027, 1, 7), register_by=dt.date(2027, 3, 1), foreword="Dear all",
        kind=Kind.EXHIBITION, closed_on=dt.date(2027, 8, 1),
    )  # fmt: skip
    office.run(set_destinations, mission, [
        DestinationDraft("Osaka", "JP", "Asia/Tokyo", dt.date(2027, 5, 11), dt.date(2027, 5, 15),
                         "A port."),
    ])  # fmt: skip
    office.run(set_objectives, mission, [
        ObjectiveDraft("Talks", "talks", "10", "Twelve came of it.", "yes"),
    ])  # fmt: skip
    office.run(set_programme, mission, [
        ProgrammeDraft("Talks", starts_at=dt.datetime(2027, 5, 12, 14, 0), minutes=60,  # noqa: DTZ001 - local time
                       time_zone="Asia/Tokyo"),
    ])  # fmt: skip
    office.run(set_roles, mission, [RoleDraft("Interpreter", "Ines", "0470")])
    office.run(
        set_partners, mission, [PartnerDraft(make_organisation(office, name="Port"), "Talks")]
    )
    due = dt.date(2027, 5, 1)
    office.run(set_done, office.run(add_task, TaskDraft("Book", due_on=due, dossier=mission)))
    head = make_participant(office, mission, make_person(office), "head", "confirmed")
    gone = make_participant(office, mission, make_person(office), "business")
    office.run(change_participant, head, None, ParticipantDraft(
        "head", "confirmed", bio="Born by the sea.", groups=("Ports",)))  # fmt: skip
    office.run(withdraw, [gone], "half")
    office.run(keep_papers, head, None, PapersDraft("BAERT ZOE", number="EX1"))
    office.run(add_leg, mission, LegDraft("train", start="Gent", end="Brussel", travellers=(head,)))
    office.run(add_room, mission, RoomDraft("Port Hotel"))
    office.run(add_cost, mission, CostDraft(
        "Stand", planned=100_00, paid=120_00,
        shares=(ShareDraft("city", weight=2), ShareDraft("participant", participant=head)),
    ))  # fmt: skip
    office.run(set_stage, mission, Stage.CLOSED)
    return mission


def test_a_copy_moves_to_its_dates_and_leaves_behind_what_was(
    office: Workspace, past: UUID
) -> None:
    made = office.run(copy_mission, past, MissionCopyDraft("Again", LATER))
    sheet = office.ask(mission_sheet, made)
    draft = sheet.draft
    assert (draft.kind, draft.dossier.stage) == (Kind.EXHIBITION, Stage.IDEA)
    assert (draft.decision, draft.decided_on, draft.closed_on) == ("", None, None)
    assert draft.dossier.ends_at == LATER + (BACK - LEAVES)
    assert draft.register_by == dt.date(2027, 3, 1) + DAYS
    [place] = sheet.destinations
    assert (place.draft.arrives_on, place.draft.facts) == (dt.date(2028, 5, 9), "A port.")
    [aim] = sheet.objectives
    assert aim.draft == ObjectiveDraft("Talks", "talks", "10")
    assert draft.foreword == "Dear all"
    assert times(office, made) == [("Talks", "10/05 14:00")], "by whole days, the hour stays"
    assert dues(office, made) == {"Book": dt.date(2028, 4, 29)}
    overview = office.ask(mission_overview, made, EN)
    assert [one.done_on for one in overview.tasks] == [None]
    assert [(one.role, one.name) for one in overview.roles] == [("Interpreter", "Ines")]
    assert [one.draft.wish for one in overview.partners] == ["Talks"]
    assert office.ask(delegation, made, EN) == []
    for entity in (Leg, Room):
        assert office.ask(counted, entity, made) == 0
    [line] = office.ask(costs, made).lines
    assert (line.draft.planned, line.draft.paid) == (100_00, None)
    assert [(one.payer, one.weight) for one in line.draft.shares] == [("city", 2)]
    office.undo()
    assert [one.id for one in office.ask(missions)] == [past]


def test_participants_come_along_only_when_asked_and_without_papers(
    office: Workspace, past: UUID
) -> None:
    wanted = MissionCopyDraft("Again", LATER, own=frozenset(MissionAlong))
    made = office.run(copy_mission, past, wanted)
    [row] = office.ask(delegation, made, EN)
    assert (row.role, row.status, row.groups) == ("head", "registered", ("Ports",))
    assert row.draft.bio == "Born by the sea."
    [line] = office.ask(costs, made).lines
    assert [one.payer for one in line.draft.shares] == ["city", "participant"]

    def papers(session: Session) -> int:
        return session.scalar(select(func.count()).select_from(TravelPapers)) or 0

    assert office.ask(papers) == 1, "never travel papers"
    office.undo()
    assert office.ask(lambda session: session.scalar(select(func.count(CostShare.id)))) == 2
    assert office.ask(lambda session: session.scalar(select(func.count(ItemFor.id)))) == 0


def test_a_copy_takes_what_was_chosen_and_may_have_no_day(office: Workspace, past: UUID) -> None:
    bare = MissionCopyDraft("Bare", None, frozenset({Along.ROLES}), frozenset())
    made = office.run(copy_mission, past, bare)
    sheet = office.ask(mission_sheet, made)
    assert (sheet.destinations, sheet.objectives, sheet.draft.foreword) == ((), (), "")
    assert times(office, made) == []
    whole = office.run(copy_mission, past, MissionCopyDraft("Some day"))
    assert times(office, whole) == [("Talks", "")]
    assert office.ask(mission_sheet, whole).day is None
    with pytest.raises(InvalidError):
        office.run(copy_mission, past, MissionCopyDraft(" "))


def test_nothing_of_a_mission_stays_behind_unnoticed() -> None:
    """Every field of a mission is copied or left behind on purpose."""
    from app.dossiers.commands import copying
    from app.missions.commands import beginning

    ours = {column.key for column in Mission.__mapper__.column_attrs}
    handled = set(beginning.COPIED) | set(copying.COPIED) | {
        "title", "starts_at", "ends_at", "register_by", "papers", "requested_by_id",
        "organiser_id", "foreword", "practical", "emergency",
    }  # fmt: skip
    left = {"stage", "points_to_raise", "to_avoid", "note", "outcome", "decision", "decided_on",
            "closed_on", "parent_id"}  # fmt: skip
    assert ours - handled - left <= {"id", "revision", "noun", "row_id", "rowid"}
