"""Whom to invite, the rule: every weight says its reason, and no reason counts without a weight."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace

import pytest

from app.core.text import Language
from app.receptions.rules.proposals import (
    Corps,
    Facts,
    Occasion,
    Spread,
    meant_corps,
    span_words,
    spread,
    spread_words,
    thin_corps,
    weigh,
)
from app.receptions.rules.weights import NAMES, Weights, weight_label, weight_reason, weights_from

DAY, TODAY = dt.date(2027, 2, 20), dt.date(2027, 1, 4)
SEEN = Facts(received_on=dt.date(2026, 1, 20), country_last=dt.date(2026, 1, 20))
"""Somebody of whom nothing speaks for or against."""


def told(facts: Facts, day: dt.date = DAY) -> dict[str, str]:
    found = weigh(facts, Occasion(day, TODAY), Weights())
    return {one.weight: str(one.words) for one in found.reasons}


def test_who_was_here_a_year_ago_has_nothing_for_or_against() -> None:
    assert told(SEEN) == {}


@pytest.mark.parametrize(
    ("change", "weight", "words"),
    [
        ({"received_on": None}, "never", "never received"),
        ({"received_on": None, "met_on": dt.date(2026, 12, 7)}, "never",
         "never received, met 4 weeks ago"),
        ({"received_on": dt.date(2024, 1, 4)}, "long", "received 3 years ago"),
        ({"received_on": dt.date(2026, 12, 7)}, "recent", "received 4 weeks ago"),
        ({"interests": ("Port logistics",)}, "priority", "Port logistics matches"),
        ({"shared": (("Hydrogen", "North Sea Port"),)}, "partner",
         "Hydrogen matches North Sea Port"),
        ({"opens": (("Hydrogen", "North Sea Port"),)}, "opens",
         "opens Hydrogen for North Sea Port"),
        ({"wished_by": ("North Sea Port",)}, "wish", "asked for by North Sea Port"),
        ({"requested": True}, "requested", "their post asked for this reception"),
        ({"same_country": True}, "same_country", "the country of a guest of honour"),
        ({"credentials_on": dt.date(2026, 11, 30)}, "credentials", "credentials 5 weeks ago"),
        ({"leaves_on": dt.date(2027, 4, 5), "head": True}, "leaving",
         "leaves in 3 months, a guess"),
        ({"leaves_on": dt.date(2027, 4, 5), "head": True, "leaving_is_guess": False}, "leaving",
         "leaves in 3 months"),
        ({"leaves_on": dt.date(2027, 2, 1), "head": True}, "gone", "may have left by then"),
        ({"national_day": dt.date(2027, 3, 3)}, "national_day",
         "national day on Wednesday 3 March"),
        ({"national_day": dt.date(2027, 3, 1)}, "national_day", "national day on Monday 1 March"),
        ({"national_day": DAY}, "holiday", "national day on the day itself"),
        ({"replies": ("regrets", "regrets", "attended")}, "declined",
         "declined the last two invitations"),
        ({"replies": ("absent", "regrets")}, "absent", "stayed away the last time"),
        ({"country_times": 4, "country": "Japan"}, "often", "Japan: received 4 times this year"),
        ({"country_last": None, "country": "Japan"}, "country_new",
         "Japan: nobody received yet"),
        ({"country_last": dt.date(2023, 5, 5), "country": "Japan"}, "country_new",
         "Japan: last received in 2023"),
        ({"head": True}, "head", "head of mission"),
        ({"corps_is_meant": True}, "meant_corps", "the list is of their corps"),
        ({"corps_is_thin": True}, "thin_corps", "few of their corps on the list"),
    ],
)  # fmt: skip
def test_each_fact_has_its_reason_in_words(
    change: dict[str, object], weight: str, words: str
) -> None:
    found = told(replace(SEEN, **change))  # type: ignore[arg-type]  # fields of Facts
    assert found.pop(weight) == words
    assert set(found) <= {"head"}


def test_every_weight_has_a_test_above_a_name_and_a_reason() -> None:
    assert tuple(one.name for one in fields(Weights)) == NAMES
    for name in NAMES:
        assert str(weight_label(name))
        assert str(weight_reason(name))


def test_a_weight_of_nothing_says_nothing() -> None:
    facts = replace(SEEN, received_on=None)
    found = weigh(facts, Occasion(DAY, TODAY), Weights(never=0))
    assert (found.score, found.reasons) == (0, ())


def test_what_speaks_for_somebody_stands_before_what_speaks_against() -> None:
    facts = replace(SEEN, interests=("Ports",), replies=("regrets", "regrets"), wished_by=("Port",))
    found = weigh(facts, Occasion(DAY, TODAY), Weights())
    assert [one.weight for one in found.reasons] == ["wish", "priority", "declined"]
    assert found.score == Weights().wish + Weights().priority + Weights().declined


def test_a_long_list_of_interests_does_not_win() -> None:
    many = replace(SEEN, interests=("A", "B", "C", "D"))
    assert weigh(many, Occasion(DAY, TODAY), Weights()).score == 2 * Weights().priority


def test_an_interest_counts_once_the_higher_weight_first() -> None:
    facts = replace(SEEN, interests=("Ports",), shared=(("Ports", "Port"),))
    assert set(told(facts)) == {"priority"}


def test_weights_are_read_with_care() -> None:
    kept = {"never": 40, "wish": "30", "often": 5000, "stranger": 1, "leaving": True}
    assert weights_from(kept) == Weights(never=40)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "0 days"), (1, "1 day"), (13, "13 days"), (14, "2 weeks"), (70, "10 weeks"),
     (91, "3 months"), (400, "13 months"), (1100, "3 years")],
)  # fmt: skip
def test_spans_are_said_as_people_say_them(days: int, words: str) -> None:
    assert str(span_words(days)) == words


def test_a_list_is_counted_by_corps_and_countries() -> None:
    there = spread([("bilateral", "JP"), ("bilateral", "NL"), ("consular", "NL")])
    assert there == Spread(2, 1, 0, 2)
    told = "On the list: 2 bilateral, 1 consular, 0 EU and NATO; 2 countries."
    assert spread_words(there).to(Language.EN) == told
    assert "yet" in str(spread_words(Spread()))


def test_a_corps_is_thin_below_half_of_its_share_once_the_list_has_some_size() -> None:
    office = Spread(50, 30, 20, 60)
    assert thin_corps(Spread(9, 3, 0, 8), office) == {Corps.MULTILATERAL}
    assert meant_corps(Spread(9, 3, 0, 8)) is None
    assert thin_corps(Spread(3, 0, 0, 3), office) == frozenset()


def test_a_list_of_one_corps_is_meant_for_it() -> None:
    assert meant_corps(Spread(1, 15, 0, 14)) is Corps.CONSULAR
    assert thin_corps(Spread(1, 15, 0, 14), Spread(50, 30, 20, 60)) == frozenset()
    assert meant_corps(Spread(0, 4, 0, 4)) is None
    assert meant_corps(Spread(30, 0, 0, 30)) is None
