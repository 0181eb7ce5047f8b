"""A paper printed again says what is new, changed and gone, and which version it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.briefings.catalogue import CATALOGUE, paper
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.briefings.reprint import Edition, edition, standing_of
from app.core import clock
from app.core.text import Language
from app.dossiers.commands import hand_out
from app.dossiers.draft import PrintingDraft, ProgrammeDraft
from app.missions.commands import (
    add_mission_line,
    add_parties,
    add_room,
    change_mission_line,
    change_participant,
    make_slots,
    remove_participants,
    set_wishes,
    take_schedule,
    withdraw,
)
from app.missions.draft import (
    FairPartyDraft,
    MissionLineDraft,
    RoomDraft,
    SlotsDraft,
    WishDraft,
)
from app.missions.queries import (
    delegation,
    fair_board,
    mission_programme,
    printed_and_gone,
    propose,
    to_reprint,
)
from tests.app.briefings.reading import text
from tests.builders import make_mission, make_participant, make_person, make_reception

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

NINE = dt.datetime(2027, 3, 1, 9, 0, tzinfo=dt.UTC)
KEPT = ("booklet", "emergency-card", "participant-list", "participant-list-alphabetical")
FAMILIES = ("Zwart", "Aerts", "Baert")


NAMING = (
    *KEPT, "rooming-list", "mission-programme", "personal-schedule", "meeting-schedule",
    "meeting-schedule-hosts", "meeting-list",
)  # fmt: skip


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hour is told by the clock of the desk: here that of Greenwich."""
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
def people() -> dict[str, UUID]:
    """Participants by family name."""
    return {}


@pytest.fixture
def mission(workspace: Workspace, people: dict[str, UUID]) -> UUID:
    """Three people who go."""
    made = make_mission(workspace, foreword="Welkom.")
    for family in FAMILIES:
        people[family] = add(workspace, made, family)
    return made


@pytest.fixture
def whole(workspace: Workspace, mission: UUID, people: dict[str, UUID]) -> UUID:
    """The same with a room, a line for one person, and a meeting of a company of one."""
    one = people["Baert"]
    workspace.run(add_room, mission, RoomDraft("Hakusan", "double", "12", sleepers=(one,)))
    draft = ProgrammeDraft("Audience", dt.datetime(2027, 5, 11, 9))  # noqa: DTZ001 - local time
    workspace.run(add_mission_line, mission, MissionLineDraft(draft, (), (one,)))
    row = next(each for each in workspace.ask(delegation, mission, Language.EN) if each.id == one)
    host = FairPartyDraft("Kaga Machinery", "host")
    own = FairPartyDraft("Kranen", person=row.person_id)
    workspace.run(add_parties, mission, [own, host])
    slots = SlotsDraft(dt.date(2027, 5, 12), dt.time(9), dt.time(10), 20, 0)
    workspace.run(make_slots, mission, slots)
    board = workspace.ask(fair_board, mission)
    workspace.run(set_wishes, mission, [WishDraft(board.companies[0].id, board.hosts[0].id, 5)])
    made = propose(workspace.ask(fair_board, mission), 1.0)
    workspace.run(take_schedule, mission, made.seen, made.meetings)
    return mission


def add(office: Workspace, mission: UUID, family: str) -> UUID:
    person = make_person(office, family_name=family, given_name="Bo")
    return make_participant(office, mission, person, status="confirmed")


def made(
    office: Workspace, mission: UUID, kind: str = "booklet",
    audience: Audience = Audience.INTERNAL, *, marks: bool = True,
) -> Edition:  # fmt: skip
    wanted = paper(kind)
    assert wanted is not None
    return office.ask(edition, wanted, mission, Language.EN, audience, marks=marks)


def out(
    office: Workspace, mission: UUID, kind: str = "booklet",
    audience: Audience = Audience.INTERNAL, hour: int = 9,
) -> None:  # fmt: skip
    lines = made(office, mission, kind, audience).lines
    with clock.stopped_at(NINE.replace(hour=hour)):
        office.run(hand_out, mission, PrintingDraft(kind, "en", audience, lines))


