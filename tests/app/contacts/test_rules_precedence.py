"""Precedence: the rules of the Vienna Conventions, the reasons, and that the order is total."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.contacts.rules.codes import Function
from app.contacts.rules.precedence import (
    BAND_LABELS,
    Manual,
    PrecedenceRules,
    RankInput,
    precedence_list,
    rank,
)
from app.contacts.rules.reference import rows
from app.core.text import Language

DAY = dt.date(2024, 3, 6)


def person(number: int, function: str, country: str = "", **more: object) -> RankInput:
    return RankInput(UUID(int=number), function, country, family=f"Name{number}", **more)  # type: ignore[arg-type]  # a short way to write many


def order(*people: RankInput, rules: PrecedenceRules | None = None) -> list[int]:
    return [placed.id.int for placed in rank(people, rules)]


def reasons(*people: RankInput, rules: PrecedenceRules | None = None) -> dict[int, str]:
    return {placed.id.int: str(placed.reason) for placed in rank(people, rules)}


def test_the_nuncio_goes_first_then_ambassadors_by_credentials_then_charges() -> None:
    people = (
        person(1, "charge_ai", "SE", since=dt.date(2020, 1, 1)),
        person(2, "ambassador", "JP", credentials_on=DAY),
        person(3, "high_commissioner", "MV", credentials_on=dt.date(2022, 5, 1)),
        person(4, "nuncio", "VA", credentials_on=dt.date(2025, 1, 1)),
        person(5, "envoy", "XM", credentials_on=dt.date(2010, 1, 1)),
        person(6, "charge_en_pied", "MC", credentials_on=dt.date(2023, 1, 1)),
        person(7, "charge_ai", "CL", since=dt.date(2019, 1, 1)),
    )
    assert order(*people) == [4, 3, 2, 5, 6, 7, 1]
    told = reasons(*people)
    assert told[4] == "Nuncio first, as dean of the corps"
    assert "after ambassadors" in told[1]


def test_four_ambassadors_received_on_one_day_keep_their_order() -> None:
    people = (
        person(1, "ambassador", "AD", credentials_on=DAY, credentials_sequence=4),
        person(2, "ambassador", "CA", credentials_on=DAY, credentials_sequence=1),
        person(3, "ambassador", "SM", credentials_on=DAY, credentials_sequence=3),
        person(4, "ambassador", "GB", credentials_on=DAY, credentials_sequence=2),
    )
    assert order(*people) == [2, 4, 3, 1]
    assert reasons(*people)[4] == "Credentials 6 Mar 2024, no. 2 that day"


def test_the_hour_goes_before_the_sequence_and_the_state_breaks_the_last_tie() -> None:
    assert order(
        person(1, "ambassador", "AD", credentials_on=DAY, credentials_time=dt.time(11)),
        person(2, "ambassador", "BR", credentials_on=DAY, credentials_time=dt.time(10)),
    ) == [2, 1]
    twins = (
        person(1, "ambassador", "DE", credentials_on=DAY),
        person(2, "ambassador", "ES", credentials_on=DAY),
    )
    by_language = {
        language: [placed.id.int for placed in rank(twins, None, language)]
        for language in (Language.EN, Language.NL, Language.FR)
    }
    assert by_language == {Language.EN: [1, 2], Language.NL: [1, 2], Language.FR: [1, 2]}
    austria_egypt = (
        person(1, "ambassador", "DE", credentials_on=DAY),  # Germany, Duitsland, Allemagne
        person(2, "ambassador", "EG", credentials_on=DAY),  # Egypt, Egypte, Égypte
    )
    assert [placed.id.int for placed in rank(austria_egypt, None, Language.EN)] == [2, 1]
    assert [placed.id.int for placed in rank(austria_egypt, None, Language.FR)] == [1, 2]


def test_an_unknown_credentials_date_comes_last_in_its_class_and_says_so() -> None:
    people = (
        person(1, "ambassador", "AD"),
        person(2, "ambassador", "JP", credentials_on=DAY),
        person(3, "charge_ai", "BE", since=dt.date(2000, 1, 1)),
    )
    assert order(*people) == [2, 1, 3]
    assert "not known" in reasons(*people)[1]


def test_heads_of_mission_to_the_union_and_nato_follow_the_bilateral_ones() -> None:
    people = (
        person(1, "ambassador", "JP", credentials_on=dt.date(2010, 1, 1),
               receiving_body="european_union"),
        person(2, "ambassador", "JP", credentials_on=DAY, receiving_body="king_of_the_belgians"),
        person(3, "permanent_representative", "CA", credentials_on=dt.date(2001, 1, 1)),
        person(4, "ambassador", "SE"),
    )  # fmt: skip
    assert order(*people) == [2, 4, 3, 1]
    assert "European Union" in reasons(*people)[1]
    at_the_union = PrecedenceRules(host_body="european_union")
    assert order(*people[:2], rules=at_the_union) == [1, 2]


def test_consuls_by_class_career_before_honorary_acting_heads_last() -> None:
    people = (
        person(1, "honorary_consul_general", "EE", exequatur_on=dt.date(1990, 1, 1)),
        person(2, "consul_general", "FR", exequatur_on=dt.date(2020, 1, 1)),
        person(3, "consul", "TR", exequatur_on=dt.date(2000, 1, 1)),
        person(4, "honorary_consul", "LT", exequatur_on=dt.date(1980, 1, 1)),
        person(5, "acting_head_of_post", "IT", since=dt.date(1970, 1, 1)),
        person(6, "consul_general", "GB", since=dt.date(2001, 1, 1)),
    )
    assert order(*people) == [2, 6, 1, 3, 4, 5]
    told = reasons(*people)
    assert told[2] == "Exequatur 1 Jan 2020"
    assert told[5] == "Acting head: after all heads of post"
    assert told[1].startswith("Honorary, after career consuls")
    assert "not known" in told[6]


def test_staff_go_by_the_ladder_then_as_their_heads_rank() -> None:
    people = (
        person(1, "first_secretary", "JP"),
        person(2, "counsellor", "SE"),
        person(3, "counsellor", "JP"),
        person(4, "ambassador", "JP", credentials_on=dt.date(2020, 1, 1)),
        person(5, "ambassador", "SE", credentials_on=dt.date(2023, 1, 1)),
        person(6, "deputy_head", "CL"),
    )
    assert order(*people) == [4, 5, 6, 3, 2, 1]


def test_a_substitute_ranks_without_the_absent_ones_rank() -> None:
    people = (
        person(1, "ambassador", "JP", credentials_on=DAY, substitute=True),
        person(2, "consul", "FR"),
    )
    assert order(*people) == [2, 1]
    assert reasons(*people)[1] == "A substitute does not inherit rank"


def test_a_place_by_hand_is_kept_and_says_why() -> None:
    people = [person(n, "ambassador", "JP", credentials_on=DAY) for n in range(1, 6)]
    rules = PrecedenceRules(
        manual=(
            (UUID(int=5), Manual(1, "guest of honour")),
            (UUID(int=2), Manual(99, "leaves early")),
        )
    )
    assert order(*people, rules=rules) == [5, 1, 3, 4, 2]
    assert reasons(*people, rules=rules)[5] == "Moved to 1: guest of honour"


def test_the_shipped_list_is_whole() -> None:
    bands = precedence_list("city")
    assert set(bands) == {str(function) for function in Function}
    for row in rows("precedence_lists"):
        assert row["label"] in BAND_LABELS
        assert row["source"]
        assert row["verified"] in ("yes", "no")


dates = st.none() | st.dates(dt.date(2015, 1, 1), dt.date(2015, 1, 4))
people = st.lists(
    st.builds(
        RankInput,
        st.uuids(),
        st.sampled_from([str(function) for function in Function] + ["no such function"]),
        st.sampled_from(["", "JP", "FR", "VA", "??"]),
        st.sampled_from(["", "Tanaka", "Étienne", "田中"]),
        st.just(""),
        dates,
        st.none() | st.times(),
        st.none() | st.integers(1, 3),
        dates,
        dates,
        st.sampled_from(["", "king_of_the_belgians", "nato", "NL"]),
        st.booleans(),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)


@given(people, st.randoms(), st.sampled_from(list(Language)))
def test_the_order_is_total_and_does_not_depend_on_how_people_come_in(
    guests: list[RankInput], random: object, language: Language
) -> None:
    placed = rank(guests, None, language)
    assert [one.position for one in placed] == list(range(1, len(guests) + 1))
    assert {one.id for one in placed} == {one.id for one in guests}
    shuffled = list(guests)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert rank(shuffled, None, language) == placed
    for one in placed:
        assert one.reason.to(language)
        assert one.band.to(language)


@given(people, st.data())
def test_leaving_somebody_out_changes_nobody_elses_order(
    guests: list[RankInput], data: st.DataObject
) -> None:
    others = [g for g in guests if g.function not in _HEADS]
    if not others:
        return
    gone = data.draw(st.sampled_from(others))
    before = [one.id for one in rank(guests) if one.id != gone.id]
    assert [one.id for one in rank([g for g in guests if g.id != gone.id])] == before


_HEADS = frozenset(
    {
        "ambassador", "high_commissioner", "nuncio", "internuncio", "envoy", "charge_en_pied",
        "charge_ai", "permanent_representative", "head_of_delegation",
    }
)  # fmt: skip
