"""Guests ticked on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from app.core.office import open_office
from app.core.text import Language
from app.receptions.queries import door
from app.receptions.rules.door import door_code
from app.schema import TRADE
from tests.app.receptions.test_door import with_company
from tests.builders import make_guest, make_person, make_reception

if TYPE_CHECKING:
    from tests.app.cli.console import Console


@pytest.fixture
def person(console: Console) -> UUID:
    """Three guests of an evening, the second with Mei; the person of the second."""
    office = open_office(console.options[-1], TRADE)
    reception = make_reception(office, title="Evening")
    people = [make_person(office, family_name=name) for name in ("Aalto", "Bo", "Bohr")]
    guests = [make_guest(office, reception, one, "accepted") for one in people]
    office.run(with_company, guests[1], "Mei")
    office.close()
    return people[1]


def test_guests_are_ticked_by_name_number_and_badge(console: Console, person: UUID) -> None:
    assert console("check-in", "Evening", "aal").out == "Aoi Aalto is in.\n"
    told = console.json("check-in", "Evening", "1", "2a")
    assert told == {
        "in": [{"name": "Aoi Aalto", "already": True}, {"name": "Mei", "already": False}],
        "absent": 0,
    }
    reception = console.json("list", "receptions")[0]["id"]
    code = door_code(UUID(reception), person)
    assert console("check-in", "Evening", code).out == "Aoi Bo is in.\n"
    assert console.json("check-in", "Evening", "--close") == {"in": [], "absent": 1}


def test_what_is_not_clear_ticks_nobody(console: Console, person: UUID) -> None:
    assert "3 on the list answer to “bo”" in console.refused("check-in", "Evening", "aal", "bo")
    assert "“nobody”" in console.refused("check-in", "Evening", "nobody")
    assert "another reception" in console.refused("check-in", "Evening", door_code(person, person))
    assert console("check-in", "Evening").code == 2
    office = open_office(console.options[-1], TRADE)
    reception = console.json("list", "receptions")[0]["id"]
    assert office.ask(door, UUID(reception), Language.EN).counts.came == 0
    office.close()
