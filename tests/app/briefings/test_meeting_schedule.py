"""Meeting papers: a page for each, the room; wishes and outcomes stay in the house."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.briefings.catalogue import paper
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.core.text import Language
from app.missions.commands import change_party, note_outcome, take_schedule, withdraw
from app.missions.draft import OutcomeDraft
from app.missions.queries import propose
from tests.app.briefings.reading import pages_text
from tests.app.missions.delegations import put_participant
from tests.app.missions.fairs import board_of, make_fair

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

KINDS = {"meeting-schedule": 3, "meeting-schedule-hosts": 2, "meeting-list": 1}
SECRET = "They nearly signed"


@pytest.fixture
def fair(workspace: Workspace) -> UUID:
    """Three companies, two hosts, one of which needs an interpreter; one outcome."""
    board = make_fair(workspace)
    host = board.hosts[0]
    draft = replace(host.draft, name="Kaga Machinery", language="ja", offered="Robot grippers")
    workspace.run(change_party, host.id, None, draft)
    board = board_of(workspace, board.mission)
    made = propose(board, 1.0)
    workspace.run(take_schedule, board.mission, made.seen, made.meetings)
    board = board_of(workspace, board.mission)
    workspace.run(note_outcome, board.meetings[0].id, None, OutcomeDraft("follow_up", SECRET))
    return board.mission


def _pages(
    workspace: Workspace, kind: str, mission: UUID, language: Language, audience: Audience
) -> list[str]:
    wanted = paper(kind)
    assert wanted is not None
    made = workspace.ask(wanted.make, mission, language, audience)
    printed = print_bytes(made)
    assert not printed.warnings
    return [" ".join(page.split()) for page in pages_text(printed.data)]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", KINDS)
def test_each_has_its_page_in_each_language(
    workspace: Workspace, fair: UUID, kind: str, language: Language
) -> None:
    for audience in Audience:
        pages = _pages(workspace, kind, fair, language, audience)
        assert len(pages) == KINDS[kind]
        said = "\n".join(pages)
        assert "Kaga Machinery" in said
        assert {"nl": "Tafel 1", "fr": "Table 1", "en": "Table 1"}[language] in said
        assert {"nl": "Japans", "fr": "japonais", "en": "Japanese"}[language] in said
        assert "09:00–09:20" in said
        if kind == "meeting-schedule":
            assert all("Robot grippers" in page for page in pages)


@pytest.mark.parametrize("kind", KINDS)
def test_wishes_and_outcomes_stay_in_the_house(workspace: Workspace, fair: UUID, kind: str) -> None:
    inside = "\n".join(_pages(workspace, kind, fair, Language.EN, Audience.INTERNAL))
    outside = "\n".join(_pages(workspace, kind, fair, Language.EN, Audience.EXTERNAL))
    assert "To be followed up" in inside
    assert "Wish" in inside
    for words in ("To be followed up", SECRET, "Wish"):
        assert words not in outside


def test_without_meetings_it_says_so(workspace: Workspace) -> None:
    mission = make_fair(workspace, 1, 1, 1, 0).mission
    for kind in ("meeting-schedule", "meeting-schedule-hosts"):
        [page] = _pages(workspace, kind, mission, Language.EN, Audience.EXTERNAL)
        assert "No meeting is arranged yet." in page


@pytest.mark.parametrize("kind", KINDS)
def test_a_company_of_which_nobody_goes_is_printed_nowhere(
    workspace: Workspace, fair: UUID, kind: str
) -> None:
    ours = board_of(workspace, fair).companies[0].name
    people = [
        workspace.run(put_participant, fair, one, organisation_name=ours)
        for one in ("Aerts", "Baert")
    ]
    workspace.run(withdraw, people[:1], "nothing")
    assert ours in "\n".join(_pages(workspace, kind, fair, Language.EN, Audience.EXTERNAL))
    workspace.run(withdraw, people[1:], "nothing")
    outside = "\n".join(_pages(workspace, kind, fair, Language.EN, Audience.EXTERNAL))
    assert ours not in outside
    assert "C02" in outside
    inside = "\n".join(_pages(workspace, kind, fair, Language.EN, Audience.INTERNAL))
    assert inside.count(ours) == 1
    assert f"{ours} does not go any more and still has meetings." in inside
