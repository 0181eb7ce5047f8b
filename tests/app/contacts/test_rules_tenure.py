"""When somebody may leave, the steps of a posting, and the line of a post."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.contacts.rules.accreditation import canonical, is_non_resident, receiving_body
from app.contacts.rules.months import add_months, months_between
from app.contacts.rules.posting_steps import Moments, State, steps_of
from app.contacts.rules.succession import Head, Term, Vacancy, line_of, neighbours
from app.contacts.rules.tenure import USUAL, Habit, Tenure, expected_end, habit_of, length_words

TODAY = dt.date(2026, 11, 25)
BEGAN = dt.date(2024, 8, 31)


# --- expected to leave ---


def tenure(**more: Any) -> Tenure:
    return Tenure("ambassador", BEGAN, **more)


def test_without_anything_known_four_years_are_guessed_and_said_so() -> None:
    found = expected_end(tenure())
    assert found is not None
    assert found.day == dt.date(2028, 8, 31)
    assert found.guess
    assert str(found.reason) == "usually about 4 years; guess"


def test_the_habit_of_the_country_counts_from_three_postings_on() -> None:
    three = [
        (dt.date(2010, 1, 1), dt.date(2013, 1, 1)),
        (dt.date(2013, 1, 1), dt.date(2016, 2, 1)),
        (dt.date(2016, 1, 1), dt.date(2022, 1, 1)),
    ]
    assert habit_of("JP", three, 30) == Habit(37, "JP", 3)
    assert habit_of("JP", three[:2], 30) == Habit(30, "JP")
    assert habit_of("JP", three[:2], None) is USUAL
    found = expected_end(tenure(), habit_of("JP", three, None))
    assert found is not None
    assert found.day == dt.date(2027, 9, 30)
    assert str(found.reason) == "this country stayed about 3 years (3 postings before); guess"
    noted = expected_end(tenure(), Habit(30, "JP"))
    assert noted is not None
    assert str(noted.reason) == "this country usually stays about 2½ years; guess"


def test_what_the_office_was_told_goes_before_any_guess() -> None:
    told = expected_end(tenure(expected_end_on=TODAY))
    farewell = expected_end(tenure(expected_end_on=TODAY, farewell_on=BEGAN))
    ended = expected_end(tenure(farewell_on=TODAY, ends_on=BEGAN))
    assert told is not None
    assert (told.day, told.guess) == (TODAY, True)
    assert farewell is not None
    assert (farewell.day, farewell.guess) == (BEGAN, False)
    assert ended is not None
    assert (ended.day, str(ended.reason)) == (BEGAN, "The end is noted")


@pytest.mark.parametrize(
    "function", ["charge_ai", "honorary_consul", "mayor", "acting_head_of_post"]
)
def test_who_is_not_sent_for_some_years_is_not_expected_to_leave(function: str) -> None:
    assert expected_end(Tenure(function, BEGAN)) is None


def test_without_a_beginning_nothing_can_be_said() -> None:
    assert expected_end(Tenure("ambassador")) is None


@pytest.mark.parametrize(
    ("months", "words"), [(1, "1 month"), (18, "18 months"), (48, "4 years"), (42, "3½ years")]
)
def test_lengths_in_words(months: int, words: str) -> None:
    assert str(length_words(months)) == words


@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 240))
def test_months_there_and_back(day: dt.date, months: int) -> None:
    assert months_between(day, add_months(day, months)) == months


# --- the steps ---


def strip(**days: Any) -> list[tuple[str, State]]:
    found = steps_of(Moments("ambassador", **days), TODAY)
    assert found is not None
    return [(str(step.label), step.state) for step in found.steps]


def due(function: str = "ambassador", **days: Any) -> str:
    found = steps_of(Moments(function, **days), TODAY)
    return str(found.due) if found and found.due else ""


def test_an_envoy_who_arrived_owes_the_credentials() -> None:
    arrived = TODAY - dt.timedelta(weeks=6)
    assert due(arrived_on=arrived) == "Credentials not presented yet, arrived 6 weeks ago"
    assert strip(arrived_on=arrived, agrement_on=arrived) == [
        ("Agrément", State.DONE),
        ("Arrival", State.DONE),
        ("Credentials", State.DUE),
        ("Farewell", State.AHEAD),
    ]


def test_a_day_that_was_never_noted_is_not_a_step_that_is_due() -> None:
    assert strip(credentials_on=BEGAN) == [
        ("Agrément", State.UNKNOWN),
        ("Arrival", State.UNKNOWN),
        ("Credentials", State.DONE),
        ("Farewell", State.AHEAD),
    ]
    assert not due(credentials_on=BEGAN)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({}, "No dates known yet: ask the embassy"),
        ({"agrement_on": dt.date(2026, 11, 22)}, "Not arrived yet, agrément given 3 days ago"),
        ({"arrived_on": TODAY}, "Credentials not presented yet, arrived today"),
        ({"arrived_on": dt.date(2026, 12, 1)}, "Expected to arrive on 1 Dec 2026"),
        ({"credentials_on": dt.date(2026, 12, 9)}, "Presents credentials on 9 Dec 2026"),
        ({"credentials_on": BEGAN, "farewell_on": dt.date(2027, 1, 8)}, "Farewell on 8 Jan 2027"),
        ({"arrived_on": BEGAN, "ends_on": dt.date(2026, 1, 1)}, ""),
    ],
)  # fmt: skip
def test_what_is_due_next(days: dict[str, Any], words: str) -> None:
    assert due(**days) == words


def test_a_consul_owes_the_exequatur_and_a_charge_nothing() -> None:
    arrived = TODAY - dt.timedelta(days=400)
    told = due("consul_general", arrived_on=arrived)
    assert told == "Exequatur not known yet, arrived 13 months ago"
    assert not due("consul_general", arrived_on=arrived, exequatur_on=arrived)
    assert not due("charge_ai", starts_on=arrived)
    assert steps_of(Moments("mayor"), TODAY) is None


# --- the line of a post ---


def term(number: int, begins: str, ends: str = "", function: str = "ambassador") -> Term:
    def day(text: str) -> dt.date | None:
        return dt.date.fromisoformat(text) if text else None

    return Term(UUID(int=number), function, day(begins), day(ends))


def told(*terms: Term) -> list[str]:
    words = []
    for one in line_of(terms, TODAY):
        if isinstance(one, Head):
            acting = "".join(f"+{other.id.int}" for other in one.acting)
            words.append(f"{one.term.id.int}{acting}")
        else:
            acting = ",".join(str(other.id.int) for other in one.acting)
            words.append(f"vacant {one.since} {one.until or ''} [{acting}]")
    return words


def test_a_vacancy_lies_between_two_heads_and_its_charge_stands_in_it() -> None:
    assert told(
        term(1, "2018-01-01", "2021-06-30"),
        term(2, "2021-09-01"),
        term(3, "2021-07-01", "2021-08-31", "charge_ai"),
        term(4, "2022-05-01", "2022-05-20", "charge_ai"),
        term(5, "2020-01-01", "", "counsellor"),
    ) == ["2+4", "vacant 2021-07-01 2021-08-31 [3]", "1"]


def test_a_post_whose_head_left_is_vacant_until_somebody_comes() -> None:
    left = term(1, "2022-01-01", "2026-08-02")
    charge = term(2, "2026-08-03", "", "charge_ai")
    assert told(left, charge) == ["vacant 2026-08-03  [2]", "1"]
    coming = term(3, "2027-01-10")
    assert told(left, charge, coming) == ["3", "vacant 2026-08-03 2027-01-09 [2]", "1"]
    assert told(term(1, "2022-01-01", "2026-12-24")) == ["1"]


def test_an_end_that_was_never_noted_makes_no_vacancy() -> None:
    assert told(term(1, "2010-01-01"), term(2, "2015-01-01"), term(3, "2015-01-01")) == [
        "2", "3", "1",
    ]  # fmt: skip


def test_predecessor_and_successor_follow_from_the_dates() -> None:
    line = line_of(
        [
            term(1, "2014-01-01", "2018-01-01"),
            term(2, "2018-02-01", "2022-01-01"),
            term(3, "2022-03-01"),
            term(4, "2022-01-02", "2022-02-28", "charge_ai"),
        ],
        TODAY,
    )
    assert neighbours(UUID(int=2), line) == (UUID(int=1), UUID(int=3))
    assert neighbours(UUID(int=4), line) == (None, None)


days = st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1))
terms = st.lists(
    st.builds(
        Term,
        st.uuids(),
        st.sampled_from(["ambassador", "charge_ai", "consul", "attache"]),
        days,
        days,
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(terms, st.randoms())
def test_every_head_stands_in_the_line_once_whatever_comes_in(
    known: list[Term], random: Any
) -> None:
    line = line_of(known, TODAY)
    full = {one.id for one in known if one.function in ("ambassador", "consul")}
    heads = [one.term.id for one in line if isinstance(one, Head) and one.term.id in full]
    assert sorted(heads) == sorted(full)
    shuffled = list(known)
    random.shuffle(shuffled)
    assert line_of(shuffled, TODAY) == line
    for one in line:
        if isinstance(one, Vacancy) and one.until is not None:
            assert one.since <= one.until


# --- to whom ---


def test_the_post_tells_to_whom_its_head_is_accredited() -> None:
    assert receiving_body("", "ambassador", "embassy", "BE") == "king_of_the_belgians"
    assert receiving_body("", "ambassador", "mission_to_eu", "BE") == "european_union"
    assert receiving_body("", "ambassador", "mission_to_nato", "BE") == "nato"
    assert receiving_body("NL", "ambassador", "embassy", "BE") == "NL"
    assert receiving_body("", "permanent_representative", "permanent_representation", "BE") == ""
    assert receiving_body("", "ambassador", "embassy", "NL") is None
    assert canonical("be") == canonical("king_of_the_belgians")
    assert canonical("EU") == "european_union"


def test_a_post_abroad_that_is_accredited_here_is_not_resident() -> None:
    assert is_non_resident("embassy", "GB", ["GB", "BE"])
    assert is_non_resident("embassy", "NL", ["king_of_the_belgians"])
    assert not is_non_resident("embassy", "BE", ["BE"])
    assert not is_non_resident("embassy", "GB", ["GB"])
    assert not is_non_resident("company", "GB", ["BE"])
