"""The programme of a mission in the office: its clocks, for whom, copied, undone, printed, sent."""

from __future__ import annotations

import datetime as dt
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import vobject
from sqlalchemy import select

from app.briefings.blocks import Heading, PageBreak, Row, Table, plain_text
from app.briefings.book import Keyed
from app.briefings.catalogue import paper
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.briefings.personal_schedule import choices
from app.contacts.model import Person
from app.core.command import command
from app.core.errors import InvalidError, NotFoundError
from app.core.text import N_, Language
from app.dossiers.commands import remove_line
from app.dossiers.draft import ProgrammeDraft
from app.mailing.schedules import calendars_of, write_folder, write_zip
from app.missions.commands import (
    add_leg,
    add_mission_line,
    change_mission_line,
    copy_day,
    remove_participants,
    set_destinations,
    set_line_whom,
    shift_mission_lines,
    withdraw,
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
from app.missions.queries import mission_programme
from tests.app.briefings.reading import pages_text
from tests.app.missions.delegations import make_mission, put, put_group

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document
    from app.core.workspace import Workspace
    from app.missions.queries import MissionProgramme

FIRST = dt.date(2026, 6, 5)


def at(clock: str, days: int = 1) -> dt.datetime:
    return dt.datetime.combine(FIRST + dt.timedelta(days=days), dt.time.fromisoformat(clock))


class Journey:
    """A mission of four to Kanazawa with two groups."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.mission, self.people = make_mission(workspace, "Aerts", "Baert", "Claes", "Dhondt")
        place = DestinationDraft("Kanazawa", "JP", "", FIRST + dt.timedelta(days=1), None)
        workspace.run(set_destinations, self.mission, [place])
        self.port = workspace.run(put_group, self.mission, "Port", self.people[:2])
        self.garden = workspace.run(put_group, self.mission, "Garden", self.people[2:])

    def line(self, title: str, clock: str, minutes: int, *groups: UUID, **fields: Any) -> UUID:
        """Put a line in the programme."""
        days, people = fields.pop("days", 1), fields.pop("people", ())
        draft = ProgrammeDraft(title, at(clock, days), minutes, **fields)
        whole = MissionLineDraft(draft, groups, tuple(people))
        made: UUID = self.workspace.run(add_mission_line, self.mission, whole)
        return made

    @property
    def found(self) -> MissionProgramme:
        """The programme as it is."""
        return self.workspace.ask(mission_programme, self.mission)

    def told(self) -> list[str]:
        """Lines in their order."""
        return [f"{one.begins:%d %H:%M} {one.row.draft.title}" for one in self.found.lines]

    def findings(self) -> list[str]:
        """What is wrong."""
        return [one.sentence.to(Language.EN) for one in self.found.findings]


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


# --- on paper ---


def _planned(workspace: Workspace) -> Journey:
    made = Journey(workspace)
    made.line("Quay", "09:00", 60, made.port, place="Quay 4", note="Dark suit", owner="Mia",
              phone="+32 9 000 00 01")  # fmt: skip
    made.line("Garden", "09:00", 60, made.garden)
    made.line("Luggage down", "09:00", 60, public=False)
    made.line("Dinner", "19:00", 90, travel_minutes=15)
    return made


def _printed(made: Journey, kind: str, audience: str, whom: str = "", language: Any = None) -> Any:
    wanted = paper(kind)
    assert wanted is not None
    return made.workspace.ask(wanted.make, made.mission, language, Audience(audience), whom)


def _inside(document: Document) -> list[Any]:
    """The blocks, those of one person among them."""
    blocks: list[Any] = []
    for one in document.blocks:
        blocks += one.blocks if isinstance(one, Keyed) else [one]
    return blocks


def test_everybody_begins_on_a_new_page_with_their_own_schedule(workspace: Workspace) -> None:
    made = _planned(workspace)
    document = _printed(made, "personal-schedule", "external")
    assert sum(isinstance(one, PageBreak) for one in document.blocks) == 4
    names = [plain_text(one.words) for one in _inside(document) if isinstance(one, Heading)]
    assert names == ["An Aerts", "An Baert", "An Claes", "An Dhondt"]
    pages = pages_text(print_bytes(document).data)
    assert len(pages) == 5
    assert "Quay" in pages[1]
    assert "Mia" in pages[1]
    assert "Dark suit" in pages[1]
    assert "JST, UTC+9" in pages[1]
    assert "Quay" not in pages[3]
    assert all("Luggage" not in page for page in pages)
    inside = _printed(made, "personal-schedule", "internal")
    assert "Luggage" in pages_text(print_bytes(inside).data)[1]
    free = next(one for one in _inside(document) if isinstance(one, Table) and len(one.columns) == 4
                and one.columns[0].width == 32)  # fmt: skip
    cells = [plain_text(row.cells[0]) for row in free.rows if isinstance(row, Row)]  # type: ignore[arg-type]  # words
    assert cells == ["09:00 – 10:00", "10:00 – 18:45", "19:00 – 20:30"]


def test_one_group_or_person_in_their_own_language(workspace: Workspace) -> None:
    made = _planned(workspace)
    french = workspace.ask(lambda session: session.get_one(Participant, made.people[0]).person_id)
    workspace.run(put, Person, french, language="fr")
    alone = _printed(made, "personal-schedule", "external", "Aerts, An")
    assert (alone.title, alone.language) == ("An Aerts", Language.FR)
    chosen = _printed(made, "personal-schedule", "external", "Aerts, An", Language.EN)
    assert chosen.language is Language.EN
    group = _printed(made, "personal-schedule", "external", "garden")
    names = [plain_text(one.words) for one in _inside(group) if isinstance(one, Heading)]
    assert names == ["An Claes", "An Dhondt"]
    offered = workspace.ask(choices, made.mission)
    assert [words for _key, words in offered] == [
        "Garden", "Port", "Aerts, An", "Baert, An", "Claes, An", "Dhondt, An",
    ]  # fmt: skip


def test_who_withdrew_is_left_out_and_refused_with_a_sentence(workspace: Workspace) -> None:
    made = _planned(workspace)
    workspace.run(withdraw, [made.people[0]], "nothing")
    document = _printed(made, "personal-schedule", "internal")
    assert all("Aerts" not in page for page in pages_text(print_bytes(document).data))
    with pytest.raises(NotFoundError) as refused:
        _printed(made, "personal-schedule", "internal", made.people[0].hex)
    assert (
        refused.value.sentence.to(Language.EN)
        == "An Aerts withdrew: there is no schedule to print."
    )
    with pytest.raises(NotFoundError):
        _printed(made, "personal-schedule", "internal", "Nobody")


def test_the_whole_programme_says_which_group_goes_where(workspace: Workspace) -> None:
    made = _planned(workspace)
    outside = _printed(made, "mission-programme", "external", language=Language.EN)
    [words] = pages_text(print_bytes(outside).data)
    assert "Saturday, 6 June 2026 · JST, UTC+9" in words
    assert "Port: An Aerts, An Baert" in words
    assert "Luggage" not in words
    assert "Dark suit" not in words
    assert "Mia" not in words
    table = next(one for one in outside.blocks if isinstance(one, Table))
    rows = [[plain_text(cell) for cell in row.cells] for row in table.rows if isinstance(row, Row)]  # type: ignore[arg-type]  # words
    assert {(row[0], row[3]) for row in rows[:2]} == {
        ("09:00 – 10:00", "Port"), ("09:00 – 10:00", "Garden"),
    }  # fmt: skip
    assert (rows[2][0], rows[2][3]) == ("19:00 – 20:30", "Everybody")
    inside = _printed(made, "mission-programme", "internal", language=Language.NL)
    told = "\n".join(pages_text(print_bytes(inside).data))
    assert "Luggage" in told
    assert "Mia" in told


@pytest.mark.parametrize("kind", ["mission-programme", "booklet"])
def test_a_line_for_two_names_the_one_who_goes(workspace: Workspace, kind: str) -> None:
    made = _planned(workspace)
    made.line("Audience", "14:00", 30, made.garden, people=made.people[:2])
    workspace.run(withdraw, [made.people[0]], "nothing")
    for audience in Audience:
        document = _printed(made, kind, audience, language=Language.EN)
        words = "\n".join(pages_text(print_bytes(document).data))
        assert "Aerts" not in words
        table = next(one for one in document.blocks if isinstance(one, Table)
                     and plain_text(one.columns[0].header) == "Time (local)")  # fmt: skip
        cells = [[plain_text(cell) for cell in row.cells] for row in table.rows  # type: ignore[arg-type]  # words
                 if isinstance(row, Row)]  # fmt: skip
        [whom] = [row[-2 if len(row) == 5 else -1] for row in cells if "Audience" in row[1]]
        assert whom == "Garden, An Baert"


@pytest.mark.parametrize("kind", ["mission-programme", "booklet"])
def test_a_line_without_a_time_stands_last(workspace: Workspace, kind: str) -> None:
    made = _planned(workspace)
    for title, public in (("Still to fix", True), ("For us", False)):
        draft = ProgrammeDraft(title, public=public)
        workspace.run(add_mission_line, made.mission, MissionLineDraft(draft))
    found = {
        audience: "\n".join(pages_text(print_bytes(
            _printed(made, kind, audience, language=Language.EN)).data))
        for audience in Audience
    }  # fmt: skip
    for words in found.values():
        assert words.index("Dinner") < words.index("No time yet") < words.index("Still to fix")
    assert "For us" in found[Audience.INTERNAL]
    assert "For us" not in found[Audience.EXTERNAL]


# --- in calendars ---


def test_each_gets_a_calendar_in_utc_that_keeps_its_ids(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = _planned(workspace)
    calendars = workspace.ask(calendars_of, made.mission, Audience.EXTERNAL)
    assert write_folder(calendars, tmp_path / "out") == 4
    read = vobject.readOne((tmp_path / "out" / "An Aerts.ics").read_text(encoding="utf-8"))
    quay, dinner = read.vevent_list
    assert quay.dtstart.value == dt.datetime(2026, 6, 6, 0, 0, tzinfo=dt.UTC)
    assert quay.dtend.value == dt.datetime(2026, 6, 6, 1, 0, tzinfo=dt.UTC)
    assert quay.location.value == "Quay 4"
    assert "09:00 – 10:00, JST, UTC+9" in quay.description.value
    assert "Dark suit" in quay.description.value
    assert dinner.summary.value == "Dinner"
    line = next(one for one in made.found.lines if one.row.draft.title == "Quay")
    workspace.run(shift_mission_lines, line.id, 30)
    [again] = workspace.ask(calendars_of, made.mission, Audience.EXTERNAL, "An Aerts").calendars
    assert again.events[0].uid == quay.uid.value
    assert again.events[0].sequence > int(quay.sequence.value)
    workspace.undo()
    [back] = workspace.ask(calendars_of, made.mission, Audience.EXTERNAL, "An Aerts").calendars
    assert back.events[0].sequence > again.events[0].sequence


def test_a_group_goes_into_one_zip(workspace: Workspace, tmp_path: Path) -> None:
    made = _planned(workspace)
    calendars = workspace.ask(calendars_of, made.mission, Audience.INTERNAL, "Port")
    assert write_zip(calendars, tmp_path / "port.zip") == 2
    with zipfile.ZipFile(tmp_path / "port.zip") as packed:
        assert packed.namelist() == ["An Aerts.ics", "An Baert.ics"]
        assert b"Luggage" in packed.read("An Aerts.ics")
