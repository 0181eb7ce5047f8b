"""The programme of a mission on paper and in calendars: each their own."""

from __future__ import annotations

import datetime as dt
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import vobject

from app.briefings.blocks import Heading, PageBreak, Row, Table, plain_text
from app.briefings.book import Keyed
from app.briefings.catalogue import paper
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.briefings.personal_schedule import choices
from app.contacts.model import Person
from app.core.errors import NotFoundError
from app.core.text import Language
from app.dossiers.draft import ProgrammeDraft
from app.mailing.schedules import calendars_of, write_folder, write_zip
from app.missions.commands import (
    add_mission_line,
    shift_mission_lines,
    withdraw,
)
from app.missions.draft import MissionLineDraft
from app.missions.model import (
    Participant,
)
from tests.app.briefings.reading import pages_text
from tests.app.missions.delegations import put
from tests.app.missions.journeys import Journey

if TYPE_CHECKING:
    from pathlib import Path

    from app.briefings.blocks import Document
    from app.core.workspace import Workspace

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
