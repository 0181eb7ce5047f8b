"""Flags on masts: the numbers of the masts, the order of the flags, what is left over."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from app.receptions.draft.flags import FlagRulesDraft
from app.receptions.rules.flags import (
    FIRST,
    LAST,
    Body,
    FlagPlan,
    FlagRules,
    Whose,
    flag_label,
    in_order,
    mast_numbers,
    plan,
    read_pattern,
    rules_from,
    written_pattern,
)

RULES = FlagRules()
GUESTS = (("DE", "Duitsland"), ("JP", "Japan"))


def street(made: FlagPlan) -> list[str]:
    return [f"{one.number} {one.flag.label if one.flag else '-'}" for one in made.from_street]


@pytest.mark.parametrize(
    ("masts", "numbers"),
    [
        (1, "1"),
        (2, "2-1"),
        (3, "3-1-2"),
        (4, "4-2-1-3"),
        (5, "5-3-1-2-4"),
        (6, "6-4-2-1-3-5"),
        (7, "7-5-3-1-2-4-6"),
        (8, "8-6-4-2-1-3-5-7"),
        (9, "9-7-5-3-1-2-4-6-8"),
    ],
)
def test_masts_are_numbered_with_the_back_to_the_building(masts: int, numbers: str) -> None:
    assert written_pattern(mast_numbers(masts, RULES)) == numbers


@pytest.mark.parametrize(
    ("masts", "seen"),
    [
        (1, "Belgium"),
        (2, "Belgium Flanders"),
        (3, "Flanders Belgium Europe"),
        (4, "Europe Belgium Flanders Province"),
        (5, "Province Flanders Belgium Europe City"),
        (6, "City Europe Belgium Flanders Province -"),
        (7, "- Province Flanders Belgium Europe City -"),
        (8, "- City Europe Belgium Flanders Province - -"),
        (9, "- - Province Flanders Belgium Europe City - -"),
    ],
)
def test_from_the_street_it_is_the_other_way_round(masts: int, seen: str) -> None:
    made = plan(RULES, (), masts)
    told = [str(one.flag.label) if one.flag else "-" for one in made.from_street]
    assert " ".join(told) == seen
    assert made.from_building == tuple(reversed(made.from_street))


def test_guests_hang_behind_the_state_in_alphabetical_order() -> None:
    order = [str(one.label) for one in in_order(RULES, GUESTS)]
    assert order == ["Belgium", "Duitsland", "Japan", "Flanders", "Europe", "Province", "City"]
    assert street(plan(RULES, GUESTS, 7)) == [
        "6 Province", "4 Flanders", "2 Duitsland", "1 Belgium", "3 Japan", "5 Europe", "7 City",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("after", "place"), [(FIRST, 0), (Body.STATE, 1), (Body.REGION, 2), (LAST, 5)]
)
def test_the_office_says_where_guests_hang(after: str, place: int) -> None:
    order = in_order(replace(RULES, guests_after=after), GUESTS[:1])
    assert [one.is_guest for one in order].index(True) == place


def test_a_body_that_is_not_flown_does_not_lose_the_guests() -> None:
    few = replace(RULES, bodies=(Body.REGION, Body.MUNICIPALITY))
    assert [str(one.label) for one in in_order(few, GUESTS[:1])] == [
        "Flanders", "City", "Duitsland",
    ]  # fmt: skip


def test_too_few_masts_leave_the_last_flags_over() -> None:
    made = plan(RULES, GUESTS)
    assert [str(one.label) for one in made.left_over] == ["Province", "City"]


def test_rules_are_read_with_care() -> None:
    assert rules_from({}) == RULES
    kept = asdict(replace(RULES, masts=7, odd=(1, 2, 3), guests_after=LAST, verified=True))
    assert rules_from(kept) == replace(
        RULES, masts=7, odd=(1, 2, 3), guests_after=LAST, verified=True
    )
    strange = {"bodies": ["moon"], "odd": [1, 1, 2], "even": [1, 2, 3], "masts": 0, "whose": "x",
               "guests_after": "moon", "language": "tlh", "verified": "yes"}  # fmt: skip
    assert rules_from(strange) == RULES


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("5-3-1-2-4", (5, 3, 1, 2, 4)), (" 3 – 1 – 2 ", (3, 1, 2)), ("1-1-2", ()), ("a-b", ()),
     ("", ()), ("2-3", ())],
)  # fmt: skip
def test_a_pattern_is_read_as_typed(typed: str, numbers: tuple[int, ...]) -> None:
    assert read_pattern(typed) == numbers


def test_what_is_typed_wrong_is_told_at_its_field() -> None:
    assert FlagRulesDraft().problems() == []
    assert FlagRulesDraft().rules() == RULES
    wrong = FlagRulesDraft((Body.STATE, Body.STATE), odd="6-4-2-1-3-5", even="1-2-3", masts=None)
    assert [one.field for one in wrong.problems()] == ["body0", "odd", "even", "masts"]


def test_every_word_is_there() -> None:
    for one in (*Body, *Whose):
        assert str(flag_label(one))
