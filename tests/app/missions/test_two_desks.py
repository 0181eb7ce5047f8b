"""Two desks of a shared office write one mission in the same moment: told, and nothing half."""

from __future__ import annotations

import threading
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from app.core.errors import BelfryError
from app.core.office import open_office
from app.core.text import Language
from app.dossiers.draft import ProgrammeDraft
from app.missions.commands import (
    add_companies_of_delegation,
    add_mission_line,
    add_participants,
    group_participants,
    set_participant_status,
    set_texts,
    set_wishes,
    take_schedule,
)
from app.missions.draft import MissionLineDraft, TextDraft, TextsDraft, WishDraft
from app.missions.queries import delegation, fair_board, mission_programme, mission_texts, propose
from app.schema import TRADE
from tests.app.core.dump import assert_directory_whole
from tests.app.missions.fairs import assert_nobody_twice, make_fair
from tests.builders import make_participant, make_person
from tests.conftest import POSTGRESQL, Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.core.workspace import Workspace

Desks = tuple["Workspace", "Workspace"]


@pytest.fixture
def desks(location: Location) -> Iterator[Desks]:
    """Two desks on one shared office."""
    places = location(POSTGRESQL)
    place = next(places)
    with closing(open_office(place, TRADE)) as one, closing(open_office(place, TRADE)) as two:
        yield one, two
    next(places, None)


def at_once(desks: Desks, act: Callable[[Workspace], object]) -> list[Exception]:
    """Let both desks do it in the same moment; what either was told."""
    gate, told = threading.Barrier(2), []

    def work(desk: Workspace) -> None:
        gate.wait()
        try:
            act(desk)
        except Exception as error:
            told.append(error)

    both: list[Any] = [threading.Thread(target=work, args=(desk,)) for desk in desks]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    return told


def test_whatever_two_desks_do_at_once_is_whole_and_told(desks: Desks) -> None:
    board = make_fair(desks[0], chance=0.0)
    mission = board.mission
    people = [make_person(desks[0]) for _ in range(3)]
    goes = make_participant(desks[0], mission)
    wish = WishDraft(board.companies[0].id, board.hosts[0].id, 5)
    line = MissionLineDraft(ProgrammeDraft("Harbour"))
    texts = TextsDraft((TextDraft("foreword", "fr", "Bienvenue"),))

    def arrange(desk: Workspace) -> None:
        made = propose(desk.ask(fair_board, mission), 1.0)
        desk.run(take_schedule, mission, made.seen, made.meetings)

    acts: list[Callable[[Workspace], object]] = [
        lambda desk: desk.run(add_participants, mission, people),
        lambda desk: desk.run(group_participants, [goes], "ports"),
        lambda desk: desk.run(set_participant_status, [goes], "confirmed"),
        lambda desk: desk.run(add_mission_line, mission, line),
        lambda desk: desk.run(set_texts, mission, texts),
        lambda desk: desk.run(set_wishes, mission, [wish]),
        arrange,
        lambda desk: desk.run(add_companies_of_delegation, mission),
    ]
    for act in acts:
        told = at_once(desks, act)
        assert all(isinstance(one, BelfryError) for one in told), told
        assert len(told) < 2, told
    rows = desks[1].ask(delegation, mission, Language.NL)
    assert len({one.person_id for one in rows}) == len(rows) == 4
    assert [len(one.members) for one in desks[1].ask(mission_programme, mission).groups] == [1]
    spoken = [one.words for one in desks[1].ask(mission_texts, mission).draft.texts if one.words]
    assert spoken == ["Bienvenue"]
    assert_nobody_twice(desks[1].ask(fair_board, mission))
    assert_directory_whole(desks[1])
