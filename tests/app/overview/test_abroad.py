"""Missions on the page of the day, in the calendar and on a timeline."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from app.core import clock
from app.core.text import Language
from app.dossiers.commands import set_programme, set_stage
from app.dossiers.draft import ProgrammeDraft
from app.missions.commands import set_destinations, set_participant_status
from app.missions.draft import DestinationDraft
from app.missions.rules.under_way import Planned, on_now
from app.overview.abroad import abroad
from app.overview.calendar import whole_calendar
from app.overview.timeline import of_mission
from app.receptions.queries import EntryKind
from tests.builders import (
    make_gift,
    make_mission,
    make_participant,
    make_reception,
    make_task,
)

if TYPE_CHECKING:
    from app.core.workspace import Workspace

TOKYO = ZoneInfo("Asia/Tokyo")
NOW = dt.datetime(2027, 2, 24, 1, 15, tzinfo=dt.UTC)
"""A quarter past ten in Japan, a quarter past two in Ghent."""
EN = Language.EN


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2027, 2, day, hour, minute)  # noqa: DTZ001 - local time, as the model keeps it


def there(hour: int, minute: int = 0, day: int = 24) -> dt.datetime:
    return dt.datetime(2027, 2, day, hour, minute, tzinfo=TOKYO)


# --- what is on ---


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], (None, None)),
        ([("Talks", there(10), 60), ("Lunch", there(12), 60)], ("Talks", "Lunch")),
        ([("Breakfast", there(8), 60), ("Talks", there(11), 30)], (None, "Talks")),
        ([("Fair", there(9), 480), ("Word", there(9, 30), 15)], ("Fair", None)),
        ([("Fair", there(9), 480), ("Word", there(10), 30)], ("Word", None)),
        ([("Free", there(9), None), ("Dinner", there(19), None)], ("Free", "Dinner")),
        ([("Yesterday", there(20, day=23), None)], (None, None)),
        ([("Open", there(8), None), ("Talks", there(9), 30)], (None, None)),
        ([("In Ghent", NOW.astimezone(ZoneInfo("Europe/Brussels")), 30)], ("In Ghent", None)),
        ([("Next week", there(9, day=28), 30)], (None, None)),
    ],
)
def test_what_is_on_now_and_next(
    lines: list[tuple[str, dt.datetime, int | None]], told: tuple[str | None, str | None]
) -> None:
    found = on_now([Planned(*one) for one in lines], NOW)
    assert tuple(one.title if one else None for one in found) == told


# --- the page of the day ---


def test_a_mission_under_way_tells_its_line_of_now_by_its_own_clock(office: Workspace) -> None:
    mission = make_mission(office, title="Kanazawa", starts_at=at(22, 8), ends_at=at(28, 20))
    office.run(set_destinations, mission, [
        DestinationDraft("Kanazawa", "JP", "Asia/Tokyo", at(23, 0).date(), at(26, 0).date()),
    ])  # fmt: skip
    office.run(set_programme, mission, [
        ProgrammeDraft("Garden", starts_at=at(24, 10), minutes=60, place="Kenroku-en"),
        ProgrammeDraft("Mayor", starts_at=at(24, 14), minutes=45),
    ])  # fmt: skip
    with clock.stopped_at(NOW):
        [one] = office.ask(abroad).out
    assert (one.city, f"{one.local:%d %H:%M}", one.zone) == ("Kanazawa", "24 10:15", "JST, UTC+9")
    assert one.line is not None
    assert one.following is not None
    assert (one.line.title, one.line.place, one.following.title) == (
        "Garden",
        "Kenroku-en",
        "Mayor",
    )
    assert one.back_on == at(28, 0).date()
    office.run(set_stage, mission, "closed")
    with clock.stopped_at(NOW):
        assert office.ask(abroad).out == ()


def test_coming_missions_say_what_is_to_be_seen_to(office: Workspace) -> None:
    soon = make_mission(
        office, title="Soon", starts_at=at(24, 8) + dt.timedelta(days=30), ends_at=None,
        register_by=dt.date(2027, 3, 5), decision="CBS 12",
    )  # fmt: skip
    make_task(office, title="Late", due_on=dt.date(2027, 2, 1), dossier=soon)
    make_participant(office, soon)
    closed = make_mission(
        office, title="Closed", starts_at=at(24, 8) + dt.timedelta(days=200), ends_at=None,
        register_by=dt.date(2027, 2, 1),
    )  # fmt: skip
    waits = make_participant(office, closed)
    office.run(set_participant_status, [waits], "waiting")
    today = make_mission(office, title="Today", starts_at=at(24, 8) + dt.timedelta(days=300),
                         ends_at=None, register_by=NOW.date(), decision="x")  # fmt: skip
    make_mission(office, title="Some day", starts_at=None, ends_at=None, decision="x")
    held = make_mission(office, title="Held", starts_at=at(27, 8), ends_at=None)
    office.run(set_stage, held, "held")
    with clock.stopped_at(NOW):
        told = office.ask(abroad, 3)
    assert told.total == 4
    assert [(row.title, [str(one) for one in row.open]) for row in told.ahead] == [
        ("Soon", ["1 task late", "registration closes in 9 days",
                  "travel papers of 1 participant to see to"]),
        ("Closed", ["no decision of the college yet",
                    "registration closed, 1 on the waiting list"]),
        ("Today", ["registration closes today"]),
    ]  # fmt: skip
    assert (told.ahead[0].going, told.ahead[0].late) == (1, 1)
    assert today == told.ahead[2].id


# --- calendar and timeline ---


def test_the_calendar_holds_missions_on_each_of_their_days(office: Workspace) -> None:
    mission = make_mission(office, title="Osaka", starts_at=at(22, 8), ends_at=at(26, 20))
    evening = make_reception(office, starts_at=at(24, 18))
    make_mission(office, title="Some day", starts_at=None, ends_at=None)
    day = at(24, 0).date()
    found = office.ask(whole_calendar, day, day)
    kinds = [one for one in found if one.kind in (EntryKind.MISSION, EntryKind.RECEPTION)]
    assert [(one.kind, one.record) for one in kinds] == [
        (EntryKind.MISSION, mission), (EntryKind.RECEPTION, evening),
    ]  # fmt: skip
    assert (kinds[0].first, kinds[0].last) == (at(22, 0).date(), at(26, 0).date())
    after = at(27, 0).date()
    assert mission not in {one.record for one in office.ask(whole_calendar, after, after)}


def test_a_timeline_of_a_mission_has_what_is_its_own(office: Workspace) -> None:
    larger = make_mission(office, title="Federal mission")
    mission = make_mission(office, title="City delegation", parent=larger)
    inside = make_mission(office, title="Two companies", parent=mission)
    make_mission(office, title="Another")
    make_gift(office, what="Bell", dossier=mission)
    make_gift(office, what="Book")
    told = office.ask(of_mission, mission, EN)
    found = {(row.kind, str(row.title)): str(row.subtitle) for row in told.rows}
    assert found["mission", "Federal mission"] == "the larger mission"
    assert found["mission", "Two companies"] == "travels inside"
    assert [title for kind, title in found if kind == "gift"] == ["Gift given: Bell"]
    assert len(told.rows) == 3
    assert {row.ref_id for row in told.rows} >= {larger, inside}