def words(one: Edition) -> str:
    return text(print_bytes(one.document).data)


def tell(office: Workspace, mission: UUID, who: UUID, bio: str) -> None:
    row = next(one for one in office.ask(delegation, mission, Language.EN) if one.id == who)
    office.run(change_participant, who, None, replace(row.draft, bio=bio))


@pytest.mark.parametrize("kind", KEPT)
def test_nothing_is_marked_before_and_after_a_first_printing(
    workspace: Workspace, mission: UUID, kind: str
) -> None:
    for _ in range(2):
        found = made(workspace, mission, kind)
        assert found.standing.version == 1
        assert "Version 1" in words(found)
        assert "in the margin" not in words(found)
        out(workspace, mission, kind)
    assert found.standing.changes == 0
    assert made(workspace, mission, kind).standing.printed == 2


@pytest.mark.parametrize("kind", KEPT[::2])
def test_new_changed_and_gone_are_told(
    workspace: Workspace, mission: UUID, people: dict[str, UUID], kind: str
) -> None:
    out(workspace, mission, kind)
    workspace.run(withdraw, [people["Baert"]], "all")
    add(workspace, mission, "Nieuwkomer")
    row = next(one for one in workspace.ask(delegation, mission, Language.EN)
               if one.id == people["Aerts"])  # fmt: skip
    draft = replace(row.draft, title="Chair of the board")
    workspace.run(change_participant, row.id, None, draft)
    found = made(workspace, mission, kind)
    assert found.standing.version == 2
    assert found.standing.changes == 3
    inside = words(found)
    for told in ("Version 2", "What changed", "No longer there", "Bo Baert", "1 March 2027",
                 "Bo Nieuwkomer", "in the margin"):  # fmt: skip
        assert told in inside
    plain = words(made(workspace, mission, kind, marks=False))
    assert "Version 2" in plain
    assert "in the margin" not in plain


def test_others_see_bars_but_not_who_is_gone(
    workspace: Workspace, mission: UUID, people: dict[str, UUID]
) -> None:
    out(workspace, mission, audience=Audience.EXTERNAL)
    workspace.run(withdraw, [people["Baert"]], "all")
    tell(workspace, mission, people["Aerts"], "A new bio.")
    found = words(made(workspace, mission, audience=Audience.EXTERNAL))
    assert "Changed since" in found
    assert "Baert" not in found
    assert "What changed" not in found


def test_places_that_move_are_no_change(
    workspace: Workspace, mission: UUID, people: dict[str, UUID]
) -> None:
    out(workspace, mission, "participant-list")
    workspace.run(withdraw, [people["Aerts"]], "all")
    assert made(workspace, mission, "participant-list").standing.changes == 1


def test_a_copy_of_a_version_carries_the_same_marks(
    workspace: Workspace, mission: UUID, people: dict[str, UUID]
) -> None:
    out(workspace, mission)
    tell(workspace, mission, people["Aerts"], "A new bio.")
    first = made(workspace, mission)
    out(workspace, mission, hour=10)
    again = made(workspace, mission)
    assert again.standing.version == first.standing.version == 2
    assert words(again).count("Changed since") == words(first).count("Changed since") == 1
    assert again.standing.changes == 0


def test_each_language_and_audience_has_its_own_printings(
    workspace: Workspace, mission: UUID
) -> None:
    out(workspace, mission)
    assert made(workspace, mission, audience=Audience.EXTERNAL).standing.printed == 0
    found = made(workspace, mission)
    asked = workspace.ask(standing_of, "booklet", mission, "en", "internal", found.lines)
    assert asked == found.standing


