"""Participant lists on paper: in order and by name, for the house and for others."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.briefings.blocks import Row, Table, plain_text
from app.briefings.catalogue import paper
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.core import clock
from app.core.text import Language
from app.missions.commands import keep_papers, set_participant_status, withdraw
from app.missions.draft import PapersDraft
from tests.app.briefings.reading import text
from tests.app.briefings.spelled import spelled
from tests.builders import (
    make_mission,
    make_organisation,
    make_participant,
    make_person,
    make_posting,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from app.briefings.blocks import Document
    from app.core.workspace import Workspace

MONDAY = dt.datetime(2027, 3, 1, 9, 30, tzinfo=dt.UTC)
GOLDEN = Path(__file__).parents[2] / "golden"
KINDS = ("participant-list", "participant-list-alphabetical")
NUMBER = "EX7654321"


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The printed time is that of the office; here it is in UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def mission(workspace: Workspace) -> UUID:
    """A mission with a mayor, two companies, one waiting, one withdrawn; one with papers."""
    with clock.stopped_at(MONDAY):
        return _filled(workspace)


def _filled(workspace: Workspace) -> UUID:
    made = make_mission(workspace, note="SECRET NOTE")
    city = make_organisation(workspace, name="City of Invention", kind="city", country="BE")
    mayor = make_person(workspace, family_name="Vermeulen", given_name="Mia", gender="f")
    make_posting(workspace, mayor, city, function="mayor")
    head = make_participant(workspace, made, mayor, "head", "confirmed")
    workspace.run(keep_papers, head, None, PapersDraft(number=NUMBER))
    for family, status in (("Zwart", "registered"), ("Aerts", "waiting"), ("Baert", "withdrawn")):
        person = make_person(workspace, family_name=family, given_name="Bo", note="SECRET BO")
        one = make_participant(workspace, made, person)
        if status == "withdrawn":
            workspace.run(withdraw, [one], "all")
        else:
            workspace.run(set_participant_status, [one], status)
    return made


def made(
    office: Workspace,
    mission: UUID,
    kind: str,
    audience: Audience,
    language: Language = Language.EN,
) -> Document:
    wanted = paper(kind)
    assert wanted is not None
    return office.ask(wanted.make, mission, language, audience)


def listed(document: Document) -> list[list[str]]:
    table = next(one for one in document.blocks if isinstance(one, Table))
    return [
        [plain_text(cell) for cell in row.cells]  # type: ignore[arg-type]  # no tick boxes here
        for row in table.rows
        if isinstance(row, Row)
    ]


def test_the_house_sees_reasons_too(workspace: Workspace, mission: UUID) -> None:
    rows = listed(made(workspace, mission, KINDS[0], Audience.INTERNAL))
    assert [row[:2] for row in rows] == [["1", "Ms Mia Vermeulen"], ["2", "Bo Zwart"]]
    assert [row[-1] for row in rows] == ["Confirmed", "Registered"]
    assert rows[0][5] == "Head of delegation"


def test_others_see_who_goes_and_nothing_else(workspace: Workspace, mission: UUID) -> None:
    document = made(workspace, mission, KINDS[0], Audience.EXTERNAL)
    assert [row[1] for row in listed(document)] == ["Ms Mia Vermeulen", "Bo Zwart"]
    words = text(print_bytes(document).data)
    assert "Why this place" not in words
    assert "Waiting" not in words


def test_by_family_name_with_the_place_of_each(workspace: Workspace, mission: UUID) -> None:
    rows = listed(made(workspace, mission, KINDS[1], Audience.INTERNAL))
    assert [(row[0], row[-1]) for row in rows] == [("Vermeulen, Mia", "1"), ("Zwart, Bo", "2")]


@pytest.mark.parametrize(
    ("language", "audience"),
    [
        (Language.EN, Audience.INTERNAL),
        (Language.EN, Audience.EXTERNAL),
        (Language.NL, Audience.INTERNAL),
        (Language.FR, Audience.INTERNAL),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_every_word_is_as_it_was_agreed(
    workspace: Workspace,
    mission: UUID,
    kind: str,
    language: Language,
    audience: Audience,
    request: pytest.FixtureRequest,
) -> None:
    """Where a change is meant: `pytest --update-golden`, and read the difference."""
    with clock.stopped_at(MONDAY):
        found = spelled(made(workspace, mission, kind, audience, language))
    golden = GOLDEN / f"{kind}-{language}-{audience}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("audience", Audience)
def test_who_withdrew_or_waits_and_what_is_private_is_on_no_list(
    workspace: Workspace, mission: UUID, kind: str, audience: Audience
) -> None:
    words = text(print_bytes(made(workspace, mission, kind, audience)).data)
    for hidden in ("Baert", "Aerts", NUMBER, "SECRET"):
        assert hidden not in words
