"""Greetings for national days: planned once, taken back at once, noted as done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.contacts.commands import set_celebration
from app.contacts.draft import CelebrationDraft
from app.contacts.furnish import furnish
from app.contacts.queries import national_days
from app.core import clock
from app.core.errors import InvalidError
from app.core.profile import Profile, set_profile
from app.dossiers.greetings import coming_days, mark_greeted, month_of_days, plan_greetings
from app.dossiers.model import Task
from tests.app.core.dump import dump
from tests.builders import make_ambassador

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

MONDAY = dt.datetime(2027, 2, 1, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    """It is Monday 1 February 2027."""
    with clock.stopped_at(MONDAY):
        yield


def _tasks(session: Session) -> list[tuple[str, str, dt.date | None]]:
    return [(one.title, one.owner, one.due_on) for one in session.scalars(select(Task))]


def test_a_month_of_greetings_is_planned_once_and_undone_at_once(office: Workspace) -> None:
    office.run(furnish)
    office.run(set_profile, Profile("Gent", "Protocol"))
    make_ambassador(office, "JP")
    make_ambassador(office, "EE", family_name="Tamm")
    before = dump(office)
    month = office.ask(month_of_days, 2027, 2)
    ids = [one.id for one in month.rows if one.is_known]
    assert len(ids) == 2
    assert office.run(plan_greetings, ids, 2027, "Mia", 10) == 2
    planned = {title: (owner, due) for title, owner, due in office.ask(_tasks)}
    japan = next(value for title, value in planned.items() if "Japan" in title)
    assert japan == ("Mia", dt.date(2027, 2, 12))  # ten days before is a Saturday
    assert office.run(plan_greetings, ids, 2027) == 0
    assert len(office.ask(_tasks)) == 2
    office.undo()
    assert dump(office) == before
    office.redo()
    assert [bool(one.greeting) for one in office.ask(month_of_days, 2027, 2).rows if one.is_known]


def test_what_is_over_or_without_a_date_is_not_planned(office: Workspace) -> None:
    office.run(furnish)
    days = office.ask(national_days, ["LK", "CU", "IL", "MR"])
    ids = [days[code][0].id for code in ("CU", "IL", "LK")]  # 1 January, unknown, 4 February
    assert office.run(plan_greetings, ids, 2027) == 1
    assert office.ask(_tasks)[0][1:] == ("desk", dt.date(2027, 2, 1))  # today at the earliest
    assert office.run(plan_greetings, ids, 2028) == 2


def test_a_greeting_is_noted_with_or_without_a_plan(office: Workspace) -> None:
    office.run(furnish)
    days = office.ask(national_days, ["JP", "EE", "IL"])
    office.run(plan_greetings, [days["JP"][0].id], 2027)
    before = dump(office)
    for code in ("JP", "EE"):
        office.run(mark_greeted, days[code][0].id, 2027)
    rows = {one.of.day.country: one for one in office.ask(month_of_days, 2027, 2).rows}
    for code in ("JP", "EE"):
        greeting = rows[code].greeting
        assert greeting is not None
        assert greeting.done_on == dt.date(2027, 2, 1)
    with pytest.raises(InvalidError):
        office.run(mark_greeted, days["IL"][0].id, 2027)
    office.run(set_celebration, days["IL"][0].id, CelebrationDraft(2027, dt.date(2027, 5, 12)))
    office.run(mark_greeted, days["IL"][0].id, 2027)
    for _step in range(4):
        office.undo()
    assert dump(office) == before


def test_the_coming_days_are_those_of_countries_we_know(office: Workspace) -> None:
    office.run(furnish)
    make_ambassador(office, "JP")
    make_ambassador(office, "IE", family_name="Byrne")
    assert [one.of.day.country for one in office.ask(coming_days)] == ["JP"]
    assert [one.of.day.country for one in office.ask(coming_days, 50)] == ["JP", "IE"]
