"""Every table and every field of the model can be taken back and done again, on every engine."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BelfryError
from app.core.office import open_office
from app.schema import TRADE
from tests.app.core.dump import JOURNALLED, assert_directory_whole, dump
from tests.conftest import ENGINES, Location
from tests.made_of_the_model import change, make, mappers, remove

if TYPE_CHECKING:
    from app.core.command import Command
    from app.core.workspace import Workspace

ACTS: tuple[Command[Any, Any], ...] = (make, make, change, remove)
ACTIONS = st.tuples(
    st.sampled_from([*range(len(ACTS)), -1]), st.integers(0, 200), st.integers(0, 10**6)
)
Action = tuple[int, int, int]


def fill(workspace: Workspace, seed: int = 0) -> None:
    """A record of every kind, three times over."""
    for turn in range(3):
        for number in range(len(mappers())):
            with suppress(BelfryError, ValueError):
                workspace.run(make, number, seed + turn * 1000 + number)


def test_every_table_of_the_model_is_tried(workspace: Workspace) -> None:
    fill(workspace)
    rows = dump(workspace)
    assert [table.name for table in JOURNALLED if not rows[table.name]] == []


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=6)
@given(actions=st.lists(ACTIONS, min_size=4, max_size=16), seed=st.integers(0, 99))
def test_whatever_the_model_holds_can_be_taken_back(
    engine: str, location: Location, actions: list[Action], seed: int
) -> None:
    places = location(engine)
    workspace = open_office(next(places), TRADE)
    try:
        fill(workspace, seed)
        dumps = [dump(workspace)]
        for act, number, chance in actions:
            done = len(workspace._done)
            with suppress(BelfryError, ValueError):
                if act < 0:
                    workspace.undo()
                    workspace.redo()
                else:
                    workspace.run(ACTS[act], number, chance)
            if len(workspace._done) > done:
                dumps.append(dump(workspace))
            assert dump(workspace) == dumps[-1]
        assert_directory_whole(workspace)
        for wanted in reversed(dumps[:-1]):
            workspace.undo()
            assert dump(workspace) == wanted
        for wanted in dumps[1:]:
            workspace.redo()
            assert dump(workspace) == wanted
        assert_directory_whole(workspace)
    finally:
        workspace.close()
        next(places, None)