def test_who_withdrew_after_the_printing_is_named_until_it_is_printed_anew(
    workspace: Workspace, whole: UUID, people: dict[str, UUID]
) -> None:
    for kind in NAMING:
        out(workspace, whole, kind)
    assert workspace.ask(printed_and_gone, whole) == []
    workspace.run(withdraw, [people["Baert"]], "all", dt.date(2027, 3, 2))
    [gone] = workspace.ask(printed_and_gone, whole)
    assert set(gone.papers) == set(NAMING)
    told = gone.sentence.to(Language.EN)
    assert told == "Printed with Bo Baert, who withdrew on 2 Mar 2027: reprint."
    with clock.stopped_at(NINE):
        assert [one.mission_id for one in workspace.ask(to_reprint)] == [whole]
    for kind in NAMING:
        out(workspace, whole, kind, hour=11)
    assert workspace.ask(printed_and_gone, whole) == []


@pytest.mark.parametrize("kind", NAMING[len(KEPT) :])
def test_a_list_tells_what_changed_since_it_was_handed_out(
    workspace: Workspace, whole: UUID, people: dict[str, UUID], kind: str
) -> None:
    assert "Version 1" in words(made(workspace, whole, kind))
    out(workspace, whole, kind)
    assert made(workspace, whole, kind).standing.changes == 0
    workspace.run(withdraw, [people["Baert"]], "all")
    found = made(workspace, whole, kind)
    inside = words(found)
    for told in ("Version 2", "What changed", "No longer there", "Bo Baert"):
        assert told in inside
    assert "participant:" not in inside


def test_who_is_named_no_more_and_still_goes_is_not_gone(
    workspace: Workspace, whole: UUID, people: dict[str, UUID]
) -> None:
    out(workspace, whole, "mission-programme")
    line = workspace.ask(mission_programme, whole).lines[0]
    other = MissionLineDraft(line.row.draft, (), (people["Zwart"],))
    workspace.run(change_mission_line, line.id, None, other)
    found = made(workspace, whole, "mission-programme")
    assert found.standing.changes == 1
    assert "No longer there" not in words(found)
    assert workspace.ask(printed_and_gone, whole) == []


def test_schedules_in_each_own_language_are_printings_too(
    workspace: Workspace, whole: UUID, people: dict[str, UUID]
) -> None:
    wanted = paper("personal-schedule")
    assert wanted is not None
    first = workspace.ask(edition, wanted, whole, None, Audience.EXTERNAL)
    draft = PrintingDraft(wanted.kind, "", Audience.EXTERNAL, first.lines)
    workspace.run(hand_out, whole, draft)
    line = next(one for one in workspace.ask(mission_programme, whole).lines)
    talks = MissionLineDraft(replace(line.row.draft, title="Talks"), (), line.people)
    workspace.run(change_mission_line, line.id, None, talks)
    again = workspace.ask(edition, wanted, whole, None, Audience.EXTERNAL)
    assert again.standing.version == 2
    assert again.standing.changes == 1
    assert words(again).count("Gewijzigd sinds") == 1
    alone = workspace.ask(edition, wanted, whole, None, Audience.EXTERNAL, people["Baert"].hex)
    assert not alone.is_kept


def test_who_was_taken_off_the_list_is_told_without_a_name(
    workspace: Workspace, mission: UUID, people: dict[str, UUID]
) -> None:
    out(workspace, mission)
    workspace.run(remove_participants, [people["Baert"]])
    [gone] = workspace.ask(printed_and_gone, mission)
    assert gone.name is None
    assert "off the list" in gone.sentence.to(Language.EN)
    assert "1 person who was taken off the list" in words(made(workspace, mission))


def test_lines_keep_no_name(workspace: Workspace, mission: UUID) -> None:
    lines = made(workspace, mission).lines
    assert len(lines) >= len(FAMILIES)
    assert not any(family in one for one in lines for family in FAMILIES)


def test_a_paper_without_keys_keeps_nothing(workspace: Workspace) -> None:
    reception = make_reception(workspace)
    for one in CATALOGUE:
        if one.of == "reception":
            found = workspace.ask(edition, one, reception, Language.EN, Audience.INTERNAL)
            assert not found.is_kept
            assert "Version" not in str(found.document.footer)
