"""Precedence: the rules of the Vienna Conventions, the reasons, and that the order is total."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.contacts.rules.codes import Function
from app.contacts.rules.precedence import Manual, PrecedenceRules, RankInput, rank
from app.contacts.rules.precedence_lists import (
    LABELS,
    NAMES,
    NOTES,
    SOURCES,
    Band,
    OrderedBy,
    ShippedList,
    shipped,
    shipped_lists,
    split_function,
)
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
    germany_egypt = (
        person(1, "ambassador", "DE", credentials_on=DAY),  # Germany, Duitsland, Allemagne
        person(2, "ambassador", "EG", credentials_on=DAY),  # Egypt, Egypte, Égypte
    )
    for language, wanted in ((Language.EN, [2, 1]), (Language.FR, [1, 2]), (Language.NL, [1, 2])):
        assert order(*germany_egypt, rules=PrecedenceRules(tie_language=language)) == wanted


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


def test_a_reason_names_the_other_body_in_the_language_of_the_reader() -> None:
    guest = person(1, "ambassador", "JP", credentials_on=DAY, receiving_body="NL")
    told = {language: rank([guest], None, language)[0].reason for language in Language}
    assert "Netherlands" in told[Language.EN].to(Language.EN)
    assert "Nederland" in told[Language.NL].to(Language.NL)
    assert "Pays-Bas" in told[Language.FR].to(Language.FR)


def test_a_nuncio_is_dean_only_of_the_corps_he_is_accredited_to() -> None:
    people = (
        person(1, "nuncio", "VA", credentials_on=DAY, receiving_body="european_union"),
        person(2, "nuncio", "VA", credentials_on=DAY, receiving_body="king_of_the_belgians"),
        person(3, "ambassador", "JP", credentials_on=DAY, receiving_body="king_of_the_belgians"),
    )
    assert order(*people) == [2, 3, 1]
    told = reasons(*people)
    assert told[2] == "Nuncio first, as dean of the corps"
    assert told[1] == "Accredited to European Union: after the host's own corps"
    assert order(*people, rules=PrecedenceRules(shipped("eu").bands, "european_union"))[0] == 1


def test_belgium_is_the_king_however_it_is_noted() -> None:
    people = (
        person(1, "ambassador", "JP", credentials_on=DAY, receiving_body="BE"),
        person(2, "ambassador", "FR", credentials_on=DAY.replace(year=2025)),
    )
    assert order(*people) == [1, 2]


# --- the lists that come with the program ---


RANKS = {
    "standaard": {
        "cardinal": "1", "nuncio": "2", "speaker@EU": "3", "speaker@BE": "4",
        "head_of_government@BE": "6", "foreign_minister@BE": "9", "foreign_minister": "11",
        "cabinet_minister@BE": "12", "ambassador": "13", "regional_speaker": "17",
        "minister_president": "19",
    },
    "wikipedia": {
        "king": "1–5", "cardinal": "6", "nuncio": "7", "ambassador": "7", "speaker@EU": "8",
        "speaker@BE": "9", "head_of_government@BE": "11", "foreign_minister@BE": "14",
        "foreign_minister": "17", "cabinet_minister@BE": "18", "regional_speaker": "23",
    },
    "flemish": {
        "king": "1", "cardinal": "2", "nuncio": "3", "speaker@EU": "4", "regional_speaker": "5",
        "speaker@BE": "6", "minister_president": "9", "head_of_government@BE": "10",
        "foreign_minister@BE": "15", "foreign_minister": "17", "cabinet_minister@BE": "18",
        "ambassador": "19",
    },
}  # fmt: skip
"""The table of Belgian authorities mixed with diplomats, row by row."""


@pytest.mark.parametrize("key", RANKS)
def test_the_belgian_lists_give_the_ranks_that_were_read_and_no_others(key: str) -> None:
    given = {
        token: band.numbered
        for band in shipped(key).bands
        for token in band.functions
        if band.numbered
    }
    assert {token: given[token] for token in RANKS[key]} == RANKS[key]
    numbers = [band.numbered for band in shipped(key).bands if band.verified and band.numbered]
    assert list(dict.fromkeys(RANKS[key].values())) == numbers
    for band in shipped(key).bands:
        assert not (band.gap and band.verified)
        assert band.verified or band.gap, "what was not read is a gap"


@pytest.mark.parametrize("known", shipped_lists(), ids=lambda one: one.key)
def test_a_shipped_list_is_whole(known: ShippedList) -> None:
    assert known.name in NAMES
    assert known.note in NOTES
    assert known.usual or known.source in SOURCES
    tokens = [token for band in known.bands for token in band.functions]
    assert len(tokens) == len(set(tokens))
    assert {split_function(token)[0] for token in tokens} == {str(one) for one in Function}
    for band in known.bands:
        assert band.label in LABELS
        assert band.source in SOURCES
        assert band.ordered_by in set(OrderedBy)


def test_the_lists_disagree_about_who_comes_first() -> None:
    people = (
        person(1, "regional_speaker", "BE"),
        person(2, "speaker", "BE"),
        person(3, "head_of_government", "BE"),
        person(4, "minister_president", "BE"),
        person(5, "ambassador", "JP", credentials_on=DAY),
        person(6, "foreign_minister", "BE"),
        person(7, "foreign_minister", "FR"),
    )
    by = {key: order(*people, rules=PrecedenceRules(shipped(key).bands)) for key in RANKS}
    assert by["standaard"] == [2, 3, 6, 7, 5, 1, 4]
    assert by["wikipedia"] == [5, 2, 3, 6, 7, 1, 4]
    assert by["flemish"] == [1, 2, 4, 3, 6, 7, 5]
    told = reasons(*people, rules=PrecedenceRules(shipped("wikipedia").bands))
    assert told[2] == "Presidents of Chamber and Senate, number 9 of the list"
    assert told[4].endswith("(place not in the source)")


def test_a_function_of_one_state_goes_before_the_function_alone() -> None:
    bands = (Band("Ours", ("mayor@BE",)), Band("Others", ("other",)), Band("Theirs", ("mayor",)))
    people = (person(1, "mayor", "FR"), person(2, "rector"), person(3, "mayor", "BE"))
    assert order(*people, rules=PrecedenceRules(bands)) == [3, 2, 1]
    told = reasons(*people, rules=PrecedenceRules(bands))
    assert told[2] == "Rector: not named in this list"
    assert told[3] == "Ours, by the list of the office"


def test_a_band_may_go_by_the_day_the_function_was_taken_up() -> None:
    bands = (Band("Rectors", ("rector",), OrderedBy.SINCE),)
    people = (
        person(1, "rector", since=dt.date(2025, 1, 1)),
        person(2, "rector"),
        person(3, "rector", since=dt.date(2019, 1, 1)),
    )
    assert order(*people, rules=PrecedenceRules(bands)) == [3, 1, 2]
    assert reasons(*people, rules=PrecedenceRules(bands))[3].endswith("since 1 Jan 2019")


def test_a_list_without_bands_still_orders_everybody() -> None:
    people = [person(number, "ambassador", "JP") for number in (3, 1, 2)]
    assert order(*people, rules=PrecedenceRules(())) == [1, 2, 3]


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


LISTS = st.builds(
    PrecedenceRules,
    st.sampled_from([one.bands for one in shipped_lists()]),
    st.sampled_from(["king_of_the_belgians", "european_union", "NL"]),
    st.sampled_from(list(Language)),
)


@given(people, LISTS, st.randoms(), st.sampled_from(list(Language)))
def test_the_order_is_total_and_does_not_depend_on_how_people_come_in(
    guests: list[RankInput], rules: PrecedenceRules, random: object, language: Language
) -> None:
    placed = rank(guests, rules, language)
    assert [one.position for one in placed] == list(range(1, len(guests) + 1))
    assert {one.id for one in placed} == {one.id for one in guests}
    shuffled = list(guests)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert rank(shuffled, rules, language) == placed
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


SIXTY = [
    person(
        number,
        [str(function) for function in Function][number % len(Function)],
        ("JP", "FR", "BE", "EU", "VA", "")[number % 6],
        credentials_on=DAY if number % 4 else None,
        exequatur_on=DAY if number % 3 else None,
        since=dt.date(2020, 1, 1 + number % 5),
        receiving_body=("", "king_of_the_belgians", "european_union", "NL")[number % 4],
    )
    for number in range(60)
]
"""Mixed diplomats, consuls, authorities and partners, many on one day."""


@given(st.permutations(SIXTY), LISTS)
def test_sixty_mixed_guests_stand_in_one_order_with_a_reason_each(
    guests: list[RankInput], rules: PrecedenceRules
) -> None:
    placed = rank(guests, rules)
    assert placed == rank(SIXTY, rules)
    assert sorted(one.id for one in placed) == sorted(one.id for one in SIXTY)
    assert [one.position for one in placed] == list(range(1, 61))
    assert all(str(one.reason) and str(one.band) for one in placed)
