"""Missions leave on other dates, and go from stage to stage."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.core import clock
from app.core.errors import ConflictError, InvalidError
from app.core.text import Language
from app.dossiers.commands import (
    add_task,
    set_programme,
    set_stage,
)
from app.dossiers.draft import (
    MoveDraft,
    ProgrammeDraft,
    TaskDraft,
)
from app.dossiers.queries import checklist
from app.dossiers.rules import Stage
from app.missions.commands import (
    add_leg,
    change_mission,
    move_mission,
    set_destinations,
)
from app.missions.draft import (
    DestinationDraft,
    LegDraft,
)
from app.missions.model import Mission
from app.missions.queries import (
    mission_board,
    mission_overview,
    mission_sheet,
)
from app.missions.rules.stages import MissionFacts, open_before
from tests.builders import (
    make_mission,
    make_participant,
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
EN = Language.EN


def _lines(session: Session, mission: UUID) -> list[tuple[str, dt.datetime | None]]:
    return [(one.title, one.starts_at) for one in session.get_one(Mission, mission).programme]


def times(office: Workspace, mission: UUID) -> list[tuple[str, str]]:
    found = office.ask(_lines, mission)
    return [(title, f"{begins:%d/%m %H:%M}" if begins else "") for title, begins in found]


def dues(office: Workspace, mission: UUID) -> dict[str, dt.date | None]:
    return {row.draft.title: row.draft.due_on for row in office.ask(checklist, mission, EN)}


# --- other dates ---


def test_other_dates_move_what_hangs_on_them_and_tell_the_rest(office: Workspace) -> None:
    mission = make_mission(office, starts_at=LEAVES, ends_at=BACK, register_by=LEAVES.date())
    stays = DestinationDraft("Osaka", "JP", "", dt.date(2027, 5, 11), dt.date(2027, 5, 15))
    office.run(set_destinations, mission, [stays])
    line = ProgrammeDraft("Talks", starts_at=LEAVES + dt.timedelta(days=1))
    office.run(set_programme, mission, [line])
    office.run(add_task, TaskDraft("Book", days_before=30, dossier=mission))
    make_participant(office, mission)
    leg = LegDraft("train", start="Gent", end="Brussel", departs_at=LEAVES)
    office.run(add_leg, mission, leg)
    told = office.run(move_mission, mission, None, MoveDraft(LATER)).to(EN)
    assert told == (
        "1 participant knows Monday 10 May 2027, 09:00 as the departure: tell them."
        " 1 journey keeps its day: have the ticket changed."
    )
    sheet = office.ask(mission_sheet, mission)
    assert sheet.draft.dossier.ends_at == BACK + DAYS
    assert sheet.draft.register_by == LEAVES.date() + DAYS
    assert sheet.destinations[0].draft.leaves_on == dt.date(2028, 5, 13)
    assert times(office, mission) == [("Talks", "09/05 09:00")]
    found = dues(office, mission)
    assert found.pop("Book") == dt.date(2028, 4, 8)
    [(title, due)] = found.items()
    assert title.endswith("maandag 8 mei 2028, 07:30")
    assert due == clock.today()
    again = office.run(move_mission, mission, None, MoveDraft(LATER + dt.timedelta(days=7)))
    assert again.to(EN).startswith("1 participant knows Monday 8 May 2028")
    assert len(dues(office, mission)) == 2, "the open task is set right, not doubled"
    for _ in range(2):
        office.undo()
    assert times(office, mission) == [("Talks", "11/05 09:00")]


def test_another_hour_or_a_first_day_moves_little(office: Workspace) -> None:
    mission = make_mission(office, starts_at=None, ends_at=None)
    made = office.ask(mission_sheet, mission)
    first = office.run(
        change_mission, mission, made.revision, mission_draft(starts_at=LEAVES, ends_at=BACK)
    )
    assert first.to(EN) == ""
    make_participant(office, mission)
    line = ProgrammeDraft("Talks", starts_at=LEAVES + dt.timedelta(days=1))
    office.run(set_programme, mission, [line])
    hour = LEAVES + dt.timedelta(hours=3)
    assert office.run(move_mission, mission, None, MoveDraft(hour)).to(EN) == ""
    assert times(office, mission) == [("Talks", "11/05 09:00")]
    seen = office.ask(mission_sheet, mission).revision
    with pytest.raises(InvalidError):
        office.run(move_mission, mission, None, MoveDraft())
    office.run(move_mission, mission, seen, MoveDraft(LATER))
    with pytest.raises(ConflictError):
        office.run(move_mission, mission, seen, MoveDraft(LEAVES))


# --- stages ---


TODAY = dt.date(2027, 4, 1)
WHOLE = MissionFacts(
    LEAVES.date(), 1, 1, decided=True, register_by=TODAY, participants=4, lines=3, outcome="Good."
)


@pytest.mark.parametrize(
    ("facts", "stage", "told"),
    [
        (MissionFacts(), Stage.CLEARED, [
            "no date yet", "no destination yet", "no measurable objective yet",
            "no decision of the college yet"]),
        (WHOLE, Stage.CLEARED, []),
        (MissionFacts(), Stage.INVITED, ["no day to register by", "nobody on the list yet"]),
        (MissionFacts(registered=2, waiting=1), Stage.CONFIRMED, [
            "2 participants not confirmed yet", "1 on the waiting list"]),
        (MissionFacts(warned=3), Stage.HELD, [
            "no programme yet", "travel papers of 3 participants to see to"]),
        (MissionFacts(unmeasured=1), Stage.CLOSED, [
            "1 objective without a result", "no outcome written"]),
        (WHOLE, Stage.CLOSED, []),
    ],
)  # fmt: skip
def test_a_stage_says_what_it_waits_for(facts: MissionFacts, stage: Stage, told: list[str]) -> None:
    assert [one.to(EN) for one in open_before(facts, (), stage, TODAY)] == told


def test_the_overview_tells_what_is_open_and_the_board_counts(office: Workspace) -> None:
    mission = make_mission(office, decision="CBS 12")
    office.run(add_task, TaskDraft("Late", due_on=dt.date(2001, 1, 1), dossier=mission))
    office.run(add_task, TaskDraft("Some day", dossier=mission))
    make_participant(office, mission)
    found = office.ask(mission_overview, mission, EN)
    assert found.following is Stage.CLEARED
    assert [one.to(EN) for one in found.open] == [
        "no destination yet", "no measurable objective yet", "1 task open",
    ]  # fmt: skip
    [card] = office.ask(mission_board)
    assert (card.id, card.stage, card.tasks, card.overdue) == (mission, Stage.IDEA, 2, 1)
    office.run(set_stage, mission, Stage.CONFIRMED)
    held = office.ask(mission_overview, mission, EN)
    assert "travel papers of 1 participant to see to" in [one.to(EN) for one in held.open]


def test_missions_inside_one_another_are_known_both_ways(office: Workspace) -> None:
    larger = make_mission(office, title="Federal mission")
    inside = make_mission(office, title="City delegation", parent=larger)
    make_participant(office, inside)
    up = office.ask(mission_sheet, inside).parent
    assert up is not None
    assert (up.id, up.title, up.going) == (larger, "Federal mission", 0)
    [down] = office.ask(mission_sheet, larger).inside
    assert (down.id, down.going, down.starts_on) == (inside, 1, LEAVES.date())
