"""The gift register and the tasks on the command line."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.core.office import open_office
from app.schema import TRADE
from tests.builders import make_ambassador, make_gift, make_task

if TYPE_CHECKING:
    from tests.app.cli.console import Console


def _fill(console: Console) -> None:
    office = open_office(console.options[1], TRADE)
    person = make_ambassador(office, "JP")
    make_gift(office, person=person, value=1250, receiver="")
    make_task(office, title="Thank", owner="Mia", due_on=dt.date(2026, 1, 5), person=person)
    office.close()


def test_gifts_are_listed(console: Console) -> None:
    _fill(console)
    (row,) = console.json("list", "gifts")
    assert (row["what"], row["party"], row["value"], row["direction"]) == (
        "Lace bookmark",
        "Aoi Tanaka",
        1250,
        "out",
    )
    assert "Gift given  Lace bookmark" in console.run("list", "gifts").out


def test_tasks_are_listed(console: Console) -> None:
    _fill(console)
    (row,) = console.json("list", "tasks")
    assert (row["due"], row["title"], row["owner"], row["about"]) == (
        "2026-01-05",
        "Thank",
        "Mia",
        "Aoi Tanaka",
    )
