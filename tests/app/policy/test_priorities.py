"""Priorities are the office's own words; the goals are the United Nations'."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.core.text import Language
from app.dossiers.draft import DossierDraft
from app.policy.commands import add_priority
from app.policy.queries import priorities
from app.policy.rules import goal_title
from tests.builders import make_priority

if TYPE_CHECKING:
    from app.core.workspace import Workspace


def test_priorities_stand_in_the_order_they_were_given(office: Workspace) -> None:
    for name in ("Water", "Arts", "Ports"):
        make_priority(office, name)
    assert [one.name for one in office.ask(priorities)] == ["Water", "Arts", "Ports"]
    assert all(one.active for one in office.ask(priorities))


def test_a_priority_is_kept_once(office: Workspace) -> None:
    first = make_priority(office, "Water")
    label = office.undo_label
    assert office.run(add_priority, "Water") == first
    assert len(office.ask(priorities)) == 1
    assert office.undo_label == label


def test_a_priority_is_taken_back(workspace: Workspace) -> None:
    make_priority(workspace, "Water")
    workspace.undo()
    assert workspace.ask(priorities) == []


@pytest.mark.parametrize("language", Language)
def test_every_goal_has_a_title(language: Language) -> None:
    titles = [goal_title(number, language) for number in range(1, 18)]
    assert all(titles)
    assert len(set(titles)) == 17
    assert goal_title(18, language) == ""


@pytest.mark.parametrize("number", [0, 18, -1])
def test_a_dossier_knows_the_seventeen_goals(number: int) -> None:
    assert [one.field for one in DossierDraft("x", goals=(number,)).problems()] == ["goals"]
    assert DossierDraft("x", goals=(1, 17)).problems() == []
