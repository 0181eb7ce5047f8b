"""When national days fall, and what countries keep."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.contacts.rules import days
from app.contacts.rules.countries import countries, day_name, national_days
from app.contacts.rules.countries_found import matching
from app.contacts.rules.flags import flag_svg
from app.contacts.rules.public_holidays import FLANDERS, holidays_on, public_holidays
from app.contacts.rules.reference import rows
from app.core.text import Language

EN, NL, FR = Language.EN, Language.NL, Language.FR


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        ("07-21", 2026, "2026-07-21"),
        ("02-29", 2024, "2024-02-29"),
        ("02-29", 2026, None),
        ("02-30", 2026, None),
        ("Third Monday of April", 2026, "2026-04-20"),
        ("the 2nd  Saturday in June (as announced)", 2027, "2027-06-12"),
        ("second Saturday in June, as announced each year", 2026, "2026-06-13"),
        ("fifth Monday of February", 2026, None),
        ("last Sunday of December", 2026, "2026-12-27"),
        ("Saturday nearest 06-11", 2025, "2025-06-14"),
        ("Saturday nearest to 06-11", 2024, "2024-06-08"),
        ("Monday on or before 05-25", 2026, "2026-05-25"),
        ("Monday before 05-25", 2026, "2026-05-18"),
        ("Monday after 05-25", 2026, "2026-06-01"),
        ("Monday on or after 05-26", 2026, "2026-06-01"),
        ("day after third Monday of April", 2026, "2026-04-21"),
        ("the day before 01-01", 2026, "2025-12-31"),
        ("Easter", 2026, "2026-04-05"),
        ("Orthodox Easter", 2026, "2026-04-12"),
        ("Whit Monday", 2026, "2026-05-25"),
        ("Orthodox Good Friday", 2026, "2026-04-10"),
        ("40 days after Easter", 2026, "2026-05-15"),
        ("04-27, or the day before if Sunday", 2025, "2025-04-26"),
        ("04-27, or the day before if Sunday", 2026, "2026-04-27"),
        ("changes with each Pope", 2026, None),
        ("5 Iyar of the Hebrew calendar, moved to avoid the Sabbath", 2026, None),
        ("", 2026, None),
    ],
)
def test_a_rule_gives_its_date_in_a_year(rule: str, year: int, expected: str | None) -> None:
    found = days.date_of(rule, year)
    assert (found.isoformat() if found else None) == expected


@given(st.text(max_size=60), st.integers(1900, 2200))
def test_no_words_make_it_fail(rule: str, year: int) -> None:
    found = days.date_of(rule, year)
    assert found is None or abs(found.year - year) <= 3
    days.rule_words(rule).to(NL)


def test_easter_agrees_with_what_greece_and_belgium_keep() -> None:
    for year in (2024, 2025, 2026, 2027, 2033):
        assert any("Pâques" in one for one in holidays_on("BE", days.easter(year), FR))
        sunday = days.orthodox_easter(year)
        assert holidays_on("GR", sunday + dt.timedelta(days=1))


def test_the_next_time_it_falls() -> None:
    today = dt.date(2026, 7, 22)
    assert days.next_date("07-21", today) == dt.date(2027, 7, 21)
    assert days.next_date("07-22", today) == today
    assert days.next_date("02-29", today) == dt.date(2028, 2, 29)
    assert days.next_date("when the tide turns", today) is None


def test_a_rule_is_read_in_three_languages() -> None:
    assert days.rule_words("07-21").to(NL) == "21 juli"
    assert days.rule_words("07-21").to(FR) == "21 juillet"
    assert days.rule_words("third Monday of April").to(NL) == "de derde maandag van april"
    assert days.rule_words("third Monday of April").to(FR) == "le troisième lundi d’avril"
    assert days.rule_words("Saturday nearest 06-11").to(FR) == "Saturday nearest 06-11"
    told = days.rule_words("04-27, or the day before if Sunday").to(NL)
    assert told == "27 april, of de dag ervoor als dat een zondag is"


def test_only_a_day_that_does_not_exist_is_refused() -> None:
    assert days.problem("02-30") is not None
    assert days.problem("02-29") is None
    assert days.problem("when the tide turns") is None


def test_the_seeded_days_have_names_in_three_languages_and_dates_or_a_reason() -> None:
    unknown = set()
    for found in countries():
        for day in national_days(found.code):
            assert all(day.names[language] for language in Language), found.code
            assert day.source
            if not days.is_known(day.rule):
                unknown.add(day.country)
    assert unknown == {"IL", "VA"}
    codes = [row["code"] for row in rows("national_days")]
    assert all(first <= second for first, second in pairwise(codes))


def test_a_day_without_a_translation_borrows_that_of_the_reference_data() -> None:
    assert day_name({"en": "Independence Day", "nl": "", "fr": ""}, NL) == "Onafhankelijkheidsdag"
    assert day_name({"en": "Harbour Day", "nl": "", "fr": ""}, FR) == "Harbour Day"
    assert day_name({"en": "", "nl": "Havendag", "fr": ""}, EN) == "Havendag"


def test_public_holidays_are_named_in_the_reader_s_language() -> None:
    assert holidays_on("BE", dt.date(2026, 7, 21), NL) == ("Nationale feestdag",)
    assert holidays_on("BE", dt.date(2026, 7, 21), FR) == ("Fête nationale",)
    assert holidays_on("JP", dt.date(2026, 2, 23), NL) == ("Emperor's Birthday",)
    assert holidays_on("BE", dt.date(2026, 7, 20)) == ()
    assert public_holidays("XM", 2026, EN) == ()


def test_flanders_keeps_its_own_day_beside_the_belgian_ones() -> None:
    assert holidays_on("BE", dt.date(2026, 7, 11)) == ()
    assert holidays_on(FLANDERS, dt.date(2026, 7, 11), NL) == (
        "Feestdag van de Vlaamse Gemeenschap",
    )
    assert len(public_holidays(FLANDERS, 2026, EN)) == len(public_holidays("BE", 2026, EN)) + 1


def test_every_state_has_a_flag() -> None:
    without = [one.code for one in countries() if not flag_svg(one.code)]
    assert without == ["XM"]
    assert "<svg" in (flag_svg("EU") or "")
    assert flag_svg("") is None
    assert flag_svg("../") is None


def test_countries_are_found_by_their_names_in_three_languages() -> None:
    assert matching("jap")[0] == "JP"
    assert matching("Duits")[0] == "DE"
    assert matching("Allem")[0] == "DE"
    assert matching("pays bas")[0] == "NL"
    assert matching("NL")[0] == "NL"
    assert matching("niger")[0] == "NE"
    assert matching("j") == []
    assert matching("tanaka") == []
