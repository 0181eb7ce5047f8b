"""What a mission holds stays right whatever is done to it, by one desk or by two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.missions.commands import set_destinations
from app.missions.draft import DestinationDraft
from tests.app.core.dump import assert_directory_whole, dump
from tests.builders import make_mission

if TYPE_CHECKING:
    from app.core.workspace import Workspace


def test_the_directory_names_cities_in_the_order_they_are_put_in(office: Workspace) -> None:
    mission = make_mission(office)
    tokyo, porto = DestinationDraft("Tokyo", "JP"), DestinationDraft("Porto", "PT")
    office.run(set_destinations, mission, [tokyo])
    before = dump(office)
    office.run(set_destinations, mission, [porto, tokyo])
    assert_directory_whole(office)
    office.undo()
    assert dump(office) == before
