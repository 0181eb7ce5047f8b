"""The page of the day: what is open in the next receptions, whom to see, the balance."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.core import clock
from app.core.text import Language
from app.dossiers.commands import set_stage
from app.overview.day import balance, balance_words, coming, heads
from app.receptions.commands import invite
from tests.builders import (
    make_person,
    make_post,
    make_posting,
    make_reception,
    make_task,
)

if TYPE_CHECKING:
    from app.core.workspace import Workspace

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)


def at(month: int, day: int, year: int = 2026) -> dt.datetime:
    """An evening, local."""
    return dt.datetime(year, month, day, 18)  # noqa: DTZ001 - local time, as the model keeps it


def test_the_next_receptions_say_what_is_open(office: Workspace) -> None:
    people = [make_person(office, given_name=name) for name in ("A", "B", "C", "D")]
    make_reception(office, title="Gone", starts_at=at(11, 1))
    late = make_reception(
        office, title="Late", starts_at=at(11, 27), reply_by=dt.date(2026, 11, 20), host="Mayor"
    )
    office.run(invite, late, people[:3], "invited")
    office.run(invite, late, people[3:], "accepted")
    make_task(office, dossier=late)
    early = make_reception(
        office, title="Early", starts_at=at(12, 20), reply_by=dt.date(2026, 12, 1)
    )
    office.run(invite, early, people[:1], "invited")
    office.run(invite, early, people[1:2])
    make_reception(office, title="Some day", starts_at=None, host="Mayor")
    held = make_reception(office, title="Held", starts_at=at(12, 1))
    office.run(set_stage, held, "held")
    with clock.stopped_at(NOW):
        told = office.ask(coming)
    assert [(row.title, [str(one) for one in row.open]) for row in told.rows] == [
        ("Late", ["3 replies overdue", "1 task open"]),
        ("Early", ["1 reply awaited", "1 not invited yet", "no host"]),
        ("Some day", ["nobody on the list"]),
    ]
    assert (told.rows[0].invited, told.rows[0].coming) == (4, 1)
    assert (told.total, told.this_week) == (3, 1)


def test_heads_of_mission_never_received_or_leaving(office: Workspace) -> None:
    def head(country: str, **changes: object) -> object:
        person = make_person(office, family_name=country)
        make_posting(office, person, make_post(office, country), **changes)
        return person

    head("JP", starts_on=dt.date(2026, 1, 1))
    leaving = head("FR", starts_on=dt.date(2025, 1, 1), expected_end_on=dt.date(2027, 1, 1))
    usual = head("PL", starts_on=dt.date(2022, 12, 1))
    settled = head("KR", starts_on=dt.date(2025, 1, 1))
    head("IT", starts_on=dt.date(2015, 1, 1), ends_on=dt.date(2019, 1, 1))
    head("ES", function="consul", starts_on=dt.date(2015, 1, 1))
    evening = make_reception(office, starts_at=at(3, 1))
    office.run(invite, evening, [settled, usual], "attended")  # type: ignore[list-item]  # ids
    with clock.stopped_at(NOW):
        told = office.ask(heads, Language.EN)
    assert (told.leaving, told.never) == (2, 2)
    assert [row.title for row in told.rows] == [
        "Ambassador of France",
        "Ambassador of Poland",
        "Ambassador of Japan",
    ]
    assert [row.guessed for row in told.rows] == [False, True, True]
    assert told.rows[0].person_id == leaving


def test_the_balance_counts_what_was_more_than_an_idea(office: Workspace) -> None:
    for origin, when, stage in (
        ("proactive", at(3, 1), "held"),
        ("reactive", at(4, 1), "held"),
        ("reactive", at(12, 31), "cleared"),
        ("reactive", at(5, 1), "idea"),
        ("proactive", at(1, 1, 2022), "closed"),
        ("proactive", at(12, 31, 2021), "closed"),
    ):
        make_reception(office, origin=origin, starts_at=when, stage=stage)
    with clock.stopped_at(NOW):
        rows = office.ask(balance)
    assert [(row.year, row.proactive, row.reactive) for row in rows] == [
        (2022, 1, 0), (2023, 0, 0), (2024, 0, 0), (2025, 0, 0), (2026, 1, 2),
    ]  # fmt: skip
    assert str(balance_words(rows)) == "33 % on our initiative in 2026."
