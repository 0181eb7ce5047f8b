"""The papers of a journey: travel and CO2, rooms, costs; nothing private outside."""

from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.briefings.bar_chart import Bar, bar_chart
from app.briefings.blocks import Callout, Table
from app.briefings.catalogue import paper
from app.briefings.drawing import Rect, Text
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.core.text import Language
from app.interchange.invoices import export_invoices
from app.missions.furnish import furnish_factors
from app.missions.model import Participant, TravelPapers
from app.missions.rules.years import year_id
from app.sample_office.travel import plan_travel
from tests.app.briefings.reading import text
from tests.app.briefings.spelled import spelled
from tests.app.missions.delegations import make_mission, put, put_participant

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document
    from app.core.workspace import Workspace

KINDS = ("travel-sheet", "rooming-list", "cost-sheet")
FIRST = dt.date(2026, 6, 5)
NAMES = ("Aerts", "Baert", "Claes", "Dhondt", "Evrard", "Ferket")


@pytest.fixture
def mission(workspace: Workspace) -> UUID:
    """Eight people on a journey; one with a passport, one withdrew and owes half."""
    workspace.run(furnish_factors)
    made, people = make_mission(workspace, *NAMES)
    people.append(workspace.run(put_participant, made, "Goemaere", "GOEMAERE ANNA MARIA"))
    people.append(workspace.run(put_participant, made, "Hoste", organisation_name="City"))
    order = [people[6], *people[:6], people[7]]
    plan_travel(workspace, made, order, FIRST)
    workspace.run(put, Participant, people[1], status="withdrawn", withdrawal_rule="half")
    papers = workspace.ask(_papers, people[6])
    workspace.run(put, TravelPapers, papers, number="SECRET123")
    return made


def _papers(session: Session, participant: UUID) -> UUID:
    papers = session.get_one(Participant, participant).papers
    assert papers is not None
    return papers.id


def _made(
    workspace: Workspace,
    mission: UUID,
    kind: str,
    language: Language = Language.EN,
    audience: Audience = Audience.INTERNAL,
) -> Document:
    wanted = paper(kind)
    assert wanted is not None
    return workspace.ask(wanted.make, mission, language, audience)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_prints_without_a_warning(
    workspace: Workspace, mission: UUID, kind: str, language: Language, audience: Audience
) -> None:
    printed = print_bytes(_made(workspace, mission, kind, language, audience))
    assert printed.warnings == ()
    words = text(printed.data)
    assert "SECRET" not in words
    assert "{" not in words


def _told(workspace: Workspace, mission: UUID, kind: str, audience: Audience) -> str:
    return spelled(_made(workspace, mission, kind, audience=audience))


def test_a_leg_tells_its_row(workspace: Workspace, mission: UUID) -> None:
    inside = _told(workspace, mission, "travel-sheet", Audience.INTERNAL)
    assert "ADEME Base Carbone, air 2018" in inside
    assert "UK DESNZ 2024, v1.1" in inside
    assert "Not verified by the office." in inside
    assert "0.152 kg per passenger-km" in inside
    assert "Dezelfde avond terug voor de gemeenteraad" in inside
    assert "The train takes 3:10: say why one flies." in inside
    assert "Claes, An" in inside
    assert "Baert" not in inside
    outside = _told(workspace, mission, "travel-sheet", Audience.EXTERNAL)
    assert "Claes" not in outside
    assert "say why one flies" not in outside
    assert "does not go any more" not in outside


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", Language)
def test_the_sheet_of_a_year_prints_without_a_warning(
    workspace: Workspace, mission: UUID, language: Language, audience: Audience
) -> None:
    made = _made(workspace, year_id(2026), "travel-year", language, audience)
    printed = print_bytes(made)
    words = text(printed.data)
    assert (printed.warnings, "{" in words, "SECRET" in words) == ((), False, False)
    assert ("Claes" in words) is (audience is Audience.INTERNAL)
    assert mission


def test_the_sheet_of_a_year_tells_motives_rows_and_what_contradicts_them(
    workspace: Workspace, mission: UUID
) -> None:
    told = _told(workspace, year_id(2026), "travel-year", Audience.EXTERNAL)
    for words in ("Dezelfde avond terug voor de gemeenteraad", "no motive is noted",
                  "ADEME Base Carbone, air 2018", "0.152 kg per passenger-km",
                  "Not verified by the office.", "used by the office",
                  "Sources contradict each other"):  # fmt: skip
        assert words in told, words
    empty = _told(workspace, year_id(1999), "travel-year", Audience.EXTERNAL)
    assert "Nobody travelled by train or plane." in empty
    assert mission


def test_the_hotel_reads_the_name_in_the_passport(workspace: Workspace, mission: UUID) -> None:
    outside = _told(workspace, mission, "rooming-list", Audience.EXTERNAL)
    assert "GOEMAERE ANNA MARIA" in outside
    assert "Aerts, An *" in outside.replace("  ", " ")
    assert "Baert" not in outside
    assert "still has a room" not in outside
    inside = _made(workspace, mission, "rooming-list")
    (callout,) = [one for one in inside.blocks if isinstance(one, Callout)]
    assert "An Baert does not go any more and still has a room." in str(callout.words)


def test_others_see_participants_as_one_payer(workspace: Workspace, mission: UUID) -> None:
    inside = _told(workspace, mission, "cost-sheet", Audience.INTERNAL)
    assert "An Baert (withdrew)" in inside
    outside = _told(workspace, mission, "cost-sheet", Audience.EXTERNAL)
    assert "Baert" not in outside
    assert "8 participants" in outside
    assert "rounded half to even" in outside
    payers = [
        one for one in _made(workspace, mission, "cost-sheet").blocks if isinstance(one, Table)
    ][1]
    sums = [row.cells[-1] for row in payers.rows]  # type: ignore[union-attr]  # rows, no groups
    cents = [round(float(str(one).replace(",", "")) * 100) for one in sums]
    assert sum(cents[:-1]) == cents[-1]


def test_invoices_are_a_list_a_spreadsheet_opens(
    workspace: Workspace, mission: UUID, tmp_path: Path
) -> None:
    path = tmp_path / "invoices.csv"
    count = workspace.ask(export_invoices, mission, path, Language.NL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *lines = list(csv.reader(file, delimiter=";"))
    assert header[:3] == ["Betaler", "Naam", "Organisatie"]
    assert len(lines) == count == 1 + 2 * 8 + 4
    (partner,) = [one for one in lines if one[0] == "Partner"]
    assert partner[1:] == [
        "Kamer van koophandel", "", "Ontvangst in de residentie", "2026-06-05", "240000", "JPY",
        "1464,00", "",
    ]  # fmt: skip
    assert {one[-1] for one in lines if one[1] == "An Baert"} == {"ja"}
    assert {one[1] for one in lines} >= {"An Claes", "An Hoste"}


def test_bars_are_as_long_as_what_they_tell() -> None:
    drawing = bar_chart([Bar("Plane", 200.0, "200 kg", ahead=True), Bar("Train", 50.0, "50 kg")])
    long, short = [one for one in drawing.shapes if isinstance(one, Rect)]
    assert long.width == pytest.approx(4 * short.width)
    words = [one.words for one in drawing.shapes if isinstance(one, Text)]
    assert words == ["Plane", "200 kg", "Train", "50 kg"]
    assert not [one for one in bar_chart([Bar("a", 0.0, "0")]).shapes if isinstance(one, Rect)]
