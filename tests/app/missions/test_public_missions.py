"""Three missions known from reports can be entered whole, and every paper of them made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.briefings.catalogue import CATALOGUE
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.core.text import Language
from app.missions.commands import withdraw
from app.missions.queries import (
    delegation,
    mission_programme,
    mission_sheet,
    programme_findings,
    travel,
)
from app.schema import furnish_office
from tests.app.briefings.reading import text
from tests.app.missions.public_missions import JAPAN, japan, kanazawa, port

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

PAPERS = tuple(one for one in CATALOGUE if one.of == "mission")


@pytest.fixture
def furnished(workspace: Workspace) -> Workspace:
    """An office with the reference data of the house."""
    furnish_office(workspace)
    return workspace


def made(workspace: Workspace, mission: UUID, kind: str, language: Language) -> str:
    """The text of a paper, for outside."""
    paper = next(one for one in PAPERS if one.kind == kind)
    laid_out = workspace.ask(paper.make, mission, language, Audience.EXTERNAL)
    return text(print_bytes(laid_out).data)


def test_a_mayor_visits_kanazawa(furnished: Workspace) -> None:
    mission = kanazawa(furnished)
    rows = furnished.ask(delegation, mission, Language.EN)
    assert [row.draft.role for row in rows] == ["head", "official", "official"]
    seen = furnished.ask(travel, mission)
    assert len(seen.legs) == 4
    assert not [one for one in seen.legs if one.kg_each is None]
    told = programme_findings(furnished.ask(mission_programme, mission))
    assert {one.kind for one in told} <= {"free"}
    booklet = made(furnished, mission, "booklet", Language.EN)
    for words in ("Odette", "Talks between the mayors", "UTC+9", "119"):
        assert words in booklet


def test_a_city_inside_a_mission_of_six_hundred(furnished: Workspace) -> None:
    whole, city = japan(furnished)
    sheet = furnished.ask(mission_sheet, whole, Language.NL)
    assert sheet.counts["confirmed"] == 600
    assert [one.title for one in sheet.inside] == ["Ghent in the mission to Japan"]
    booklet = made(furnished, city, "booklet", Language.NL)
    for words in (*JAPAN, "Ports", "Life sciences", "Braeckman"):
        assert words in booklet
    rows = furnished.ask(delegation, city, Language.NL)
    press = next(row for row in rows if row.draft.role == "press")
    furnished.run(withdraw, [press.id], "nothing")
    for paper in PAPERS:
        if paper.kind not in ("cost-sheet", "mission-report"):  # who pays, and what came of it
            assert "Braeckman" not in made(furnished, city, paper.kind, Language.NL), paper.kind


def test_a_port_inside_a_federal_mission(furnished: Workspace) -> None:
    whole, mission = port(furnished)
    sheet = furnished.ask(mission_sheet, mission, Language.FR)
    assert sheet.parent is not None
    assert sheet.parent.id == whole
    flown = [one for one in furnished.ask(travel, mission).legs if one.draft.mode == "plane"]
    first = furnished.ask(mission_programme, mission).steps[0]
    assert (first.begins.tzname(), first.until.tzname()) == ("CET", "GMT")
    assert [one.draft.motive for one in flown] == ["The council sits the next morning"]
    assert "Lagae" in made(furnished, mission, "booklet", Language.FR)


@pytest.mark.parametrize("language", list(Language))
def test_every_paper_in_every_language(furnished: Workspace, language: Language) -> None:
    _, mission = port(furnished)
    for paper in PAPERS:
        assert made(furnished, mission, paper.kind, language), paper.kind
